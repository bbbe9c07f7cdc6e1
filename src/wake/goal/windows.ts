import { type DraftObstacle, obstacleToDraft } from '../../core/due/due.ts';
import type { Goal } from '../../core/goal.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { unfinishedOutbox } from '../../core/progress/checkpoint.ts';
import { classifyAround, gapsBefore } from '../../core/schedule/gaps.ts';
import { addSlots, type SlotPlan, type SlotRange } from '../../core/schedule/slot-plan.ts';
import type { Checkpoint, OpenWindow } from '../../core/state.ts';
import { isoMinute, isoTime } from '../../core/time.ts';
import { draftFacts } from '../lease/draft-facts.ts';
import type { Session } from '../lease/session.ts';
import { isConditionMet } from './conditions.ts';
import { queueOf } from './queue.ts';

/** A checkpoint on its way to be written, and what there is to tell about it. */
export interface Changed {
  readonly checkpoint: Checkpoint;
  readonly events: readonly LogEvent[];
}

/** Goes on with the unfinished window, or opens the one of the slot that is due. */
export async function openWindow(
  session: Session,
  goal: Goal,
  draft: Changed & { readonly isAsked: boolean },
): Promise<Changed & { readonly blocked: DraftObstacle | null }> {
  const { checkpoint, isAsked } = draft;
  if (checkpoint.pause !== null) return { ...draft, blocked: null };
  if (checkpoint.window !== null) {
    return { ...(await requeue(session, goal, { draft, window: checkpoint.window })), blocked: null };
  }
  const blocked =
    goal.whenDraftIsOpen === 'wait' ? obstacleToDraft(goal, draftFacts(session, goal, checkpoint)) : null;
  const now = session.world.clock.now();
  const facts = {
    schedule: goal.schedule,
    now,
    checkpoint,
    blocked: blocked === null ? null : ('waiting_for_draft' as const),
    hasGoalChanged: isOtherVersion(session, goal),
  };
  const slots = classifyAround(facts, gapsBefore(session.ledger.state, checkpoint, now));
  const classified = recordSlots(goal, draft, slots);
  const isWanted = isAsked || (blocked === null && (await isConditionMet(session, goal, checkpoint)));
  const run = slots.run ?? (isWanted && blocked === null ? wantedRun(checkpoint, now) : null);
  if (run === null) return { ...editLeft(session, goal, classified), blocked };
  return { ...(await startWindow(session, goal, { draft: classified, run })), blocked: null };
}

/** What makes a `once` goal due again is its edit: until a window has begun for it, it is not written down as seen. */
function editLeft({ ledger }: Session, goal: Goal, changed: Changed): Changed {
  const committed = ledger.state.checkpoints[goal.id];
  if (goal.schedule.kind !== 'once' || committed === undefined) return changed;
  return { ...changed, checkpoint: { ...changed.checkpoint, goal_blob: committed.goal_blob } };
}

/** Whether the committed checkpoint was written for another version of the goal file, or for none yet. */
function isOtherVersion({ ledger }: Session, goal: Goal): boolean {
  return ledger.state.checkpoints[goal.id]?.goal_blob !== goal.blob;
}

interface WindowRun {
  readonly slot: string;
  readonly kind: OpenWindow['kind'];
  readonly from: string;
}

/** The goal is wanted although no slot is due: the window goes from the last finished end to now. */
function wantedRun(checkpoint: Checkpoint, now: number): WindowRun | null {
  if (unfinishedOutbox(checkpoint).length > 0) return null;
  const slot = isoTime(now);
  return { slot, kind: 'asked', from: checkpoint.finished?.time ?? slot };
}

function recordSlots(goal: Goal, draft: Changed, slots: SlotPlan): Changed {
  const checkpoint = {
    ...draft.checkpoint,
    classified_to: slots.classified_to,
    counters: addSlots(draft.checkpoint.counters, slots.counters),
    ...pausesLeft(draft.checkpoint, slots.classified_to),
  };
  return {
    checkpoint,
    events: [
      ...draft.events,
      ...slots.passed.map((range) => ({
        ...passedLine(goal, range),
        ...retriedSlot(draft.checkpoint, range),
        ...(range.why === 'covered' && slots.run !== null ? { coveredBy: slots.run.slot } : {}),
      })),
    ],
  };
}

/** A pause whose slots are counted is told and done with. */
function pausesLeft({ pauses }: Checkpoint, countedTo: string | null): Pick<Checkpoint, 'pauses'> {
  if (pauses === undefined) return {};
  return { pauses: pauses.filter(({ until }) => countedTo === null || until > countedTo) };
}

export function passedLine(goal: Goal, range: SlotRange): PassedLine {
  return {
    event: range.as === 'missed' ? 'slots_missed' : 'slots_classified',
    goal: goal.id,
    ...range,
  };
}

type PassedLine = LogEvent<'slots_missed' | 'slots_classified'>;

/** Where slots were missed although a wake came: it was busy with the window of an older one. */
function retriedSlot(
  { last_lease, finished }: Checkpoint,
  { as, from, to }: SlotRange,
): Pick<PassedLine, 'retried'> {
  const isBusy = as === 'missed' && last_lease !== null && last_lease.at >= to;
  return isBusy && finished !== null && finished.slot < from ? { retried: finished.slot } : {};
}

async function startWindow(
  session: Session,
  goal: Goal,
  { draft, run }: { readonly draft: Changed; readonly run: WindowRun },
): Promise<Changed> {
  const { finished } = draft.checkpoint;
  const tip = session.tips.base.commit;
  const { workspace } = session.world;
  const commit =
    finished !== null && finished.time === run.from
      ? finished.commit
      : await workspace.commitAt(tip, Date.parse(run.from), session.deadline.work);
  const slot = slotName(run);
  const span = { slot, from: { time: run.from, commit }, to: { time: run.slot, commit: tip } };
  const queue = await queueOf(session, goal, { checkpoint: draft.checkpoint, window: span });
  const window: OpenWindow = { ...span, kind: run.kind, queue };
  const happening: LogEvent = {
    event: 'window_started',
    goal: goal.id,
    slot,
    kind: run.kind,
    from: run.from,
    queue: goal.forEach?.kind ?? null,
    items: queue.length,
  };
  return { checkpoint: { ...draft.checkpoint, window }, events: [...draft.events, happening] };
}

/** Slots lie on whole minutes; what a person asks for may come twice in one. */
function slotName(run: WindowRun): string {
  return run.kind === 'asked' ? run.slot : isoMinute(Date.parse(run.slot));
}

/** After a goal edit the unfinished window keeps its span, and its queue is made anew. */
async function requeue(
  session: Session,
  goal: Goal,
  { draft, window }: { readonly draft: Changed; readonly window: OpenWindow },
): Promise<Changed> {
  if (!isOtherVersion(session, goal)) return draft;
  await session.world.workspace.fetchCommit(window.to.commit, session.deadline.work);
  const queue = await queueOf(session, goal, { checkpoint: draft.checkpoint, window });
  return { ...draft, checkpoint: { ...draft.checkpoint, window: { ...window, queue } } };
}
