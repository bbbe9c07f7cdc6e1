import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NOON } from '../../../../src/simulation/world/remote-change.ts';
import { REPOSITORY, type ServedGitHub, serveGitHub } from '../../../support/git/stand-in.ts';
import { ManualClock } from '../../../support/memory/manual-clock.ts';
import { ask, askAsAdmin } from './rest.ts';

async function withIssue(): Promise<ServedGitHub> {
  const served = await serveGitHub();
  await ask(served, 'POST issues', { title: 'It hurts', body: 'Here.', labels: ['bug', 'Bug'] });
  return served;
}

async function numbers(served: ServedGitHub, query: string): Promise<readonly number[]> {
  return (await ask(served, `GET issues?${query}`)).body.map((issue: { number: number }) => issue.number);
}

describe('an issue', () => {
  test('is opened with labels that make themselves, and kept as JSON and as a page', async () => {
    const served = await serveGitHub();
    const { status, body } = await ask(served, 'POST issues', { title: 'T', body: 'B', labels: ['new one'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: 1,
      state: 'open',
      html_url: `${served.standIn.serverUrl}/${REPOSITORY}/issues/1`,
      user: { login: 'github-actions[bot]' },
      labels: [{ name: 'new one', color: 'ededed' }],
      comments: 0,
    });
    const page = readFileSync(join(served.folder, 'issues/1.md'), 'utf8');
    expect(page).toMatch(/^<!-- .*"state" in 1\.json to "closed"[\s\S]*# T\n\nIssue 1, \*\*open\*\*/);
    expect((await ask(served, 'GET labels')).body.map(({ name }: { name: string }) => name)).toEqual([
      'new one',
    ]);
  });

  test('has its number from the sequence of pull requests, and they are issues as well', async () => {
    const served = await withIssue();
    const tip = (await served.remote.tip('main')) ?? '';
    await served.remote.commit({ branch: 'b', files: { 'b.md': 'b\n' }, parents: [tip] });
    const pull = await ask(served, 'POST pulls', { title: 'P', head: 'b', base: 'main' });
    expect(pull.body.number).toBe(2);
    expect(await numbers(served, '')).toEqual([2, 1]);
    expect((await ask(served, 'GET issues/2')).body.pull_request.html_url).toBe(pull.body.html_url);
    expect((await ask(served, 'POST issues/2/labels', { labels: ['x'] })).status).toBe(200);
    expect((await ask(served, 'GET pulls/2')).body.labels).toMatchObject([{ name: 'x' }]);
    expect((await ask(served, 'GET pulls/1')).status).toBe(404);
  });

  test('takes labels without regard to case, and keeps the others', async () => {
    const served = await withIssue();
    const { body } = await ask(served, 'POST issues/1/labels', { labels: ['BUG', 'later'] });
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['bug', 'later']);
  });

  test('is closed and opened again, with the reason', async () => {
    const served = await withIssue();
    const closed = await ask(served, 'PATCH issues/1', { state: 'closed', state_reason: 'not_planned' });
    expect(closed.body).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
    expect(closed.body.closed_at).toMatch(/Z$/);
    const opened = await ask(served, 'PATCH issues/1', { state: 'open' });
    expect(opened.body).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
  });

  test('counts as closed when a person says so in its file', async () => {
    const served = await withIssue();
    const path = join(served.folder, 'issues/1.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"open"', '"closed"'));
    expect((await ask(served, 'GET issues/1')).body).toMatchObject({
      state: 'closed',
      closed_at: expect.any(String),
    });
    expect(readFileSync(join(served.folder, 'issues/1.md'), 'utf8')).toContain('Issue 1, **closed**');
  });

  test.each([
    [{ title: '' }, { field: 'title' }],
    [{}, { field: 'title', code: 'missing_field' }],
    [{ title: 'x'.repeat(257) }, { message: 'title is too long (maximum is 256 characters)' }],
    [{ title: 'T', body: 'x'.repeat(65_537) }, { message: 'body is too long (maximum is 65536 characters)' }],
    [{ title: 'T', labels: ['x'.repeat(51)] }, { message: 'name is too long (maximum is 50 characters)' }],
  ])('is refused with 422: %#', async (body, error) => {
    const refused = await ask(await serveGitHub(), 'POST issues', body);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([error]);
  });

  test('is gone where issues are switched off, and pull requests stay', async () => {
    const served = await withIssue();
    await served.standIn.person.configure({ has_issues: false });
    expect((await ask(served, 'POST issues', { title: 'T' })).status).toBe(410);
    expect((await ask(served, 'GET issues/1')).status).toBe(410);
    expect(await numbers(served, 'state=all')).toEqual([]);
  });
});

