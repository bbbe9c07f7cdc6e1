import type { Comparison } from '../records/branches.ts';
import type { DraftFile } from '../records/records.ts';
import { repositoryApi, type Site } from '../records/site.ts';
import { nodeId } from './identity.ts';
import { type RepositoryShapeFacts, repositoryShape } from './repository.ts';
import { threadPage, threadShape } from './thread.ts';
import { userShape } from './user.ts';

export interface PullFacts extends RepositoryShapeFacts {
  /** What the base branch holds, or held: a commit. */
  readonly baseCommit: string;
}

/** A pull request as it stands in lists. */
export function pullShape(site: Site, draft: DraftFile, facts: PullFacts) {
  const addresses = pullAddresses(site, draft);
  const repo = repositoryShape(site, facts);
  const end = (ref: string, sha: string) => ({
    label: `${site.owner}:${ref}`,
    ref,
    sha,
    user: userShape(site, site.owner),
    repo,
  });
  return {
    ...threadShape(site, draft),
    node_id: nodeId('PR', site.owner, site.name, draft.number),
    ...addresses,
    merged_at: draft.state === 'merged' ? draft.closed_at : null,
    merge_commit_sha: draft.merge_commit,
    requested_reviewers: draft.reviewers.map((login) => userShape(site, login)),
    requested_teams: [],
    head: end(draft.branch, draft.head),
    base: end(draft.base, facts.baseCommit),
    _links: linksOf(addresses),
    auto_merge: null,
    draft: draft.is_draft,
  };
}

/** A pull request by itself says more: how large it is, and whether it can be merged. */
export function fullPullShape(
  site: Site,
  draft: DraftFile,
  facts: PullFacts & { readonly change: Comparison | null },
) {
  const { change } = facts;
  const isOpen = draft.state === 'open';
  return {
    ...pullShape(site, draft, facts),
    merged: draft.state === 'merged',
    mergeable: isOpen ? true : null,
    mergeable_state: isOpen ? (draft.is_draft ? 'draft' : 'clean') : 'unknown',
    merged_by: draft.state === 'merged' ? userShape(site, site.owner) : null,
    comments: draft.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: change?.commits ?? 0,
    additions: change?.additions ?? 0,
    deletions: change?.deletions ?? 0,
    changed_files: change?.files ?? 0,
  };
}

function pullAddresses(site: Site, draft: DraftFile) {
  const api = repositoryApi(site);
  const url = `${api}/pulls/${draft.number}`;
  const page = threadPage(site, draft);
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: `${api}/issues/${draft.number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${draft.number}/comments`,
    statuses_url: `${api}/statuses/${draft.head}`,
  };
}

function linksOf(addresses: ReturnType<typeof pullAddresses>) {
  const href = (address: string) => ({ href: address });
  return {
    self: href(addresses.url),
    html: href(addresses.html_url),
    issue: href(addresses.issue_url),
    comments: href(addresses.comments_url),
    review_comments: href(addresses.review_comments_url),
    review_comment: href(addresses.review_comment_url),
    commits: href(addresses.commits_url),
    statuses: href(addresses.statuses_url),
  };
}
