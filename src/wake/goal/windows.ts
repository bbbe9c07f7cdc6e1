import { isBackingOff } from '../../core/due/back-off.ts';
import { type DraftObstacle, obstacleToDraft } from '../../core/due/due.ts';
import type { GoalRequests } from '../../core/due/goal-requests.ts';
import type { Goal } from '../../core/goal.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { isExpectedStart, isRepeatedRest } from '../../core/log/routine.ts';
import type { OpenWindow } from '../../core/state.ts';
import type { Changed } from '../../core/work/changed.ts';
import { inputDigest } from '../../core/work/same-input.ts';
import {
  editLeft,
  isOtherVersion,
  passSlots,
  skippedForDraft,
  slotName,
  type WindowRun,
  wantedRun,
} from '../../core/work/window-slots.ts';
import { draftFacts } from '../lease/draft-facts.ts';
import type { Session } from '../lease/session.ts';
import { isConditionMet } from './conditions.ts';
import { NO_QUEUE, queueFields, queueOf } from './queue.ts';
import { isInputSame } from './same-input.ts';

interface OpenedWindow {
  readonly changed: Changed;
  /** What kept a window from being opened; null: nothing did. */
  readonly blocked: DraftObstacle | null;
  /** The window holds nothing that the last finished one has not held, so it has no tasks. */
  readonly isUnchanged: boolean;
}

const NOTHING_OPENED = { blocked: null, isUnchanged: false } as const;

/** Goes on with the unfinished window, or opens the one of the slot that is due. */
export async function openWindow(
  session: Session,
  goal: Goal,
  draft: Changed & Pick<GoalRequests, 'isNew' | 'isByPerson'>,
): Promise<OpenedWindow> {
  const { checkpoint, events, isNew, isByPerson } = draft;
  const known = { checkpoint, events };
  if (checkpoint.pause !== null) return { changed: known, ...NOTHING_OPENED };
  if (checkpoint.window !== null) {
    const changed = await requeue(session, goal, { draft: known, window: checkpoint.window });
    return { changed, ...NOTHING_OPENED };
  }
  // Whoever looks for the tasks of a goal that waits may run the very commands that failed.
  if (isBackingOff(checkpoint, session.world.clock.now())) return { changed: known, ...NOTHING_OPENED };
  const blocked =
    goal.whenDraftIsOpen === 'wait' ? obstacleToDraft(goal, draftFacts(session, goal, checkpoint)) : null;
  const { state } = session.ledger;
  const now = session.world.clock.now();
  const passed = passSlots(known, { goal, state, now, isBlocked: blocked !== null });
  const isWanted = isNew || (blocked === null && (await isConditionMet(session, goal, checkpoint)));
  const run = passed.run ?? (isWanted && blocked === null ? wantedRun(goal, checkpoint, now) : null);
  if (run === null) return { ...NOTHING_OPENED, changed: editLeft(state, goal, passed.changed), blocked };
  const input = inputDigest(goal, session.settings);
  const isUnchanged =
    !isByPerson && (await isInputSame(session, goal, { checkpoint: passed.changed.checkpoint, input }));
  const start = { draft: passed.changed, run, input, isUnchanged, skipped: skippedForDraft(state, goal) };
  return { ...NOTHING_OPENED, changed: await startWindow(session, goal, start), isUnchanged };
}

interface WindowStart extends Pick<OpenedWindow, 'isUnchanged'> {
  readonly draft: Changed;
  readonly run: WindowRun;
  readonly input: string;
  readonly skipped: number;
}

async function startWindow(
  session: Session,
  goal: Goal,
  { draft, run, input, isUnchanged, skipped }: WindowStart,
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
  const queue = isUnchanged
    ? NO_QUEUE
    : await queueOf(session, goal, { checkpoint: draft.checkpoint, window: span });
  const { isCut, found } = queue;
  const window: OpenWindow = { ...span, kind: run.kind, input, ...queueFields(queue) };
  const started: LogEvent = {
    event: 'window_started',
    goal: goal.id,
    slot,
    kind: run.kind,
    from: run.from,
    queue: goal.forEach?.kind ?? null,
    items: queue.keys.length,
    skipped,
    ...(isCut ? { isCut } : {}),
    ...(found === null ? {} : { found }),
    ...(isUnchanged ? { isUnchanged } : {}),
    isRoutine: isUnchanged
      ? isRepeatedRest(finished, session.ledger.state.status.goals[goal.id])
      : !isCut && isExpectedStart({ kind: run.kind, skipped }, finished === null),
  };
  return { checkpoint: { ...draft.checkpoint, window }, events: [...draft.events, started] };
}

/**
 * The unfinished window keeps its span. Its queue is made anew after an edit of the goal, and where the commit that it ends at is
 * gone: somebody has rewritten the default branch, so that the window ends at its newest commit now.
 */
async function requeue(
  session: Session,
  goal: Goal,
  { draft, window }: { readonly draft: Changed; readonly window: OpenWindow },
): Promise<Changed> {
  const { base } = session.tips;
  const { to } = window;
  const isGone =
    to.commit !== base.commit &&
    !(await session.world.workspace.fetchCommit(to.commit, session.deadline.work));
  if (!isGone && !isOtherVersion(session.ledger.state, goal)) return draft;
  const input = inputDigest(goal, session.settings);
  const {
    is_cut: _,
    commits: __,
    ...span
  } = isGone ? { ...window, to: { ...to, commit: base.commit } } : window;
  const queue = await queueOf(session, goal, { checkpoint: draft.checkpoint, window: span });
  const remade: OpenWindow = { ...span, input, ...queueFields(queue) };
  const moved = { event: 'window_moved', goal: goal.id, slot: window.slot, branch: base.branch } as const;
  const events = isGone ? [...draft.events, moved] : draft.events;
  return { checkpoint: { ...draft.checkpoint, window: remade }, events };
}
