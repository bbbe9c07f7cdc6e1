import { Halt } from '../../core/ending.ts';
import { opensDrafts } from '../../core/goal.ts';
import { type Attempt, attemptEndedBy, type ItemTarget } from '../../core/work/attempt.ts';
import type { BranchRule } from '../../ports.ts';
import { ATTEMPT_TEXTS } from '../../report/log/attempt-texts.ts';
import type { Hold } from '../lease/held-goal.ts';
import { refusedPush } from '../lease/refused-push.ts';

/**
 * An attempt whose branch a rule of the repository would refuse: its model is not paid, and the refusal is remembered as if the remote
 * had said it. Null: no rule surely does, or the branch is there already.
 */
export async function ruleInTheWay(hold: Hold, { draft }: ItemTarget): Promise<Attempt | null> {
  if (draft.tip !== null || !opensDrafts(hold.goal)) return null;
  const rules = await rulesOf(hold, draft.branch);
  if (rules.length === 0) return null;
  // Few repositories have such rules, and no other run loads the engine for their expressions.
  const { refusingRule } = await import('../../core/access/refusing-rules.ts');
  const { commit } = hold.session.settings;
  const messageStart = (await hold.commitForm()) === null ? commit.prefix : null;
  const rule = refusingRule(rules, { branch: draft.branch, email: commit.email, messageStart });
  if (rule === null) return null;
  const detail = ATTEMPT_TEXTS.ruleRefuses(draft.branch, rule);
  const refused = await refusedPush(hold.session, { kind: 'rule', branch: draft.branch, detail });
  hold.receive((checkpoint) => ({ ...checkpoint, refused }));
  return attemptEndedBy(new Halt('forbidden', detail));
}

/** That GitHub does not answer is no reason to leave work undone: the push itself will tell. */
async function rulesOf({ session }: Hold, branch: string): Promise<readonly BranchRule[]> {
  try {
    return await session.world.github.bindingRules(branch, session.deadline.work);
  } catch (reason) {
    if (reason instanceof Halt) return [];
    throw reason;
  }
}
