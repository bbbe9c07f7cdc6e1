import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY, type ServedGitHub, serveGitHub } from '../../../support/git/stand-in.ts';
import { ask, askAsAdmin } from './rest.ts';

const BRANCH = 'wakeful/docs/page-1';
const NEW = { title: 'Keep it complete', head: BRANCH, base: 'main', body: 'What it does.', draft: true };

async function withBranch(): Promise<ServedGitHub & { readonly tip: string }> {
  const served = await serveGitHub();
  const base = (await served.remote.tip('main')) ?? '';
  const tip = await served.remote.commit({ branch: BRANCH, files: { 'docs/a.md': 'a\n' }, parents: [base] });
  return { ...served, tip };
}

async function withPull() {
  const served = await withBranch();
  const { body } = await ask(served, 'POST pulls', NEW);
  return { ...served, pull: body };
}

describe('opening a pull request', () => {
  test('answers with all of it and keeps it as JSON and as a page with its change', async () => {
    const served = await withBranch();
    const { status, body } = await ask(served, 'POST pulls', NEW);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: 1,
      state: 'open',
      draft: true,
      merged: false,
      title: NEW.title,
      html_url: `${served.standIn.serverUrl}/${REPOSITORY}/pull/1`,
      user: { login: 'github-actions[bot]', type: 'Bot' },
      head: { ref: BRANCH, sha: served.tip, label: `acme:${BRANCH}` },
      base: { ref: 'main', sha: await served.remote.tip('main') },
      commits: 1,
      additions: 1,
      changed_files: 1,
    });
    expect(JSON.parse(readFileSync(join(served.folder, 'drafts/1.json'), 'utf8'))).toMatchObject({
      branch: BRANCH,
      head: served.tip,
    });
    const page = readFileSync(join(served.folder, 'drafts/1.md'), 'utf8');
    expect(page.split('\n')[0]).toContain('set "state" in 1.json to "merged" or "closed"');
    expect(page).toContain('```diff\ndiff --git a/docs/a.md b/docs/a.md');
  });

  test.each([
    ['a head that does not exist', { head: 'wakeful/gone' }, { field: 'head', code: 'invalid' }],
    ['a base that does not exist', { base: 'gone' }, { field: 'base', code: 'invalid' }],
    ['nothing to offer', { head: 'main' }, { code: 'custom', message: 'No commits between main and main' }],
    ['no title', { title: undefined }, { field: 'title', code: 'missing_field' }],
    ['a body that is too long', { body: 'x'.repeat(65_537) }, { field: 'body', code: 'custom' }],
  ])('is refused with 422 for %s', async (_, change, error) => {
    const { status, body } = await ask(await withBranch(), 'POST pulls', { ...NEW, ...change });
    expect(status).toBe(422);
    expect(body).toMatchObject({ message: 'Validation Failed', errors: [error] });
  });

  test('is refused while another one of the branch is open, and possible again when that is closed', async () => {
    const served = await withPull();
    const second = await ask(served, 'POST pulls', NEW);
    expect([second.status, second.body.errors[0].message]).toEqual([
      422,
      `A pull request already exists for acme:${BRANCH}.`,
    ]);
    await ask(served, 'PATCH pulls/1', { state: 'closed' });
    expect((await ask(served, 'POST pulls', NEW)).body.number).toBe(2);
  });

  test('is refused to Actions when the setting says so, and to nobody else', async () => {
    const served = await withBranch();
    await served.standIn.person.configure({ actions_may_open_pull_requests: false });
    const { status, body } = await ask(served, 'POST pulls', NEW);
    expect([status, body.message]).toEqual([
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
    ]);
    const { status: allowed, body: pull } = await askAsAdmin(served, 'POST pulls', NEW);
    expect([allowed, pull.user.login]).toEqual([201, 'ann']);
  });

  test('is refused as a draft where drafts do not exist', async () => {
    const served = await withBranch();
    await served.standIn.person.configure({ has_drafts: false });
    const { status, body } = await ask(served, 'POST pulls', NEW);
    expect([status, body.message]).toEqual([
      422,
      'Draft pull requests are not supported in this repository.',
    ]);
    expect((await ask(served, 'POST pulls', { ...NEW, draft: false })).body.draft).toBe(false);
  });
});

