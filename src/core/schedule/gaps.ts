import type { Checkpoint, State, Status } from '../state.ts';
import { isoTime } from '../time.ts';
import { countSlots } from './schedule.ts';
import {
  classify,
  countedTo,
  countersOf,
  isRecurring,
  type SlotFacts,
  type SlotPlan,
  slotRange,
} from './slot-plan.ts';

/** A time in which a goal was not to be woken, both ends included. ISO times. */
export interface Gap {
  readonly since: string;
  readonly until: string;
  readonly why: 'stopped' | 'paused';
}

const STOPS_KEPT = 20;

/** The stop that was recorded is over: since when and until when it lasted is kept for the goals' next wakes. */
export function endStop(status: Status, at: string): Status {
  if (status.stop === null) return status;
  const { since, reason } = status.stop;
  const stops = [...(status.stops ?? []), { since, until: at, reason }];
  return { ...status, stop: null, stops: stops.slice(-STOPS_KEPT) };
}

/** The stops and pauses that a wake at `now` (ms) looks back on, oldest first. It runs, so none of them lasts. */
export function gapsBefore(state: State, checkpoint: Checkpoint, now: number): readonly Gap[] {
  const { stops } = endStop(state.status, isoTime(now));
  const stopped = (stops ?? []).map(({ since, until }): Gap => ({ since, until, why: 'stopped' }));
  const paused = (checkpoint.pauses ?? []).map((pause): Gap => ({ ...pause, why: 'paused' }));
  return [...stopped, ...paused].toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

/**
 * `classify`, but slots inside a gap are skipped. The slots around it keep the schedule's own rule: a slot from before
 * the gap that no wake ran is still run when nothing newer is, and with `catch_up: each` it runs first.
 */
export function classifyAround(facts: SlotFacts, gaps: readonly Gap[]): SlotPlan {
  const after = countedTo(facts.checkpoint);
  const { schedule } = facts;
  if (after === null || !isRecurring(schedule)) return classify(facts);
  const spans = gaps.map((gap) => ({
    why: gap.why,
    afterMs: Math.max(after, Date.parse(gap.since) - 1),
    untilMs: Math.min(facts.now, Date.parse(gap.until)),
  }));
  const index = spans.findIndex((span) => countSlots(schedule, span.afterMs, span.untilMs) > 0);
  const span = spans[index];
  if (span === undefined) return classify(facts);
  const older = classify({ ...facts, until: span.afterMs });
  if (schedule.catchUp === 'each' && older.run !== null) return older;
  const skipped = slotRange({ ...span, schedule }, { as: 'skipped', why: span.why });
  const checkpoint = { ...facts.checkpoint, classified_to: isoTime(span.untilMs) };
  const newer = classifyAround({ ...facts, checkpoint }, gaps.slice(index + 1));
  const why = schedule.catchUp === 'skip' ? 'left_out' : 'covered';
  const passed =
    older.run === null || newer.run === null
      ? older.passed
      : [slotRange({ schedule, afterMs: after, untilMs: span.afterMs }, { as: 'missed', why })];
  const run = newer.run ?? older.run;
  const ranges = [...passed, skipped, ...newer.passed].filter((range) => range !== null);
  return { run, passed: ranges, counters: countersOf(run, ranges), classified_to: newer.classified_to };
}
