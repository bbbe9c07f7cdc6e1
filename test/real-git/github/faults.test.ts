import { describe, expect, it } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { NewDraft } from '../../../src/ports.ts';
import type { FaultKind } from '../../../src/rehearsal/github/http/faults.ts';
import { asMasked } from '../../support/as-masked.ts';
import { type Ports, portsAt } from '../../support/contract/github-under-test.ts';
import { type ServedGitHub, serveGitHub } from '../../support/git/stand-in.ts';
import type { Injection } from '../../support/github/injected-faults.ts';

const { signal } = new AbortController();
const BRANCH = 'wakeful/docs/a-1';
const PULLS = '/repos/{owner}/{repo}/pulls';
const WANTED: NewDraft = {
  branch: BRANCH,
  base: 'main',
  title: asMasked('Keep it complete'),
  body: asMasked('What it does.\n\n<!-- wakeful: docs/draft/1 -->'),
  labels: [],
  reviewers: [],
  readyWhereUnsupported: false,
};
/** So short that a request which hangs is soon given up, and long enough for all others. */
const IMPATIENT = { requestTimeoutMs: 1_500 };

interface Scene extends Ports, ServedGitHub {
  /** Requests that were answered, of one kind. */
  count(method: string, part: string): number;
}

async function scene(options: Parameters<typeof portsAt>[1] = {}): Promise<Scene> {
  const served = await serveGitHub();
  const { remote, standIn, exchanges } = served;
  const parents = [(await remote.tip('main')) ?? ''];
  await remote.commit({ branch: BRANCH, parents, files: { 'work.md': 'done\n' } });
  const count = (method: string, part: string): number =>
    exchanges.filter((each) => each.method === method && each.url.includes(part)).length;
  return { ...served, ...portsAt(standIn, options), count };
}

async function haltOf(call: Promise<unknown>): Promise<Halt> {
  const reason = await call.then(
    () => new Error('it did not halt'),
    (thrown: unknown) => thrown,
  );
  if (reason instanceof Halt) return reason;
  throw reason;
}

type Expected = readonly [FaultKind, Halt['ending'], RegExp];

const REFUSALS: readonly Expected[] = [
  ['unauthorized', 'forbidden', /token is not valid or has expired/],
  ['forbidden', 'forbidden', /it needs `pull-requests: write`/],
  ['not_found', 'forbidden', /does not exist, or the token may not see it/],
  ['secondary_limit', 'github_unavailable', /left alone for 60 seconds/],
  ['primary_limit', 'github_unavailable', /rate limit exceeded/],
  ['too_many_requests', 'github_unavailable', /left alone for 60 seconds/],
  ['conflict', 'github_unavailable', /busy/],
  ['invalid', 'unexpected', /did not accept .* 422: Validation Failed; Issue title invalid/],
  ['server_error', 'github_unavailable', /fault of its own: 502/],
  ['dropped', 'github_unavailable', /cannot be reached/],
];

describe('opening a draft', () => {
  it.each(REFUSALS)('ends when the answer is %s: %s', async (fault, ending, detail) => {
    const { github, standIn, count } = await scene();
    standIn.inject({ on: `POST ${PULLS}`, fault, times: 'always' });
    const halt = await haltOf(github.createDraft(WANTED, signal));
    expect(halt).toMatchObject({ ending, detail: expect.stringMatching(detail) });
    expect(count('POST', '/pulls')).toBe(fault === 'dropped' ? 0 : 1);
    expect(await github.findDrafts(BRANCH, signal)).toEqual([]);
  });

  it.each(['server_error_after', 'dropped_after', 'hang_after'] as const)(
    'that succeeded is found and not repeated when its answer gets lost: %s',
    async (fault) => {
      const { github, standIn } = await scene(IMPATIENT);
      standIn.inject({ on: `POST ${PULLS}`, fault });
      expect(await haltOf(github.createDraft(WANTED, signal))).toMatchObject({
        ending: 'github_unavailable',
      });
      expect(await github.findDrafts(BRANCH, signal)).toHaveLength(1);
    },
  );

  it('is given up when no answer comes', async () => {
    const { github, standIn } = await scene(IMPATIENT);
    standIn.inject({ on: `POST ${PULLS}`, fault: 'hang' });
    const halt = await haltOf(github.createDraft(WANTED, signal));
    expect(halt).toMatchObject({
      ending: 'github_unavailable',
      detail: expect.stringMatching(/did not answer within 2 seconds \(POST .*\/pulls\)/),
    });
    expect(await github.findDrafts(BRANCH, signal)).toEqual([]);
  });

  it('is given up at once when the wake has to end', async () => {
    const { github, standIn } = await scene();
    standIn.inject({ on: `POST ${PULLS}`, fault: 'hang' });
    const wake = new AbortController();
    const arrived = standIn.hanging();
    const opening = github.createDraft(WANTED, wake.signal);
    await arrived;
    const why = new Halt('time_limit', 'The time was used up.');
    wake.abort(why);
    await expect(opening).rejects.toBe(why);
  });

  it('finds out about one that the lists do not show yet', async () => {
    const { github, standIn } = await scene();
    const { number } = await github.createDraft(WANTED, signal);
    const lists: readonly Injection['on'][] = [`GET ${PULLS}`, 'GET /repos/{owner}/{repo}/issues'];
    for (const on of lists) standIn.inject({ on, fault: 'newest_missing', times: 'always' });
    expect(await github.findDrafts(BRANCH, signal)).toMatchObject([{ number }]);
  });
});