describe('a pull request', () => {
  test('shows the tip of its branch while it is open, and what it held when it ended', async () => {
    const served = await withPull();
    const pushed = await served.remote.commit({ branch: BRANCH, files: { 'docs/b.md': 'b\n' } });
    expect((await ask(served, 'GET pulls/1')).body).toMatchObject({ head: { sha: pushed }, commits: 2 });
    await served.standIn.person.close(1);
    await served.remote.commit({ branch: BRANCH, files: { 'docs/c.md': 'c\n' } });
    expect((await ask(served, 'GET pulls/1')).body).toMatchObject({ state: 'closed', head: { sha: pushed } });
  });

  test('is merged by a person as one commit on the base', async () => {
    const served = await withPull();
    await served.standIn.person.merge(1, { shouldDeleteBranch: true });
    const { body } = await ask(served, 'GET pulls/1');
    expect(body).toMatchObject({
      state: 'closed',
      merged: true,
      merged_at: expect.stringMatching(/^2\d{3}-.*Z$/),
      merge_commit_sha: await served.remote.tip('main'),
      head: { sha: served.pull.head.sha },
    });
    expect(await served.remote.git(['show', 'main:docs/a.md'])).toBe('a\n');
    expect(await served.remote.tip(BRANCH)).toBeNull();
  });

  test.each([
    ['merged', true],
    ['closed', false],
  ])('counts as %s when a person says so in its file', async (state, merged) => {
    const { folder, ...served } = await withPull();
    const path = join(folder, 'drafts/1.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"open"', `"${state}"`));
    const { body } = await ask(served, 'GET pulls/1');
    expect(body).toMatchObject({ state: 'closed', merged, closed_at: expect.any(String) });
    expect(body.merged_at).toBe(merged ? body.closed_at : null);
    expect(readFileSync(join(folder, 'drafts/1.md'), 'utf8')).toContain(`Draft pull request 1, **${state}**`);
  });

  test('is closed when its branch is deleted', async () => {
    const served = await withPull();
    await served.remote.git(['update-ref', '-d', `refs/heads/${BRANCH}`]);
    expect((await ask(served, 'GET pulls/1')).body).toMatchObject({
      state: 'closed',
      merged: false,
      head: { sha: served.pull.head.sha },
    });
    expect((await ask(served, 'PATCH pulls/1', { state: 'open' })).status).toBe(422);
  });

  test('takes reviewers who are collaborators, and refuses all others', async () => {
    const served = await withPull();
    await served.standIn.person.configure({ collaborators: { bob: 'write', eve: 'none' } });
    const added = await ask(served, 'POST pulls/1/requested_reviewers', { reviewers: ['bob'] });
    expect([added.status, added.body.requested_reviewers[0].login]).toEqual([201, 'bob']);
    const refused = await ask(served, 'POST pulls/1/requested_reviewers', { reviewers: ['eve'] });
    expect([refused.status, refused.body.message]).toEqual([
      422,
      expect.stringContaining('only be requested from collaborators'),
    ]);
  });
});

describe('the list of pull requests', () => {
  test('is filtered by head, base and state, the newest first', async () => {
    const served = await withPull();
    await served.remote.commit({ branch: 'other', files: { 'x.md': 'x\n' }, parents: [served.tip] });
    await ask(served, 'POST pulls', { ...NEW, head: 'other' });
    await served.standIn.person.close(1);
    const numbers = async (query: string): Promise<number[]> =>
      (await ask(served, `GET pulls?${query}`)).body.map((pull: { number: number }) => pull.number);
    expect(await numbers('')).toEqual([2]);
    expect(await numbers('state=all')).toEqual([2, 1]);
    expect(await numbers('state=all&direction=asc')).toEqual([1, 2]);
    expect(await numbers(`state=all&head=acme:${BRANCH}`)).toEqual([1]);
    expect(await numbers(`state=all&head=somebody:${BRANCH}`)).toEqual([]);
    expect(await numbers('state=all&base=gone')).toEqual([]);
  });

  test('comes in pages with links', async () => {
    const served = await withPull();
    await ask(served, 'PATCH pulls/1', { state: 'closed' });
    await ask(served, 'POST pulls', NEW);
    const { body, headers } = await ask(served, 'GET pulls?state=all&per_page=1');
    expect(body.map((pull: { number: number }) => pull.number)).toEqual([2]);
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? '';
    const path = next.slice(served.standIn.apiUrl.length);
    expect((await ask(served, `GET ${path}`)).body[0].number).toBe(1);
    expect((await ask(served, `GET ${path}`)).headers.get('link')).not.toContain('rel="next"');
  });
});
