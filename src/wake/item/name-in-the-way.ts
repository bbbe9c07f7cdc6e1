import { Halt } from '../../core/ending.ts';
import { itemRecord } from '../../core/progress/checkpoint.ts';
import { type Attempt, attemptEndedBy, type ItemTarget } from '../../core/work/attempt.ts';
import { ATTEMPT_TEXTS } from '../../report/log/attempt-texts.ts';
import type { Hold } from '../lease/held-goal.ts';

/** An attempt that failed because no branch could have its name is not paid for again while that is so. Null: it may begin. */
export async function nameInTheWay(
  hold: Hold,
  { item, draft: { branch } }: ItemTarget,
): Promise<Attempt | null> {
  if (itemRecord(hold.checkpoint, item.key).ending !== 'bad_settings') return null;
  const { world, deadline } = hold.session;
  const [root = ''] = branch.split('/');
  const names = [...(await world.state.branches(root, deadline.work)).keys()];
  const taken = names.find((name) => branch.startsWith(`${name}/`) || name.startsWith(`${branch}/`));
  if (taken === undefined) return null;
  return attemptEndedBy(new Halt('bad_settings', ATTEMPT_TEXTS.nameTaken(branch, taken)));
}
