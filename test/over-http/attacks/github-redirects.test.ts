import { expect, test } from 'vitest';
import type { OpenGitHub } from '../../../src/adapters/github/open-github.ts';
import { Halt } from '../../../src/core/ending.ts';
import type { NewDraft } from '../../../src/ports.ts';
import { asMasked } from '../../support/as-masked.ts';
import { openAt } from '../../support/github/open-adapter.ts';
import { serve } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const BODY = asMasked('Words.\n\n<!-- wakeful: docs/draft/0 -->');
const TEXT = { title: asMasked('Words'), body: BODY };
const DRAFT: NewDraft = {
  ...{ ...TEXT, branch: 'wakeful/docs/a-1', base: 'main' },
  ...{ labels: [], reviewers: [], readyWhereUnsupported: false },
};

/** GitHub's own description knows few of these answers, so that they are not held against it. */
const UNCHECKED = { fetch: (address: string, init: RequestInit) => fetch(address, init) };

type Ask = (github: OpenGitHub) => Promise<unknown>;

const ASKS: Readonly<Record<string, Ask>> = {
  'a list of drafts': ({ github }) => github.findDrafts(DRAFT.branch, signal),
  'a new draft': ({ github }) => github.createDraft(DRAFT, signal),
  'a changed alert': ({ github }) => github.updateAlertIssue(5, TEXT, signal),
  'an issue': ({ issues }) => issues.read(5, signal),
  'a comment': ({ issues }) => issues.comment(5, BODY, signal),
  'a variable': ({ control }) => control.readVariable('WAKEFUL_STOP', signal),
  'the start of a workflow': ({ control }) =>
    control.startWorkflow('wake.yml', { branch: 'main', inputs: {} }, signal),
};

/** GitHub, or somebody between, sends the request on to a server of its own. */
const MOVES: readonly (readonly [name: string, status: number, to: (other: string) => string])[] = [
  ['for now', 307, (other) => other],
  ['for ever', 308, (other) => other],
  ['moved', 301, (other) => `${other}/repositories/1`],
  ['found', 302, (other) => other],
  ['see other', 303, (other) => other],
  ['without a protocol', 307, (other) => other.slice('http:'.length)],
  ['with a name and a password', 308, (other) => other.replace('://', '://a:b@')],
  ['to localhost by name', 301, (other) => other.replace('127.0.0.1', 'localhost')],
];

const ATTEMPTS = Object.keys(ASKS).flatMap((what) => MOVES.map((move) => [what, ...move] as const));

test.each(ATTEMPTS)(
  'GitHub’s redirect of %s, %s, takes the token nowhere',
  async (what, _name, status, to) => {
    const other = await serve(() => ({ status: 200, body: [] }));
    const own = await serve(() => ({ status, headers: { location: to(other.url) }, body: {} }));
    // What has moved for ever may be taken for what is not there; anything else is an outage.
    await ASKS[what]?.(openAt(own, UNCHECKED)).catch((reason: unknown) => {
      expect(reason).toMatchObject({ ending: 'github_unavailable' });
    });
    expect([own.asked.length > 0, other.asked]).toEqual([true, []]);
  },
);

test('the question who the agent is follows no redirect either', async () => {
  const other = await serve(() => ({ status: 200, body: sample('public-user', { login: 'x' }) }));
  const own = await serve(({ path }) =>
    path.includes('/issues?')
      ? { status: 200, body: [sample('issue', { labels: ['wakeful-alert'] })] }
      : { status: 307, headers: { location: other.url }, body: {} },
  );
  const { github } = openAt(own, { ...UNCHECKED, actor: null });
  await expect(github.listAlertIssues([], signal)).rejects.toBeInstanceOf(Halt);
  expect(other.asked).toEqual([]);
});

test('the next page of a list is asked for at the same server, wherever the answer says it is', async () => {
  const other = await serve(() => ({ status: 200, body: [] }));
  const link = `<${other.url}/repos/acme/site/labels?page=2>; rel="next"`;
  const own = await serve((_asked, count) => ({
    status: 200,
    body: [],
    headers: count === 1 ? { link } : {},
  }));
  await openAt(own, UNCHECKED).issues.labelNames(signal);
  expect(own.asked.map(({ path }) => path)).toEqual([
    '/repos/acme/site/labels?per_page=100&page=1',
    '/repos/acme/site/labels?per_page=100&page=2',
  ]);
  expect(other.asked).toEqual([]);
});
