import { EVENTS, type EventName, type LogLevel } from '../event.ts';
import type { AlertEvents, RequestEvents, StopEvents } from './oversight-events.ts';
import type { GoalEvents, LockEvents, RunEvents } from './run-events.ts';
import type { DraftEvents, IssueEvents, ModelEvents, TaskEvents } from './task-events.ts';

/** By event name: the facts that the event consists of. `report/log/` words them. */
interface EventFacts
  extends RunEvents,
    LockEvents,
    GoalEvents,
    TaskEvents,
    ModelEvents,
    DraftEvents,
    IssueEvents,
    AlertEvents,
    RequestEvents,
    StopEvents {}

/** Something that happened, as facts: what becomes a line of the activity log once it is worded, stamped and masked. */
export type LogEvent<E extends EventName = EventName> = {
  [K in E]: { readonly event: K } & About & EventFacts[K];
}[E];

interface About {
  /** Its id. Missing: about no goal in particular. */
  readonly goal?: string;
  /** The key of the item. */
  readonly item?: string;
  /** True: people have read it already, or need not. The line is written for programs alone. */
  readonly isRoutine?: boolean;
}

/** What is told of the model's work: the item that it belongs to is known where it is written. */
export type ModelEvent = LogEvent<keyof ModelEvents>;

export function levelOf({ event, isRoutine }: Pick<LogEvent, 'event' | 'isRoutine'>): LogLevel {
  return isRoutine === true ? 'debug' : EVENTS[event];
}
