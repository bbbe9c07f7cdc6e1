import { describe, expect, it } from 'vitest';
import type { NewDraft } from '../../../src/ports.ts';
import { asMasked } from '../../support/as-masked.ts';
import { portsAt } from '../../support/contract/github-under-test.ts';
import { serveGitHub } from '../../support/git/stand-in.ts';
import { openAt } from '../../support/github/open-adapter.ts';
import { serve, type Told } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const WANTED: NewDraft = {
  branch: 'wakeful/docs/a#b-1',
  base: 'main',
  title: asMasked('Keep it complete'),
  body: asMasked('What it does.\n\n<!-- wakeful: docs/draft/1 -->'),
  labels: [asMasked('wakeful')],
  reviewers: [],
  readyWhereUnsupported: false,
};

async function withBranch() {
  const served = await serveGitHub();
  const parents = [(await served.remote.tip('main')) ?? ''];
  await served.remote.commit({ branch: WANTED.branch, parents, files: { 'work.md': 'done\n' } });
  return { ...served, ...portsAt(served.standIn) };
}

describe('where Actions may not open pull requests', () => {
  it('names the setting of the repository and of the organisation, and leads to where a person can', async () => {
    const { github, standIn } = await withBranch();
    await standIn.person.configure({ actions_may_open_pull_requests: false });
    await expect(github.createDraft(WANTED, signal)).rejects.toMatchObject({
      ending: 'forbidden',
      detail: [
        'GitHub does not let Actions open pull requests here.',
        'Tick "Allow GitHub Actions to create and approve pull requests" in the repository under Settings → Actions → General → Workflow permissions;',
        'where it cannot be ticked, first in the organisation acme under the same path.',
        'The work is kept on the branch wakeful/docs/a#b-1. To open the pull request by hand:',
        `\`${standIn.serverUrl}/acme/site/compare/main...wakeful/docs/a%23b-1?expand=1\``,
      ].join(' '),
    });
    await standIn.person.configure({ actions_may_open_pull_requests: true });
    expect(await github.createDraft(WANTED, signal)).toMatchObject({ state: 'open', lacks: [] });
  });
});

describe('a draft that cannot be opened as things are', () => {
  it.each([
    ['of a branch that is gone', { branch: 'wakeful/gone' }, 'GitHub knows no branch wakeful/gone.'],
    ['into a branch that is gone', { base: 'gone' }, 'GitHub knows no branch gone.'],
  ])('is tried again later: %s', async (_, change, detail) => {
    const { github } = await withBranch();
    await expect(github.createDraft({ ...WANTED, ...change }, signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
      detail,
    });
  });

  it('is tried again later: while the lists hide another one', async () => {
    const { github } = await withBranch();
    await github.createDraft(WANTED, signal);
    await expect(github.createDraft(WANTED, signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
      detail: `There is a pull request for ${WANTED.branch} that the lists do not show yet, or that somebody without write permission has opened. Close it if it is not the agent's.`,
    });
  });
});

describe('where there are no draft pull requests', () => {
  it('nothing is opened, and the setting is named that would allow it', async () => {
    const { github, standIn } = await withBranch();
    await standIn.person.configure({ has_drafts: false });
    await expect(github.createDraft(WANTED, signal)).rejects.toMatchObject({
      ending: 'forbidden',
      detail: expect.stringContaining('`draft: {ready_where_unsupported: true}`'),
    });
    expect(await github.findDrafts(WANTED.branch, signal)).toEqual([]);
  });

  it('one is opened ready for review when the settings allow it', async () => {
    const { github, standIn, exchanges } = await withBranch();
    await standIn.person.configure({ has_drafts: false });
    await github.createDraft({ ...WANTED, readyWhereUnsupported: true }, signal);
    const sent = exchanges.filter(({ method, url }) => method === 'POST' && url.endsWith('/pulls'));
    expect(sent.map(({ requestBody }) => JSON.parse(requestBody).draft)).toEqual([true, false]);
  });
});

describe('a reviewer who is none', () => {
  it('does not cost the draft, nor the other reviewers', async () => {
    const { github, standIn, exchanges } = await withBranch();
    await standIn.person.configure({ collaborators: { octocat: 'write' } });
    const draft = await github.createDraft(
      { ...WANTED, reviewers: [asMasked('gone'), asMasked('octocat'), asMasked('acme/docs')] },
      signal,
    );
    expect(draft.lacks).toEqual([
      expect.stringMatching(/^gone could not be asked for a review: 422: Reviews may only be requested/),
      expect.stringMatching(/^acme\/docs could not be asked/),
    ]);
    expect(exchanges.at(-2)?.requestBody).toBe('{"reviewers":["octocat"],"team_reviewers":[]}');
    expect(exchanges.at(-2)?.status).toBe(201);
  });
});

