import { describe, expect, test } from 'vitest';
import type { FailedJob, PullQuery, RunQuery } from '../../../src/ports.ts';
import { asMasked } from '../as-masked.ts';
import type { GitHubKind } from './github-under-test.ts';

const { signal } = new AbortController();
const FAILING: RunQuery = { workflows: ['nightly.yml'], branch: 'main', stateBranch: 'wakeful-state' };
const PASSED = [{ conclusion: 'success' }];
const FAILED = [{ conclusion: 'failure' }];
const JOB: FailedJob = {
  name: 'test (24)',
  conclusion: 'failure',
  steps: [
    { name: 'Set up', conclusion: 'success' },
    { name: 'npm test', conclusion: 'failure' },
    { name: 'Tidy up', conclusion: 'skipped' },
  ],
  log: 'expected 2 to be 3\n##[error]Process completed with exit code 1.',
};

export function describeSubjects(kind: GitHubKind): void {
  describe(`a workflow on ${kind.name}`, () => {
    test('is failing while its newest run is one that failed', async () => {
      const { subjects, happens } = await kind.make();
      const failing = async () =>
        (await subjects.failedRuns(FAILING, signal)).map(({ workflow }) => workflow);
      expect(await failing()).toEqual([]);
      await happens.ran({ workflow: 'nightly.yml', attempts: FAILED });
      expect(await failing()).toEqual(['nightly.yml']);
      await happens.ran({ workflow: 'nightly.yml', attempts: [{ conclusion: 'cancelled' }] });
      expect(await failing()).toEqual(['nightly.yml']);
      await happens.ran({ workflow: 'nightly.yml', attempts: PASSED });
      expect(await failing()).toEqual([]);
      await happens.ran({ workflow: 'nightly.yml', attempts: [{ conclusion: 'timed_out' }] });
      expect(await failing()).toEqual(['nightly.yml']);
    });

    test('has one version for all its failures in a row, and another once it has passed', async () => {
      const { subjects, happens } = await kind.make();
      const versions: (string | undefined)[] = [];
      for (const attempts of [FAILED, FAILED, PASSED, FAILED, FAILED]) {
        await happens.ran({ workflow: 'nightly.yml', attempts });
        versions.push((await subjects.failedRuns(FAILING, signal))[0]?.version);
      }
      const [first, second, third, fourth, fifth] = versions;
      expect([second, third, fifth]).toEqual([first, undefined, fourth]);
      expect(fourth).not.toBe(first);
    });

    test('is told in the order of the query, and one that is not there has no runs', async () => {
      const { subjects, happens } = await kind.make();
      await happens.ran({ workflow: 'ci.yml', attempts: FAILED });
      await happens.ran({ workflow: 'nightly.yml', attempts: FAILED });
      const workflows = ['nightly.yml', 'none.yml', 'ci.yml'];
      const found = await subjects.failedRuns({ ...FAILING, workflows }, signal);
      expect(found.map(({ workflow }) => workflow)).toEqual(['nightly.yml', 'ci.yml']);
    });

    test.each([
      ['of a fork whose branch has the same name', { isOutside: true, event: 'push' }],
      ['of another branch', { branch: 'other' }],
      ['of a branch of the agent', { branch: 'wakeful/docs/a-1' }],
    ])('does not fail by a run %s', async (_, rest) => {
      const { subjects, happens } = await kind.make();
      await happens.ran({ workflow: 'nightly.yml', attempts: FAILED, ...rest });
      expect(await subjects.failedRuns(FAILING, signal)).toEqual([]);
      const flaky = {
        ...FAILING,
        branch: 'branch' in rest && rest.branch === 'other' ? 'main' : null,
        flakySince: 0,
      };
      await happens.ran({ workflow: 'nightly.yml', attempts: [...FAILED, ...PASSED], ...rest });
      expect(await subjects.failedRuns(flaky, signal)).toEqual([]);
    });

    test('is flaky where a run failed, and passed when it was repeated', async () => {
      const { subjects, happens } = await kind.make();
      await happens.ran({ workflow: 'ci.yml', attempts: [...FAILED, ...FAILED, ...PASSED] });
      await happens.ran({ workflow: 'ci.yml', attempts: PASSED });
      await happens.ran({
        workflow: 'ci.yml',
        attempts: [...FAILED, ...PASSED],
        branch: 'topic',
        event: 'push',
      });
      await happens.ran({ workflow: 'ci.yml', attempts: [...FAILED, ...FAILED] });
      const since = (flakySince: number) =>
        subjects.failedRuns({ ...FAILING, workflows: ['ci.yml'], branch: null, flakySince }, signal);
      const now = await happens.now();
      expect((await since(now - 60_000)).map(({ attempt, version }) => [attempt, version])).toEqual([
        [2, '3'],
        [1, '2'],
      ]);
      expect(await since(now + 60_000)).toEqual([]);
    });
  });

  describe(`a failed run on ${kind.name}`, () => {
    test('is read with its failed jobs, and with what the failed step wrote', async () => {
      const { subjects, happens } = await kind.make();
      const jobs = [JOB, { ...JOB, log: null }, JOB, JOB];
      await happens.ran({ workflow: 'nightly.yml', attempts: [{ conclusion: 'failure', jobs }] });
      const [run] = await subjects.failedRuns(FAILING, signal);
      const report = run === undefined ? null : await subjects.readRun(run, signal);
      expect(report).toMatchObject({ branch: 'main', event: 'schedule', conclusion: 'failure', moreJobs: 1 });
      expect(report?.jobs).toEqual(jobs.slice(0, 3));
      expect(report?.commit).toMatch(/^[0-9a-f]{40}$/);
    });

    test('is gone where there is no such run', async () => {
      const { subjects } = await kind.make();
      expect(await subjects.readRun({ id: 12_345, attempt: 1 }, signal)).toBeNull();
    });
  });

  describe(`the queue of pull requests on ${kind.name}`, () => {
    const OPEN: PullQuery = { labels: [], limit: 10 };
    const change = (branch: string) => ({ branch, file: { path: `${branch}.md`, text: 'one\ntwo\n' } });

    test('holds the open ones that are wanted, and none of the agent', async () => {
      const { subjects, github, happens } = await kind.make();
      const list = async (query: Partial<PullQuery> = {}) =>
        (await subjects.pulls({ ...OPEN, ...query }, signal)).map(({ number }) => number);
      const first = await happens.openPull({ title: 'one', labels: ['Docs'], ...change('a') });
      const second = await happens.openPull({ title: 'two', association: 'CONTRIBUTOR', ...change('b') });
      await happens.openIssue({ title: 'no pull request' });
      await happens.makeBranch('wakeful/docs/a-1');
      const draft = {
        branch: 'wakeful/docs/a-1',
        base: 'main',
        title: 'a',
        body: 'b',
        labels: [],
        reviewers: [],
      };
      await github.createDraft(asMasked({ ...draft, readyWhereUnsupported: false }), signal);
      expect(await list()).toEqual([first, second]);
      expect(await list({ limit: 1 })).toEqual([first]);
      expect(await list({ isUnlabelled: true })).toEqual([second]);
      expect(await list({ without: ['docs'] })).toEqual([second]);
      expect(await list({ authors: ['contributor', 'member'] })).toEqual([second]);
      expect(await list({ quietSince: (await happens.now()) - 60_000 })).toEqual([]);
    });

    test('holds those that were merged since, in place of open ones', async () => {
      const { subjects, happens } = await kind.make();
      const merged = await happens.openPull({ title: 'one', ...change('a') });
      await happens.openPull({ title: 'two', ...change('b') });
      await happens.mergeDraft(merged);
      const since = (since: number) => subjects.pulls({ ...OPEN, merged: { base: 'main', since } }, signal);
      const now = await happens.now();
      expect((await since(now - 60_000)).map(({ number }) => number)).toEqual([merged]);
      expect(await since(now + 60_000)).toEqual([]);
      expect(await subjects.pulls({ ...OPEN, merged: { base: 'other', since: 0 } }, signal)).toEqual([]);
      expect(await subjects.readPull(merged, signal)).toMatchObject({ state: 'closed', isMerged: true });
      expect(await subjects.pullFiles(merged, signal)).toMatchObject({ files: [{ path: 'a.md' }], more: 0 });
    });

    test('tells who opened one, what it says and what it changes', async () => {
      const { subjects, happens } = await kind.make();
      const number = await happens.openPull({
        title: 'one',
        body: 'Why.',
        author: 'octocat',
        ...change('a'),
      });
      expect(await subjects.readPull(number, signal)).toMatchObject({
        ...{ number, title: 'one', body: 'Why.', author: 'octocat', association: 'none', base: 'main' },
        ...{ state: 'open', isMerged: false, isDraft: false, comments: [] },
      });
      expect(await subjects.pullFiles(number, signal)).toEqual({
        files: [
          { path: 'a.md', change: 'added', added: 2, removed: 0, patch: '@@ -0,0 +1,2 @@\n+one\n+two' },
        ],
        more: 0,
      });
      expect(await subjects.readPull(17, signal)).toBeNull();
    });

    test('changes its version with what people write and not with what the agent does, which it takes', async () => {
      const { subjects, issues, happens } = await kind.make();
      const number = await happens.openPull({ title: 'one', ...change('a') });
      const version = async () => (await subjects.pulls(OPEN, signal))[0]?.version;
      const before = await version();
      expect((await subjects.readPull(number, signal))?.version).toBe(before);
      expect(await issues.comment(number, asMasked('I see.'), signal)).toBe(true);
      expect(await issues.label(number, [asMasked('seen')], signal)).toBe(true);
      expect(await version()).toBe(before);
      const pull = await subjects.readPull(number, signal);
      expect([pull?.labels, pull?.comments.map(({ isByAgent }) => isByAgent)]).toEqual([['seen'], [true]]);
      await happens.editIssue(number, { body: 'More.' });
      expect(await version()).not.toBe(before);
    });
  });

  test(`the newest release on ${kind.name} is the last that is no prerelease`, async () => {
    const { subjects, happens } = await kind.make();
    expect(await subjects.newestRelease(signal)).toBeNull();
    await happens.release('v1.0.0', 'The first.');
    const first = await subjects.newestRelease(signal);
    expect(first).toMatchObject({ tag: 'v1.0.0', body: 'The first.' });
    await happens.release('v1.1.0-rc.1', 'Try it.', true);
    expect(await subjects.newestRelease(signal)).toEqual(first);
    await happens.release('v1.1.0', 'The second.');
    const second = await subjects.newestRelease(signal);
    expect(second).toMatchObject({ tag: 'v1.1.0', body: 'The second.' });
    expect(second?.id).not.toBe(first?.id);
  });
}
