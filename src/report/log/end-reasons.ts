import type { EndReason, IdleReason } from '../../core/work/end-reason.ts';
import { ALIKE_ALLOWED } from '../../core/work/failed-alike.ts';
import type { ItemObstacle } from '../../core/work/next-item.ts';
import type { StuckFacts } from '../../core/work/worst-end.ts';
import { sentence } from '../words/sentences.ts';
import { RESULT_TEXTS } from './result-texts.ts';
import { stuckWords } from './task-lines.ts';

/** How a goal ends that cannot go on with its items, and why. */
export function obstacleReason(obstacle: ItemObstacle): EndReason {
  switch (obstacle.kind) {
    case 'too_little_money':
      return { ending: 'budget_spent', detail: RESULT_TEXTS.tooLittleForNext };
    case 'failed_alike':
      return {
        ending: obstacle.end.ending,
        detail: RESULT_TEXTS.failedAlike(ALIKE_ALLOWED, obstacle.end.detail),
      };
    default:
      return { ending: 'waiting_for_draft', detail: RESULT_TEXTS.isHeldUp(obstacle) };
  }
}

/** How a goal ends that has no item to work on, and why. */
export function idleReason(idle: IdleReason): EndReason {
  switch (idle.kind) {
    case 'paused':
      return { ending: 'paused', detail: RESULT_TEXTS.paused(idle.reason) };
    case 'obstacle':
      return obstacleReason(idle.obstacle);
    case 'budget_spent':
      return { ending: 'budget_spent', detail: idle.detail };
    case 'queue_empty':
      return { ending: 'no_change', detail: RESULT_TEXTS.queueEmpty };
    case 'unchanged':
      return { ending: 'nothing_due', detail: sentence(RESULT_TEXTS.inputUnchanged) };
    case 'backing_off':
      return {
        ending: 'nothing_due',
        detail: RESULT_TEXTS.waitsAfterFailures(idle.backOff.failures, idle.backOff.until),
      };
    case 'nothing_due':
      return { ending: 'nothing_due', detail: RESULT_TEXTS.nothingDue };
  }
}

/** How a goal ends with an item that has used up its attempts, and why. Null: there is no such item. */
export function stuckReason(stuck: StuckFacts | null): EndReason | null {
  return stuck === null ? null : { ending: 'item_stuck', detail: stuckWords(stuck) };
}
