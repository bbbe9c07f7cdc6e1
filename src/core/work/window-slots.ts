import type { Goal } from '../goal.ts';
import type { LogEvent } from '../log/log-event.ts';
import { isRepeatedSkip } from '../log/routine.ts';
import { unfinishedOutbox } from '../progress/checkpoint.ts';
import { classifyAround, gapsBefore } from '../schedule/gaps.ts';
import {
  addSlots,
  type DueSlot,
  type SlotPlan,
  type SlotRange,
  slotsPassedOver,
} from '../schedule/slot-plan.ts';
import type { Checkpoint, GoalStatus, OpenWindow, State } from '../state.ts';
import { DAY_MS, isoMinute, isoTime } from '../time.ts';
import type { Changed } from './changed.ts';

export interface SlotsFacts {
  readonly goal: Goal;
  readonly state: State;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Whether drafts keep a window from being opened. */
  readonly isBlocked: boolean;
}

/** A goal's slots up to now, counted. */
export interface SlotsPassed {
  readonly changed: Changed;
  /** The slot that is run now; null: none is. */
  readonly run: DueSlot | null;
}

/** Counts the slots that have passed by now, tells of those that no wake runs, and finds the one that is run. */
export function passSlots(draft: Changed, { goal, state, now, isBlocked }: SlotsFacts): SlotsPassed {
  const { checkpoint } = draft;
  const facts = {
    schedule: goal.schedule,
    now,
    checkpoint,
    blocked: isBlocked ? ('waiting_for_draft' as const) : null,
    hasGoalChanged: isOtherVersion(state, goal),
  };
  const slots = classifyAround(facts, gapsBefore(state, checkpoint, now));
  const known = state.status.goals[goal.id];
  return { changed: recordSlots(goal, draft, { slots, known }), run: slots.run };
}

/**
 * How many slots were skipped for a draft since the last window, by the state before the next one: people read of the first
 * only. 0 after an edit, which may have changed what the slots are.
 */
export function skippedForDraft(state: State, goal: Goal): number {
  const committed = state.checkpoints[goal.id];
  const isWaiting = state.status.goals[goal.id]?.ending === 'waiting_for_draft';
  if (!isWaiting || committed === undefined || isOtherVersion(state, goal)) return 0;
  return slotsPassedOver(goal.schedule, committed);
}

/** Whether the committed checkpoint was written for another version of the goal file, or for none yet. */
export function isOtherVersion({ checkpoints }: State, goal: Goal): boolean {
  return checkpoints[goal.id]?.goal_blob !== goal.blob;
}

/** What makes a `once` goal due again is its edit: until a window has begun for it, it is not written down as seen. */
export function editLeft({ checkpoints }: State, goal: Goal, changed: Changed): Changed {
  const committed = checkpoints[goal.id];
  if (goal.schedule.kind !== 'once' || committed === undefined) return changed;
  return { ...changed, checkpoint: { ...changed.checkpoint, goal_blob: committed.goal_blob } };
}

/** What a new window covers. ISO times. */
export interface WindowRun {
  readonly slot: string;
  readonly kind: OpenWindow['kind'];
  readonly from: string;
}

/** The goal is wanted although no slot is due: the window goes from the last finished end to now. */
export function wantedRun(
  goal: Pick<Goal, 'schedule'>,
  checkpoint: Checkpoint,
  now: number,
): WindowRun | null {
  if (unfinishedOutbox(checkpoint).length > 0) return null;
  const slot = isoTime(now);
  return { slot, kind: 'asked', from: checkpoint.finished?.time ?? isoTime(now - firstSpan(goal)) };
}

/** A goal that no time makes due has no slot that it could have begun with. */
function firstSpan({ schedule }: Pick<Goal, 'schedule'>): number {
  return schedule.kind === 'never' ? DAY_MS : 0;
}

/** Slots lie on whole minutes; what a person asks for may come twice in one. */
export function slotName({ kind, slot }: WindowRun): string {
  return kind === 'asked' ? slot : isoMinute(Date.parse(slot));
}

function recordSlots(
  goal: Goal,
  draft: Changed,
  { slots, known }: { readonly slots: SlotPlan; readonly known: GoalStatus | undefined },
): Changed {
  const checkpoint = {
    ...draft.checkpoint,
    classified_to: slots.classified_to,
    counters: addSlots(draft.checkpoint.counters, slots.counters),
    ...pausesLeft(draft.checkpoint, slots.classified_to),
  };
  const passed = slots.passed.map((range) => ({
    ...passedLine(goal, range),
    ...retriedSlot(draft.checkpoint, range),
    ...(range.why === 'covered' && slots.run !== null ? { coveredBy: slots.run.slot } : {}),
    ...(isRepeatedSkip(range.why, known) ? { isRoutine: true } : {}),
  }));
  return { checkpoint, events: [...draft.events, ...passed] };
}

/** A pause whose slots are counted is told and done with. */
function pausesLeft({ pauses }: Checkpoint, countedTo: string | null): Pick<Checkpoint, 'pauses'> {
  if (pauses === undefined) return {};
  return { pauses: pauses.filter(({ until }) => countedTo === null || until > countedTo) };
}

type PassedLine = LogEvent<'slots_missed' | 'slots_classified'>;

/** The line about slots that no wake ran. */
export function passedLine(goal: Goal, range: SlotRange): PassedLine {
  return {
    event: range.as === 'missed' ? 'slots_missed' : 'slots_classified',
    goal: goal.id,
    ...range,
  };
}

/** Where slots were missed although a wake came: it was busy with the window of an older one. */
function retriedSlot(
  { last_lease, finished }: Checkpoint,
  { as, from, to }: SlotRange,
): Pick<PassedLine, 'retried'> {
  const isBusy = as === 'missed' && last_lease !== null && last_lease.at >= to;
  return isBusy && finished !== null && finished.slot < from ? { retried: finished.slot } : {};
}