describe('the labels and reviewers of a draft', () => {
  const LABELS = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
  const extras = { labels: ['wakeful'], reviewers: ['octocat'] };

  it.each([
    ['forbidden', /^It has no labels: 403: Resource not accessible/],
    ['server_error', /^It has no labels: 502: Server Error/],
    ['dropped', /^It has no labels: GitHub cannot be reached/],
    ['hang', /^It has no labels: there was no time left/],
  ] as const)('do not cost it when they meet %s', async (fault, lack) => {
    const { github, standIn } = await scene(IMPATIENT);
    standIn.inject({ on: LABELS, fault });
    const draft = await github.createDraft(asMasked({ ...WANTED, ...extras }), signal);
    expect(draft).toMatchObject({ state: 'open', branch: BRANCH });
    expect(draft.lacks[0]).toMatch(lack);
  });

  it('are told as lacking when the wake has to end meanwhile', async () => {
    const { github, standIn } = await scene();
    standIn.inject({ on: LABELS, fault: 'hang' });
    const wake = new AbortController();
    const arrived = standIn.hanging();
    const opening = github.createDraft(asMasked({ ...WANTED, ...extras }), wake.signal);
    await arrived;
    wake.abort(new Halt('time_limit', 'The time was used up.'));
    expect((await opening).lacks).toHaveLength(2);
  });

  it('can be given later', async () => {
    const { github, exchanges } = await scene();
    const { number } = await github.createDraft(WANTED, signal);
    await github.updateDraft(number, asMasked({ ...WANTED, ...extras }), signal);
    expect(exchanges.slice(-2).map(({ status, requestBody }) => [status, requestBody])).toEqual([
      [200, '{"labels":["wakeful"]}'],
      [201, '{"reviewers":["octocat"],"team_reviewers":[]}'],
    ]);
  });
});

describe('a look for drafts', () => {
  it.each(['server_error', 'dropped'] as const)('is repeated after %s', async (fault) => {
    const { github, standIn } = await scene();
    await github.createDraft(WANTED, signal);
    standIn.inject({ on: `GET ${PULLS}`, fault, times: 3 });
    expect(await github.findDrafts(BRANCH, signal)).toHaveLength(1);
  });

  it('ends after the fourth fault', async () => {
    const { github, standIn, count } = await scene();
    standIn.inject({ on: `GET ${PULLS}`, fault: 'server_error', times: 'always' });
    expect(await haltOf(github.findDrafts(BRANCH, signal))).toMatchObject({ ending: 'github_unavailable' });
    expect(count('GET', '/pulls?')).toBe(4);
  });

  it.each(['forbidden', 'not_found', 'conflict', 'secondary_limit', 'too_many_requests'] as const)(
    'is not repeated after %s',
    async (fault) => {
      const { github, standIn, count } = await scene();
      standIn.inject({ on: `GET ${PULLS}`, fault, times: 'always' });
      await haltOf(github.findDrafts(BRANCH, signal));
      expect(count('GET', '/pulls?')).toBe(1);
    },
  );
});

