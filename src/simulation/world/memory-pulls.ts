import { digest } from '../../core/text/digest.ts';
import type { Pull, PullQuery, PullThread } from '../../ports.ts';
import { type MemoryIssue, type MemoryIssues, threadOf } from './memory-issues.ts';
import { AGENT_LOGIN, wantedOf } from './wanted-issues.ts';

/** Those of the pull requests for which all of a query holds, as the port says. */
export function wantedPulls(issues: MemoryIssues, query: PullQuery): readonly Pull[] {
  const { merged, authors } = query;
  const pulls = issues.all.filter(
    (issue) =>
      issue.pull !== undefined &&
      issue.author !== AGENT_LOGIN &&
      !issue.pull.branch.startsWith('wakeful/') &&
      (authors === undefined || authors.some((each) => each === issue.pull?.association)) &&
      (merged === undefined
        ? issue.state === 'open'
        : issue.pull.base === merged.base && (issue.pull.mergedAt ?? 0) > merged.since),
  );
  return wantedOf(issues.timed(pulls), query).map(({ issue }) => ({
    number: issue.number,
    version: versionOf(issue),
  }));
}

export function readPull(issues: MemoryIssues, number: number): PullThread | null {
  const issue = issues.find(number);
  if (issue?.pull === undefined) return null;
  const { base, association, mergedAt } = issue.pull;
  const version = versionOf(issue);
  return { ...threadOf(issue), version, base, association, isMerged: mergedAt !== null, isDraft: false };
}

function versionOf(issue: MemoryIssue): string {
  const { pull } = issue;
  const changed = (pull?.files ?? []).map(({ path, patch }) => `${path} ${patch}`);
  return pull !== undefined && pull.mergedAt !== null
    ? digest([String(issue.number), ...changed], 40)
    : digest([threadOf(issue).version, ...changed], 16);
}
