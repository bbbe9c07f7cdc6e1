import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RunFacts, readRunCause } from '../../../src/config/github/run-cause.ts';

const FACTS: RunFacts = { event: 'push', actor: 'ann', triggeringActor: 'ann', attempt: 1 };
const REPOSITORY = { full_name: 'acme/site', default_branch: 'trunk' };

function read(payload: unknown, facts: Partial<RunFacts> = {}) {
  return readRunCause({ ...FACTS, ...facts }, payload);
}

describe('what started a run', () => {
  test('a tick, with its pattern and the default branch', () => {
    const { cause, defaultBranch } = read(
      { schedule: '17 * * * *', repository: REPOSITORY },
      { event: 'schedule' },
    );
    expect([cause.cron, cause.branch, defaultBranch]).toEqual(['17 * * * *', null, 'trunk']);
  });

  test.each([
    [{ ...REPOSITORY, size: 1_234 }, 1_234],
    [{ ...REPOSITORY, size: 0 }, null],
    [{ ...REPOSITORY, size: 'large' }, null],
    [REPOSITORY, null],
  ])('the size of the repository, where it is known: %j', (repository, kilobytes) => {
    expect(read({ repository }).kilobytes).toBe(kilobytes);
    expect(read({ repository }).defaultBranch).toBe('trunk');
  });

  test.each([
    ['a push', { ref: 'refs/heads/feature/x' }, 'feature/x'],
    ['a push of a tag', { ref: 'refs/tags/v1' }, null],
    ['a new branch', { ref: 'topic', ref_type: 'branch' }, 'topic'],
    [
      'a pull request',
      { pull_request: { head: { ref: 'topic', repo: { full_name: 'acme/site' } } } },
      'topic',
    ],
    [
      "a fork's pull request",
      { pull_request: { head: { ref: 'wakeful/x', repo: { full_name: 'eve/site' } } } },
      null,
    ],
    ['a pull request of a fork that is gone', { pull_request: { head: { ref: 'x', repo: null } } }, null],
    ['another workflow', { workflow_run: { head_branch: 'topic' } }, 'topic'],
    ['checks', { check_suite: { head_branch: 'topic' } }, 'topic'],
    ['a deployment', { deployment: { ref: 'topic' } }, 'topic'],
    ['an issue', { issue: { number: 1 } }, null],
  ])('%s is about its branch', (_, payload, branch) => {
    expect(read({ repository: REPOSITORY, ...payload }).cause.branch).toBe(branch);
  });

  test('whoever caused the event is its actor, not whoever started the run again', () => {
    const facts = { actor: 'ann', triggeringActor: 'bea', attempt: 2 };
    const { cause } = read({ sender: { login: 'cy' } }, facts);
    expect([cause.actor, cause.startedAgainBy]).toEqual(['cy', 'bea']);
    expect(read({}).cause).toMatchObject({ actor: 'ann', startedAgainBy: null });
  });

  test('what the author is to the repository counts only for what the author did', () => {
    const issue = { user: { login: 'cy' }, author_association: 'NONE' };
    expect(read({ sender: { login: 'cy' }, issue }).cause.association).toBe('NONE');
    expect(read({ sender: { login: 'ann' }, action: 'labeled', issue }).cause.association).toBeNull();
    const comment = { user: { login: 'ann' }, author_association: 'OWNER' };
    expect(read({ sender: { login: 'ann' }, issue, comment }).cause.association).toBe('OWNER');
  });

  test.each([null, 'text', 7, [], { repository: 'x', sender: 7, pull_request: [], issue: null }])(
    'a payload of another shape is not known: %j',
    (payload) => {
      expect(read(payload)).toEqual({
        cause: {
          ...{ event: 'push', action: null, actor: 'ann', startedAgainBy: null },
          ...{ cron: null, branch: null, commit: null, isForks: false, association: null },
        },
        defaultBranch: null,
        kilobytes: null,
      });
    },
  );

  test('whatever is sent, it can be read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        expect(
          read({ pull_request: payload, repository: payload, comment: payload, ref: payload }).cause.event,
        ).toBe('push');
      }),
    );
  });
});
