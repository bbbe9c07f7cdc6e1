import * as v from 'valibot';
import type { CommentAnswer, Control, ReleaseListing, ReleasesAsk } from '../../ports.ts';
import { comment } from './comments.ts';
import { permissionOf } from './http/actor.ts';
import type { Ask } from './http/ask.ts';
import type { GitHubCall } from './http/call.ts';
import { brokenAnswer } from './http/failures.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orAbsent, orNull } from './http/refused.ts';
import { labelRequests } from './own-labels.ts';
import { protectionRequests } from './protection.ts';
import { repositoryFacts, repositoryIdentity } from './repository-facts.ts';
import { variableRequests } from './variables.ts';
import { workflowRequests } from './workflows.ts';

const Releases = v.array(
  v.object({
    tag_name: v.string(),
    body: v.nullish(v.string(), ''),
    draft: v.boolean(),
    prerelease: v.boolean(),
  }),
);
/** The newest ones. Notes may be long. */
const MOST = 30;
const NOT_MODIFIED = 304;

export function controlRequests(context: GitHubContext): Control {
  const { requests } = context;
  return {
    permissionOf: (login, signal) => requests.call(signal, (call) => permissionOf(call, login)),
    ...variableRequests(context),
    ...workflowRequests(context),
    ...protectionRequests(context),
    ...labelRequests(context),
    releases: (ask, signal) => requests.call(signal, (call) => releasesOf(call, ask)),
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

async function releasesOf(
  call: GitHubCall,
  { repository, tag }: ReleasesAsk,
): Promise<ReleaseListing | null> {
  const [owner, repo] = repository.split('/');
  const asked: Ask = {
    route: 'GET /repos/{owner}/{repo}/releases',
    with: { owner, repo, per_page: MOST },
    unlessTag: tag,
  };
  const reply = await orNull(call.send(asked), ({ status }) => status === NOT_MODIFIED);
  if (reply === null) return null;
  const read = v.safeParse(Releases, reply.data);
  if (!read.success) throw brokenAnswer(asked, read.issues);
  const published = read.output.filter(({ draft, prerelease }) => !draft && !prerelease);
  return {
    tag: String(reply.headers['etag'] ?? '') || null,
    releases: published.map(({ tag_name: name, body }) => ({ name, notes: body })),
  };
}
