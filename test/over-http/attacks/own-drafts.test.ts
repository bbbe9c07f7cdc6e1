import { expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import { openAt, pullAnswer } from '../../support/github/open-adapter.ts';
import { type Behaviour, serve, type Told } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

/*
 * The agent tells its own drafts from those of others by its login, which GitHub has to say. Whatever GitHub answers to that, the
 * agent's own draft never becomes a stranger's: it would be opened a second time.
 */

const { signal } = new AbortController();
const BRANCH = 'wakeful/docs/a-1';
const MARKER = 'Words.\n\n<!-- wakeful: docs/draft/0 -->';
/** GitHub's own description knows few of these answers, so that they are not held against it. */
const UNCHECKED = { fetch: (address: string, init: RequestInit) => fetch(address, init) };

const json = (body: unknown): Told => ({ status: 200, body });
const viewer = (login: unknown) => json({ data: { viewer: { login } } });
const refused = (status: number, message = 'No', headers = {}): Told => ({
  status,
  body: { message },
  headers,
});
const LIMITED = refused(403, 'API rate limit exceeded', {
  'x-ratelimit-remaining': '0',
  'retry-after': '900',
});
const SECONDARY = refused(403, 'You have exceeded a secondary rate limit');
const APP = 'acme-agent[bot]';
const ACTIONS = 'github-actions[bot]';
const PERSON = 'ada';

interface Attempt {
  readonly token: string;
  /** Who the agent is, and has opened its draft as. */
  readonly login: string;
  readonly user?: Behaviour;
  readonly graphql?: Behaviour;
  readonly permission?: Behaviour;
}

const OF_APP = { token: 'ghs_x', login: APP, graphql: viewer(APP) };
const OF_JOB = { token: 'ghs_x', login: ACTIONS, graphql: viewer(ACTIONS) };
const OF_PERSON = { token: 'ghp_x', login: PERSON, user: json(sample('public-user', { login: PERSON })) };

const ATTEMPTS: readonly (readonly [name: string, attempt: Attempt])[] = [
  ['an App', OF_APP],
  ['an App that GitHub spells otherwise', { ...OF_APP, graphql: viewer('Acme-Agent[bot]') }],
  ['an App at its limit', { ...OF_APP, graphql: json({ errors: [{ type: 'RATE_LIMITED', message: 'x' }] }) }],
  [
    'an App of which GitHub tells nothing',
    { ...OF_APP, graphql: json({ data: null, errors: [{ message: 'x' }] }) },
  ],
  ['an App that is nobody', { ...OF_APP, graphql: json({ data: { viewer: null } }) }],
  ['an App without a login', { ...OF_APP, graphql: viewer('') }],
  ['an App whose login is no text', { ...OF_APP, graphql: viewer(7) }],
  ['an App asked through another program', { ...OF_APP, graphql: { status: 200, body: '<html>' } }],
  ['an App that is refused for a while', { ...OF_APP, graphql: LIMITED }],
  ['an App that is refused without a time', { ...OF_APP, graphql: SECONDARY }],
  ['an App while GitHub is broken', { ...OF_APP, graphql: refused(502) }],
  ['an App whose question has moved', { ...OF_APP, graphql: refused(301) }],
  ['an App of an older server', { ...OF_APP, token: 'v1.abc', user: refused(403) }],
  ['the job', OF_JOB],
  ['the job, of which GitHub tells nothing', { ...OF_JOB, graphql: refused(403) }],
  ['the job on a server without GraphQL', { ...OF_JOB, graphql: refused(404) }],
  ['a person', OF_PERSON],
  ['a person who may not ask', { ...OF_PERSON, user: refused(403), graphql: viewer(PERSON) }],
  [
    'a person who is hidden, at the limit',
    { ...OF_PERSON, user: refused(404), graphql: json({ errors: [] }) },
  ],
  ['a person at the limit', { ...OF_PERSON, user: LIMITED }],
  ['a person at the limit of GraphQL', { ...OF_PERSON, user: SECONDARY, graphql: viewer(ACTIONS) }],
  ['a person whose token has ended', { ...OF_PERSON, user: refused(401) }],
  ['a person without a login', { ...OF_PERSON, user: json({ ...Object(sample('public-user')), login: '' }) }],
  ['a person who has moved', { ...OF_PERSON, user: refused(301) }],
  ['a person beside a stranger at the limit', { ...OF_PERSON, permission: LIMITED }],
  ['a person beside a stranger while GitHub is broken', { ...OF_PERSON, permission: refused(500) }],
  ['a person beside a stranger who has moved', { ...OF_PERSON, permission: refused(301) }],
];

async function serveDrafts({ login, user, graphql, permission }: Attempt) {
  const listed = [login, 'mallory'].map((opener, n) => {
    const fields = { user: sample('simple-user', { login: opener }), body: MARKER };
    return pullAnswer({ number: 5 + n, branch: BRANCH, schema: 'pull-request-simple', fields });
  });
  return serve(({ path }) => {
    if (path.startsWith('/repos/acme/site/pulls?')) return json(listed);
    if (path === '/user') return user ?? refused(403);
    if (path === '/graphql') return graphql ?? refused(403);
    return permission ?? refused(404);
  });
}

test.each(ATTEMPTS)('the draft of %s never becomes a stranger’s', async (_, attempt) => {
  const server = await serveDrafts(attempt);
  const { github } = openAt(server, { ...UNCHECKED, actor: null, token: attempt.token });
  const found = await github.findDrafts(BRANCH, signal).catch((reason: unknown) => reason);
  if (found instanceof Error) {
    expect(found).toBeInstanceOf(Halt);
    expect(found).toMatchObject({ ending: expect.stringMatching(/^(github_unavailable|forbidden)$/) });
  } else
    expect(found).toMatchObject([
      { number: 5, openedBy: 'agent' },
      { number: 6, openedBy: 'stranger' },
    ]);
});

test('a limit that has passed is forgotten: the next look knows the agent', async () => {
  let isLimited = true;
  const server = await serveDrafts(OF_APP);
  const sending = async (address: string, init: RequestInit) =>
    isLimited && address.endsWith('/graphql')
      ? Response.json({ errors: [{ type: 'RATE_LIMITED', message: 'x' }] })
      : fetch(address, init);
  const { github } = openAt(server, { fetch: sending, actor: null, token: 'ghs_x' });
  await expect(github.findDrafts(BRANCH, signal)).rejects.toMatchObject({ ending: 'github_unavailable' });
  isLimited = false;
  expect(await github.findDrafts(BRANCH, signal)).toMatchObject([{ openedBy: 'agent' }, {}]);
});

test('a look that is given up leaves another one its answer', async () => {
  const server = await serveDrafts(OF_APP);
  const first = new AbortController();
  const sending = async (address: string, init: RequestInit) => {
    if (address.endsWith('/graphql') && !first.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      first.abort(new Error('given up'));
      init.signal?.throwIfAborted();
    }
    return fetch(address, init);
  };
  const { github } = openAt(server, { fetch: sending, actor: null, token: 'ghs_x' });
  const [given, other] = await Promise.allSettled([
    github.findDrafts(BRANCH, first.signal),
    github.findDrafts(BRANCH, signal),
  ]);
  expect(given.status).toBe('rejected');
  expect(other).toMatchObject({ status: 'fulfilled', value: [{ openedBy: 'agent' }, {}] });
});
