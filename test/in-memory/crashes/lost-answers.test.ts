import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/ports.ts';
import type { PushFault } from '../../../src/simulation/world/memory-remote.ts';
import {
  type Boundary,
  checkEnd,
  disturb,
  prepare,
  type Scenario,
} from '../../support/crashes/crash-table.ts';
import { Night, PLAIN, QUEUE, QUEUE_FILES, STATE } from '../../support/memory/night.ts';
import { Interleaving, stepped } from '../../support/memory/steps.ts';

const FILES = Object.keys(QUEUE_FILES);
const SCENARIOS: readonly Scenario[] = [
  { name: 'a plain goal', night: { goals: { tidy: PLAIN } }, drafts: 1, items: ['window'] },
  { name: 'a queue', night: { goals: { tidy: QUEUE }, files: QUEUE_FILES }, drafts: 1, items: FILES },
  {
    name: 'two goals',
    night: { goals: { first: PLAIN, second: PLAIN } },
    drafts: 2,
    items: ['window', 'window'],
  },
];

async function pushesOf(scenario: Scenario): Promise<readonly number[]> {
  const { pushes } = await (await Night.begin(scenario.night)).wake();
  return Array.from({ length: pushes }, (_, index) => index + 1);
}

/** Somebody else's commit, after the n-th push went wrong and before anybody looks. */
function foreignCommit(night: Night, n: number): (world: World) => World {
  let isDone = false;
  return (world) =>
    stepped(world, async (call) => {
      if (call !== 'state.fetchState' || isDone || night.remote.pushes < n) return;
      if (!night.remote.branches.has(STATE)) return;
      isDone = true;
      await night.remote.commit({ branch: STATE, files: { 'state/notes.txt': 'a remark of somebody\n' } });
    });
}

describe.each(SCENARIOS)('I4: one push goes wrong, $name', (scenario) => {
  const faults: readonly PushFault[] = ['lose_answer', 'drop', 'error'];

  test.each(faults)('%s: the wake itself finishes, with nothing lost or done twice', async (fault) => {
    for (const n of await pushesOf(scenario)) {
      const night = await Night.begin(scenario.night);
      night.remote.onPush = (push) => (push === n ? fault : null);
      const { result } = await night.wake();
      expect(result.ending, `push ${n}`).toBe('worked');
      checkEnd(night, scenario);
      const steps = fault === 'lose_answer' ? 0 : 1;
      expect(night.remote.pushes, `push ${n}`).toBe((await pushesOf(scenario)).length + steps);
    }
  });

  test.each(faults)(
    '%s, and a foreign commit lands on top: likewise, and the foreign commit stays',
    async (fault) => {
      for (const n of await pushesOf(scenario)) {
        const night = await Night.begin(scenario.night);
        night.remote.onPush = (push) => (push === n ? fault : null);
        const { result } = await night.wake({ change: foreignCommit(night, n) });
        expect(result.ending, `push ${n}`).toBe('worked');
        checkEnd(night, scenario);
        if (fault === 'lose_answer' || n > 1)
          expect(night.remote.text(STATE, 'state/notes.txt')).toBe('a remark of somebody\n');
      }
    },
  );

  test('a rule of the remote refuses it: the next wakes finish, as after any death', async () => {
    for (const n of await pushesOf(scenario)) {
      const boundary: Boundary = { step: 'push', n, fault: 'refused' };
      await disturb(scenario, { prepared: await prepare(scenario), good: new Set() }, [boundary]);
    }
  });
});

