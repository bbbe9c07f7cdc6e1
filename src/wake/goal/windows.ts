import { type DraftObstacle, obstacleToDraft } from '../../core/due/due.ts';
import type { Goal } from '../../core/goal.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { isExpectedStart } from '../../core/log/routine.ts';
import type { OpenWindow } from '../../core/state.ts';
import type { Changed } from '../../core/work/changed.ts';
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
import { queueOf } from './queue.ts';

interface OpenedWindow {
  readonly changed: Changed;
  /** What kept a window from being opened; null: nothing did. */
  readonly blocked: DraftObstacle | null;
}

/** Goes on with the unfinished window, or opens the one of the slot that is due. */
export async function openWindow(
  session: Session,
  goal: Goal,
  draft: Changed & { readonly isAsked: boolean },
): Promise<OpenedWindow> {
  const { checkpoint, events, isAsked } = draft;
  const known = { checkpoint, events };
  if (checkpoint.pause !== null) return { changed: known, blocked: null };
  if (checkpoint.window !== null) {
    const changed = await requeue(session, goal, { draft: known, window: checkpoint.window });
    return { changed, blocked: null };
  }
  const blocked =
    goal.whenDraftIsOpen === 'wait' ? obstacleToDraft(goal, draftFacts(session, goal, checkpoint)) : null;
  const { state } = session.ledger;
  const now = session.world.clock.now();
  const passed = passSlots(known, { goal, state, now, isBlocked: blocked !== null });
  const isWanted = isAsked || (blocked === null && (await isConditionMet(session, goal, checkpoint)));
  const run = passed.run ?? (isWanted && blocked === null ? wantedRun(checkpoint, now) : null);
  if (run === null) return { changed: editLeft(state, goal, passed.changed), blocked };
  const skipped = skippedForDraft(state, goal);
  return {
    changed: await startWindow(session, goal, { draft: passed.changed, run, skipped }),
    blocked: null,
  };
}

async function startWindow(
  session: Session,
  goal: Goal,
  { draft, run, skipped }: { readonly draft: Changed; readonly run: WindowRun; readonly skipped: number },
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
  const { keys: queue, isCut } = await queueOf(session, goal, { checkpoint: draft.checkpoint, window: span });
  const window: OpenWindow = { ...span, kind: run.kind, queue, ...(isCut ? { is_cut: true } : {}) };
  const started: LogEvent = {
    event: 'window_started',
    goal: goal.id,
    slot,
    kind: run.kind,
    from: run.from,
    queue: goal.forEach?.kind ?? null,
    items: queue.length,
    skipped,
    ...(isCut ? { isCut } : {}),
    isRoutine: !isCut && isExpectedStart({ kind: run.kind, skipped }, finished === null),
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
  const { is_cut: _, ...span } = isGone ? { ...window, to: { ...to, commit: base.commit } } : window;
  const { keys: queue, isCut } = await queueOf(session, goal, { checkpoint: draft.checkpoint, window: span });
  const remade: OpenWindow = { ...span, queue, ...(isCut ? { is_cut: true } : {}) };
  const moved = { event: 'window_moved', goal: goal.id, slot: window.slot, branch: base.branch } as const;
  const events = isGone ? [...draft.events, moved] : draft.events;
  return { checkpoint: { ...draft.checkpoint, window: remade }, events };
}
