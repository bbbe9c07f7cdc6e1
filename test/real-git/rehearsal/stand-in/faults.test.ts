import { describe, expect, test } from 'vitest';
import { NOON } from '../../../../src/simulation/world/remote-change.ts';
import { serveGitHub } from '../../../support/git/stand-in.ts';
import { ManualClock } from '../../../support/memory/manual-clock.ts';
import { ask } from './rest.ts';

const ISSUES = 'GET /repos/{owner}/{repo}/issues';
const OPEN = 'POST /repos/{owner}/{repo}/issues';

describe('a fault in place of an answer', () => {
  test.each([
    ['unauthorized', 401, 'Bad credentials'],
    ['forbidden', 403, 'Resource not accessible by integration'],
    ['secondary_limit', 403, 'You have exceeded a secondary rate limit.'],
    ['primary_limit', 403, 'API rate limit exceeded'],
    ['not_found', 404, 'Not Found'],
    ['conflict', 409, 'Conflict'],
    ['invalid', 422, 'Validation Failed'],
    ['too_many_requests', 429, 'You have exceeded a secondary rate limit.'],
    ['server_error', 502, 'Server Error'],
  ] as const)('%s answers one request with %i, which has no effect', async (fault, status, words) => {
    const served = await serveGitHub();
    served.standIn.inject({ on: OPEN, fault });
    expect((await ask(served, 'GET issues')).status).toBe(200);
    const faulty = await ask(served, 'POST issues', { title: 'T' });
    expect([faulty.status, faulty.body.message]).toEqual([status, expect.stringContaining(words)]);
    expect((await ask(served, 'POST issues', { title: 'T' })).body.number).toBe(1);
  });

  test('tells how long to wait, or when the hour ends', async () => {
    const served = await serveGitHub({ clock: new ManualClock(NOON) });
    for (const fault of ['secondary_limit', 'too_many_requests'] as const) {
      served.standIn.inject({ on: 'api', fault });
      expect((await ask(served, 'GET issues')).headers.get('retry-after')).toBe('60');
    }
    served.standIn.inject({ on: 'any', fault: 'primary_limit' });
    const { headers } = await ask(served, 'GET issues');
    expect([headers.get('x-ratelimit-remaining'), Number(headers.get('x-ratelimit-reset'))]).toEqual([
      '0',
      NOON / 1000 + 3600,
    ]);
  });
});

describe('a lost answer', () => {
  test('after the effect is a server error, or no answer at all', async () => {
    const served = await serveGitHub();
    served.standIn.inject({ on: OPEN, fault: 'server_error_after' });
    expect((await ask(served, 'POST issues', { title: 'T' })).status).toBe(502);
    served.standIn.inject({ on: OPEN, fault: 'dropped_after' });
    await expect(ask(served, 'POST issues', { title: 'T' })).rejects.toThrow();
    expect((await ask(served, 'GET issues')).body).toHaveLength(2);
  });

  test('before the effect changes nothing', async () => {
    const served = await serveGitHub();
    served.standIn.inject({ on: OPEN, fault: 'dropped' });
    await expect(ask(served, 'POST issues', { title: 'T' })).rejects.toThrow();
    expect((await ask(served, 'GET issues')).body).toEqual([]);
  });

  test.each([
    ['hang', 0],
    ['hang_after', 1],
  ] as const)('%s keeps its caller waiting, with %i issues opened', async (fault, count) => {
    const served = await serveGitHub();
    served.standIn.inject({ on: OPEN, fault });
    const arrived = served.standIn.hanging();
    const stop = new AbortController();
    const waiting = fetch(`${served.standIn.apiUrl}/repos/acme/site/issues`, {
      method: 'POST',
      headers: { authorization: 'Bearer ghs_not-a-real-token' },
      body: '{"title": "T"}',
      signal: stop.signal,
    });
    const ended = expect(waiting).rejects.toThrow('enough');
    await arrived;
    stop.abort(new Error('enough'));
    await ended;
    expect((await ask(served, 'GET issues')).body).toHaveLength(count);
  });
});

describe('a list', () => {
  test('that lags misses its newest entry, which a direct read shows', async () => {
    const served = await serveGitHub();
    await served.standIn.person.openIssue({ title: 'One' });
    await served.standIn.person.openIssue({ title: 'Two' });
    served.standIn.inject({ on: ISSUES, fault: 'newest_missing' });
    const numbers = async () =>
      (await ask(served, 'GET issues?direction=asc')).body.map((issue: { number: number }) => issue.number);
    expect(await numbers()).toEqual([1]);
    expect((await ask(served, 'GET issues/2')).status).toBe(200);
    expect(await numbers()).toEqual([1, 2]);
  });
});

describe('an injection', () => {
  test('holds for as many requests as it says, or until it is taken back', async () => {
    const served = await serveGitHub();
    const statuses = async (count: number) => {
      const seen: number[] = [];
      for (let n = 0; n < count; n++) seen.push((await ask(served, 'GET issues')).status);
      return seen;
    };
    served.standIn.inject({ on: ISSUES, fault: 'server_error', times: 2 });
    expect(await statuses(3)).toEqual([502, 502, 200]);
    const takeBack = served.standIn.inject({ on: ISSUES, fault: 'not_found', times: 'always' });
    expect(await statuses(3)).toEqual([404, 404, 404]);
    takeBack();
    expect(await statuses(1)).toEqual([200]);
  });

  test('comes after the one before it when both would answer', async () => {
    const served = await serveGitHub();
    served.standIn.inject({ on: 'api', fault: 'conflict' });
    served.standIn.inject({ on: 'api', fault: 'not_found' });
    expect((await ask(served, 'GET issues')).status).toBe(409);
    expect((await ask(served, 'GET issues')).status).toBe(404);
  });

  test('lets somebody else act before the request has its effect', async () => {
    const served = await serveGitHub();
    const number = await served.standIn.person.openIssue({ title: 'T' });
    const meanwhile = () => served.standIn.person.lock(number);
    served.standIn.inject({ on: 'api', fault: { meanwhile } });
    expect((await ask(served, 'POST issues/1/comments', { body: 'x' })).status).toBe(403);
  });

  test('makes an answer late by the clock of the server, and the faults beside it still hold', async () => {
    const clock = new ManualClock(NOON);
    const served = await serveGitHub({ clock });
    served.standIn.inject({ on: 'api', fault: { delayMs: 5_000 } });
    served.standIn.inject({ on: 'api', fault: 'conflict' });
    expect((await ask(served, 'GET issues')).status).toBe(409);
    expect(clock.now()).toBe(NOON + 5_000);
  });
});
