import { describe, expect, test } from 'vitest';
import { authorToCheck, type RunCause, triggerOf } from '../../../src/core/trigger.ts';

function cause(change: Partial<RunCause> = {}): RunCause {
  return {
    ...{ event: 'schedule', action: null, actor: 'ann', startedAgainBy: null },
    ...{ cron: null, branch: null, commit: null, isForks: false, association: null },
    ...change,
  };
}

const NO_ORDER = { goal: null, reason: '', mayWrite: null };

describe('the trigger of a run', () => {
  test('of a schedule is the schedule, whoever wrote the cron line', () => {
    expect(triggerOf(cause({ cron: '17,47 * * * *' }), NO_ORDER)).toEqual({
      kind: 'schedule',
      by: 'the schedule',
      reason: 'cron 17,47 * * * *',
      goals: [],
    });
  });

  test('is the person who starts the workflow by hand', () => {
    const trigger = triggerOf(cause({ event: 'workflow_dispatch', branch: 'main' }), NO_ORDER);
    expect(trigger).toEqual({
      kind: 'person',
      by: 'ann',
      reason: 'workflow_dispatch on main',
      goals: [],
    });
  });

  test.each([
    [null, { kind: 'event', by: 'github-actions[bot]', goals: [] }],
    ['docs-index', { kind: 'person', by: 'github-actions[bot]', goals: ['docs-index'] }],
  ])('of a program that starts it is a mere tick, unless it names a goal: %j', (goal, expected) => {
    const started = cause({ event: 'workflow_dispatch', actor: 'github-actions[bot]' });
    const trigger = triggerOf(started, { ...NO_ORDER, goal });
    expect(trigger).toMatchObject(expected);
    expect(trigger.event).toBeUndefined();
  });

  test('is the person who starts an old run again', () => {
    const again = cause({ cron: '17 * * * *', startedAgainBy: 'bea' });
    expect(triggerOf(again, NO_ORDER)).toMatchObject({
      kind: 'person',
      by: 'bea',
      reason: 'cron 17 * * * *, started again',
    });
    expect(triggerOf(cause({ startedAgainBy: 'github-actions[bot]' }), NO_ORDER).kind).toBe('schedule');
  });

  test('of an event holds what the rules about events need', () => {
    const labelled = cause({ event: 'issues', action: 'labeled', actor: 'bea' });
    expect(triggerOf(labelled, { ...NO_ORDER, reason: 'because', mayWrite: true })).toEqual({
      kind: 'event',
      by: 'bea',
      reason: 'because',
      goals: [],
      event: { name: 'issues', actor: 'bea', isTrusted: true },
    });
    const pushed = cause({ event: 'push', branch: 'main' });
    expect(triggerOf(pushed, NO_ORDER)).toMatchObject({
      reason: 'push on main',
      event: { name: 'push', actor: 'ann', branch: 'main' },
    });
  });
});

describe('before an event counts', () => {
  test.each(['push', 'schedule', 'release', 'workflow_run'])('nobody is asked about %s', (event) => {
    expect(authorToCheck(cause({ event }))).toBeNull();
  });

  test.each(['issues', 'issue_comment', 'pull_request', 'discussion'])(
    'of the kind %s, the word of whoever caused it counts',
    (event) => {
      expect(authorToCheck(cause({ event, actor: 'bea' }))).toEqual({ login: 'bea' });
      expect(authorToCheck(cause({ event, actor: 'bea', association: 'MEMBER' }))).toEqual({ login: 'bea' });
    },
  );

  test.each(['NONE', 'CONTRIBUTOR', 'FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR', 'MANNEQUIN'])(
    'an author who is %s needs no question',
    (association) => {
      expect(authorToCheck(cause({ event: 'issues', association }))).toBe('outsider');
    },
  );
});
