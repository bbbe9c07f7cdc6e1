import { type Attempt, type AttemptedItem, type ItemTarget, withoutWork } from '../../core/work/attempt.ts';
import { refusalKind } from '../../core/work/refused-push.ts';
import type { RefRefusal } from '../../ports.ts';
import { ATTEMPT_TEXTS } from '../../report/log/attempt-texts.ts';
import type { Hold } from '../lease/held-goal.ts';
import { refusedPush } from '../lease/refused-push.ts';
import { ownWorkAt } from '../outbox/own-work.ts';
import { endAsTouched, isTouched } from './touched-branch.ts';

/** Over work of its own that the state does not know the agent pushes once more: nobody else has a hand in it. */
export async function afterRefusal(
  hold: Hold,
  done: AttemptedItem,
  refs: readonly RefRefusal[],
): Promise<AttemptedItem> {
  const target = refs.some(({ reason }) => reason === 'moved') ? await overOwnWork(hold, done.target) : null;
  if (target !== null) return { ...done, target };
  return { ...done, attempt: await attemptRefused(hold, done, refs) };
}

/**
 * The attempt whose work the remote refused. That a person has touched the branch is believed only where the branch shows it: a
 * name that no branch can have is a setting to mend, and the rest is the server's own fault.
 */
async function attemptRefused(
  hold: Hold,
  { target, attempt }: AttemptedItem,
  refs: readonly RefRefusal[],
): Promise<Attempt> {
  const forbidden = refs.find((ref) => ref.reason === 'forbidden');
  if (forbidden !== undefined) return afterForbidden(hold, { target, attempt }, forbidden);
  const taken = refs.find((ref) => ref.reason === 'name_taken');
  if (taken !== undefined)
    return withoutWork(attempt, 'bad_settings', ATTEMPT_TEXTS.nameTaken(taken.branch, taken.detail));
  if (await isTouched(hold, target)) return endAsTouched(hold, target, attempt);
  const { branch } = target.draft;
  return withoutWork(attempt, 'github_unavailable', ATTEMPT_TEXTS.notStored(branch, refs[0]?.detail ?? ''));
}

/** After a push was refused: work of the agent itself, which the state does not know, is replaced. Null: it is somebody else's. */
async function overOwnWork(hold: Hold, target: ItemTarget): Promise<ItemTarget | null> {
  const { session, goal } = hold;
  const { draft, item } = target;
  const signal = session.deadline.save;
  const tip = await session.world.workspace.fetchBranch(draft.branch, signal);
  if (tip === null || tip === draft.tip) return null;
  if ((await ownWorkAt(session, { goal: goal.id, tip, draft }, signal)) === null) return null;
  session.journal.write({ event: 'work_found', goal: goal.id, item: item.key, branch: draft.branch });
  return { ...target, draft: { ...draft, tip } };
}

/** The remote may take no work at all now, or none for this draft: that is remembered, so that nothing is paid for it again. */
async function afterForbidden(
  hold: Hold,
  { target, attempt }: Pick<AttemptedItem, 'target' | 'attempt'>,
  { branch, detail }: RefRefusal,
): Promise<Attempt> {
  const kind = refusalKind(detail, target.draft.tip !== null);
  if (kind === null) return withoutWork(attempt, 'forbidden', ATTEMPT_TEXTS.mayNotPush(detail));
  const refused = await refusedPush(hold.session, { kind, branch, detail });
  hold.receive((checkpoint) => ({ ...checkpoint, refused }));
  return kind === 'frozen'
    ? withoutWork(attempt, 'waiting_for_draft', ATTEMPT_TEXTS.frozen(branch, detail))
    : withoutWork(attempt, 'forbidden', ATTEMPT_TEXTS.mayNotPush(detail));
}
