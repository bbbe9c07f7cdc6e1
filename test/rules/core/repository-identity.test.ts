import { expect, test } from 'vitest';
import { emptyState } from '../../../src/config/state/state-files.ts';
import { isStateOf, underItsName } from '../../../src/core/repository-identity.ts';

test.each([
  ['acme/site', 1, 'acme/site', 1, true],
  ['acme/site', 1, 'Acme/New', 1, true],
  ['acme/site', 1, 'acme/site', 2, false],
  ['acme/site', 1, 'ACME/SITE', null, true],
  ['acme/site', 1, 'acme/copy', null, false],
  ['acme/site', undefined, 'Acme/Site', 1, true],
  ['acme/site', undefined, 'acme/copy', 1, false],
  ['acme/site', undefined, 'acme/site', null, true],
] as const)('the state of %s (%s) belongs to %s (%s): %s', (repository, number, name, id, isOwn) => {
  const lock = { repository, ...(number === undefined ? {} : { repository_id: number }) };
  expect(isStateOf(lock, { name, id })).toBe(isOwn);
});

test('a name without a number is not taken over, and the same name with its number changes nothing', () => {
  const state = emptyState('acme/site');
  expect(underItsName(state, { name: 'ACME/site', id: null })).toBe(state);
  const known = underItsName(state, { name: 'acme/site', id: 7 });
  expect(known.lock).toMatchObject({ repository: 'acme/site', repository_id: 7 });
  expect(underItsName(known, { name: 'acme/site', id: 7 })).toBe(known);
});
