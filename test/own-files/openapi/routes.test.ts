import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '../../../scripts/openapi/normalise.ts';
import { ROUTES } from '../../../src/rehearsal/github/routes.ts';
import { operations, subset } from '../../support/openapi/description.ts';
import { AMENDMENTS, BESIDE_REST, EVERYWHERE, EXCEPTIONS } from '../../support/openapi/exceptions.ts';

const FOLDER = join(import.meta.dirname, '../../../src/adapters/github');

/** Routes as the adapter writes them, with the beginnings that its files name once filled in. */
function routesOf(text: string): readonly string[] {
  const constants = [...text.matchAll(/const ([A-Z]+) = ['`](.*?)['`];/g)];
  const filled = constants
    .toReversed()
    .reduce((all, [, name, value]) => all.replaceAll(`\${${name}}`, String(value)), text);
  const routes = [...filled.matchAll(/['`]((?:GET|POST|PUT|PATCH|DELETE) \/[^'`]*)['`]/g)];
  return routes.map(([, route]) => String(route));
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const routes = new Set(files.flatMap(routesOf));

const answered = new Set(ROUTES.map(({ method, path }) => `${method} ${path}`));

describe('the operations of the subset', () => {
  it('are those that the adapter asks for, and that the stand-in answers besides', () => {
    expect([...new Set([...routes, ...answered])].toSorted()).toEqual(Object.keys(operations).toSorted());
  });

  it('beside REST are none of REST', () => {
    for (const name of Object.keys(BESIDE_REST)) expect(subset.operations[name]).toBeUndefined();
  });

  it('that the adapter asks for are all answered by the stand-in', () => {
    expect([...routes].filter((route) => !answered.has(route))).toEqual([]);
  });
});

it('the agent has no request that merges or approves, or deletes a branch, a tag or a release', () => {
  const writes = [...routes].filter((route) => !route.startsWith('GET '));
  expect(writes.length).toBeGreaterThan(5);
  expect(
    writes.filter((route) => /merge|reviews|approve|\/git\/|releases|branches|tags/.test(route)),
  ).toEqual([]);
  expect(writes.filter((route) => route.startsWith('DELETE ')).toSorted()).toEqual([
    'DELETE /repos/{owner}/{repo}/actions/variables/{name}',
    'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    'DELETE /repos/{owner}/{repo}/labels/{name}',
  ]);
  expect(files.join('\n')).not.toMatch(/\bmutation\b/);
});

describe('each amendment of the description', () => {
  it.each(AMENDMENTS.map((each) => [each.schema, each] as const))(
    'is one: %s',
    (name, { at: way, becomes, because }) => {
      const described = at(subset.schemas[name], ...way);
      expect(subset.schemas[name]).toBeDefined();
      expect(described).not.toEqual(becomes);
      expect(because.length).toBeGreaterThan(10);
    },
  );
});

describe('each exception from the description', () => {
  it.each(EXCEPTIONS.map((each) => [each.operation, each.status] as const))(
    'is one: %s, %i',
    (name, status) => {
      expect(operations[name], name).toBeDefined();
      expect(operations[name]?.answers[String(status)]).toBeUndefined();
      expect(EVERYWHERE.some(({ statuses }) => statuses.includes(status))).toBe(false);
    },
  );

  it('is made once and for a reason', () => {
    const names = EXCEPTIONS.map(({ operation, status }) => `${operation} ${status}`);
    expect(new Set(names).size).toBe(names.length);
    expect(EXCEPTIONS.every(({ because }) => because.length > 10)).toBe(true);
  });
});
