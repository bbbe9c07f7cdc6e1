import * as v from 'valibot';
import type { CommentAnswer, Control } from '../../ports.ts';
import type { GitHubCall } from './call.ts';
import { comment } from './comments.ts';
import type { GitHubContext } from './github-context.ts';
import { protectionRequests } from './protection.ts';
import { orAbsent, orHidden } from './refused.ts';
import { repositoryFacts } from './repository-facts.ts';
import { variableRequests } from './variables.ts';
import { workflowRequests } from './workflows.ts';

/** `maintain` is told as `write` here, `triage` as `read`. */
const Permission = v.object({ permission: v.picklist(['admin', 'write', 'read', 'none']) });

export function controlRequests(context: GitHubContext): Control {
  const { requests } = context;
  return {
    permissionOf: (login, signal) => requests.call(signal, (call) => permissionOf(call, login)),
    ...variableRequests(context),
    ...workflowRequests(context),
    ...protectionRequests(context),
    answerComment: (answer, signal) => requests.call(signal, (call) => answerComment(call, answer)),
    repositoryFacts: (branches, signal) => requests.call(signal, (call) => repositoryFacts(call, branches)),
  };
}

async function permissionOf(call: GitHubCall, username: string): ReturnType<Control['permissionOf']> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const told = await orHidden(call.read({ route, with: { username } }, Permission));
  return told?.permission ?? 'unknown';
}

/** A comment that is gone meanwhile needs no reaction; what there is to say is said all the same. */
async function answerComment(
  call: GitHubCall,
  { issue, comment: id, reaction, body }: CommentAnswer,
): Promise<void> {
  const route = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
  await orAbsent(call.send({ route, with: { comment_id: id, content: reaction } }));
  if (body !== null) await comment(call, issue, body);
}
