import type { CommentAnswer, Control } from '../../ports.ts';
import { permissionOf } from './actor.ts';
import type { GitHubCall } from './call.ts';
import { comment } from './comments.ts';
import type { GitHubContext } from './github-context.ts';
import { protectionRequests } from './protection.ts';
import { orAbsent } from './refused.ts';
import { repositoryFacts, repositoryIdentity } from './repository-facts.ts';
import { variableRequests } from './variables.ts';
import { workflowRequests } from './workflows.ts';

export function controlRequests(context: GitHubContext): Control {
  const { requests } = context;
  return {
    permissionOf: (login, signal) => requests.call(signal, (call) => permissionOf(call, login)),
    ...variableRequests(context),
    ...workflowRequests(context),
    ...protectionRequests(context),
    answerComment: (answer, signal) => requests.call(signal, (call) => answerComment(call, answer)),
    identity: (signal) => requests.call(signal, repositoryIdentity),
    repositoryFacts: (branches, signal) => requests.call(signal, (call) => repositoryFacts(call, branches)),
  };
}

/** A comment that is gone meanwhile needs no reaction; what there is to say is said all the same. */
async function answerComment(
  call: GitHubCall,
  { issue, comment: id, reaction, body }: CommentAnswer,
): Promise<void> {
  const route = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
  if (id !== null) await orAbsent(call.send({ route, with: { comment_id: id, content: reaction } }));
  if (body !== null) await comment(call, issue, body);
}
