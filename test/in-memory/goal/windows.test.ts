import { describe, expect, test } from 'vitest';
import type { OpenWindow } from '../../../src/core/state.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
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

describe('I15: a goal without a queue, in a window with many commits', () => {
  const MANY = 450;

  async function manyCommits(): Promise<Night> {
    const night = await Night.begin({ goals: { tidy: goal('once') }, settings: SETTINGS });
    await night.wake();
    night.clock.advance(2 * HOUR);
    for (let n = 0; n < MANY; n++) {
      await commit(night, `file-${n}`);
      night.clock.advance(10_000);
    }
    night.clock.advance(4 * HOUR);
    return night;
  }

  test('shows each of them once, in as many tasks as it takes, in one draft', async () => {
    const night = await manyCommits();
    const listed: string[][] = [];
    const model = modelOf(({ question, turn, item }) => {
      if (turn > 0) return [['finish', { summary: 'Listed.' }]];
      const prompt = question.messages[1]?.content ?? '';
      listed.push([...prompt.matchAll(/: (file-\d+)$/gm)].map(([, name = '']) => name));
      return [['write_file', { path: `docs/${item.replace('/', '-')}.md`, text: 'x\n' }]];
    });
    const { result } = await night.wake({ model });
    expect(result.ending).toBe('worked');
    expect(listed.map(({ length }) => length)).toEqual([200, 200, 50]);
    expect(new Set(listed.flat()).size).toBe(MANY);
    const items = Object.keys(night.state().checkpoints['tidy']?.items ?? {});
    expect(items.map((key) => key.split('@')[0])).toEqual([
      ...['part 1/3', 'part 2/3', 'part 3/3', 'window'],
    ]);
    expect(night.github.drafts.filter(({ state }) => state === 'open')).toHaveLength(2);
  });

  test('says the times of the commits that are in it, to the model and in the draft', async () => {
    const night = await manyCommits();
    let prompt = '';
    const model = modelOf((facts) => {
      prompt ||= facts.question.messages[1]?.content ?? '';
      return facts.turn === 0
        ? [['write_file', { path: 'docs/a.md', text: 'x\n' }]]
        : [['finish', { summary: 'Done.' }]];
    });
    await night.wake({ model });
    const [first, last] = ['2026-11-22T05:00:32Z', '2026-11-22T06:15:22Z'];
    expect(prompt).toContain(`Window: ${first} to ${last}`);
    const body = night.github.drafts.at(-1)?.body ?? '';
    expect(body).toContain(
      '| Covers | 450 commits, 22 Nov 2026 05:00 UTC to 22 Nov 2026 06:15 UTC, up to commit',
    );
  });
});

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
