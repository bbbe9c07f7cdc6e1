import { describe, expect, test } from 'vitest';
import type { OpenWindow } from '../../../src/core/state.ts';
import { Night, STATE } from '../../support/memory/night.ts';
import { stepped } from '../../support/memory/steps.ts';

const HOUR = 3_600_000;

function goal(catchUp: 'once' | 'skip'): string {
  const limits = 'limits: {open_drafts: 50, items_per_wake: 50, tokens_per_day: 1000000}\n';
  return `schedule: {every: 6h, catch_up: ${catchUp}}\npermissions: {write: ["docs/**"]}\n${limits}`;
}

const SETTINGS =
  'open_drafts: 50\nbounds: {open_drafts: 50, items_per_wake: 50, tokens_per_day: 1000000}\nbudget: {tokens_per_day: 1000000, tokens_per_month: 100000000}\n';

/** Somebody's commit on the default branch, made now. */
function commit(night: Night, name: string): Promise<string> {
  const files = { [`src/${name}`]: `${name}\n` };
  return night.remote.commit({ branch: 'main', files, message: name, time: night.clock.now() });
}

/** A wake, and the windows that it had open while it asked its model. `during`: what happens meanwhile. */
async function windowsOf(night: Night, during: () => Promise<unknown> = async () => {}) {
  const seen = new Map<string, OpenWindow>();
  const look = async (call: string): Promise<void> => {
    const window = night.remote.branches.has(STATE) ? night.state().checkpoints['tidy']?.window : null;
    if (call !== 'model.ask' || window === null || window === undefined || seen.has(window.slot)) return;
    seen.set(window.slot, window);
    await during();
  };
  await night.wake({ change: (world) => stepped(world, look) });
  return [...seen.values()];
}

describe('I15: a window as a pair of commits', () => {
  test('begins where the one before it ended, and ends with what the wake saw, not with what came meanwhile', async () => {
    const night = await Night.begin({ goals: { tidy: goal('once') }, settings: SETTINGS });
    const before = night.remote.branches.get('main');
    const [first] = await windowsOf(night, () => commit(night, 'meanwhile'));
    expect(first).toMatchObject({ to: { commit: before } });
    night.clock.advance(6 * HOUR);
    const tip = await commit(night, 'later');
    const [second] = await windowsOf(night);
    expect(second).toMatchObject({
      from: { time: first?.to.time, commit: before },
      to: { time: '2026-11-22T06:00:00Z', commit: tip },
    });
  });

  test('of `skip` begins with the newest commit before its own interval', async () => {
    const night = await Night.begin({ goals: { tidy: goal('skip') }, settings: SETTINGS });
    await windowsOf(night);
    night.clock.advance(6 * HOUR);
    const inGap = await commit(night, 'in the gap');
    night.clock.advance(8 * HOUR);
    const tip = await commit(night, 'in the interval');
    night.clock.advance(2 * HOUR);
    const [window] = await windowsOf(night);
    expect(window).toMatchObject({
      from: { time: '2026-11-22T12:00:00Z', commit: inGap },
      to: { time: '2026-11-22T18:00:00Z', commit: tip },
    });
  });
});

describe('an unfinished window whose newest commit was rewritten away', () => {
  test('goes on over what is there now, says so once, and finishes', async () => {
    const night = await Night.begin({ goals: { tidy: goal('once') }, settings: SETTINGS });
    await night.wake();
    const begin = night.remote.branches.get('main') ?? '';
    night.clock.advance(6 * HOUR);
    const old = await commit(night, 'soon rewritten');
    const killed = await night.wake({
      change: (world) => ({
        ...world,
        model: { ...world.model, open: async () => Promise.reject(new Error('broken off')) },
      }),
    });
    expect(night.state().checkpoints['tidy']?.window?.to.commit).toBe(old);
    const files = { 'src/anew': 'anew\n' };
    night.remote.branches.set('main', begin);
    const anew = await night.remote.commit({ branch: 'main', files, time: night.clock.now() });
    night.remote.drop(old);
    night.github.finished.add(killed.id);
    night.clock.advance(HOUR / 2);
    const { result } = await night.wake();
    expect(result.ending, result.detail).toBe('worked');
    expect(night.state().checkpoints['tidy']?.finished?.commit).toBe(anew);
    const moved = night.log().filter(({ event }) => event === 'window_moved');
    expect(moved.map(({ message }) => message)).toEqual([
      'The history of main was rewritten, so the run due Sun 22 Nov 06:00 goes on over its newest commit.',
    ]);
  });
});
