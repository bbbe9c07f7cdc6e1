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

/** After a goal edit the unfinished window keeps its span, and its queue is made anew. */
async function requeue(
  session: Session,
  goal: Goal,
  { draft, window }: { readonly draft: Changed; readonly window: OpenWindow },
): Promise<Changed> {
  if (!isOtherVersion(session.ledger.state, goal)) return draft;
  await session.world.workspace.fetchCommit(window.to.commit, session.deadline.work);
  const { is_cut: _, ...span } = window;
  const { keys: queue, isCut } = await queueOf(session, goal, { checkpoint: draft.checkpoint, window });
  const remade: OpenWindow = { ...span, queue, ...(isCut ? { is_cut: true } : {}) };
  return { ...draft, checkpoint: { ...draft.checkpoint, window: remade } };
}
