import { expect, test } from 'vitest';
import { STOP_VARIABLE } from '../../../src/core/stop.ts';
import { openAt } from '../../support/github/open-adapter.ts';
import { type Behaviour, serve, type Told } from '../../support/github/server.ts';

/*
 * A command that is about to work asks GitHub whether the variable stops the agent. Only an answer that says for sure that it is
 * not set lets it go on.
 */

const { signal } = new AbortController();
/** GitHub's own description knows few of these answers, so that they are not held against it. */
const UNCHECKED = { fetch: (address: string, init: RequestInit) => fetch(address, init) };
const NAMED = `/repos/acme/site/actions/variables/${STOP_VARIABLE}`;
const ABSENT: Told = { status: 404, body: { message: 'Not Found' } };
const NONE: Told = { status: 200, body: { total_count: 0, variables: [] } };

interface Answers {
  readonly named?: Behaviour;
  readonly list?: Behaviour;
  readonly shared?: (page: number) => Behaviour;
}

/** The variable, the list of the repository's, and the list of the organisation's. */
async function readAt({ named = ABSENT, list = NONE, shared = () => NONE }: Answers) {
  const server = await serve(({ path }) => {
    if (path === NAMED) return named;
    const page = Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
    return path.includes('/organization-variables') ? shared(page) : list;
  });
  return openAt(server, UNCHECKED).control.readVariable(STOP_VARIABLE, signal);
}

const moved = (status: number, location = '/repositories/1/actions/variables'): Told => ({
  status,
  headers: { location },
  body: { message: 'Moved Permanently' },
});
const refused = (status: number, message = 'No', headers = {}): Told => ({
  status,
  body: { message },
  headers,
});

const UNSURE: readonly (readonly [name: string, answers: Answers])[] = [
  ['has moved for ever, as in a renamed repository', { named: moved(301) }],
  ['has moved for ever, without saying where', { named: refused(301) }],
  ['has moved for ever, as other servers say it', { named: moved(308) }],
  ['has moved for now', { named: moved(307) }],
  ['is found elsewhere', { named: moved(302, 'https://evil.example/') }],
  ['is not modified', { named: { status: 304 } }],
  ['may not be seen', { named: refused(403) }],
  ['may not be seen, nor that there are any', { list: ABSENT }],
  ['is not there, and the list may not be seen', { list: refused(403) }],
  ['is not there, and the list has moved', { list: moved(301) }],
  ['is not there, and the organisation’s have moved', { shared: () => moved(301) }],
  ['is not there, and the organisation’s may not be seen', { shared: () => refused(403) }],
  ['is not there, and the organisation’s are out of order', { shared: () => refused(422) }],
  ['is a page of another program', { named: { status: 200, body: '<html>Log in</html>' } }],
  ['is an answer without a value', { named: { status: 200, body: {} } }],
  ['is not there, and the organisation’s are no list', { shared: () => ({ status: 200, body: {} }) }],
  ['meets a limit', { named: refused(403, 'secondary rate limit', { 'retry-after': '900' }) }],
  ['needs a sign-on', { named: refused(403, 'No', { 'x-github-sso': 'required; url=x' }) }],
];

test.each(UNSURE)('a stop that %s does not count as not set', async (_, answers) => {
  await expect(readAt(answers)).rejects.toMatchObject({
    ending: expect.stringMatching(/^(github_unavailable|forbidden|unexpected)$/),
  });
});

/** As GitHub gives the variables of an organisation: at most 30 at once. */
function shared(names: readonly string[]) {
  return (page: number): Told => {
    const variables = names.slice(30 * (page - 1), 30 * page).map((name) => ({ name, value: 'tests' }));
    const link = names.length > 30 * page ? '<https://x/?page=2>; rel="next"' : '';
    return { status: 200, body: { total_count: names.length, variables }, headers: { link } };
  };
}

const others = (count: number) => Array.from({ length: count }, (_, n) => `A_${n}`);

test.each([
  ['the first', shared([STOP_VARIABLE])],
  ['in small letters', shared([STOP_VARIABLE.toLowerCase()])],
  ['behind 30 others', shared([...others(30), STOP_VARIABLE])],
  ['behind 299 others', shared([...others(299), STOP_VARIABLE])],
  ['behind 300 others', shared([...others(300), STOP_VARIABLE])],
  ['behind 999 others', shared([...others(999), STOP_VARIABLE])],
])('a stop of the organisation is seen: %s', async (_, answer) => {
  expect(await readAt({ shared: answer })).toBe('tests');
});

test('a stop that is surely not set is not set', async () => {
  expect(await readAt({})).toBeNull();
  expect(await readAt({ shared: () => ABSENT })).toBeNull();
});

test.each([301, 302, 307, 308])('a switch that has moved (%i) is not said to be off', async (status) => {
  const server = await serve(() => moved(status));
  const { control } = openAt(server, UNCHECKED);
  for (const ask of [
    () => control.deleteVariable(STOP_VARIABLE, signal),
    () => control.workflow('wake.yml', signal),
    () => control.newestRun('wake.yml', signal),
    () => control.disableWorkflow('wake.yml', signal),
  ])
    await expect(ask()).rejects.toMatchObject({ ending: 'github_unavailable' });
});
