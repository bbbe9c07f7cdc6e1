/** The dashboard and its boxes through the shipped adapters: real git, and a stand-in whose traffic is checked. */
import { describe, expect, test } from 'vitest';
import { DASHBOARD } from '../../../src/core/health/dashboard.ts';
import type { OwnIssue } from '../../../src/ports.ts';
import { type ServedOversight, serveOversight } from '../../support/git/served-oversight.ts';

const { signal } = new AbortController();
const HOUR = 3_600_000;
const CHANGE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';

interface Scene extends ServedOversight {
  readonly number: number;
  dashboard(): Promise<OwnIssue>;
}

/** A run has opened the dashboard. Ann may write in the repository, Ben may everything, Bob may only read. */
async function begin(): Promise<Scene> {
  const served = await serveOversight();
  await served.standIn.person.configure({ collaborators: { ann: 'write', ben: 'admin', bob: 'read' } });
  await served.wake();
  served.clock.advance(60_000);
  const [opened, ...more] = await served.github.issues.listOpened(DASHBOARD, signal);
  if (opened === undefined || more.length > 0) throw new Error('there is not one dashboard');
  const { number } = opened;
  const dashboard = async (): Promise<OwnIssue> => {
    const seen = await served.github.issues.readOpened(number, DASHBOARD, signal);
    if (seen === null) throw new Error('the dashboard is gone');
    return seen;
  };
  return { ...served, number, dashboard };
}

const ticking = (box: string) => (body: string) => {
  const line = body.split('\n').find((each) => each.includes(`<!-- wakeful-box: ${box} -->`));
  if (line === undefined) throw new Error(`there is no box ${box}`);
  return body.replace(line, line.replace('[ ]', '[x]'));
};

const requests = async ({ state }: Scene) => Object.values((await state()).requests);
const starts = async ({ standIn }: Scene) => (await standIn.runs.list()).map(({ inputs }) => inputs);

describe('a box of the dashboard, over HTTP', () => {
  test('ticked by a writer: a request is stored, a run starts, it is unticked and answered without a comment', async () => {
    const scene = await begin();
    const event = await scene.edit(scene.number, ticking('run tidy'), 'ann');
    expect((await scene.tick(event)).ending).toBe('worked');
    expect(await requests(scene)).toMatchObject([{ kind: 'run', goal: 'tidy', by: 'ann' }]);
    expect(await starts(scene)).toMatchObject([{ reason: 'ann asked for tidy' }]);
    const { body } = await scene.dashboard();
    expect(body).not.toContain('[x]');
    expect(body).toContain('ann asked for "Run `tidy` now". Done: ');
    expect((await scene.github.issues.read(scene.number, signal))?.comments).toEqual([]);
    expect((await scene.wake()).goals.map(({ goal }) => goal)).toEqual(['tidy']);
    expect(await requests(scene)).toEqual([]);
  });

  test.each(['bob', 'mallory'])(
    'ticked by %s, who may not write: nothing happens but that it is unticked',
    async (who) => {
      const scene = await begin();
      const before = await scene.remote.tip('wakeful-state');
      const event = await scene.edit(scene.number, ticking('stop'), who);
      expect((await scene.tick(event)).ending).toBe('no_change');
      expect(await scene.remote.tip('wakeful-state')).toBe(before);
      expect(await scene.github.control.workflow('wake.yml', signal)).toBe('active');
      const { body } = await scene.dashboard();
      expect([body.includes('[x]'), body.includes(who)]).toEqual([false, false]);
    },
  );

  test('ticked by two persons at once, of whom one has overwritten the other: both are served and answered', async () => {
    const scene = await begin();
    const { body: seen } = await scene.dashboard();
    const anns = await scene.edit(scene.number, ticking('run tidy'), 'ann');
    // Ben’s page still showed the text without the tick of Ann.
    const bens = await scene.edit(scene.number, () => ticking('pause tidy')(seen), 'ben');
    const results = await Promise.all([scene.tick(anns), scene.tick(bens)]);
    expect(results.map(({ ending }) => ending)).toEqual(['worked', 'worked']);
    const state = await scene.state();
    expect(state.checkpoints['tidy']?.pause).toMatchObject({ by: 'ben' });
    const answered = (state.status.dashboard?.answers ?? []).map(({ by, is_done }) => [by, is_done]);
    expect(answered.toSorted()).toEqual([
      ['ann', true],
      ['ben', true],
    ]);
    await scene.wake();
    const { body } = await scene.dashboard();
    expect(body).not.toContain('[x]');
    expect(body).toContain('ann asked for');
    expect(body).toContain('ben asked for');
  });

  test('ticked while the agent is stopped: a run is stored and none starts, and one box lets it run again', async () => {
    const scene = await begin();
    await scene.tick(await scene.edit(scene.number, ticking('stop'), 'ann'));
    expect((await scene.state()).stop).toContain('ann ticked the box in the dashboard');
    expect(await scene.github.control.workflow('wake.yml', signal)).toBe('disabled_manually');
    const result = await scene.tick(await scene.edit(scene.number, ticking('run tidy'), 'ben'));
    expect(result.ending).toBe('worked');
    expect([(await requests(scene)).length, await starts(scene)]).toEqual([1, []]);
    expect((await scene.wake()).ending).toBe('stopped');
    const { body } = await scene.dashboard();
    expect(body).toContain('ben asked for "Run `tidy` now". Done: ');
    expect(body).toContain('**The agent is stopped');
    await scene.tick(await scene.edit(scene.number, ticking('start'), 'ann'));
    expect((await scene.state()).stop).toBeNull();
    expect((await scene.wake()).goals.map(({ goal }) => goal)).toEqual(['tidy']);
  });

  test.each(['server_error', 'server_error_after'] as const)(
    'whose job could not write the answer (%s): the next run unticks it, and nothing is done twice',
    async (fault) => {
      const scene = await begin();
      const event = await scene.edit(scene.number, ticking('run tidy'), 'ann');
      const stop = scene.standIn.inject({ on: CHANGE, fault, times: 'always' });
      await scene.tick(event);
      stop();
      expect(await requests(scene)).toHaveLength(1);
      expect((await scene.wake()).goals.map(({ goal }) => goal)).toEqual(['tidy']);
      await scene.tick(event);
      expect([await requests(scene), (await starts(scene)).length]).toEqual([[], 1]);
      const { body } = await scene.dashboard();
      expect(body).not.toContain('[x]');
      expect(body.match(/ann asked for/g)).toHaveLength(1);
    },
  );

  test('is not offered where a person has closed the issue: nothing of the agent opens or changes it', async () => {
    const scene = await begin();
    await scene.standIn.person.close(scene.number);
    const closed = await scene.dashboard();
    scene.clock.advance(7 * HOUR);
    await scene.wake();
    expect(await scene.dashboard()).toEqual(closed);
    expect(await scene.github.issues.listOpened(DASHBOARD, signal)).toHaveLength(1);
  });
});
