import { describe, expect, it } from 'vitest';
import type { NewDraft } from '../../../src/ports.ts';
import { asMasked } from '../../support/as-masked.ts';
import { openAt, pullAnswer } from '../../support/github/open-adapter.ts';
import { serve } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const WANTED: NewDraft = {
  branch: 'wakeful/docs/a-1',
  base: 'main',
  title: asMasked('Keep it complete'),
  body: asMasked('What it does.\n\n<!-- wakeful: docs/draft/1 -->'),
  labels: [asMasked('wakeful')],
  reviewers: [asMasked('octocat'), asMasked('acme/docs-team')],
  readyWhereUnsupported: false,
};

const pull = (number: number) => pullAnswer({ number, branch: WANTED.branch });
const listedPull = (number: number) =>
  pullAnswer({
    ...{ number, branch: WANTED.branch, schema: 'pull-request-simple' },
    fields: { user: sample('simple-user', { login: 'wakeful-agent' }) },
  });
const NOT_FOUND = { status: 404, body: { message: 'Not Found' } };

describe('a draft', () => {
  it('is found by its number while the lists do not show it yet', async () => {
    const server = await serve(({ path }) => {
      if (path.startsWith('/repos/acme/site/issues?'))
        return { status: 200, body: [sample('issue', { number: 4 })] };
      if (path.startsWith('/repos/acme/site/pulls?')) return { status: 200, body: [] };
      if (path === '/repos/acme/site/pulls/5') return { status: 200, body: pull(5) };
      return NOT_FOUND;
    });
    const found = await openAt(server).github.findDrafts(WANTED.branch, signal);
    expect(found).toMatchObject([{ number: 5, branch: WANTED.branch, state: 'open' }]);
    const direct = server.asked.map(({ path }) => path).filter((path) => /pulls\/\d+$/.test(path));
    expect(direct.map((path) => Number(path.split('/').at(-1))).toSorted()).toEqual([1, 2, 3, 5, 6, 7]);
  });

  it('is asked for below the base of the API, with or without a slash at its end', async () => {
    const server = await serve(() => ({ status: 200, body: [listedPull(5)] }));
    const base = `${server.url}/api/v3`;
    for (const apiUrl of [base, `${base}/`]) {
      await openAt({ url: base }, { apiUrl }).github.findDrafts(WANTED.branch, signal);
    }
    expect(server.asked.map(({ path }) => path.slice(0, 33))).toEqual(
      Array(2).fill('/api/v3/repos/acme/site/pulls?per'),
    );
    expect(server.asked[0]?.headers).toMatchObject({
      authorization: 'token not-a-token',
      'user-agent': expect.stringMatching(/^wakeful /),
      'x-github-api-version': '2022-11-28',
    });
  });

  it('is opened, and says which reviewers it lacks', async () => {
    const server = await serve(({ path, body }) => {
      if (path === '/repos/acme/site/pulls')
        return { status: 201, body: pull(6), headers: { location: 'https://github.example/6' } };
      if (path.endsWith('/labels')) return { status: 200, body: [] };
      if (JSON.stringify(body).includes('octocat'))
        return { status: 422, body: { message: 'Not one of us' } };
      return { status: 201, body: listedPull(6) };
    });
    const draft = await openAt(server).github.createDraft(WANTED, signal);
    expect(draft.lacks).toEqual(['octocat could not be asked for a review: 422: Not one of us']);
    expect(server.asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      [
        'POST',
        '/repos/acme/site/pulls',
        { title: WANTED.title, body: WANTED.body, head: WANTED.branch, base: 'main', draft: true },
      ],
      ['POST', '/repos/acme/site/issues/6/labels', { labels: ['wakeful'] }],
      [
        'POST',
        '/repos/acme/site/pulls/6/requested_reviewers',
        { reviewers: ['octocat'], team_reviewers: ['docs-team'] },
      ],
      [
        'POST',
        '/repos/acme/site/pulls/6/requested_reviewers',
        { reviewers: ['octocat'], team_reviewers: [] },
      ],
      [
        'POST',
        '/repos/acme/site/pulls/6/requested_reviewers',
        { reviewers: [], team_reviewers: ['docs-team'] },
      ],
    ]);
  });
});

it('a limit that does not say when it ends is met three times at most', async () => {
  let asked = 0;
  const server = await serve(() => {
    asked += 1;
    const headers = { 'x-ratelimit-remaining': '0' };
    return { status: 403, body: { message: 'API rate limit exceeded' }, headers };
  });
  const { github } = openAt(server);
  await expect(github.findDrafts('wakeful/docs/a-1', signal)).rejects.toMatchObject({
    ending: 'github_unavailable',
  });
  expect(asked).toBe(3);
});
