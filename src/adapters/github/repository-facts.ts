import * as v from 'valibot';
import type { RepositoryIdentity } from '../../core/repository-identity.ts';
import type { RepositoryFacts } from '../../ports.ts';
import type { GitHubCall } from './http/call.ts';
import { orHidden } from './http/refused.ts';

const REPOSITORY = '/repos/{owner}/{repo}';
const Repository = v.object({
  id: v.number(),
  full_name: v.string(),
  default_branch: v.string(),
  private: v.boolean(),
  fork: v.boolean(),
  has_issues: v.boolean(),
});
const Enabled = v.object({ enabled: v.boolean() });
/** GitHub has one switch for creating and approving. */
const Workflow = v.object({ can_approve_pull_request_reviews: v.boolean() });
const Rules = v.array(v.object({ type: v.string() }));
const Branches = v.pipe(
  v.array(v.object({ name: v.string() })),
  v.transform((branches) => branches.map(({ name }) => name)),
);
const Secrets = v.pipe(
  v.object({ secrets: v.array(v.object({ name: v.string() })) }),
  v.transform(({ secrets }) => secrets.map(({ name }) => name)),
);
const MANY = { most: 1_000 };

export async function repositoryFacts(
  call: GitHubCall,
  branches: readonly string[],
): Promise<RepositoryFacts> {
  const [repository, actions, workflow, rules, own, shared, guarded] = await Promise.all([
    call.read({ route: `GET ${REPOSITORY}` }, Repository),
    orHidden(call.read({ route: `GET ${REPOSITORY}/actions/permissions` }, Enabled)),
    orHidden(call.read({ route: `GET ${REPOSITORY}/actions/permissions/workflow` }, Workflow)),
    Promise.all(branches.map(async (branch) => [branch, await rulesOf(call, branch)] as const)),
    orHidden(call.list({ route: `GET ${REPOSITORY}/actions/secrets` }, Secrets, MANY)),
    orHidden(call.list({ route: `GET ${REPOSITORY}/actions/organization-secrets` }, Secrets, MANY)),
    orHidden(call.list({ route: `GET ${REPOSITORY}/branches`, with: { protected: true } }, Branches, MANY)),
  ]);
  return {
    name: repository.full_name,
    defaultBranch: repository.default_branch,
    isPrivate: repository.private,
    isFork: repository.fork,
    hasIssues: repository.has_issues,
    isDefaultBranchGuarded: guarded?.includes(repository.default_branch) ?? null,
    actionsMayOpenPullRequests: workflow?.can_approve_pull_request_reviews ?? null,
    areActionsEnabled: actions?.enabled ?? null,
    rules: Object.fromEntries(rules),
    secretNames: own === null ? null : [...new Set([...own, ...(shared ?? [])])],
  };
}

/** GitHub's own words for which repository this is. */
export async function repositoryIdentity(call: GitHubCall): Promise<RepositoryIdentity> {
  const { id, full_name: name } = await call.read({ route: `GET ${REPOSITORY}` }, Repository);
  return { id, name };
}

async function rulesOf(call: GitHubCall, branch: string): Promise<readonly string[] | null> {
  const asked = { route: `GET ${REPOSITORY}/rules/branches/{branch}`, with: { branch } };
  const rules = await orHidden(call.list(asked, Rules, MANY));
  return rules === null ? null : [...new Set(rules.map(({ type }) => type))];
}
