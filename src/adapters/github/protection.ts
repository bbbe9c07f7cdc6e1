import * as v from 'valibot';
import type { Control, EnvironmentFacts, RulesetFacts } from '../../ports.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orHidden } from './http/refused.ts';

const REPOSITORY = '/repos/{owner}/{repo}';
const ENVIRONMENT = `${REPOSITORY}/environments/{environment_name}`;
const MANY = { most: 300 };

const Listed = v.array(v.object({ id: v.number() }));
const Patterns = v.optional(v.array(v.string()), []);
const RefName = v.object({ include: Patterns, exclude: Patterns });
const Actor = v.object({ actor_type: v.string(), actor_id: v.nullish(v.number()) });
const Ruleset = v.object({
  name: v.string(),
  target: v.optional(v.string(), 'branch'),
  enforcement: v.string(),
  conditions: v.nullish(v.object({ ref_name: v.optional(RefName) })),
  rules: v.optional(v.array(v.object({ type: v.string() })), []),
  /** Only people who may change the ruleset are told of it. */
  bypass_actors: v.optional(v.array(Actor)),
});

const Environment = v.object({
  deployment_branch_policy: v.nullish(
    v.object({ protected_branches: v.boolean(), custom_branch_policies: v.boolean() }),
  ),
});
const Policies = v.pipe(
  v.object({
    branch_policies: v.array(v.object({ name: v.string(), type: v.optional(v.string(), 'branch') })),
  }),
  v.transform(({ branch_policies }) =>
    branch_policies.map(({ name, type }) => (type === 'tag' ? `tag:${name}` : name)),
  ),
);
const Secrets = v.pipe(
  v.object({ secrets: v.array(v.object({ name: v.string() })) }),
  v.transform(({ secrets }) => secrets.map(({ name }) => name)),
);

/** What keeps the agent's token and the key of the model where they belong. */
export function protectionRequests({ requests }: GitHubContext): Pick<Control, 'rulesets' | 'environment'> {
  return {
    rulesets: (signal) => requests.call(signal, rulesetsOf),
    environment: (name, signal) => requests.call(signal, (call) => environmentOf(call, name)),
  };
}

async function rulesetsOf(call: GitHubCall): Promise<readonly RulesetFacts[] | null> {
  const listed = await orHidden(call.list({ route: `GET ${REPOSITORY}/rulesets` }, Listed, MANY));
  if (listed === null) return null;
  const read = listed.map(({ id }) => {
    const asked = { route: `GET ${REPOSITORY}/rulesets/{ruleset_id}`, with: { ruleset_id: id } };
    return orHidden(call.read(asked, Ruleset));
  });
  return (await Promise.all(read)).flatMap((ruleset) => (ruleset === null ? [] : [factsOf(ruleset)]));
}

function factsOf(ruleset: v.InferOutput<typeof Ruleset>): RulesetFacts {
  const { name, target, enforcement, conditions, rules, bypass_actors: actors } = ruleset;
  return {
    name,
    target: target === 'branch' || target === 'tag' ? target : 'other',
    isActive: enforcement === 'active',
    include: conditions?.ref_name?.include ?? [],
    exclude: conditions?.ref_name?.exclude ?? [],
    rules: rules.map(({ type }) => type),
    exempt: actors?.map(({ actor_type: type, actor_id: id }) => `${type} ${id ?? ''}`.trim()) ?? null,
  };
}

async function environmentOf(call: GitHubCall, name: string): Promise<EnvironmentFacts | null> {
  const asked = { environment_name: name };
  const found = await orHidden(call.read({ route: `GET ${ENVIRONMENT}`, with: asked }, Environment));
  if (found === null) return null;
  const policy = found.deployment_branch_policy ?? null;
  const route = `GET ${ENVIRONMENT}/deployment-branch-policies`;
  const named = policy?.custom_branch_policies === true;
  const branches = named ? await orHidden(call.list({ route, with: asked }, Policies, MANY)) : null;
  const secrets = call.list({ route: `GET ${ENVIRONMENT}/secrets`, with: asked }, Secrets, MANY);
  return { branches, secretNames: await orHidden(secrets) };
}
