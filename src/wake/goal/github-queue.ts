import type { Mask } from '../../core/access/mask.ts';
import type { IssueFilter, IssuesQueue, PullsQueue, Queue, RunsQueue } from '../../core/goal.ts';
import {
  issueElement,
  itemKey,
  LONGEST_QUEUE,
  MOST_ISSUES,
  MOST_PULLS,
  runElement,
} from '../../core/item.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { Issue, IssueQuery, IssueReader, Subjects } from '../../ports.ts';
import type { WindowSpan } from '../lease/commits-of.ts';
import { runQuery } from '../lease/run-query.ts';

export interface GitHubQueueDependencies {
  readonly issues: IssueReader;
  readonly subjects: Subjects;
  readonly defaultBranch: string;
  readonly stateBranch: string;
  readonly signal: AbortSignal;
  readonly mask: Mask;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The issue that is the dashboard, which no goal works on; null: there is none. */
  readonly dashboard: number | null;
}

/** Keys of what GitHub alone knows of. */
export async function githubKeys(
  queue: IssuesQueue | PullsQueue | RunsQueue | Extract<Queue, { kind: 'releases' }>,
  window: WindowSpan,
  dependencies: GitHubQueueDependencies,
): Promise<readonly string[]> {
  switch (queue.kind) {
    case 'releases': {
      const release = await dependencies.subjects.newestRelease(dependencies.signal);
      return release === null ? [] : [itemKey(dependencies.mask.mask(release.tag), String(release.id))];
    }
    case 'runs':
      return runsOf(queue, window, dependencies);
    case 'pull_requests':
      return pullsOf(queue, window, dependencies);
    case 'issues':
      return (await issuesOf(queue, dependencies)).map(({ number, version }) =>
        itemKey(issueElement(number), version),
      );
  }
}

/**
 * The open issues with these labels, oldest first, and one more than a window takes, if there is one. Each may cost a
 * request of its own, so their number is limited. Strangers can open any number of them, so a larger number ends no goal.
 */
async function issuesOf(
  queue: IssuesQueue,
  { issues, signal, dashboard, now }: GitHubQueueDependencies,
): Promise<readonly Issue[]> {
  const limit = MOST_ISSUES + (dashboard === null ? 1 : 2);
  const query = { ...issueQuery(queue, now), limit };
  return (await issues.list(query, signal)).filter(({ number }) => number !== dashboard);
}

async function runsOf(
  queue: RunsQueue,
  window: WindowSpan,
  { subjects, signal, defaultBranch, stateBranch }: GitHubQueueDependencies,
): Promise<readonly string[]> {
  const query = { ...runQuery(queue, defaultBranch), stateBranch };
  const since = queue.flaky === true ? { flakySince: Date.parse(window.from.time) } : {};
  const runs = await subjects.failedRuns({ ...query, ...since }, signal);
  return runs.map((run) => itemKey(runElement(queue, run), run.version));
}

/** Those who may open issues and pull requests make tasks, so their number is limited. What was merged, somebody has let in. */
export function mostOpen(queue: Queue | null): number {
  if (queue?.kind === 'issues') return MOST_ISSUES;
  return queue?.kind === 'pull_requests' && queue.merged !== true ? MOST_PULLS : Number.POSITIVE_INFINITY;
}

async function pullsOf(
  queue: PullsQueue,
  window: WindowSpan,
  { subjects, signal, now, defaultBranch }: GitHubQueueDependencies,
): Promise<readonly string[]> {
  const { authors } = queue;
  const merged =
    queue.merged === true
      ? { limit: LONGEST_QUEUE, merged: { base: defaultBranch, since: Date.parse(window.from.time) } }
      : { limit: MOST_PULLS + 1 };
  const query = { ...filterQuery(queue, now), ...merged, ...(authors !== undefined && { authors }) };
  const pulls = await subjects.pulls(query, signal);
  return pulls.map(({ number, version }) => itemKey(issueElement(number), version));
}

/** What no person has labelled may be the agent's own, such as an issue that it keeps. */
function issueQuery(queue: IssuesQueue, now: number): Omit<IssueQuery, 'limit'> {
  return { ...filterQuery(queue, now), ...(queue.labels.length === 0 && { isByOthers: true }) };
}

function filterQuery(filter: IssueFilter, now: number): Omit<IssueQuery, 'limit' | 'isByOthers'> {
  const { labels, without, unlabelled, openedWithinMinutes: opened, quietMinutes: quiet } = filter;
  return {
    labels,
    ...(without !== undefined && { without }),
    ...(unlabelled !== undefined && { isUnlabelled: unlabelled }),
    ...(opened !== undefined && { openedSince: now - opened * MINUTE_MS }),
    ...(quiet !== undefined && { quietSince: now - quiet * MINUTE_MS }),
  };
}
