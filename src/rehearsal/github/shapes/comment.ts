import type { CommentFile, Thread } from '../records/records.ts';
import { repositoryApi, type Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';
import { threadPage } from './thread.ts';
import { association, userShape } from './user.ts';

export const REACTIONS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'] as const;

export function commentShape(site: Site, thread: Thread, comment: CommentFile) {
  const url = `${repositoryApi(site)}/issues/comments/${comment.id}`;
  const counts = REACTIONS.map((content) => [
    content,
    comment.reactions.filter((reaction) => reaction.content === content).length,
  ]);
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url,
    html_url: `${threadPage(site, thread)}#issuecomment-${comment.id}`,
    issue_url: `${repositoryApi(site)}/issues/${thread.number}`,
    body: comment.body,
    user: userShape(site, comment.author),
    created_at: comment.created_at,
    updated_at: comment.updated_at,
    author_association: association(comment.author),
    performed_via_github_app: null,
    reactions: {
      url: `${url}/reactions`,
      total_count: comment.reactions.length,
      ...Object.fromEntries(counts),
    },
  };
}

export function reactionShape(site: Site, comment: CommentFile, reaction: CommentFile['reactions'][number]) {
  const { content, author, created_at } = reaction;
  return {
    id: numericId('reaction', String(comment.id), author, content),
    node_id: nodeId('REA', comment.id, author, content),
    user: userShape(site, author),
    content,
    created_at,
  };
}
