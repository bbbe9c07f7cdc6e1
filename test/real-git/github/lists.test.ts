import { describe, expect, it } from 'vitest';
import { hiddenMarker } from '../../../src/core/marker.ts';
import { portsAt } from '../../support/contract/github-under-test.ts';
import { serveGitHub } from '../../support/git/stand-in.ts';
import { openAt } from '../../support/github/open-adapter.ts';
import { type Asked, serve, type Told } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const AGENT = sample('simple-user', { login: 'wakeful-agent' });
const ALERT = { labels: [{ ...sample('label'), name: 'wakeful-alert' }], user: AGENT };

/** A server whose lists never end. */
function endless(entry: (number: number) => unknown) {
  return serve(({ path }: Asked): Told => {
    if (/\/\d+$/.test(path)) return { status: 404, body: { message: 'Not Found' } };
    const query = new URL(path, 'http://localhost').searchParams;
    const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))];
    const body = Array.from({ length: size }, (_, index) => entry(100_000 - (page - 1) * size - index));
    return { status: 200, body, headers: { link: '<https://github.example/a?page=2>; rel="next"' } };
  });
}

describe('a list', () => {
  it('is read to its end, page by page', async () => {
    const { standIn } = await serveGitHub();
    const { issues } = portsAt(standIn);
    for (let count = 1; count <= 101; count++) await standIn.person.openIssue({ title: `issue ${count}` });
    const all = await issues.list({ labels: [], limit: 300 }, signal);
    expect(all.map(({ title }) => title)).toEqual(
      Array.from({ length: 101 }, (_, index) => `issue ${index + 1}`),
    );
    expect(await issues.list({ labels: [], limit: 101 }, signal)).toHaveLength(101);
  });

  it('of alerts has the newest 200, the open ones behind them, and those that are known by their number', async () => {
    const old = sample('issue', { number: 7, user: AGENT, state: 'closed', labels: [] });
    const server = await serve(({ path }: Asked): Told => {
      if (/\/7$/.test(path)) return { status: 200, body: old };
      if (/\/\d+$/.test(path)) return { status: 404, body: { message: 'Not Found' } };
      const query = new URL(path, 'http://localhost').searchParams;
      const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))];
      const state = query.get('state') === 'open' ? 'open' : 'closed';
      const first = state === 'open' ? 50 : 100_000 - (page - 1) * size;
      const body = Array.from({ length: state === 'open' ? 3 : size }, (_, index) =>
        sample('issue', { number: first - index, state, ...ALERT }),
      );
      const next = { link: '<https://github.example/a?page=2>; rel="next"' };
      return { status: 200, body, headers: state === 'open' ? {} : next };
    });
    const alerts = await openAt(server).github.listAlertIssues([7, 100_000, 8], signal);
    expect(alerts).toHaveLength(204);
    const older = alerts.filter(({ number }) => number < 1_000).map(({ number, state }) => [number, state]);
    expect(older.toSorted()).toEqual([
      [48, 'open'],
      [49, 'open'],
      [50, 'open'],
      [7, 'closed'],
    ]);
  });

  it('of comments has the newest ones of a thread that never ends', async () => {
    const issue = sample('issue', { number: 7, comments: 5_050, user: AGENT });
    const server = await serve(({ path }: Asked): Told => {
      if (/issues\/7$/.test(path)) return { status: 200, body: issue };
      const query = new URL(path, 'http://localhost').searchParams;
      const page = Number(query.get('page'));
      const size = page === 51 ? 50 : 100;
      const body = Array.from({ length: size }, (_, index) =>
        sample('issue-comment', { id: page * 1_000 + index, body: `page ${page}`, user: AGENT }),
      );
      const headers = { link: '<https://github.example/a?page=2>; rel="next"' };
      return { status: 200, body, headers };
    });
    const thread = await openAt(server).issues.read(7, signal);
    expect(thread?.comments.at(-1)?.body).toBe('page 51');
    expect(server.asked.length).toBeLessThan(16);
  });

  it('of issues among very many pull requests ends after ten pages', async () => {
    const pull_request = { diff_url: null, html_url: null, patch_url: null, url: null };
    const server = await endless((number) => sample('issue', { number, pull_request }));
    expect(await openAt(server).issues.list({ labels: [], limit: 5 }, signal)).toEqual([]);
    expect(server.asked).toHaveLength(10);
  });

  it('of labels ends with 1,000', async () => {
    const server = await endless((number) => sample('label', { name: `label ${number}` }));
    expect(await openAt(server).issues.labelNames(signal)).toHaveLength(1_000);
    expect(server.asked).toHaveLength(10);
  });

  it('of a marker that is nowhere ends, and asks for few numbers one by one', async () => {
    const server = await endless((number) => sample('issue', { number }));
    expect(await openAt(server).issues.findOpened('docs/a/1', signal)).toBeNull();
    const direct = server.asked
      .filter(({ path }) => /\/\d+$/.test(path))
      .map(({ path }) => path.split('/').at(-1));
    expect(direct.toSorted()).toEqual(['100001', '100002', '100003']);
    expect(server.asked).toHaveLength(3 + 1 + 1 + 3);
  });
});

describe('what the agent has opened', () => {
  it('is found where the server cannot list by the login of an App', async () => {
    const body = `What?\n\n${hiddenMarker('docs/a/1')}`;
    const own = sample('issue', { number: 4, user: AGENT, body });
    const server = await serve(({ path }) => {
      if (/\/\d+$/.test(path)) return { status: 404, body: { message: 'Not Found' } };
      return { status: 200, body: path.includes('creator=') ? [] : [own] };
    });
    expect(await openAt(server).issues.findOpened('docs/a/1', signal)).toMatchObject({ number: 4 });
  });

  it('is not a pull request with the same marker', async () => {
    const pull_request = { diff_url: null, html_url: null, patch_url: null, url: null };
    const body = hiddenMarker('docs/a/1');
    const server = await serve(({ path }) => {
      if (/\/\d+$/.test(path)) return { status: 404, body: { message: 'Not Found' } };
      return { status: 200, body: [sample('issue', { number: 4, user: AGENT, body, pull_request })] };
    });
    expect(await openAt(server).issues.findOpened('docs/a/1', signal)).toBeNull();
  });
});

describe('a draft of a branch', () => {
  it('is none of a fork that has a branch of the same name', async () => {
    const branch = 'wakeful/docs/a-1';
    const plain = sample('pull-request-simple');
    const fork = sample('repository', { full_name: 'acme/site-fork' });
    const head = {
      label: `acme:${branch}`,
      ref: branch,
      sha: 'a'.repeat(40),
      repo: fork,
      user: sample('simple-user'),
    };
    const server = await serve(({ path }) => {
      if (/\/\d+$/.test(path)) return { status: 404, body: { message: 'Not Found' } };
      return { status: 200, body: path.includes('/pulls?') ? [{ ...plain, number: 3, head }] : [] };
    });
    expect(await openAt(server).github.findDrafts(branch, signal)).toEqual([]);
  });
});
