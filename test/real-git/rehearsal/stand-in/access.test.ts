import { describe, expect, test } from 'vitest';
import { type Token, WORKFLOW_TOKEN } from '../../../../src/rehearsal/github/http/access.ts';
import { NOON } from '../../../../src/simulation/world/remote-change.ts';
import { ADMIN_TOKEN, serveGitHub, TOKEN } from '../../../support/git/stand-in.ts';
import { ManualClock } from '../../../support/memory/manual-clock.ts';
import { ask, askAsAdmin } from './rest.ts';

function mayOnly(may: Token['may']): Token {
  return { ...WORKFLOW_TOKEN, may };
}

describe('whoever asks', () => {
  test.each([
    ['without a token', undefined, 'Requires authentication'],
    ['with a wrong one', 'Bearer wrong', 'Bad credentials'],
  ])('%s is turned away with 401', async (_, authorization, message) => {
    const { standIn } = await serveGitHub();
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${standIn.apiUrl}/repos/acme/site`, { headers });
    expect([response.status, await response.json()]).toMatchObject([401, { message }]);
  });

  test.each(['Bearer', 'token'])('may show the token as %s', async (scheme) => {
    const { standIn } = await serveGitHub();
    const headers = { authorization: `${scheme} ${TOKEN}` };
    expect((await fetch(`${standIn.apiUrl}/repos/acme/site`, { headers })).status).toBe(200);
  });

  test('learns the time of the server, and what is left of the hour', async () => {
    const clock = new ManualClock(NOON);
    const served = await serveGitHub({ clock });
    await ask(served, 'GET ');
    const { headers } = await ask(served, 'GET ');
    expect(headers.get('date')).toBe(new Date(NOON).toUTCString());
    expect([headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual(['1000', '998']);
    expect(Number(headers.get('x-ratelimit-reset'))).toBe(NOON / 1000 + 3600);
    expect((await askAsAdmin(served, 'GET ')).headers.get('x-ratelimit-limit')).toBe('5000');
  });

  test('is refused when the hour is used up, until the next one begins', async () => {
    const clock = new ManualClock(NOON);
    const served = await serveGitHub({ clock });
    served.standIn.spendRate(1_000);
    const over = await ask(served, 'GET ');
    expect([over.status, over.body.message]).toEqual([403, expect.stringContaining('rate limit exceeded')]);
    expect(over.headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await askAsAdmin(served, 'GET ')).status).toBe(200);
    clock.advance(3_600_000);
    expect((await ask(served, 'GET ')).status).toBe(200);
  });
});

describe('a token', () => {
  test.each([
    ['POST issues', { contents: 'write', issues: 'read' }],
    ['POST pulls', { issues: 'write', pull_requests: 'read' }],
    ['GET pulls', { issues: 'write' }],
    ['POST issues/1/comments', { issues: 'read', pull_requests: 'read' }],
    ['GET actions/variables', { actions: 'write' }],
    ['PUT actions/workflows/wake.yml/enable', { actions: 'read' }],
    ['GET actions/permissions', { actions: 'write' }],
    ['GET actions/secrets', { actions: 'write' }],
  ] as const)('that may not gets 403 for %s', async (request, may) => {
    const served = await serveGitHub({ token: mayOnly(may) });
    const { status, body } = await ask(served, request, request.startsWith('POST') ? {} : undefined);
    expect([status, body.message]).toEqual([403, 'Resource not accessible by integration']);
  });

  test('that may write pull requests may comment below them', async () => {
    const served = await serveGitHub({ token: mayOnly({ pull_requests: 'write' }) });
    await served.standIn.person.openIssue({ title: 'T' });
    expect((await ask(served, 'POST issues/1/comments', { body: 'x' })).status).toBe(201);
  });

  test('of a workflow belongs to nobody, one of a person to the person', async () => {
    const served = await serveGitHub();
    expect((await ask(served, 'GET /user')).status).toBe(403);
    expect((await askAsAdmin(served, 'GET /user')).body).toMatchObject({ login: 'ann', type: 'User' });
  });
});

describe('a request that GitHub does not know', () => {
  test.each([
    'GET nothing/here',
    'GET /repos/other/site/issues',
    'GET /repos/acme/other/issues',
    'DELETE issues/1',
    'GET issues/one',
    'GET issues/%zz',
  ])('%s is answered with 404', async (request) => {
    const { status, body } = await ask(await serveGitHub(), request);
    expect([status, body.message]).toEqual([404, 'Not Found']);
  });

  test('with broken JSON is answered with 400', async () => {
    const { status, body } = await ask(await serveGitHub(), 'POST issues', '{"title": ');
    expect([status, body.message]).toEqual([400, 'Problems parsing JSON']);
  });
});

test('owner and name are found in any case', async () => {
  const served = await serveGitHub();
  expect((await ask(served, 'GET /repos/Acme/SITE', undefined, ADMIN_TOKEN)).body.full_name).toBe(
    'acme/site',
  );
});
