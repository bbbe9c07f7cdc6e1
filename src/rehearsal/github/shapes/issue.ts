import { isDraft, type Thread } from '../records/records.ts';
import { repositoryApi, type Site } from '../records/site.ts';
import { nodeId } from './identity.ts';
import { threadPage, threadShape } from './thread.ts';

/** Pull requests are issues to GitHub as well. */
export function issueShape(site: Site, thread: Thread) {
  const url = `${repositoryApi(site)}/issues/${thread.number}`;
  return {
    ...threadShape(site, thread),
    node_id: nodeId('I', site.owner, site.name, thread.number),
    url,
    repository_url: repositoryApi(site),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: threadPage(site, thread),
    state_reason: isDraft(thread) ? null : thread.state_reason,
    comments: thread.comments.length,
    performed_via_github_app: null,
    ...(isDraft(thread) ? pullPart(site, thread) : {}),
  };
}

function pullPart(site: Site, thread: Extract<Thread, { branch: string }>) {
  const page = threadPage(site, thread);
  return {
    draft: thread.is_draft,
    pull_request: {
      url: `${repositoryApi(site)}/pulls/${thread.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: thread.state === 'merged' ? thread.closed_at : null,
    },
  };
}
