import * as v from 'valibot';
import type { BranchRule, Draft, DraftAuthor, GitHub } from '../../ports.ts';
import { explain, lastWords } from './comments.ts';
import { addExtras } from './draft-extras.ts';
import { ACTIONS_BOT, drafters, isSameLogin, permissionOf } from './http/actor.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orHidden } from './http/refused.ts';
import { bodyForGitHub, titleForGitHub } from './longest-texts.ts';
import { createDraft, refusedBranch } from './new-draft.ts';
import { draftOf, PullRequest } from './pull-request.ts';
import { unlistedNumbers } from './subjects/issue-answer.ts';

type DraftRequests = Pick<
  GitHub,
  'findDrafts' | 'createDraft' | 'updateDraft' | 'closeDraft' | 'branchRules' | 'bindingRules' | 'lastWords'
>;

/** A branch has one open draft, and a few that have ended. */
const DRAFTS = 200;

export function draftRequests(context: GitHubContext): DraftRequests {
  const { requests } = context;
  return {
    findDrafts: (branch, signal) => requests.call(signal, (call) => findDrafts(context, call, branch)),
    createDraft: (draft, signal) => requests.call(signal, (call) => createDraft(context, call, draft)),
    updateDraft: (number, { title, body, base, labels = [], reviewers = [] }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: titleForGitHub(title), body: bodyForGitHub(body) };
        const target = base === undefined ? {} : { base };
        const asked = call.send({ route: UPDATE, with: { pull_number: number, ...text, ...target } });
        await asked.catch((reason: unknown) => {
          throw refusedBranch(reason, { base: base ?? '' }) ?? reason;
        });
        await addExtras(call, number, { labels, reviewers });
      }),
    lastWords: (number, signal) => requests.call(signal, (call) => lastWords(context, call, number)),
    branchRules: (branch, signal) => requests.call(signal, (call) => branchRules(call, branch)),
    bindingRules: (branch, signal) => requests.call(signal, (call) => bindingRules(context, call, branch)),
    closeDraft: (number, why, signal) =>
      requests.call(signal, async (call) => {
        await call.send({ route: UPDATE, with: { pull_number: number, state: 'closed' } });
        await explain(call, number, why);
      }),
  };
}

const UPDATE = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}';

const Rules = v.array(v.looseObject({ type: v.string() }));
const RULES = { most: 1_000 };
const RULES_OF_BRANCH = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';

/** With all their parameters: a rule may come to want less. */
async function branchRules(call: GitHubCall, branch: string): Promise<string | null> {
  const rules = await orHidden(call.list({ route: RULES_OF_BRANCH, with: { branch } }, Rules, RULES));
  return rules === null ? null : JSON.stringify(rules.map((rule) => JSON.stringify(rule)).sort());
}

const Patterned = v.looseObject({
  operator: v.optional(v.string()),
  pattern: v.optional(v.string()),
  negate: v.optional(v.boolean(), false),
});
const Binding = v.array(v.object({ type: v.string(), parameters: v.nullish(Patterned) }));

async function bindingRules(
  context: GitHubContext,
  call: GitHubCall,
  branch: string,
): Promise<readonly BranchRule[]> {
  const mayBeExempt = context.drafter !== null || !isSameLogin(await context.actor.login(call), ACTIONS_BOT);
  if (mayBeExempt) return [];
  const asked = { route: RULES_OF_BRANCH, with: { branch } };
  const rules = (await orHidden(call.list(asked, Binding, RULES))) ?? [];
  return rules.map(({ type, parameters }) => {
    const { operator, pattern, negate = false } = parameters ?? {};
    const isPattern = operator !== undefined && pattern !== undefined;
    return { type, pattern: isPattern ? { operator, pattern, isNegated: negate } : null };
  });
}

/** The list may lag a few seconds behind: when it shows none, the newest numbers are read one by one as well. */
async function findDrafts(
  context: GitHubContext,
  call: GitHubCall,
  branch: string,
): Promise<readonly Draft[]> {
  const [owner = ''] = context.repository.split('/');
  const query = { head: `${owner}:${branch}`, state: 'all', sort: 'created', direction: 'asc' };
  const listed = await call.list(
    { route: 'GET /repos/{owner}/{repo}/pulls', with: query },
    v.array(PullRequest),
    { most: DRAFTS },
  );
  const isOfBranch = ({ head }: PullRequest): boolean =>
    head.ref === branch && head.repo?.full_name.toLowerCase() === context.repository.toLowerCase();
  const found = listed.filter(isOfBranch);
  const pulls = found.length > 0 ? found : (await unlistedPulls(call)).filter(isOfBranch);
  return withOpeners(context, call, pulls);
}

/**
 * Anybody who sees a branch may offer it, with the agent's marker and in its words. Only for those whom GitHub does not
 * call the agent is it asked what they may do.
 */
async function withOpeners(
  context: GitHubContext,
  call: GitHubCall,
  pulls: readonly PullRequest[],
): Promise<readonly Draft[]> {
  if (pulls.length === 0) return [];
  const own = await drafters(context, call);
  const logins = new Set(pulls.flatMap(({ user }) => user?.login ?? []));
  const openers = new Map<string, DraftAuthor>();
  for (const login of logins)
    openers.set(login, own.some((each) => isSameLogin(login, each)) ? 'agent' : await openerOf(call, login));
  return pulls.map((pull) => draftOf(pull, openers.get(pull.user?.login ?? '') ?? 'stranger'));
}

async function openerOf(call: GitHubCall, login: string): Promise<DraftAuthor> {
  const permission = await permissionOf(call, login);
  return permission === 'admin' || permission === 'write' ? 'writer' : 'stranger';
}

async function unlistedPulls(call: GitHubCall): Promise<readonly PullRequest[]> {
  const numbers = await unlistedNumbers(call);
  const pulls = await Promise.all(
    numbers.map((pull_number) =>
      call.find(
        { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}', with: { pull_number } },
        PullRequest,
      ),
    ),
  );
  return pulls.filter((pull) => pull !== null);
}
