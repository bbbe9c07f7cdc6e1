import { type Finding, fine, problem } from '../../core/health/finding.ts';
import { type CommandTarget, setRuleset } from './protection-findings.ts';

const WHAT = 'default branch';
/** Of administrators. */
const ADMIN = 5;

/** The command that sets a ruleset over the default branch: changes come by a pull request that somebody else approves. */
export function defaultBranchCommand(target: CommandTarget): string {
  const body = {
    ...{ name: 'Default branch', target: 'branch', enforcement: 'active' },
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      {
        type: 'pull_request',
        parameters: {
          required_approving_review_count: 1,
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: false,
          require_last_push_approval: false,
          required_review_thread_resolution: false,
        },
      },
    ],
    bypass_actors: [{ actor_id: ADMIN, actor_type: 'RepositoryRole', bypass_mode: 'always' }],
  };
  return setRuleset(target, body);
}

export function defaultBranchFinding(isGuarded: boolean, branch: string, target: CommandTarget): Finding {
  if (isGuarded) return fine(WHAT, `A ruleset or a branch protection guards ${branch}.`);
  const found = problem(
    WHAT,
    `No ruleset and no branch protection guards ${branch}: the token of any workflow that may write can push to it, and merge.`,
    'Set a ruleset that lets changes in by a pull request which a person has approved. Administrators are exempt.',
  );
  return { ...found, commands: [defaultBranchCommand(target)] };
}