describe('the list of issues', () => {
  test('is filtered by state, labels, creator and time, and sorted', async () => {
    const clock = new ManualClock(NOON);
    const served = await serveGitHub({ clock });
    const { person } = served.standIn;
    await person.openIssue({ title: 'One', labels: ['a', 'b'], author: 'ann' });
    clock.advance(60_000);
    await person.openIssue({ title: 'Two', labels: ['a'], author: 'bob' });
    clock.advance(60_000);
    await person.openIssue({ title: 'Three', labels: ['B'], author: 'ann' });
    await person.close(3);
    clock.advance(60_000);
    await person.comment(1, 'Still there.');
    expect(await numbers(served, '')).toEqual([2, 1]);
    expect(await numbers(served, 'state=all&labels=b')).toEqual([3, 1]);
    expect(await numbers(served, 'labels=a,b')).toEqual([1]);
    expect(await numbers(served, 'creator=bob')).toEqual([2]);
    expect(await numbers(served, 'state=closed')).toEqual([3]);
    expect(await numbers(served, 'state=all&sort=updated')).toEqual([1, 3, 2]);
    expect(await numbers(served, 'state=all&direction=asc')).toEqual([1, 2, 3]);
    const since = new Date(NOON + 120_000).toISOString();
    expect(await numbers(served, `state=all&since=${since}`)).toEqual([3, 1]);
  });
});

describe('a comment', () => {
  test('stands below its issue and among all comments, and moves the time of the issue', async () => {
    const clock = new ManualClock(NOON);
    const served = await serveGitHub({ clock });
    await ask(served, 'POST issues', { title: 'T' });
    clock.advance(60_000);
    const made = await ask(served, 'POST issues/1/comments', { body: 'First.' });
    clock.advance(60_000);
    await served.standIn.person.comment(1, 'Second.', 'bob');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ body: 'First.', user: { login: 'github-actions[bot]' } });
    const below = await ask(served, 'GET issues/1/comments');
    expect(below.body.map(({ body }: { body: string }) => body)).toEqual(['First.', 'Second.']);
    const all = await ask(served, 'GET issues/comments?sort=created&direction=desc');
    expect(all.body.map(({ body }: { body: string }) => body)).toEqual(['Second.', 'First.']);
    const since = new Date(NOON + 120_000).toISOString();
    expect((await ask(served, `GET issues/comments?since=${since}`)).body).toHaveLength(1);
    expect((await ask(served, 'GET issues/1')).body).toMatchObject({
      comments: 2,
      updated_at: new Date(NOON + 120_000).toISOString().replace('.000', ''),
    });
  });

  test('is refused to the agent below a locked issue, and to nobody who may write', async () => {
    const served = await withIssue();
    await served.standIn.person.lock(1);
    const refused = await ask(served, 'POST issues/1/comments', { body: 'But…' });
    expect([refused.status, refused.body.message]).toEqual([
      403,
      'Unable to create comment because issue is locked.',
    ]);
    expect((await askAsAdmin(served, 'POST issues/1/comments', { body: 'But…' })).status).toBe(201);
  });

  test('is refused where there is no issue, and when it is empty', async () => {
    const served = await withIssue();
    expect((await ask(served, 'POST issues/9/comments', { body: 'x' })).status).toBe(404);
    expect((await ask(served, 'POST issues/1/comments', { body: ' ' })).status).toBe(422);
  });

  test('gets each reaction of one login once', async () => {
    const served = await withIssue();
    const id = await served.standIn.person.comment(1, '/wakeful run docs');
    const reactions = `POST issues/comments/${id}/reactions`;
    expect((await ask(served, reactions, { content: '+1' })).status).toBe(201);
    expect((await ask(served, reactions, { content: '+1' })).status).toBe(200);
    expect((await ask(served, reactions, { content: 'wave' })).status).toBe(422);
    const { body } = await ask(served, 'GET issues/1/comments');
    expect(body[0].reactions).toMatchObject({ '+1': 1, '-1': 0, total_count: 1 });
  });
});
