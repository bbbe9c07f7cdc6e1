import { expect, test } from 'vitest';
import { openAt, pullAnswer } from '../../support/github/open-adapter.ts';
import { serve } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const BRANCH = 'wakeful/docs/a-1';
const MARKER = 'Words.\n\n<!-- wakeful: docs/draft/0 -->';
const AGENT = 'wakeful-agent';

interface Attempt {
  readonly name: string;
  /** Null: the account is gone. */
  readonly login: string | null;
  /** What GitHub says of them; a number: it refuses to say. */
  readonly permission: 'admin' | 'write' | 'read' | 'none' | 403 | 404;
  readonly openedBy: 'agent' | 'writer' | 'stranger';
}

const ATTEMPTS: readonly Attempt[] = [
  { name: 'the agent', login: AGENT, permission: 'none', openedBy: 'agent' },
  { name: 'the agent, spelt otherwise', login: 'Wakeful-Agent', permission: 'none', openedBy: 'agent' },
  { name: 'a login that only begins so', login: `${AGENT}-2`, permission: 'read', openedBy: 'stranger' },
  { name: 'a login that looks the same', login: 'wakefu1-agent', permission: 'read', openedBy: 'stranger' },
  { name: 'an app of that name', login: `${AGENT}[bot]`, permission: 'none', openedBy: 'stranger' },
  { name: 'the app of the workflows', login: 'github-actions[bot]', permission: 404, openedBy: 'stranger' },
  { name: 'somebody who may read', login: 'octocat', permission: 'read', openedBy: 'stranger' },
  { name: 'somebody who may do nothing', login: 'octocat', permission: 'none', openedBy: 'stranger' },
  { name: 'somebody of whom GitHub says nothing', login: 'octocat', permission: 403, openedBy: 'stranger' },
  { name: 'an account that is gone', login: null, permission: 'admin', openedBy: 'stranger' },
  { name: 'somebody who may write', login: 'octocat', permission: 'write', openedBy: 'writer' },
  { name: 'an administrator', login: 'octocat', permission: 'admin', openedBy: 'writer' },
];

test.each(ATTEMPTS)('a pull request with the agent’s marker by $name is by: $openedBy', async (attempt) => {
  const { login, permission } = attempt;
  const user = login === null ? null : sample('simple-user', { login });
  const fields = { user, body: MARKER, author_association: 'OWNER' };
  const listed = pullAnswer({ number: 5, branch: BRANCH, schema: 'pull-request-simple', fields });
  const server = await serve(({ path }) => {
    if (path.startsWith('/repos/acme/site/pulls?')) return { status: 200, body: [listed] };
    if (typeof permission === 'number') return { status: permission, body: { message: 'No' } };
    const user = sample('nullable-collaborator');
    return { status: 200, body: { permission, role_name: permission, user } };
  });
  const found = await openAt(server).github.findDrafts(BRANCH, signal);
  expect(found).toMatchObject([{ number: 5, openedBy: attempt.openedBy }]);
});

test('of one login GitHub is asked once, however many pull requests it has opened', async () => {
  const listed = Array.from({ length: 50 }, (_, n) => {
    const fields = { user: sample('simple-user', { login: 'octocat' }), body: MARKER };
    return pullAnswer({ number: n + 1, branch: BRANCH, schema: 'pull-request-simple', fields });
  });
  const server = await serve(({ path }) =>
    path.startsWith('/repos/acme/site/pulls?') ? { status: 200, body: listed } : { status: 404, body: {} },
  );
  expect(await openAt(server).github.findDrafts(BRANCH, signal)).toHaveLength(50);
  expect(server.asked).toHaveLength(2);
});
