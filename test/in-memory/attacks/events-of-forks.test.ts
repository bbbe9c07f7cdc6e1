import { describe, expect, test } from 'vitest';
import { Night } from '../../support/memory/night.ts';

const GOAL =
  'schedule: {every: 6h}\nalways: true\npermissions: {write: ["docs/**"]}\nlimits: {open_drafts: 9}\non: [check_suite, deployment_status, workflow_run]\n';
const FOREIGN = 'f'.repeat(40);

async function settled(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: GOAL } });
  await night.wake();
  night.clock.advance(60_000);
  return night;
}

function event(name: string, more: object) {
  const trigger = {
    kind: 'event',
    by: 'ci[bot]',
    reason: 'it happened',
    event: { name, actor: 'ci[bot]', ...more },
  } as const;
  return { trigger };
}

describe("what a fork's commit causes asks no model", () => {
  const attempts = ['check_suite', 'deployment_status', 'workflow_run'].flatMap((name) => [
    [`${name} on a commit of nobody's branch`, name, { commit: FOREIGN }],
    [`${name} that names our default branch`, name, { commit: FOREIGN, branch: 'main' }],
    [`${name} without a commit`, name, {}],
    [`${name} that GitHub says is of a fork`, name, { commit: FOREIGN, isForks: true }],
    [`${name} that names the commit as its branch`, name, { commit: FOREIGN, branch: FOREIGN }],
  ]) as [string, string, object][];

  test.each(attempts)('%s', async (_, name, more) => {
    const night = await settled();
    night.clock.advance(6 * 3_600_000);
    const { result, pushes } = await night.wake(event(name, more));
    expect([result.ending, result.goals, pushes]).toEqual(['nothing_due', [], 0]);
    expect(night.state().requests).toEqual({});
  });

  test("the newest commit of the agent's own branch makes nothing due either", async () => {
    const night = await settled();
    const own = [...night.remote.branches].find(([branch]) => branch.startsWith('wakeful/'))?.[1];
    expect(own).toBeDefined();
    const { result } = await night.wake(event('deployment_status', { commit: own }));
    expect([result.ending, result.goals]).toEqual(['nothing_due', []]);
  });
});

describe('what counts', () => {
  test.each(['check_suite', 'deployment_status', 'workflow_run'])('%s of the newest commit', async (name) => {
    const night = await settled();
    const commit = night.remote.branches.get('main') ?? '';
    expect((await night.wake(event(name, { commit }))).result.ending).toBe('worked');
  });

  test('of a commit that a newer one follows on the default branch', async () => {
    const night = await settled();
    const commit = night.remote.branches.get('main') ?? '';
    await night.commit({ 'README.md': '# Newer\n' });
    expect((await night.wake(event('check_suite', { commit }))).result.ending).toBe('worked');
  });

  test("of another branch's newest commit", async () => {
    const night = await settled();
    const commit = await night.remote.commit({ branch: 'topic', files: { 'a.md': 'x' } });
    expect((await night.wake(event('deployment_status', { commit }))).result.ending).toBe('worked');
  });
});
