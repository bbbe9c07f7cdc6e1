import type { Ending } from '../ending.ts';
import type { Goal } from '../goal.ts';
import { type Item, loggedTitle } from '../item.ts';
import { itemEndingFacts } from '../item-ending.ts';
import type { LogEvent } from '../log/log-event.ts';
import { itemRecord } from '../progress/checkpoint.ts';
import type { Diff } from '../progress/diff.ts';
import type { ItemRecord } from '../state.ts';
import type { AttemptFacts, AttemptRecord } from './attempt-record.ts';

/**
 * What the log says of an attempt. An item that needed no change is counted at the end of its lease, and an outage that
 * goes on is not told again: the same follows from the checkpoint that is committed.
 */
export function attemptEvents(
  facts: AttemptFacts,
  { before, after }: Pick<AttemptRecord, 'before' | 'after'>,
): readonly LogEvent[] {
  const { goal, target } = facts;
  const { key } = target.item;
  const isNews = !isUnchanged(facts) && !isRepeated(facts, itemRecord(before, key));
  const isStuck = itemRecord(after, key).status === 'stuck';
  // Of a queue, what needs no change is counted; the words of the model are there for who looks.
  const isRoutine = goal.forEach !== null && isQuiet(facts);
  const ended = endedEvent(facts, itemRecord(before, key).attempts);
  return [
    ...(isNews ? [isRoutine ? { ...ended, isRoutine } : ended] : []),
    ...(isStuck ? [stuckEvent(goal, target.item, itemRecord(after, key).attempts)] : []),
    ...(after.window === null ? [finishedEvent(goal, target.window.slot)] : []),
  ];
}

/** An item that has used up its attempts. `used`: fewer than the goal allows, where no further one would bring more. */
export function stuckEvent(
  { id, limits }: Goal,
  item: Pick<Item, 'key' | 'title'>,
  used = limits.attempts,
): LogEvent {
  return {
    event: 'item_stuck',
    goal: id,
    item: item.key,
    title: loggedTitle(item),
    attempts: Math.max(1, Math.min(used, limits.attempts)),
  };
}

function isQuiet({ attempt }: AttemptFacts): boolean {
  return attempt.ending === 'no_change' && attempt.work === null;
}

function isUnchanged(facts: AttemptFacts): boolean {
  // Where a change was made and not kept, another line says why.
  const { ending, summary } = facts.attempt.pursuit;
  return isQuiet(facts) && (summary === '' || ending !== 'no_change');
}

/** Not the item's fault, and the same as the last time: every wake of an outage would say so. */
function isRepeated({ attempt }: AttemptFacts, before: ItemRecord): boolean {
  const { ending, detail, work } = attempt;
  const isSame = before.ending === ending && before.detail === detail && work === null;
  return isSame && itemEndingFacts(ending).givesAttemptBack;
}

function endedEvent({ goal, target, attempt, cost }: AttemptFacts, attempts: number): LogEvent {
  const { ending, detail, work } = attempt;
  return {
    event: eventOf(ending),
    goal: goal.id,
    item: target.item.key,
    title: loggedTitle(target.item),
    ending,
    detail,
    attempt: itemEndingFacts(ending).givesAttemptBack ? null : { n: attempts, of: goal.limits.attempts },
    size: work === null ? null : sizeOf(work.diff),
    spent: cost,
    ...(attempt.pursuit.summary !== '' && { summary: attempt.pursuit.summary }),
    ...(attempt.pursuit.findings.length > 0 && { findings: attempt.pursuit.findings }),
  };
}

function eventOf(ending: Ending): 'item_ended' | 'item_failed' | 'secret_found' {
  if (ending === 'secret_found') return 'secret_found';
  const { isFinished, givesAttemptBack } = itemEndingFacts(ending);
  return isFinished || givesAttemptBack ? 'item_ended' : 'item_failed';
}

function sizeOf({ files }: Diff) {
  return {
    files: files.length,
    added: files.reduce((sum, file) => sum + file.added, 0),
    removed: files.reduce((sum, file) => sum + file.removed, 0),
  };
}

/** That nothing of the window is left is said by the line that ends the lease as well. */
function finishedEvent({ id }: Goal, slot: string): LogEvent {
  return { event: 'window_finished', goal: id, slot, isRoutine: true };
}
