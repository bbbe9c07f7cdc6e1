import type { Ending } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import type { Checkpoint, RefusedPush } from '../../core/state.ts';
import { digest } from '../../core/text/digest.ts';
import { isoTime } from '../../core/time.ts';
import { isStillRefused, refusalFor } from '../../core/work/refused-push.ts';
import { ATTEMPT_TEXTS } from '../../report/log/attempt-texts.ts';
import type { Session } from './session.ts';

/** A refusal as it is remembered, with what tells later that it may be over. */
export async function refusedPush(
  session: Session,
  refused: Pick<RefusedPush, 'kind' | 'branch' | 'detail'>,
): Promise<RefusedPush> {
  const at = isoTime(session.world.clock.now());
  return { ...refused, at, ...(await circumstances(session, refused.branch)) };
}

/** Why nothing is worked on for a goal now, without anything being paid; null: it may be tried. */
export async function refusalThatHolds(
  session: Session,
  goal: Goal,
  checkpoint: Checkpoint,
): Promise<{ readonly ending: Ending; readonly detail: string } | null> {
  const refused = refusalFor(goal.id, checkpoint, session.ledger.state.checkpoints);
  if (refused === null) return null;
  const now = session.world.clock.now();
  const facts = await circumstances(session, refused.branch);
  if (!isStillRefused(refused, { now, ...facts })) return null;
  return refused.kind === 'frozen'
    ? { ending: 'waiting_for_draft', detail: ATTEMPT_TEXTS.frozen(refused.branch, refused.detail) }
    : { ending: 'forbidden', detail: ATTEMPT_TEXTS.mayNotPush(refused.detail) };
}

async function circumstances(
  { world, settings, deadline }: Session,
  branch: string,
): Promise<Pick<RefusedPush, 'rules' | 'settings'>> {
  const rules = await world.github.branchRules(branch, deadline.work);
  return {
    rules: rules === null ? null : digest([rules], 32),
    settings: digest([JSON.stringify(settings)], 32),
  };
}
