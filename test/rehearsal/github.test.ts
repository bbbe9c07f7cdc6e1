import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { rehearsalGitHub } from '../../src/adapters/rehearsal/github.ts';
import { openRuns } from '../../src/adapters/rehearsal/runs.ts';
import type { NewDraft } from '../../src/ports.ts';
import { temporaryFolder } from './git-fixture.ts';

const signal = new AbortController().signal;
const RUN = { workflow: 'wake.yml', event: 'schedule', at: '2026-11-21T12:00:00Z' };
const DRAFT: NewDraft = {
  branch: 'wakeful/a/window-1',
  base: 'main',
  title: 'Keep it complete',
  body: 'What it does.',
  labels: ['wakeful'],
  reviewers: [],
  readyWhereUnsupported: false,
};

function standIn() {
  const folder = temporaryFolder();
  const runs = openRuns(join(folder, 'runs'));
  const diff = async ({ branch }: { branch: string }) => (branch === 'gone' ? null : '+```js\n+new line\n');
  return { folder, runs, github: rehearsalGitHub({ folder, shownAs: '.wakeful/github', runs, diff }) };
}

describe('the stand-in for GitHub', () => {
  test('keeps a draft as JSON and as a page with its change', async () => {
    const { folder, github } = standIn();
    const made = await github.createDraft(DRAFT, signal);
    expect(made).toMatchObject({ number: 1, state: 'open', url: '.wakeful/github/drafts/1.md' });
    const { lacks, ...draft } = made;
    expect(lacks).toEqual([]);
    expect(await github.findDrafts(DRAFT.branch, signal)).toEqual([draft]);
    const page = readFileSync(join(folder, 'drafts/1.md'), 'utf8');
    expect(page.split('\n')[0]).toContain('set "state" in 1.json to "merged" or "closed"');
    expect(page).toContain('# Keep it complete');
    expect(page).toContain('````diff\n+```js\n+new line\n````');
  });

  test('numbers drafts and issues in one sequence', async () => {
    const { github } = standIn();
    const draft = await github.createDraft(DRAFT, signal);
    const issue = await github.openAlertIssue({ title: 'T', body: 'B' }, signal);
    const second = await github.createDraft({ ...DRAFT, branch: 'other' }, signal);
    expect([draft.number, issue.number, second.number]).toEqual([1, 2, 3]);
  });

  test('sees what a person sets in the JSON', async () => {
    const { folder, github } = standIn();
    await github.createDraft(DRAFT, signal);
    const path = join(folder, 'drafts/1.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"open"', '"merged"'));
    expect((await github.findDrafts(DRAFT.branch, signal))[0]?.state).toBe('merged');
  });

  test('updates and closes drafts and issues in place', async () => {
    const { folder, github } = standIn();
    await github.createDraft(DRAFT, signal);
    await github.updateDraft(1, { title: 'New title', body: 'New body' }, signal);
    await github.closeDraft(1, 'It was never recorded.', signal);
    expect((await github.findDrafts(DRAFT.branch, signal))[0]).toMatchObject({
      title: 'New title',
      state: 'closed',
    });
    expect(readFileSync(join(folder, 'drafts/1.md'), 'utf8')).toContain('It was never recorded.');
    await github.openAlertIssue({ title: 'T', body: 'B' }, signal);
    await github.updateAlertIssue(2, { title: 'T2', body: 'B2' }, signal);
    await github.closeAlertIssue(2, 'Gone.', signal);
    expect(await github.listAlertIssues(signal)).toMatchObject([
      { number: 2, title: 'T2', body: 'B2', state: 'closed' },
    ]);
  });

  test('refuses what GitHub refuses: a second open draft of a branch, a branch that does not exist', async () => {
    const { github } = standIn();
    await github.createDraft(DRAFT, signal);
    await expect(github.createDraft(DRAFT, signal)).rejects.toMatchObject({
      detail: expect.stringContaining('number 1'),
    });
    await expect(github.createDraft({ ...DRAFT, branch: 'gone' }, signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
    });
  });

  test.each([
    ['{"number": 1,', 'it is not JSON'],
    ['[]', 'number: Invalid key'],
    ['{"number": 1, "state": "done"}', 'state'],
  ])('names a file that a person broke: %s', async (text, why) => {
    const { folder, github } = standIn();
    await github.createDraft(DRAFT, signal);
    writeFileSync(join(folder, 'drafts/1.json'), text);
    const path = join('drafts', '1.json');
    await expect(github.findDrafts(DRAFT.branch, signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
      detail: expect.stringMatching(new RegExp(`${path}.*${why}`)),
    });
  });

  test('gives no number twice to processes that create at once, and leaves no half-written file', async () => {
    const { folder } = standIn();
    const taker = join(import.meta.dirname, 'number-taker.ts');
    const processes = Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, [taker, folder]));
    const numbers = (await Promise.all(processes)).flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(readdirSync(join(folder, 'issues')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('the list of runs', () => {
  test('knows a running wake, a finished one, and nothing of others', async () => {
    const { runs, github } = standIn();
    await runs.begin('one', RUN);
    expect(await github.wakeState('one', signal)).toBe('running');
    expect(await runs.anyRunning()).toBe(true);
    await runs.finish('one');
    expect(await github.wakeState('one', signal)).toBe('finished');
    expect(await github.wakeState('two', signal)).toBe('unknown');
  });

  test('takes a wake whose process is gone for finished', async () => {
    const { folder, runs } = standIn();
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await runs.begin('killed', RUN);
    rewrite(join(folder, 'runs/killed.json'), { pid: child.pid });
    expect(await runs.state('killed')).toBe('finished');
  });

  test.skipIf(process.platform !== 'linux')('notices that a process number was used again', async () => {
    const { folder, runs } = standIn();
    await runs.begin('reused', RUN);
    rewrite(join(folder, 'runs/reused.json'), { process_start: 'another boot/1' });
    expect(await runs.state('reused')).toBe('finished');
  });

  test('does not judge a process of another machine', async () => {
    const { folder, runs } = standIn();
    await runs.begin('far', RUN);
    rewrite(join(folder, 'runs/far.json'), { host: 'elsewhere' });
    expect(await runs.state('far')).toBe('unknown');
  });
});

function rewrite(path: string, change: Readonly<Record<string, unknown>>): void {
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
}
