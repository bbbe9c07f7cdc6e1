/** A remote with rules, as GitHub refuses pushes by them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { repository } from '../../support/git/git-fixture.ts';
import { play, type Rehearsed, rehearsed } from '../../support/processes/rehearsed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const FILES = {
  'goals/docs-index.yml': readFileSync(join(import.meta.dirname, '../../../goals/docs-index.yml'), 'utf8'),
  'docs/one.md': '# One\n\nA page.\n',
};

let folder: string;
let seen: Rehearsed;

beforeEach(async () => {
  folder = repository(FILES);
  // Makes the remote without working: the rules come before the first wake.
  await play(folder, ['--stop', 'The rules are not set yet.']);
  seen = rehearsed(join(folder, '.wakeful'));
});

/** A person protects branches in the settings of the repository. */
function protect(branches: string, types: readonly string[] = ['creation', 'update']): void {
  const rules = types.map((type) => ({ type, branches: [branches] }));
  writeFileSync(join(folder, '.wakeful/github/repository.json'), JSON.stringify({ rules }));
}

const at = (minutes: number): string => new Date(Date.UTC(2026, 10, 22, 3, minutes)).toISOString();

describe('a remote that refuses pushes', () => {
  test('of the state branch: nothing is started, and the rule and the way out are told', async () => {
    protect('wakeful-state');
    const refs = seen.refs();
    const { code, wake } = await play(folder, ['--at', at(10)]);
    expect([code, wake.ending]).toEqual([1, 'forbidden']);
    expect(wake.detail).toContain('GH013: Repository rule violations found for refs/heads/wakeful-state.');
    expect(wake.detail).toContain('exempt wakeful-state from rules');
    expect(wake.goals.map(({ spent }) => spent.calls)).toEqual([0]);
    expect(seen.refs()).toBe(refs);
  });

  test('of work branches by a rule that can be read: it is named, and no model is asked', async () => {
    protect('wakeful/*');
    const { code, wake } = await play(folder, ['--at', at(10)]);
    expect([code, wake.ending]).toEqual([1, 'forbidden']);
    expect(wake.detail).toMatch(
      /^The rule creation of this repository refuses the branch wakeful\/docs-index\//,
    );
    expect(wake.goals.map(({ spent }) => spent.calls)).toEqual([0]);
    expect(seen.workBranches()).toEqual([]);
    expect(seen.issues().map(({ title }) => title)).toContain('Wakeful: docs-index lacks a permission');
  });

  test('of work branches: the checkpoint lands alone, the attempt counts, and nothing more is paid for', async () => {
    // Some may be exempt from it, so that only the push tells.
    protect('wakeful/*', ['pull_request']);
    const { code, wake } = await play(folder, ['--at', at(10)]);
    expect([code, wake.ending]).toEqual([1, 'forbidden']);
    expect(wake.detail).toMatch(
      /^The remote refused the work branch: .*GH013.*refs\/heads\/wakeful\/docs-index\//,
    );
    expect(wake.detail).toContain('Let the agent create and update branches under wakeful/');
    const paid = seen.state().budget.months;
    for (const n of [2, 3, 4]) {
      const later = (await play(folder, ['--at', at(10 * n)])).wake;
      expect([later.ending, later.goals.length]).toEqual(['forbidden', 1]);
    }
    const [item] = Object.values(seen.state().checkpoints['docs-index']?.items ?? {});
    expect([item?.attempts, item?.status]).toEqual([1, 'open']);
    expect(seen.state().lock.leases).toEqual({});
    expect(seen.state().budget.months).toEqual(paid);
    expect(seen.workBranches()).toEqual([]);
    expect(seen.issues().map(({ title }) => title)).toContain('Wakeful: docs-index lacks a permission');
  });
});
