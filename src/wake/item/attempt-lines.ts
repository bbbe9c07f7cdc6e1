import type { Ending } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import { itemRecord } from '../../core/progress/checkpoint.ts';
import type { Checkpoint } from '../../core/state.ts';
import type { Attempt, ItemTarget } from '../../core/work/attempt.ts';
import type { AttemptFacts } from '../../core/work/attempt-record.ts';
import type { Happening } from '../../ledger/journal.ts';
import { endingWords } from '../../report/words/ending-words.ts';
import { count, figure, slotWords } from '../../report/words/sentences.ts';
import { stuckLine } from '../lease/stuck-end.ts';

/** The lines of the log that say how an item ended. */
export function attemptLines(facts: AttemptFacts, after: Checkpoint): readonly Happening[] {
  const { goal, target, attempt, cost } = facts;
  const { key, title } = target.item;
  const size = attempt.work === null ? '' : ` ${sizeWords(attempt)}`;
  const ended: Happening = {
    event: eventOf(attempt.ending),
    goal: goal.id,
    item: key,
    message: `${title}: ${endingWords(attempt.ending)}.${size}${whyWords(attempt)}`,
    data: { ending: attempt.ending, tokens: cost.tokens, usd_micros: cost.usdMicros, calls: cost.calls },
  };
  const isStuck = itemRecord(after, key).status === 'stuck';
  const finished = after.window === null ? [finishedLine(goal, target)] : [];
  return [ended, ...(isStuck ? [stuckLine(goal, target.item)] : []), ...finished];
}

function eventOf(ending: Ending): Happening['event'] {
  if (ending === 'secret_found') return 'secret_found';
  const { isFinished, givesAttemptBack } = itemEndingFacts(ending);
  return isFinished || givesAttemptBack ? 'item_ended' : 'item_failed';
}

/** Work speaks for itself; any other ending says why. */
function whyWords({ ending, detail }: Attempt): string {
  return ending === 'worked' || detail === '' ? '' : ` ${detail}`;
}

function sizeWords({ work }: Attempt): string {
  const files = work?.diff.files ?? [];
  const added = files.reduce((sum, file) => sum + file.added, 0);
  const removed = files.reduce((sum, file) => sum + file.removed, 0);
  return `${count(files.length, 'file')} in the draft, +${figure(added)} −${figure(removed)}.`;
}

function finishedLine(goal: Goal, { window }: ItemTarget): Happening {
  return {
    event: 'window_finished',
    goal: goal.id,
    message: `The window of the slot ${slotWords(window.slot)} is finished.`,
  };
}
