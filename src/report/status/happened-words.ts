import type { PassedReason } from '../../core/log/run-events.ts';
import type { Death, DraftName, Failure, Happened } from '../../core/report/report.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import { endingWords } from '../words/ending-words.ts';
import { count, figure, fullStop, listWords, money, sentence, shortTime } from '../words/sentences.ts';

const NAMED = 5;
const WHY_LENGTH = 300;

/** What happened since a time: a sentence each, what needs attention first. Names of drafts stand as `#3 Title`. */
export function happenedWords(happened: Happened): readonly string[] {
  const { drafts, failures, deaths, missed } = happened;
  const parts = [
    ...deaths.slice(0, NAMED).map(deathWords),
    ...failures.slice(0, NAMED).map(failureWords),
    ...(failures.length > NAMED ? [`${count(failures.length - NAMED, 'more goal')} failed.`] : []),
    ...(missed === 0 ? [] : [`${count(missed, 'due time')} passed without a run.`]),
    ...skippedWords(happened),
    ...draftWords('Opened', drafts.opened),
    ...draftWords('Merged', drafts.merged),
    ...draftWords('Closed without merging', drafts.closed),
    ...draftWords('Taken over by a person', drafts.takenOver),
    ...costWords(happened),
    ...absenceWords(happened),
  ];
  const lack = happened.isWhole ? [] : ['The log does not tell all of this time, so more may have happened.'];
  return [runWords(happened), ...parts, ...lack];
}

function runWords({ runs, quietSigns, tasks }: Happened): string {
  const often = quietSigns === 1 ? 'once' : `${figure(quietSigns)} times`;
  if (runs === 0) {
    if (quietSigns === 0) return 'The log holds no sign of a run.';
    return `No goal was worked on. The agent looked for work at least ${often}.`;
  }
  const ended = [
    ...(tasks.done === 0 ? [] : [`${count(tasks.done, 'task')} done`]),
    ...(tasks.unchanged === 0 ? [] : [`${count(tasks.unchanged, 'task')} needed no change`]),
  ];
  const came = ended.length === 0 ? '' : `: ${ended.join(', ')}`;
  const quiet =
    quietSigns === 0 ? '' : ` Besides, the agent looked for work at least ${often} and found none.`;
  return `${count(runs, 'run')} had something to do${came}.${quiet}`;
}

/** What a person would otherwise have to conclude from what is not there. A log with gaps does not show it. */
function absenceWords({ isWhole, failures, deaths, missed, cost, lostTokens }: Happened): readonly string[] {
  if (!isWhole) return [];
  const isGood = failures.length + deaths.length + missed === 0;
  const isFree = cost.calls === 0 && lostTokens === 0;
  if (isGood) return [isFree ? 'No run failed or died, and nothing was spent.' : 'No run failed or died.'];
  return isFree ? ['Nothing was spent.'] : [];
}

const SKIPPED: Partial<Record<PassedReason, string>> = {
  waiting_for_draft: ' because drafts wait for your review',
  stopped: ' while the agent was stopped',
  paused: ' during a pause',
};

function skippedWords({ skipped }: Happened): readonly string[] {
  return [...Map.groupBy(skipped, ({ why }) => why)].map(([why, own]) => {
    const times = own.reduce((sum, each) => sum + each.count, 0);
    const goals = own.slice(0, NAMED).map(({ goal }) => goal);
    const more = own.length - goals.length;
    const names = listWords(more > 0 ? [...goals, count(more, 'more goal')] : goals);
    const because = why === null ? '' : (SKIPPED[why] ?? '');
    return `${count(times, 'due time')} ${times === 1 ? 'was' : 'were'} skipped${because}: ${names}.`;
  });
}

function deathWords({ run, goal, foundAt, lostTokens }: Death): string {
  const work = goal === null ? '' : ` while it worked on ${goal}`;
  const lost =
    lostTokens === 0 ? '' : ` The ${count(lostTokens, 'token')} that it had set aside count as spent.`;
  return `Run ${run} died${work}; the next run found out on ${shortTime(foundAt)} and took over.${lost}`;
}

function failureWords({ goal, ending, times, at, isOver, why }: Failure): string {
  const often = times === 1 ? `on ${shortTime(at)}` : `${figure(times)} times, last on ${shortTime(at)}`;
  const reason = why === '' ? sentence(endingWords(ending)) : fullStop(cutBetweenWords(why, WHY_LENGTH));
  return `${goal} did not succeed ${often}: ${reason}${isOver ? ' It has succeeded since.' : ''}`;
}

function draftWords(what: string, drafts: readonly DraftName[]): readonly string[] {
  if (drafts.length === 0) return [];
  const shown = drafts
    .slice(-NAMED)
    .map(({ draft, title }) => (draft === null ? title : `#${draft} ${title}`));
  const more = drafts.length - shown.length;
  return [fullStop(`${what}: ${listWords(more === 0 ? shown : [...shown, `${figure(more)} more`])}`)];
}

function costWords({ cost, lostTokens }: Happened): readonly string[] {
  if (cost.calls === 0 && lostTokens === 0) return [];
  const dollars = cost.usdMicros === 0 ? '' : ` and ${money(cost.usdMicros)}`;
  const lost = lostTokens === 0 ? '' : `, and ${count(lostTokens, 'token')} lost with runs that died`;
  return [`Spent: ${count(cost.tokens, 'token')}${dollars} in ${count(cost.calls, 'model call')}${lost}.`];
}
