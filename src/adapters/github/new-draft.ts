import { Halt } from '../../core/ending.ts';
import type { CreatedDraft, NewDraft } from '../../ports.ts';
import { addExtras } from './draft-extras.ts';
import type { GitHubCall } from './http/call.ts';
import { unavailable } from './http/failures.ts';
import type { GitHubContext } from './http/github-context.ts';
import { RefusedRequest } from './http/refused.ts';
import { bodyForGitHub, titleForGitHub } from './longest-texts.ts';
import { draftOf, PullRequest } from './pull-request.ts';

/** Opens it, then gives it its labels and reviewers. A draft that lacks some of these is a draft all the same. */
export async function createDraft(
  context: GitHubContext,
  call: GitHubCall,
  draft: NewDraft,
): Promise<CreatedDraft> {
  const pull = await opened(context, call, draft);
  const lacks = await addExtras(call, pull.number, draft);
  return { ...draftOf(pull, 'agent'), lacks };
}

async function opened(context: GitHubContext, call: GitHubCall, draft: NewDraft): Promise<PullRequest> {
  try {
    return await post(call, draft, draft.isReady !== true);
  } catch (reason) {
    if (!(reason instanceof RefusedRequest)) throw reason;
    if (!isWithoutDrafts(reason)) throw refusal(context, draft, reason);
    if (!draft.readyWhereUnsupported) throw withoutDrafts(reason);
  }
  try {
    return await post(call, draft, false);
  } catch (reason) {
    throw reason instanceof RefusedRequest ? refusal(context, draft, reason) : reason;
  }
}

function post(call: GitHubCall, draft: NewDraft, isDraft: boolean): Promise<PullRequest> {
  const { branch, base } = draft;
  const text = { title: titleForGitHub(draft.title), body: bodyForGitHub(draft.body) };
  const asked = { ...text, head: branch, base, draft: isDraft };
  // Whoever opens it decides whether its workflows wait for a person.
  const ask = { route: 'POST /repos/{owner}/{repo}/pulls', with: asked, isDrafter: true } as const;
  return call.read(ask, PullRequest);
}

function isWithoutDrafts({ status, words }: RefusedRequest): boolean {
  return status === 422 && /draft pull requests are not supported/i.test(words);
}

function withoutDrafts(cause: RefusedRequest): Halt {
  const detail =
    'This repository has no draft pull requests, and the agent opens no other ones. To let it, write `draft: {ready_where_unsupported: true}` into `.github/wakeful.yml`.';
  return new Halt('forbidden', detail, { cause });
}

/** Refusals that mean something special here; any other stays what it is. */
function refusal(context: GitHubContext, { branch, base }: NewDraft, refused: RefusedRequest): Error {
  const { status, words } = refused;
  if (status === 403 && /not permitted to create or approve pull requests/i.test(words)) {
    return new Halt('forbidden', notPermitted(context, { branch, base }), { cause: refused });
  }
  if (status !== 422) return refused;
  if (/no commits between/i.test(words)) {
    return new Halt('no_change', `${base} holds all commits of ${branch} already.`, { cause: refused });
  }
  if (/already exists/i.test(words)) {
    return unavailable(otherPullRequest(branch), refused);
  }
  if (/no history in common/i.test(words))
    return new Halt('forbidden', NO_HISTORY(branch, base), { cause: refused });
  return refusedBranch(refused, { branch, base }) ?? refused;
}

/** A branch that GitHub does not know, at least not yet; null: the refusal is about something else. */
export function refusedBranch(
  reason: unknown,
  { branch = '', base }: { readonly branch?: string; readonly base: string },
): Halt | null {
  if (!(reason instanceof RefusedRequest) || reason.status !== 422) return null;
  const [, which] = /\b(head|base) invalid\b/i.exec(reason.words) ?? [];
  if (which === undefined) return null;
  return unavailable(`GitHub knows no branch ${which.toLowerCase() === 'head' ? branch : base}.`, reason);
}

const NO_HISTORY = (branch: string, base: string) =>
  `${branch} and ${base} have no commit in common: somebody has rewritten ${base}. What is on ${branch} can be offered no more. Take from it what you need and delete it.`;

function otherPullRequest(branch: string): string {
  return `There is a pull request for ${branch} that the lists do not show yet, or that somebody without write permission has opened. Close it if it is not the agent's.`;
}

function notPermitted(context: GitHubContext, { branch, base }: Pick<NewDraft, 'branch' | 'base'>): string {
  const [organisation = ''] = context.repository.split('/');
  const compare = `${context.serverUrl}/${context.repository}/compare/${pathOf(base)}...${pathOf(branch)}?expand=1`;
  return [
    'GitHub does not let Actions open pull requests here.',
    'Tick "Allow GitHub Actions to create and approve pull requests" in the repository under Settings → Actions → General → Workflow permissions;',
    `where it cannot be ticked, first in the organisation ${organisation} under the same path.`,
    `The work is kept on the branch ${branch}. To open the pull request by hand: \`${compare}\``,
  ].join(' ');
}

function pathOf(branch: string): string {
  return branch.split('/').map(encodeURIComponent).join('/');
}