describe('I4: a remote that refuses for no reason, while nobody else pushes', () => {
  test.each([
    [1, 5],
    [2, 5],
    [3, 5],
  ] as const)(
    'from push %i on: the wake tries a few times with pauses, and ends in its words',
    async (n, tries) => {
      const night = await Night.begin({ goals: { tidy: PLAIN } });
      const times: number[] = [];
      night.remote.onPush = (push) => {
        if (push >= n) times.push(night.clock.monotonic());
        return push < n ? null : 'error';
      };
      const { result } = await night.wake({ minutes: 2 });
      expect(result.ending).toBe('github_unavailable');
      expect(result.detail + result.goals.map(({ detail }) => detail).join(' ')).toContain(
        '(unpacker error)',
      );
      expect(times.length).toBeGreaterThanOrEqual(tries);
      expect(times.length).toBeLessThanOrEqual(12 + 2 * tries);
      const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(Math.min(...pauses.filter((pause) => pause > 0))).toBeGreaterThanOrEqual(25);
      expect(Math.max(...pauses)).toBeLessThanOrEqual(7_500);
      night.remote.onPush = () => null;
      night.github.finished.add('wake-1');
      night.clock.advance(30 * 60_000);
      await night.wake();
      checkEnd(night, { drafts: 1, items: ['window'] });
    },
  );

  test.each([1, 3, 8])(
    '%i times in a row at the push that saves: the same commit is tried again, and lands',
    async (times) => {
      const night = await Night.begin({ goals: { tidy: PLAIN } });
      const commits = new Set<string>();
      night.remote.onPush = (push, refs) => {
        for (const { branch, commit } of refs) if (branch.startsWith('wakeful/')) commits.add(commit);
        return push >= 2 && push < 2 + times ? 'error' : null;
      };
      const { result } = await night.wake({ minutes: 2 });
      expect(result.ending).toBe('worked');
      expect(commits.size).toBe(1);
      checkEnd(night, { drafts: 1, items: ['window'] });
    },
  );

  test.each([1, 2])(
    'a connection that is denied %i times at the push that saves loses nothing',
    async (times) => {
      const night = await Night.begin({ goals: { tidy: PLAIN } });
      night.remote.onPush = (push) => (push >= 2 && push < 2 + times ? 'deny' : null);
      expect((await night.wake({ minutes: 2 })).result.ending).toBe('worked');
      checkEnd(night, { drafts: 1, items: ['window'] });
    },
  );

  test('a connection that is denied for good is a missing permission', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.remote.onPush = () => 'deny';
    const { result, pushes } = await night.wake({ minutes: 2 });
    expect(result.ending).toBe('forbidden');
    expect(pushes).toBe(5);
  });
});

describe('I4: a remote that forbids the state branch', () => {
  test('ends the wake as forbidden, names the setting, and holds nothing', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.remote.onPush = () => 'refuse';
    const { result, pushes } = await night.wake();
    expect(result.ending).toBe('forbidden');
    expect(result.detail).toMatch(/does not let the branch wakeful-state be pushed: GH013.*contents: write/);
    expect(pushes).toBeLessThan(4);
    expect([...night.remote.branches.keys()]).toEqual(['main']);
  });
});

describe('I1: two identical commits', () => {
  test('of two wakes with one name, at the same moment and over the same tip, only one lands', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
      [0, 0, 1],
      [0, 1, 1],
    ]) {
      const night = await Night.begin({ goals: { tidy: PLAIN } });
      const play = new Interleaving(2, order);
      const ended = await play.play([0, 1].map((n) => night.wake({ id: 'same', change: play.change(n) })));
      expect(ended.filter(({ result }) => result.ending === 'worked')).toHaveLength(1);
      expect(night.log().filter((line) => line.event === 'lease_taken')).toHaveLength(1);
      checkEnd(night, { drafts: 1, items: ['window'] });
    }
  });

  test('no commit of the state branch or of a work branch is without a nonce, and none has that of another', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    await night.wake();
    const own = [...night.remote.commits.values()].filter((commit) => commit.author !== 'Ann Author');
    const nonces = own.map((commit) => /^Wakeful-Nonce: (\S+)$/m.exec(commit.message)?.[1]);
    expect(own.length).toBeGreaterThan(6);
    expect(nonces).not.toContain(undefined);
    expect(new Set(nonces).size).toBe(nonces.length);
  });
});

describe('a run that is cancelled while the push of its lease is under way', () => {
  test.each(['lose_answer', 'drop', null] as const)(
    'leaves no lease behind, and no attempt used: %s',
    async (fault) => {
      const night = await Night.begin({ goals: { tidy: PLAIN } });
      const cancel = new AbortController();
      night.remote.onPush = (push) => {
        if (push === 1) cancel.abort();
        return push === 1 ? fault : null;
      };
      const { result, pushes } = await night.wake({ cancel: cancel.signal });
      expect(result.ending).toBe('cancelled');
      expect(pushes).toBe(fault === 'drop' ? 1 : 2);
      if (fault === 'drop') return expect([...night.remote.branches.keys()]).toEqual(['main']);
      expect(night.state().lock.leases).toEqual({});
      const [item] = Object.values(night.state().checkpoints['tidy']?.items ?? {});
      expect(item).toMatchObject({ status: 'open', attempts: 0 });
    },
  );
});
