import type { EventName } from '../../core/event.ts';
import { ALERT_LINES } from './alert-lines.ts';
import { DRAFT_LINES } from './draft-lines.ts';
import { GOAL_LINES } from './goal-lines.ts';
import { ISSUE_LINES } from './issue-lines.ts';
import { LOCK_LINES } from './lock-lines.ts';
import { MODEL_LINES } from './model-lines.ts';
import { REQUEST_LINES } from './request-lines.ts';
import { RUN_LINES } from './run-lines.ts';
import { TASK_LINES } from './task-lines.ts';
import type { MaskedEvent, Wordings } from './wording.ts';

/** Every kind of event, worded once. */
const WORDINGS: Wordings = {
  ...RUN_LINES,
  ...LOCK_LINES,
  ...GOAL_LINES,
  ...TASK_LINES,
  ...MODEL_LINES,
  ...DRAFT_LINES,
  ...ISSUE_LINES,
  ...ALERT_LINES,
  ...REQUEST_LINES,
};

/** What people read of an event. */
export function messageOf<E extends EventName>(event: MaskedEvent<E>): string {
  return WORDINGS[event.event].message(event);
}

/** What programs read of it besides; null: nothing. */
export function dataOf<E extends EventName>(event: MaskedEvent<E>): Readonly<Record<string, unknown>> | null {
  return WORDINGS[event.event].data?.(event) ?? null;
}
