import type { PassedOver } from '../../core/log/task-events.ts';
import { cutText, onOneLine } from '../../core/text/plain-text.ts';
import type { StuckFacts } from '../../core/work/worst-end.ts';
import { endingWords } from '../words/ending-words.ts';
import { findingCount, findingLine } from '../words/finding-words.ts';
import { count, figure, fullStop, sentence } from '../words/sentences.ts';
import { stuckWayOut } from '../words/way-out.ts';
import type { MaskedEvent, Wordings } from './wording.ts';

type TaskEventName =
  | 'item_started'
  | 'item_continued'
  | 'item_ended'
  | 'item_failed'
  | 'secret_found'
  | 'item_passed_over'
  | 'item_stuck';

type Ended = MaskedEvent<'item_ended' | 'item_failed' | 'secret_found'>;

const SUMMARY_IN_LINE = 300;
const SUMMARY_IN_DATA = 2_000;

export const TASK_LINES: Wordings<TaskEventName> = {
  item_started: {
    message: ({ title, attempt, most }) =>
      `${attempt === 1 ? 'Trying' : 'Trying again'}: ${nameOf(title)}, attempt ${attempt} of ${most}.`,
  },
  item_continued: {
    message: ({ title, attempt, most, branch }) =>
      `Going on with ${nameOf(title)} from ${branch}, attempt ${attempt} of ${most}.`,
  },
  item_ended: { message: endedWords, data: endedData },
  item_failed: { message: endedWords, data: endedData },
  secret_found: { message: endedWords, data: endedData },
  item_passed_over: { message: ({ title, why }) => passedOverWords(title, why) },
  item_stuck: {
    message: ({ goal, title, attempts }) => `${usedUpWords(title, attempts)} ${plainWayOut(goal)}`,
  },
};

function nameOf(title: string | null): string {
  return title ?? 'the task';
}

function startOf(title: string | null): string {
  return title ?? 'The task';
}

function endedWords(ended: Ended): string {
  const words = endingSentence(ended);
  // What has changed files is told in the draft.
  const said = ended.size === null && ended.summary !== undefined ? onOneLine(ended.summary) : '';
  const line = said === '' ? words : `${words} The model says: ${fullStop(cutText(said, SUMMARY_IN_LINE))}`;
  return `${line}${foundWords(ended)}`;
}

/** The first one, and how many there are: all of them are in the data of the line. */
function foundWords({ findings = [] }: Ended): string {
  const [first] = findings;
  if (first === undefined) return '';
  const which = findings.length === 1 ? '1 finding' : `${findingCount(findings)}, the first`;
  return ` It reports ${which}: ${fullStop(cutText(findingLine(first), SUMMARY_IN_LINE))}`;
}

function endingSentence({ title, ending, detail, attempt, size }: Ended): string {
  const name = startOf(title);
  if (ending === 'worked') return size === null ? `${name} is done.` : `${name} is done: ${sizeWords(size)}.`;
  const kept = size === null ? '' : ` So far: ${sizeWords(size)}.`;
  const why = detail === '' ? '' : ` ${sentence(detail)}`;
  if (ending === 'no_change') return `${name} needs no change.${why}`;
  const tries = attempt === null ? '' : ` (attempt ${attempt.n} of ${attempt.of})`;
  return `${name} is not done${tries}: ${endingWords(ending)}.${kept}${why}`;
}

function sizeWords({ files, added, removed }: NonNullable<Ended['size']>): string {
  return `${count(files, 'file')} changed, +${figure(added)} −${figure(removed)}`;
}

function endedData({ ending, spent, summary, findings }: Ended): Readonly<Record<string, unknown>> {
  const { tokens, usdMicros, calls, cachedTokens, reasoningTokens, readerTokens } = spent;
  return {
    ...{ ending, tokens, usd_micros: usdMicros, calls },
    ...(cachedTokens !== undefined && { cached_tokens: cachedTokens }),
    ...(reasoningTokens !== undefined && { reasoning_tokens: reasoningTokens }),
    ...(readerTokens !== undefined && { reader_tokens: readerTokens }),
    ...(findings !== undefined && { findings }),
    ...(summary !== undefined && { summary: cutText(summary, SUMMARY_IN_DATA) }),
  };
}

/** Why an item was passed over, as a sentence. */
export function passedOverWords(title: string | null, why: PassedOver): string {
  const name = startOf(title);
  switch (why.kind) {
    case 'gone':
      return `${name} is gone, so it is skipped.`;
    case 'closed':
      return `${name} was closed in the meantime, so it is skipped.`;
    case 'label_removed':
      return `${name} has lost the label ${why.label}, so it is skipped.`;
    case 'label_added':
      return `${name} has got the label ${why.label}, so it is skipped.`;
    case 'passes_again':
      return `${name} does not fail any more, so it is skipped.`;
    case 'refused_before':
      return `The change${title === null ? '' : ` to ${title}`} is the same as in draft ${why.draft}, which was closed without merging, so it is not proposed again.`;
    case 'argued_against':
      return `The change${title === null ? '' : ` to ${title}`} is not proposed: a second reader says that its own summary argues against it. ${sentence(why.words)}`;
    case 'in_other_draft':
      return `The change${title === null ? '' : ` to ${title}`} is in draft ${why.draft} already, which is open, so it is not proposed a second time.`;
  }
}

/** The same with how the last attempt ended, for results and answers. */
export function stuckWords({ goal, title, attempts, ending, detail }: StuckFacts): string {
  const last = ending === null || ending === 'item_stuck' ? '' : `The last one: ${endingWords(ending)}.`;
  const parts = [usedUpWords(title, attempts), last, sentence(detail), plainWayOut(goal)];
  return parts.filter((part) => part !== '').join(' ');
}

function usedUpWords(title: string | null, attempts: number): string {
  return `${startOf(title)} has used up its ${count(attempts, 'attempt')} and waits for a person.`;
}

/** For places that are no Markdown. */
function plainWayOut(goal: string): string {
  return stuckWayOut(goal).replaceAll('`', '');
}
