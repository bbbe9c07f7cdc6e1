import { rulesFor } from '../git/rules.ts';
import { type ApiAnswer, ok } from '../http/answer.ts';
import type { ApiCall, Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { notFound } from '../http/refusals.ts';
import { LONG_AGO } from '../records/records.ts';
import { numericId } from '../shapes/identity.ts';
import { releaseShape } from '../shapes/release.ts';
import { fullRepositoryShape } from '../shapes/repository.ts';
import { userShape } from '../shapes/user.ts';
import { factsOf } from './facts.ts';

const PATH = '/repos/{owner}/{repo}';

export const REPOSITORY_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, needs: ['metadata:read'], answer: read },
  { method: 'GET', path: `${PATH}/releases/latest`, needs: [], isPublic: true, answer: newestRelease },
  { method: 'GET', path: `${PATH}/releases`, needs: [], isPublic: true, answer: releases },
  { method: 'GET', path: `${PATH}/rules/branches/{branch}`, needs: ['metadata:read'], answer: rules },
  {
    method: 'GET',
    path: `${PATH}/collaborators/{username}/permission`,
    needs: ['metadata:read'],
    answer: permission,
  },
  { method: 'GET', path: `${PATH}/actions/permissions`, needs: ['administration:read'], answer: actions },
  {
    method: 'GET',
    path: `${PATH}/actions/permissions/workflow`,
    needs: ['administration:read'],
    answer: workflowPermissions,
  },
  { method: 'GET', path: `${PATH}/actions/secrets`, needs: ['secrets:read'], answer: secrets },
  {
    method: 'GET',
    path: `${PATH}/actions/organization-secrets`,
    needs: ['secrets:read'],
    // The stand-in's organisation shares none.
    answer: async (call) => paged(call, [], () => ({ total_count: 0, secrets: [] })),
  },
];

async function read(call: ApiCall): Promise<ApiAnswer> {
  return ok(fullRepositoryShape(call.site, await factsOf(call.site)));
}

/** Of whichever repository is asked about, as far as somebody has written down its releases. */
async function releases(call: ApiCall): Promise<ApiAnswer> {
  const { repository, published } = await releasesOf(call);
  return paged(
    call,
    published.map((release) => releaseShape(call.site, repository, release)),
  );
}

async function newestRelease(call: ApiCall): Promise<ApiAnswer> {
  const { repository, published } = await releasesOf(call);
  const newest = published.find(({ is_prerelease }) => !is_prerelease);
  if (newest === undefined) throw notFound();
  return ok(releaseShape(call.site, repository, newest));
}

async function releasesOf(call: ApiCall) {
  const { site, parameters } = call;
  const repository = `${parameters['owner']}/${parameters['repo']}`;
  const { releases: all } = await site.store.settings();
  const found = Object.entries(all).find(([name]) => name.toLowerCase() === repository.toLowerCase())?.[1];
  if (found === undefined && repository !== `${site.owner}/${site.name}`) throw notFound();
  // Nobody but its writers hears of a draft.
  return { repository, published: (found ?? []).filter(({ is_draft }) => !is_draft) };
}

async function rules(call: ApiCall): Promise<ApiAnswer> {
  const { site, parameters } = call;
  const { rules: all } = await site.store.settings();
  const shapes = rulesFor(all, parameters['branch'] ?? '').map(({ type, parameters: details }) => ({
    type,
    ...(details === null ? {} : { parameters: details }),
    ruleset_source_type: 'Repository',
    ruleset_source: `${site.owner}/${site.name}`,
    ruleset_id: numericId('ruleset', type),
  }));
  return paged(call, shapes);
}

const ROLES = {
  admin: { admin: true, maintain: true, push: true, triage: true, pull: true },
  write: { admin: false, maintain: false, push: true, triage: true, pull: true },
  read: { admin: false, maintain: false, push: false, triage: false, pull: true },
  none: { admin: false, maintain: false, push: false, triage: false, pull: false },
} as const;

async function permission({ site, parameters }: ApiCall): Promise<ApiAnswer> {
  const login = parameters['username'] ?? '';
  const { collaborators, private: isPrivate } = await site.store.settings();
  const granted = login === site.owner ? 'admin' : (collaborators[login] ?? (isPrivate ? 'none' : 'read'));
  const user = { ...userShape(site, login), permissions: ROLES[granted], role_name: granted };
  return ok({ permission: granted, role_name: granted, user });
}

async function actions({ site }: ApiCall): Promise<ApiAnswer> {
  const { actions_enabled } = await site.store.settings();
  return ok({ enabled: actions_enabled, ...(actions_enabled ? { allowed_actions: 'all' } : {}) });
}

async function workflowPermissions({ site }: ApiCall): Promise<ApiAnswer> {
  const { actions_may_open_pull_requests } = await site.store.settings();
  return ok({
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: actions_may_open_pull_requests,
  });
}

async function secrets(call: ApiCall): Promise<ApiAnswer> {
  const { secrets: names } = await call.site.store.settings();
  const shapes = names.map((name) => ({ name, created_at: LONG_AGO, updated_at: LONG_AGO }));
  return paged(call, shapes, (page) => ({ total_count: shapes.length, secrets: page }));
}
