import { expect, test } from 'vitest';
import {
  branchProtection,
  isForDefaultBranch,
  stateProtection,
  tagProtection,
} from '../../../../src/core/health/protection.ts';
import { GUARDED } from '../../../../src/simulation/world/memory-control.ts';

test('the rulesets that the doctor prints hold', () => {
  expect(branchProtection(GUARDED, 'wakeful-state')).toBe('held');
  expect(tagProtection(GUARDED)).toBe('held');
  expect(stateProtection(GUARDED, 'wakeful-state')).toBe('held');
});

test('a state branch of another name is not the agent’s in these', () => {
  expect(branchProtection(GUARDED, 'bots/state')).toBe('missing');
  expect(stateProtection(GUARDED, 'bots/state')).toBe('missing');
});

test('teams and people may be exempt, a program may not', () => {
  const [branches] = GUARDED;
  const judged = (exempt: readonly string[]) =>
    branchProtection(branches === undefined ? [] : [{ ...branches, exempt }], 'wakeful-state');
  expect(judged(['Team 7', 'User 8', 'OrganizationAdmin'])).toBe('held');
  expect(judged([])).toBe('held');
  expect(judged(['Team 7', 'Integration 9'])).toBe('missing');
});

test.each([
  [['main'], true],
  [[], false],
  [null, false],
  [['main', 'next'], false],
  [['*'], false],
])('an environment for %j is for main alone: %j', (branches, expected) => {
  expect(isForDefaultBranch(branches, 'main')).toBe(expected);
});
