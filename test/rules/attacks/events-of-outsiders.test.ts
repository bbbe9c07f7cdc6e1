import { expect, test } from 'vitest';
import { readRunCause } from '../../../src/config/github/run-cause.ts';
import { isServed, withServed } from '../../../src/core/health/served-comment.ts';
import { reasonToIgnore } from '../../../src/core/own-event.ts';
import { authorToCheck, triggerOf } from '../../../src/core/trigger.ts';
import { stateWith } from '../../support/core-samples.ts';

const SHA = 'a'.repeat(40);
const OURS = { full_name: 'acme/site', default_branch: 'main' };
const FORK = { full_name: 'mallory/site' };
const STRANGER = { login: 'mallory' };
const BOT = { login: 'ci[bot]' };
const OWN = { agent: ['wakeful[bot]', 'github-actions[bot]'], stateBranch: 'wakeful-state' };

const MINE = { user: STRANGER, author_association: 'NONE' };
const suite = (head_branch: string | null) => ({ check_suite: { head_branch, head_sha: SHA } });
const run = (head_branch: string, head_repository: object) => ({
  workflow_run: { head_branch, head_sha: SHA, head_repository },
});
const pull = (repo: object | null, ref = 'topic') => ({ pull_request: { ...MINE, head: { ref, repo } } });

/** What outsiders cause, with what GitHub tells of it. None may count. */
const ATTEMPTS: readonly (readonly [name: string, event: string, payload: object])[] = [
  ["checks of a fork's pull request", 'check_suite', { sender: BOT, ...suite(null) }],
  ['checks without a word of their branch', 'check_suite', { sender: BOT, check_suite: { head_sha: SHA } }],
  ["CI of a fork's branch", 'workflow_run', { sender: STRANGER, ...run('topic', FORK) }],
  [
    "CI of a fork's branch of our default branch's name",
    'workflow_run',
    { sender: BOT, ...run('main', FORK) },
  ],
  ['an issue', 'issues', { action: 'opened', sender: STRANGER, issue: MINE }],
  ['an edited issue', 'issues', { action: 'edited', sender: STRANGER, issue: MINE }],
  ['an issue that a template labels', 'issues', { action: 'labeled', sender: STRANGER, issue: MINE }],
  ['a comment', 'issue_comment', { action: 'created', sender: STRANGER, comment: MINE }],
  [
    "a comment below somebody else's issue",
    'issue_comment',
    { sender: STRANGER, comment: MINE, issue: { user: { login: 'ada' }, author_association: 'OWNER' } },
  ],
  ["a fork's pull request", 'pull_request', { action: 'opened', sender: STRANGER, ...pull(FORK) }],
  ["a gone fork's pull request", 'pull_request', { action: 'opened', sender: STRANGER, ...pull(null) }],
  ["a fork's branch of the agent's name", 'pull_request', { sender: STRANGER, ...pull(FORK, 'wakeful/x') }],
  ['a review', 'pull_request_review', { sender: STRANGER, review: MINE, ...pull(FORK) }],
  [
    'a comment of a review',
    'pull_request_review_comment',
    { sender: STRANGER, comment: MINE, ...pull(FORK) },
  ],
  ['a discussion', 'discussion', { action: 'created', sender: STRANGER, discussion: MINE }],
  ['a comment of a discussion', 'discussion_comment', { sender: STRANGER, comment: MINE }],
  [
    'CI of a fork that is gone',
    'workflow_run',
    { sender: BOT, workflow_run: { head_branch: 'main', head_sha: SHA, head_repository: null } },
  ],
  ['CI of a repository without a name', 'workflow_run', { sender: BOT, ...run('main', {}) }],
  [
    'checks of a branch that is no text',
    'check_suite',
    { sender: BOT, check_suite: { head_branch: 7, head_sha: SHA } },
  ],
  [
    "a deployment of a fork's pull request",
    'deployment_status',
    { sender: BOT, deployment: { ref: 'refs/pull/5/merge', sha: SHA } },
  ],
  [
    "a deployment of a fork's pull request's head",
    'deployment_status',
    { sender: BOT, deployment: { ref: 'pull/5/head', sha: SHA } },
  ],
  [
    'an issue whose author says that he is an owner',
    'issues',
    { sender: STRANGER, issue: { user: { login: 'ada' }, author_association: 'OWNER' } },
  ],
  [
    'a comment by an author in other letters',
    'issue_comment',
    { sender: STRANGER, comment: { user: { login: 'Mallory' }, author_association: 'OWNER' } },
  ],
  [
    'a comment with an association nobody knows',
    'issue_comment',
    { sender: STRANGER, comment: { user: STRANGER, author_association: 'ROOT' } },
  ],
  [
    'a review that was dismissed',
    'pull_request_review',
    {
      action: 'dismissed',
      sender: STRANGER,
      review: { user: { login: 'ada' }, author_association: 'MEMBER' },
    },
  ],
  ['a payload that is no object', 'issues', Object('text')],
  ['something by nobody known', 'issue_comment', { comment: { user: null, author_association: 'OWNER' } }],
];

test.each(ATTEMPTS)('%s makes nothing due', (_, event, payload) => {
  const facts = { event, actor: '', triggeringActor: '', attempt: 1 };
  const { cause } = readRunCause(facts, { repository: OURS, ...payload });
  const author = authorToCheck(cause);
  // Who has to be asked for may not write; everybody else is not even asked for.
  const trigger = triggerOf(cause, { goal: null, reason: '', mayWrite: author === null ? null : false });
  expect(trigger.kind).toBe('event');
  expect(reasonToIgnore(trigger.event ?? { name: event }, OWN)).not.toBeNull();
});

test.each([100, 101, 150, 1_000])('after %i others no command is carried out once more', (many) => {
  const ids = Array.from({ length: many }, (_, n) => 5_000 + n);
  const state = [4_711, ...ids].reduce(withServed, stateWith());
  expect([4_711, ...ids].filter((id) => !isServed(state.status, id))).toEqual([]);
  expect(isServed(state.status, 5_000 + many)).toBe(false);
});
