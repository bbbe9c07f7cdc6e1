import type { RunsQueue } from '../../core/goal.ts';
import type { RunQuery } from '../../ports.ts';

/** Of failing workflows the default branch counts, of flaky runs any branch, unless the goal names one. */
export function runQuery(
  { workflows, branch, flaky }: RunsQueue,
  defaultBranch: string,
): Pick<RunQuery, 'workflows' | 'branch'> {
  return { workflows, branch: branch ?? (flaky === true ? null : defaultBranch) };
}