/** What a refusal means when a list of drafts is asked for. */
async function detailOf(told: Told): Promise<string> {
  const server = await serve(() => told);
  const reason = await openAt(server)
    .github.findDrafts(WANTED.branch, signal)
    .catch((thrown: unknown) => thrown);
  return String(reason);
}

describe('a permission that is missing', () => {
  const body = { message: 'Resource not accessible by integration' };

  it.each([
    ['pull_requests=write', '`pull-requests: write`'],
    ['issues=read; pull_requests=read', '`issues: read` or `pull-requests: read`'],
    ['contents=read,pull_requests=write', '`contents: read` and `pull-requests: write`'],
    ['variables=write', '`Variables: write` of a fine-grained token or an App'],
  ])('is named in the words of whoever grants it: %s', async (accepted, words) => {
    const told = { status: 403, body, headers: { 'x-accepted-github-permissions': accepted } };
    expect(await detailOf(told)).toContain(words);
  });

  it('is told from a sign-on that is missing', async () => {
    const headers = { 'x-github-sso': 'required; url=https://github.example/orgs/acme/sso' };
    expect(await detailOf({ status: 403, body, headers })).toContain('single sign-on');
  });

  it('comes with what GitHub says, in one line and not too long', async () => {
    const detail = await detailOf({
      status: 403,
      body: { message: `Repository\nwas archived ${'x'.repeat(9_000)}` },
    });
    expect(detail).toContain(': Repository was archived xxx');
    expect(detail.length).toBeLessThan(600);
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a list that is cut off', '[{"number": 1'],
    ['a page of another program', '<html>Log in</html>'],
    ['nothing', ''],
    ['something else', '{"message": "moved"}'],
    ['a pull request without its head', JSON.stringify([{ ...sample('pull-request-simple'), head: null }])],
  ])('is an outage and no empty list: %s', async (_, text) => {
    const server = await serve(() => ({ status: 200, body: text }));
    const { github } = openAt(server, { fetch: (address, init) => fetch(address, init) });
    await expect(github.findDrafts(WANTED.branch, signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
      detail: expect.stringMatching(/answer cannot be read \(GET/),
    });
  });

  it('of a repository that has moved is not taken for one', async () => {
    const told: Told = {
      status: 301,
      body: { message: 'Moved Permanently' },
      headers: { location: '/elsewhere' },
    };
    const server = await serve(() => told);
    const { github, issues } = openAt(server, { fetch: (address, init) => fetch(address, init) });
    await expect(github.findDrafts(WANTED.branch, signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
    });
    await expect(issues.open({ title: asMasked('a'), body: asMasked('b') }, signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
    });
    expect(await issues.read(4, signal)).toBeNull();
    // A redirect that leads to another one is given up, and what changes something is sent once.
    const methods = server.asked.map(({ method }) => method);
    expect(methods.filter((method) => method === 'POST')).toHaveLength(1);
    expect(methods.length).toBeLessThanOrEqual(10);
  });
});

describe('a limit', () => {
  const used = (reset: number): Told => ({
    status: 403,
    body: { message: 'API rate limit exceeded' },
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
  });

  it.each(['GET', 'POST'] as const)('that has passed by now is waited for, also with %s', async (method) => {
    const server = await serve((_, count) => {
      if (count === 1) return used(Math.floor(Date.now() / 1000) - 60);
      if (method === 'GET') return { status: 200, body: [sample('label', { name: 'bug' })] };
      return {
        status: 201,
        body: sample('issue', { number: 3 }),
        headers: { location: 'https://github.example/3' },
      };
    });
    const { issues } = openAt(server);
    if (method === 'GET') expect(await issues.labelNames(signal)).toEqual(['bug']);
    else
      expect(await issues.open({ title: asMasked('a'), body: asMasked('b') }, signal)).toMatchObject({
        number: 3,
      });
    expect(server.asked).toHaveLength(2);
  });

  it('that lasts longer than the call is not waited for', async () => {
    const server = await serve(() => used(Math.floor(Date.now() / 1000) + 600));
    await expect(openAt(server).issues.labelNames(signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
    });
    expect(server.asked).toHaveLength(1);
  });
});
