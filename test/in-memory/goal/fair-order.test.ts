import { describe, expect, test } from 'vitest';
import { utcDay } from '../../../src/core/time.ts';
import { logPath } from '../../../src/ledger/log-path.ts';
import type { StateStore, World } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { NIGHT, Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { stepped } from '../../support/memory/steps.ts';
import { diligent } from '../../support/memory/test-model.ts';

const MINUTE = 60_000;

describe('fair order: the goal whose last lease is oldest comes first', () => {
  test('twenty goals of which each wake manages two all get their turn before any gets a second one', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `goal-${String(n).padStart(2, '0')}`);
    const night = await Night.begin({
      goals: Object.fromEntries(
        ids.map((id) => [
          id,
          'schedule: {every: 15m}\npermissions: {write: ["docs/**"]}\nlimits: {minutes: 2, open_drafts: 5}\n',
        ]),
      ),
      settings: 'open_drafts: 100\nbudget: {tokens_per_day: 100000000}\n',
    });
    // An item takes 100 seconds, so that of five minutes too little is left for a third goal.
    const model = modelOf(diligent, () => night.clock.advance(50_000));
    for (let n = 0; n < 10; n++) {
      const { result } = await night.wake({ model, minutes: 5 });
      expect(result.goals.map((goal) => goal.ending)).toEqual(['worked', 'worked']);
      night.clock.advance(2 * MINUTE);
    }
    const leases = night.log().flatMap((line) => (line.event === 'lease_taken' ? [line.goal] : []));
    expect(leases).toEqual(ids);
  });
});

describe('I8: a wake that gives way', () => {
  test('hands the attempt back and says who asked; the next wake finishes', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    let isAsked = false;
    const change = (world: World): World =>
      stepped(world, async (call) => {
        if (call !== 'model.ask' || isAsked) return;
        isAsked = true;
        const lock = JSON.parse(night.remote.text(STATE, 'state/lock.json') ?? '{}');
        lock.leases.tidy.yield = { epoch: lock.leases.tidy.epoch, by: 'ann', request: 'r1' };
        await night.remote.commit({ branch: STATE, files: { 'state/lock.json': JSON.stringify(lock) } });
        night.clock.advance(16_000);
      });
    const { result, pushes } = await night.wake({ change });
    expect(result.goals.map((goal) => goal.ending)).toEqual(['yielded_to_person']);
    expect(result.goals[0]?.detail).toContain('ann');
    const [item] = Object.values(night.state().checkpoints['tidy']?.items ?? {});
    expect(item).toMatchObject({ status: 'open', attempts: 0 });
    expect(night.state().lock.leases).toEqual({});
    expect(pushes).toBeLessThanOrEqual(3);
    expect((await night.wake()).result.ending).toBe('worked');
  });

  test('is not moved by a wish that was meant for an earlier lease', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    let isAsked = false;
    const change = (world: World): World =>
      stepped(world, async (call) => {
        if (call !== 'model.ask' || isAsked) return;
        isAsked = true;
        const lock = JSON.parse(night.remote.text(STATE, 'state/lock.json') ?? '{}');
        lock.leases.tidy.yield = { epoch: lock.leases.tidy.epoch - 1, by: 'ann', request: 'r1' };
        await night.remote.commit({ branch: STATE, files: { 'state/lock.json': JSON.stringify(lock) } });
        night.clock.advance(16_000);
      });
    expect((await night.wake({ change })).result.ending).toBe('worked');
  });
});

describe('nothing grows with the history', () => {
  interface Traffic {
    reads: number;
    readBytes: number;
    commits: number;
    writtenBytes: number;
  }

  function counting(store: StateStore, traffic: Traffic): StateStore {
    return {
      ...store,
      read: async (commit, paths, signal) => {
        const files = await store.read(commit, paths, signal);
        traffic.reads += 1;
        for (const file of files.values()) traffic.readBytes += file.text.length;
        return files;
      },
      commit: async (change, signal) => {
        traffic.commits += 1;
        for (const text of change.files.values()) traffic.writtenBytes += text?.length ?? 0;
        return store.commit(change, signal);
      },
    };
  }

  /** What a working wake and an idle one read and write after so many wakes have left commits and log lines. */
  async function trafficAfter(earlier: number): Promise<Traffic> {
    const night = await Night.begin({ goals: { tidy: PLAIN }, at: NIGHT });
    await night.wake();
    for (let n = 0; n < earlier; n++) {
      const at = NIGHT - (n % 60) * 86_400_000 - 86_400_000;
      const path = logPath(utcDay(at));
      const line = JSON.stringify({
        ts: new Date(at).toISOString(),
        level: 'info',
        event: 'heartbeat',
        message: `Awake ${n}.`,
        wake: `w${n}`,
      });
      await night.remote.commit({
        branch: STATE,
        files: { [path]: `${night.remote.text(STATE, path) ?? ''}${line}\n` },
      });
    }
    night.clock.advance(6 * 60 * MINUTE);
    const [draft] = night.github.drafts;
    night.github.change(draft?.number ?? 0, { state: 'merged' });
    const traffic: Traffic = { reads: 0, readBytes: 0, commits: 0, writtenBytes: 0 };
    const change = (world: World): World => ({ ...world, state: counting(world.state, traffic) });
    const { result } = await night.wake({ change });
    expect(result.ending).toBe('worked');
    night.clock.advance(10 * MINUTE);
    expect((await night.wake({ change })).result.ending).toBe('nothing_due');
    return traffic;
  }

  test('a wake after 2,000 others reads and writes what it does after none, but for yesterday’s log', async () => {
    const [few, many] = [await trafficAfter(0), await trafficAfter(2_000)];
    expect(many.reads).toBe(few.reads);
    expect(many.commits).toBe(few.commits);
    const dayOfLog = 34 * 120;
    expect(many.readBytes - few.readBytes).toBeLessThan(2 * dayOfLog);
    expect(many.writtenBytes - few.writtenBytes).toBeLessThan(dayOfLog);
  });
});
