import type { Schedule } from '../goal.ts';
import type { Checkpoint, SlotCounters } from '../state.ts';
import { NO_SLOTS } from '../state.ts';
import { HOUR_MS, isoTime, MINUTE_MS } from '../time.ts';
import { countSlots, intervalBefore, newestSlot, nextSlot, previousSlot } from './schedule.ts';

/** Why a goal may not start a window now. */
export type Blocked = 'stopped' | 'paused' | 'waiting_for_draft';

export interface SlotFacts {
  readonly schedule: Schedule;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly checkpoint: Pick<Checkpoint, 'classified_to' | 'finished'>;
  readonly blocked: Blocked | null;
  /** The goal file was edited since the checkpoint was written; makes a `once` goal due again. */
  readonly hasGoalChanged: boolean;
  /** Slots later than this are not looked at, ms. Default: `now`. */
  readonly until?: number;
}

/** What becomes of all slots that have passed and were not counted yet. Times are as in the checkpoint, ISO 8601. */
export interface SlotPlan {
  /** The one slot to run now. */
  readonly run: DueSlot | null;
  /** The slots that passed and will not run: one line of the log each. */
  readonly passed: readonly SlotRange[];
  /** What to add to the checkpoint's counters. */
  readonly counters: SlotCounters;
  /** The checkpoint's new `classified_to`. Slots later than this still wait for their turn. */
  readonly classified_to: string | null;
}

export interface DueSlot {
  readonly slot: string;
  /**
   * `ran`: in time. `caught_up`: a wake could have run it earlier and none did, because it is not the newest slot or
   * more than an hour late. (A half-hourly tick, delayed as GitHub usually delays it, still comes within the hour.)
   * A goal's first slot is always in time.
   */
  readonly kind: 'ran' | 'caught_up';
  /** Where its window starts; never later than the slot. */
  readonly from: string;
}

export interface SlotRange {
  readonly as: 'missed' | 'skipped' | 'overlapped';
  /** The oldest and the newest slot of the range. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /**
   * `covered`: the window of the newer slot that runs covers their time as well. `left_out`: the goal's `catch_up: skip`
   * leaves their time out. `too_old`: older than the catch-up window. `under_lease`: they passed while a wake held the
   * goal. Else what blocked the goal.
   */
  readonly why: 'covered' | 'left_out' | 'too_old' | 'under_lease' | Blocked;
}

/**
 * Decides what a wake does about the slots of a goal that has no unfinished window. Each slot is counted exactly once,
 * as `ran`, `caught_up`, `missed`, `skipped` or `overlapped`: those up to `classified_to` are done with, whatever the
 * clock says, so a clock that jumped back makes nothing due before it has come back to that time.
 *
 * A goal without a checkpoint is due at once, for the newest slot, with one interval as its window. While it is blocked
 * nothing of it is counted, so that it is still due at once afterwards; the same holds for `once`.
 */
export function classify(facts: SlotFacts): SlotPlan {
  const { schedule, checkpoint, now } = facts;
  const after = countedTo(checkpoint);
  if (schedule.kind === 'once') return classifyOnce(facts, after);
  if (!isRecurring(schedule)) return nothing(checkpoint);
  const newest = newestSlot(schedule, Math.min(now, facts.until ?? now));
  if (newest === null || (after !== null && newest <= after)) return nothing(checkpoint);
  if (facts.blocked !== null) {
    if (after === null) return nothing(checkpoint);
    return passOver({ schedule, afterMs: after, untilMs: newest }, { as: 'skipped', why: facts.blocked });
  }
  if (after === null) return runOnly(facts, newest, 'ran');
  return catchUp(facts, schedule, { after, newest });
}

/**
 * For the release: the slots that passed while the lease was held are `overlapped`. Where older slots still wait for
 * their turn (`catch_up: each`, or an unfinished window), the newer ones wait behind them instead.
 * `takenAt` and `now` are milliseconds since 1970 UTC.
 */
export function classifyUnderLease(facts: {
  readonly schedule: Schedule;
  readonly checkpoint: SlotFacts['checkpoint'];
  readonly takenAt: number;
  readonly now: number;
}): SlotPlan {
  const { schedule, checkpoint, takenAt } = facts;
  const after = countedTo(checkpoint);
  const newest = newestSlot(schedule, facts.now);
  if (after === null || newest === null || newest <= after) return nothing(checkpoint);
  if (countSlots(schedule, after, takenAt) > 0) return nothing(checkpoint);
  return passOver({ schedule, afterMs: after, untilMs: newest }, { as: 'overlapped', why: 'under_lease' });
}

/** Adds a plan's figures to those of the checkpoint. */
export function addSlots(counters: SlotCounters, more: SlotCounters): SlotCounters {
  return {
    ...counters,
    ran: counters.ran + more.ran,
    caught_up: counters.caught_up + more.caught_up,
    missed: counters.missed + more.missed,
    skipped: counters.skipped + more.skipped,
    overlapped: counters.overlapped + more.overlapped,
  };
}

