import * as v from 'valibot';
import { isSameLogin } from './http/actor.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orNull, type RefusedRequest } from './http/refused.ts';
import { bodyForGitHub } from './longest-texts.ts';

/** Issues and pull requests share their comments. */
export async function comment(call: GitHubCall, number: number, body: string): Promise<void> {
  const asked = { issue_number: number, body: bodyForGitHub(body) };
  await call.send({ route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', with: asked });
}

/** Says why something was done. It is done, whether or not this may be said: somebody may have locked the conversation. */
export async function explain(call: GitHubCall, number: number, body: string): Promise<void> {
  const isNoPlace = ({ status, isLimit }: RefusedRequest) => !isLimit && NO_PLACE.includes(status);
  await orNull(comment(call, number, body), isNoPlace);
}

const NO_PLACE = [403, 404, 410, 422];

const Comment = v.object({
  body: v.nullish(v.string()),
  user: v.nullable(v.object({ login: v.string() })),
  author_association: v.string(),
});

/** Who belongs to the repository. Anybody may write a comment. */
const INSIDERS: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
const MOST = 200;
/** What is said to the agent itself is no reason. */
const COMMAND = /^\s*\/wakeful\b/;

/** The newest comment of somebody who belongs to the repository. Null: there is none. */
export async function lastWords(
  context: GitHubContext,
  call: GitHubCall,
  number: number,
): Promise<string | null> {
  const asked = {
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    with: { issue_number: number },
  };
  const comments = await call.list(asked, v.array(Comment), { most: MOST });
  if (comments.length === 0) return null;
  const actor = await context.actor.login(call);
  const said = comments.findLast(
    ({ body, user, author_association: who }) =>
      INSIDERS.has(who) &&
      !isSameLogin(user?.login ?? '', actor) &&
      (body ?? '').trim() !== '' &&
      !COMMAND.test(body ?? ''),
  );
  return said?.body?.trim() ?? null;
}
