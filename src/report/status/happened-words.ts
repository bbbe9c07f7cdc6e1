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
    ...draftWords('Opened', drafts.opened),
    ...draftWords('Merged', drafts.merged),
    ...draftWords('Closed without merging', drafts.closed),
    ...draftWords('Taken over by a person', drafts.takenOver),
    ...costWords(happened),
  ];
  const lack = happened.isWhole ? [] : ['The log does not tell all of this time, so more may have happened.'];
  return [runWords(happened), ...parts, ...lack];
}

function runWords({ runs, quietSigns, tasks }: Happened): string {
  const quiet =
    quietSigns === 0
      ? ''
      : ` The agent looked for work at least ${quietSigns === 1 ? 'once' : `${figure(quietSigns)} times`} besides and found nothing to do.`;
  if (runs === 0) return quietSigns === 0 ? 'Nothing happened.' : `No run had anything to do.${quiet}`;
  const ended = [
    ...(tasks.done === 0 ? [] : [`${count(tasks.done, 'task')} done`]),
    ...(tasks.unchanged === 0 ? [] : [`${count(tasks.unchanged, 'task')} needed no change`]),
  ];
  const came = ended.length === 0 ? '' : `: ${ended.join(', ')}`;
  return `${count(runs, 'run')} had something to do${came}.${quiet}`;
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
