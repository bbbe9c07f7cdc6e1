import { isSameLabel } from '../../core/access/labels.ts';
import type { IssueQuery, PullFile } from '../../ports.ts';

/** Login under which the agent writes. */
export const AGENT_LOGIN = 'github-actions[bot]';

/** What a pull request of somebody has besides. */
export interface MemoryPull {
  readonly branch: string;
  readonly base: string;
  readonly association: string;
  /** Null: it is not merged. */
  readonly mergedAt: number | null;
  readonly files: readonly PullFile[];
}

interface Listed {
  readonly issue: { readonly number: number; readonly labels: readonly string[]; readonly author: string };
  /** When it was opened, ms since 1970 UTC. */
  readonly opened: number;
  /** When it was changed last, ms since 1970 UTC. */
  readonly updated: number;
}

/** Those of the open issues for which all of a query holds, as the port says. */
export function wantedOf<T extends Listed>(open: readonly T[], query: IssueQuery): readonly T[] {
  const byNumber = (a: Listed, b: Listed) => a.issue.number - b.issue.number;
  return open
    .filter((each) => isWanted(each, query))
    .toSorted((a, b) => rank(a, query) - rank(b, query) || byNumber(a, b))
    .slice(0, query.limit)
    .toSorted(byNumber);
}

/** Which of too many are taken first. */
function rank({ issue, updated }: Listed, { isUnlabelled, openedSince, quietSince }: IssueQuery): number {
  if (quietSince !== undefined) return updated;
  return isUnlabelled === true || openedSince !== undefined ? -issue.number : issue.number;
}

function isWanted({ issue: { labels, author }, opened, updated }: Listed, query: IssueQuery): boolean {
  const { without = [], openedSince = 0, quietSince = Number.POSITIVE_INFINITY } = query;
  return (
    query.labels.every((label) => labels.includes(label)) &&
    !(query.isUnlabelled === true && labels.length > 0) &&
    !without.some((label) => labels.some((each) => isSameLabel(each, label))) &&
    !(query.isByOthers === true && author === AGENT_LOGIN) &&
    opened >= openedSince &&
    updated <= quietSince
  );
}
