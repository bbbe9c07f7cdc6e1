import type { Schedule } from '../goal.ts';
import { DAY_MS, MINUTE_MS } from '../time.ts';
import { cronSlots } from './cron.ts';

/*
 * The slots of a schedule, by arithmetic on given times: nothing here reads a clock. All times are milliseconds since
 * 1970 UTC. Slots lie on whole minutes. `once` has no slots of its own: its only slot is the moment it is first seen. `never` has none.
 */

/** The oldest slot later than `afterMs`; null: there is none. */
export function nextSlot(schedule: Schedule, afterMs: number): number | null {
  switch (schedule.kind) {
    case 'every': {
      const interval = schedule.minutes * MINUTE_MS;
      return (Math.floor(afterMs / interval) + 1) * interval;
    }
    case 'cron':
      return cronSlots(schedule.pattern, schedule.timezone).next(afterMs);
    case 'once':
    case 'never':
      return null;
  }
}

/** The newest slot earlier than `beforeMs`; null: there is none. */
export function previousSlot(schedule: Schedule, beforeMs: number): number | null {
  switch (schedule.kind) {
    case 'every': {
      const interval = schedule.minutes * MINUTE_MS;
      return (Math.ceil(beforeMs / interval) - 1) * interval;
    }
    case 'cron':
      return cronSlots(schedule.pattern, schedule.timezone).previous(beforeMs);
    case 'once':
    case 'never':
      return null;
  }
}

/** The newest slot not later than `atMs`; null: there is none. */
export function newestSlot(schedule: Schedule, atMs: number): number | null {
  return previousSlot(schedule, atMs + 1);
}

/** The slots later than `afterMs` and not later than `untilMs`, oldest first, at most `limit`. */
export function slotsBetween(
  schedule: Schedule,
  range: { readonly afterMs: number; readonly untilMs: number },
  limit: number,
): readonly number[] {
  const slots: number[] = [];
  let slot = nextSlot(schedule, range.afterMs);
  while (slot !== null && slot <= range.untilMs && slots.length < limit) {
    slots.push(slot);
    slot = nextSlot(schedule, slot);
  }
  return slots;
}

/** How many slots are later than `afterMs` and not later than `untilMs`. Exact; cheap also for years of slots. */
export function countSlots(schedule: Schedule, afterMs: number, untilMs: number): number {
  if (untilMs <= afterMs) return 0;
  switch (schedule.kind) {
    case 'every': {
      const interval = schedule.minutes * MINUTE_MS;
      return Math.floor(untilMs / interval) - Math.floor(afterMs / interval);
    }
    case 'cron':
      return cronSlots(schedule.pattern, schedule.timezone).count(afterMs, untilMs);
    case 'once':
    case 'never':
      return 0;
  }
}

/**
 * How long before `slotMs` its window starts when nothing was finished before, ms: the distance to the slot before it.
 * For a time that is no slot of a cron pattern: the distance between the two slots before it. `once` and `never`: a day.
 */
export function intervalBefore(schedule: Schedule, slotMs: number): number {
  if (schedule.kind === 'every') return schedule.minutes * MINUTE_MS;
  const newest = newestSlot(schedule, slotMs);
  const before = newest === null ? null : previousSlot(schedule, newest);
  return newest === null || before === null ? DAY_MS : newest - before;
}
