import * as v from 'valibot';
import { type ApiAnswer, created, NO_CONTENT, ok } from '../http/answer.ts';
import type { ApiCall, Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { notFound, refusal } from '../http/refusals.ts';
import { bodyOf } from '../http/request-body.ts';
import type { SettingsFile } from '../records/records.ts';

const PATH = '/repos/{owner}/{repo}/actions/variables';

export const VARIABLE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    needs: ['variables:read'],
    answer: (call) => list(call, 'variables'),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/organization-variables',
    needs: ['variables:read'],
    answer: (call) => list(call, 'organization_variables'),
  },
  { method: 'POST', path: PATH, needs: ['variables:write'], answer: add },
  { method: 'GET', path: `${PATH}/{name}`, needs: ['variables:read'], answer: read },
  { method: 'PATCH', path: `${PATH}/{name}`, needs: ['variables:write'], answer: change },
  { method: 'DELETE', path: `${PATH}/{name}`, needs: ['variables:write'], answer: remove },
];

async function list(call: ApiCall, kind: 'variables' | 'organization_variables'): Promise<ApiAnswer> {
  const all = Object.entries((await call.site.store.settings())[kind]);
  const shapes = all.map(([name, { value, created_at, updated_at }]) => ({
    name,
    value,
    created_at,
    updated_at,
  }));
  return paged(call, shapes, (variables) => ({ total_count: shapes.length, variables }));
}

/** GitHub keeps names in capitals. */
function nameOf(call: ApiCall): string {
  return (call.parameters['name'] ?? '').toUpperCase();
}

async function found(call: ApiCall) {
  const variable = (await call.site.store.settings()).variables[nameOf(call)];
  if (variable === undefined) throw notFound();
  return variable;
}

async function read(call: ApiCall): Promise<ApiAnswer> {
  const { value, created_at, updated_at } = await found(call);
  return ok({ name: nameOf(call), value, created_at, updated_at });
}

const NAME = v.pipe(
  v.string(),
  v.transform((name) => name.toUpperCase()),
  v.check(
    (name) => /^[A-Z_][A-Z0-9_]*$/.test(name) && !name.startsWith('GITHUB_'),
    'Name is invalid: only letters, digits and underscores, no digit first, no GITHUB_ prefix',
  ),
);
const NEW_VARIABLE = v.looseObject({ name: NAME, value: v.string() });
const CHANGE = v.looseObject({ name: v.optional(NAME), value: v.optional(v.string()) });

async function add(call: ApiCall): Promise<ApiAnswer> {
  const { store, now } = call.site;
  const { name, value } = bodyOf(call, 'Variable', NEW_VARIABLE);
  if (Object.hasOwn((await store.settings()).variables, name)) {
    throw refusal(409, 'Already exists - Variable already exists');
  }
  await save(call, (variables) => ({
    ...variables,
    [name]: { value, created_at: now(), updated_at: now() },
  }));
  return created({});
}

async function change(call: ApiCall): Promise<ApiAnswer> {
  const before = await found(call);
  const { name = nameOf(call), value = before.value } = bodyOf(call, 'Variable', CHANGE);
  await save(call, ({ [nameOf(call)]: _, ...others }) => ({
    ...others,
    [name]: { ...before, value, updated_at: call.site.now() },
  }));
  return NO_CONTENT;
}

async function remove(call: ApiCall): Promise<ApiAnswer> {
  await found(call);
  await save(call, ({ [nameOf(call)]: _, ...others }) => others);
  return NO_CONTENT;
}

type Variables = SettingsFile['variables'];

function save(call: ApiCall, change: (variables: Variables) => Variables): Promise<void> {
  return call.site.store.changeSettings((settings) => ({
    ...settings,
    variables: change(settings.variables),
  }));
}