describe('a request that was given up', () => {
  it.each(['abort', 'timeout'] as const)('is not begun again: %s', async (how) => {
    const begun: string[] = [];
    const fetching = (address: string, init: RequestInit): Promise<Response> => {
      begun.push(new URL(address).pathname.replace(/^.*site\//, ''));
      return fetch(address, init);
    };
    const { issues, standIn } = await scene({ fetch: fetching, ...(how === 'timeout' && IMPATIENT) });
    standIn.inject({ on: 'GET /repos/{owner}/{repo}/labels', fault: 'hang', times: 'always' });
    const wake = new AbortController();
    const arrived = standIn.hanging();
    const asking = issues.labelNames(wake.signal);
    await arrived;
    if (how === 'abort') wake.abort(new Error('the time is up'));
    await expect(asking).rejects.toThrow();
    // Long enough for what would have begun by then.
    for (let count = 0; count < 3; count++) await issues.read(17, signal);
    expect(begun).toEqual(['labels', 'issues/17', 'issues/17', 'issues/17']);
  });
});

describe('an issue of the agent', () => {
  it.each(['server_error_after', 'dropped_after'] as const)(
    'is opened once, whatever is lost: %s',
    async (fault) => {
      const { issues, standIn } = await scene();
      const text = { title: 'A question', body: 'What?\n\n<!-- wakeful: docs/a/1 -->' };
      standIn.inject({ on: 'POST /repos/{owner}/{repo}/issues', fault });
      await haltOf(issues.open(asMasked(text), signal));
      standIn.inject({ on: 'GET /repos/{owner}/{repo}/issues', fault: 'newest_missing', times: 'always' });
      expect(await issues.findOpened('docs/a/1', signal)).toMatchObject({ number: 1 });
    },
  );

  it('is found among the alerts while the lists lag behind', async () => {
    const { github, standIn } = await scene();
    const { number } = await github.openAlertIssue(
      { title: asMasked('Wakeful: docs fails'), body: asMasked('Seen.') },
      signal,
    );
    standIn.inject({ on: 'GET /repos/{owner}/{repo}/issues', fault: 'newest_missing', times: 'always' });
    expect(await github.listAlertIssues([], signal)).toMatchObject([{ number, state: 'open' }]);
  });

  it.each([
    ['forbidden', 'forbidden', /`issues: write`/],
    ['server_error', 'github_unavailable', /502/],
  ] as const)('takes no comment after %s', async (fault, ending, detail) => {
    const { issues, standIn, count } = await scene();
    const number = await standIn.person.openIssue({ title: 'one' });
    standIn.inject({
      on: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      fault,
      times: 'always',
    });
    const halt = await haltOf(issues.comment(number, asMasked('seen'), signal));
    expect(halt).toMatchObject({ ending, detail: expect.stringMatching(detail) });
    expect(count('POST', '/comments')).toBe(1);
  });

  it('cannot be opened where issues are switched off', async () => {
    const { github, standIn } = await scene();
    await standIn.person.configure({ has_issues: false });
    const halt = await haltOf(github.openAlertIssue({ title: asMasked('a'), body: asMasked('b') }, signal));
    expect(halt).toMatchObject({ ending: 'no_change', detail: expect.stringMatching(/Issues/) });
    expect(await github.findDrafts(BRANCH, signal)).toEqual([]);
  });
});

describe('the state of a wake', () => {
  it.each(['forbidden', 'not_found'] as const)('is unknown after %s', async (fault) => {
    const { github, standIn } = await scene();
    const wake = await standIn.runs.start({
      workflow: 'wake.yml',
      event: 'schedule',
      at: '2026-11-22T03:00:00Z',
    });
    standIn.inject({ on: 'api', fault });
    expect(await github.wakeState(wake, signal)).toBe('unknown');
    expect(await github.wakeState(wake, signal)).toBe('running');
  });

  it.each(['rehearsal-20261122-a1b2c3', '17', '17-1x', ''])(
    'is unknown for what is no run: %j',
    async (wake) => {
      const { github, exchanges } = await scene();
      expect(await github.wakeState(wake, signal)).toBe('unknown');
      expect(exchanges).toEqual([]);
    },
  );
});
