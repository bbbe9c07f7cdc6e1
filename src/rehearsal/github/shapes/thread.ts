import { isDraft, type Thread } from '../records/records.ts';
import { repositoryPage, type Site } from '../records/site.ts';
import { numericId } from './identity.ts';
import { labelShape } from './label.ts';
import { association, userShape } from './user.ts';

export function threadPage(site: Site, thread: Thread): string {
  return `${repositoryPage(site)}/${isDraft(thread) ? 'pull' : 'issues'}/${thread.number}`;
}

/** Ids are the repository's business, not the number's. */
function threadId(site: Site, thread: Thread): number {
  return numericId(site.owner, site.name, String(thread.number));
}

function associationOf(thread: Thread): string {
  return (isDraft(thread) ? thread.association : null) ?? association(thread.author);
}

/** What issues and pull requests say in the same words. */
export function threadShape(site: Site, thread: Thread) {
  return {
    id: threadId(site, thread),
    number: thread.number,
    state: thread.state === 'open' ? 'open' : 'closed',
    locked: thread.locked,
    active_lock_reason: null,
    title: thread.title,
    body: thread.body === '' ? null : thread.body,
    user: userShape(site, thread.author),
    labels: thread.labels.map((name) => labelShape(site, name)),
    milestone: null,
    assignee: null,
    assignees: [],
    created_at: thread.created_at,
    updated_at: thread.updated_at,
    closed_at: thread.closed_at,
    author_association: associationOf(thread),
  };
}
