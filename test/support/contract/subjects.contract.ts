import { describe, expect, test } from 'vitest';
import type { FailedJob, RunQuery } from '../../../src/ports.ts';
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
}
