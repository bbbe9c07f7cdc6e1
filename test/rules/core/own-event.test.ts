import { describe, expect, test } from 'vitest';
import { type EventFacts, isOpenToAll, reasonToIgnore } from '../../../src/core/own-event.ts';

const OWN = { agent: ['wakeful[bot]', 'Night Agent'], stateBranch: 'wakeful-state' };

describe('an event never counts', () => {
  const ignored: readonly (readonly [string, EventFacts])[] = [
    ['on the state branch', { name: 'push', branch: 'wakeful-state' }],
    ['on a work branch', { name: 'push', branch: 'wakeful/tidy/a-1', actor: 'mona' }],
    ['by the agent', { name: 'push', actor: 'wakeful[bot]' }],
    ['by the agent without its ending', { name: 'push', actor: 'Wakeful' }],
    ['by the name of the agent’s commits', { name: 'push', actor: 'night agent' }],
    ['that anybody can cause', { name: 'issues', actor: 'mallory' }],
    ['that anybody can cause, from nobody known', { name: 'issue_comment' }],
    ['that the workflow calls an outsider’s', { name: 'push', isTrusted: false }],
    ['of the agent, trusted or not', { name: 'issues', actor: 'wakeful[bot]', isTrusted: true }],
  ];
  test.each(ignored)('%s', (_, event) => {
    expect(reasonToIgnore(event, OWN)).toMatchObject({ name: event.name });
  });
});

describe('an event wakes goals', () => {
  const counted: readonly (readonly [string, EventFacts])[] = [
    ['by a person who may write', { name: 'push', actor: 'mona' }],
    ['on a branch that only looks alike', { name: 'push', branch: 'wakeful-state-2' }],
    ['on another branch', { name: 'push', branch: 'feature/wakeful/x' }],
    [
      'that a person with write permission has labelled',
      { name: 'issues', actor: 'mallory', isTrusted: true },
    ],
    ['by a person whose name only begins so', { name: 'push', actor: 'wakeful-fan' }],
  ];
  test.each(counted)('%s', (_, event) => {
    expect(reasonToIgnore(event, OWN)).toBeNull();
  });
});

test('the reasons are told apart', () => {
  const reasons = [{ branch: 'wakeful-state' }, { actor: 'wakeful' }, { isTrusted: false }].map((facts) =>
    reasonToIgnore({ name: 'push', ...facts }, OWN),
  );
  expect(reasons.map((reason) => reason?.kind)).toEqual(['own_branch', 'own_act', 'outsider']);
});

test.each([
  ['issues', true],
  ['issue_comment', true],
  ['pull_request', true],
  ['discussion', true],
  ['push', false],
  ['release', false],
  ['schedule', false],
])('whether people without write permission cause %s: %j', (name, expected) => {
  expect(isOpenToAll(name)).toBe(expected);
});