/** What to add to the counters for one slot that runs and the ranges that passed. */
export function countersOf(run: DueSlot | null, passed: readonly SlotRange[]): SlotCounters {
  const slot = run === null ? NO_SLOTS : { ...NO_SLOTS, [run.kind]: 1 };
  return passed.reduce((sum, range) => addSlots(sum, { ...NO_SLOTS, [range.as]: range.count }), slot);
}

type Recurring = Extract<Schedule, { readonly kind: 'every' | 'cron' }>;

export function isRecurring(schedule: Schedule): schedule is Recurring {
  return schedule.kind === 'every' || schedule.kind === 'cron';
}

interface Passed {
  /** Slots up to here are counted, ms. */
  readonly after: number;
  /** The newest slot, later than `after`, ms. */
  readonly newest: number;
}

function catchUp(facts: SlotFacts, schedule: Recurring, passed: Passed): SlotPlan {
  const { after, newest } = passed;
  const oldestAllowed = facts.now - schedule.catchUpWindowMinutes * MINUTE_MS;
  const first = schedule.catchUp === 'each' ? nextSlot(schedule, Math.max(after, oldestAllowed - 1)) : newest;
  if (first === null || first > newest || first < oldestAllowed) {
    return passOver({ schedule, afterMs: after, untilMs: newest }, { as: 'missed', why: 'too_old' });
  }
  const isInTime = first === newest && facts.now - first <= HOUR_MS;
  const plan = runOnly(facts, first, isInTime ? 'ran' : 'caught_up');
  const range = slotRange(
    { schedule, afterMs: after, untilMs: first - 1 },
    { as: 'missed', why: WHY_OLDER[schedule.catchUp] },
  );
  if (range === null) return plan;
  return { ...plan, passed: [range], counters: { ...plan.counters, missed: range.count } };
}

const WHY_OLDER = { once: 'covered', each: 'too_old', skip: 'left_out' } as const;

/** Due once per version of the goal file; its slot is the moment it is first seen. */
function classifyOnce(facts: SlotFacts, after: number | null): SlotPlan {
  const isDone = after !== null && (!facts.hasGoalChanged || facts.now <= after);
  if (isDone || facts.blocked !== null) return nothing(facts.checkpoint);
  return runOnly(facts, facts.now, 'ran');
}

function runOnly(facts: SlotFacts, slotMs: number, kind: DueSlot['kind']): SlotPlan {
  const slot = isoTime(slotMs);
  return {
    run: { slot, kind, from: isoTime(windowStart(facts, slotMs)) },
    passed: [],
    counters: { ...NO_SLOTS, [kind]: 1 },
    classified_to: slot,
  };
}

/**
 * Windows follow each other without a gap, whatever passed between them, except with `catch_up: skip`. When a person
 * had the goal run after this slot, the last window ends later than it: then this one is empty.
 */
function windowStart({ schedule, checkpoint }: SlotFacts, slotMs: number): number {
  const isOwnIntervalOnly = isRecurring(schedule) && schedule.catchUp === 'skip';
  if (checkpoint.finished === null || isOwnIntervalOnly) return slotMs - intervalBefore(schedule, slotMs);
  return Math.min(Date.parse(checkpoint.finished.time), slotMs);
}

interface SlotSpan {
  readonly schedule: Schedule;
  readonly afterMs: number;
  readonly untilMs: number;
}

function passOver(span: SlotSpan, label: Pick<SlotRange, 'as' | 'why'>): SlotPlan {
  const range = slotRange(span, label);
  return {
    run: null,
    passed: range === null ? [] : [range],
    counters: { ...NO_SLOTS, [label.as]: range?.count ?? 0 },
    classified_to: isoTime(span.untilMs),
  };
}

export function slotRange(span: SlotSpan, label: Pick<SlotRange, 'as' | 'why'>): SlotRange | null {
  const first = nextSlot(span.schedule, span.afterMs);
  const last = previousSlot(span.schedule, span.untilMs + 1);
  if (first === null || last === null || first > last) return null;
  const count = countSlots(span.schedule, span.afterMs, span.untilMs);
  return { ...label, from: isoTime(first), to: isoTime(last), count };
}

function nothing(checkpoint: SlotFacts['checkpoint']): SlotPlan {
  return { run: null, passed: [], counters: NO_SLOTS, classified_to: checkpoint.classified_to };
}

/** How many slots were counted since the last finished window, none of which ran. */
export function slotsPassedOver(schedule: Schedule, checkpoint: SlotFacts['checkpoint']): number {
  const { finished, classified_to: to } = checkpoint;
  if (finished === null || to === null) return 0;
  return countSlots(schedule, Date.parse(finished.slot), Date.parse(to));
}

/** Up to where slots are counted, ms; null: the goal never ran. */
export function countedTo(checkpoint: SlotFacts['checkpoint']): number | null {
  const time = checkpoint.classified_to ?? checkpoint.finished?.slot ?? null;
  return time === null ? null : Date.parse(time);
}
