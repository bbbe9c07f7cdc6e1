import * as v from 'valibot';
import { isAgentsBranch } from '../../../core/own-event.ts';
import type { RunQuery } from '../../../ports.ts';

const Home = v.nullable(v.object({ id: v.number() }));

export const RunAnswer = v.object({
  id: v.number(),
  run_attempt: v.optional(v.number(), 1),
  html_url: v.string(),
  display_title: v.string(),
  head_branch: v.nullable(v.string()),
  head_sha: v.string(),
  event: v.string(),
  conclusion: v.nullable(v.string()),
  updated_at: v.string(),
  repository: v.object({ id: v.number() }),
  /** Null: the fork is gone. */
  head_repository: Home,
});

export type RunAnswer = v.InferOutput<typeof RunAnswer>;

/** Nobody who may not write in the repository causes these. */
const STARTED_INSIDE: readonly string[] = [
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'merge_group',
];
/** Of a pull request of the repository itself: its branch could only be pushed by somebody who may write. */
const OF_OWN_BRANCH: readonly string[] = [...STARTED_INSIDE, 'pull_request'];

/** GitHub's filter for a branch also finds branches of that name in forks. */
export function isOwnRun(
  { head_repository, repository, head_branch, event }: RunAnswer,
  { branch, stateBranch }: Pick<RunQuery, 'branch' | 'stateBranch'>,
): boolean {
  if (head_repository?.id !== repository.id || head_branch === null) return false;
  if (isAgentsBranch(head_branch, stateBranch)) return false;
  return branch === null
    ? OF_OWN_BRANCH.includes(event)
    : head_branch === branch && STARTED_INSIDE.includes(event);
}

const FAILURES: readonly string[] = ['failure', 'timed_out', 'startup_failure'];

export function hasFailed({ conclusion }: Pick<RunAnswer, 'conclusion'>): boolean {
  return conclusion !== null && FAILURES.includes(conclusion);
}
