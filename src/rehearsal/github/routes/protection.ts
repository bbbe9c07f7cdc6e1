import { rulesFor } from '../git/rules.ts';
import { may } from '../http/access.ts';
import { type ApiAnswer, ok } from '../http/answer.ts';
import type { ApiCall, Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { notFound } from '../http/refusals.ts';
import { LONG_AGO, type SettingsFile } from '../records/records.ts';
import { repositoryApi, type Site } from '../records/site.ts';
import { nodeId, numericId } from '../shapes/identity.ts';

const PATH = '/repos/{owner}/{repo}';
const ENVIRONMENT = `${PATH}/environments/{environment_name}`;

/** Rulesets and environments. */
export const PROTECTION_ROUTES: readonly Route[] = [
  { method: 'GET', path: `${PATH}/rulesets`, needs: ['metadata:read'], answer: list },
  { method: 'GET', path: `${PATH}/rulesets/{ruleset_id}`, needs: ['metadata:read'], answer: one },
  { method: 'GET', path: `${PATH}/branches`, needs: ['contents:read'], answer: branches },
  { method: 'GET', path: ENVIRONMENT, needs: ['actions:read'], answer: environment },
  {
    method: 'GET',
    path: `${ENVIRONMENT}/deployment-branch-policies`,
    needs: ['actions:read'],
    answer: policies,
  },
  { method: 'GET', path: `${ENVIRONMENT}/secrets`, needs: ['secrets:read'], answer: secrets },
];

type RulesetRecord = SettingsFile['rulesets'][number];

/** Those that rules hold for, where only these are asked for. */
async function branches(call: ApiCall): Promise<ApiAnswer> {
  const { site, query } = call;
  const [{ rules, rulesets }, { tips, main }] = await Promise.all([
    site.store.settings(),
    site.branches.look(),
  ]);
  const patterns = rulesets
    .filter(({ target, enforcement }) => target === 'branch' && enforcement === 'active')
    .flatMap(({ include }) => include);
  const isGuarded = (name: string): boolean =>
    rulesFor(rules, name).length > 0 ||
    patterns.includes('~ALL') ||
    patterns.includes(`refs/heads/${name}`) ||
    (patterns.includes('~DEFAULT_BRANCH') && name === main);
  const wanted = query.get('protected');
  const shapes = [...tips].map(([name, sha]) => ({
    ...{ name, protected: isGuarded(name) },
    commit: { sha, url: `${repositoryApi(site)}/commits/${sha}` },
  }));
  return paged(
    call,
    shapes.filter((shape) => wanted === null || String(shape.protected) === wanted),
  );
}

async function list(call: ApiCall): Promise<ApiAnswer> {
  const { rulesets } = await call.site.store.settings();
  return paged(
    call,
    rulesets.map((each) => listed(call.site, each)),
  );
}

async function one({ site, parameters, token }: ApiCall): Promise<ApiAnswer> {
  const { rulesets } = await site.store.settings();
  const found = rulesets.find(({ name }) => String(numericId('ruleset', name)) === parameters['ruleset_id']);
  if (found === undefined) throw notFound();
  const { include, exclude, rules, roles } = found;
  return ok({
    ...listed(site, found),
    conditions: { ref_name: { include, exclude } },
    rules: rules.map((type) => ({ type })),
    // GitHub tells only people who may change the ruleset.
    ...(may(token, 'administration:write')
      ? {
          bypass_actors: roles.map((id) => ({
            ...{ actor_id: id, actor_type: 'RepositoryRole', bypass_mode: 'always' },
          })),
        }
      : {}),
  });
}

function listed(site: Site, { name, target, enforcement }: RulesetRecord): object {
  return {
    ...{ id: numericId('ruleset', name), node_id: nodeId('ruleset', name), name, target, enforcement },
    source_type: 'Repository',
    source: `${site.owner}/${site.name}`,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
  };
}

async function environmentOf({ site, parameters }: ApiCall) {
  const name = parameters['environment_name'] ?? '';
  const { environments } = await site.store.settings();
  const found = environments[name];
  if (found === undefined) throw notFound();
  return { name, ...found };
}

async function environment(call: ApiCall): Promise<ApiAnswer> {
  const { name, branches } = await environmentOf(call);
  const url = `${call.site.apiUrl}/repos/${call.site.owner}/${call.site.name}/environments/${encodeURIComponent(name)}`;
  return ok({
    ...{ id: numericId('environment', name), node_id: nodeId('environment', name), name, url, html_url: url },
    ...{ created_at: LONG_AGO, updated_at: LONG_AGO, protection_rules: [] },
    deployment_branch_policy:
      branches === null ? null : { protected_branches: false, custom_branch_policies: true },
  });
}

async function policies(call: ApiCall): Promise<ApiAnswer> {
  const { name, branches } = await environmentOf(call);
  const shapes = (branches ?? []).map((branch) => ({
    ...{
      id: numericId('policy', name, branch),
      node_id: nodeId('policy', name, branch),
      name: branch,
      type: 'branch',
    },
  }));
  return paged(call, shapes, (page) => ({ total_count: shapes.length, branch_policies: page }));
}

async function secrets(call: ApiCall): Promise<ApiAnswer> {
  const { secrets: names } = await environmentOf(call);
  const shapes = names.map((name) => ({ name, created_at: LONG_AGO, updated_at: LONG_AGO }));
  return paged(call, shapes, (page) => ({ total_count: shapes.length, secrets: page }));
}
