import { describe, expect, test } from 'vitest';
import { Night, QUEUE, QUEUE_FILES, STATE } from '../../support/memory/night.ts';
import { beforeStep, stepped } from '../../support/memory/steps.ts';

const TICK = 1_800_000;

const begin = () => Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });

/** Puts the state branch back to its n-th commit, from 1; false: it has none that old. */
function putBack(night: Night, n: number): boolean {
  const commits = night.ancestors(night.remote.branches.get(STATE)).toReversed();
  const commit = commits[n - 1];
  if (commit === undefined || n === commits.length) return false;
  night.remote.branches.set(STATE, commit);
  return true;
}

/** Whatever was forgotten: nothing is doubled, nothing that was pushed is taken away, and all comes to its end. */
async function faultsAfter(night: Night, before: ReadonlyMap<string, string>): Promise<readonly string[]> {
  for (let n = 0; n < 4; n++) {
    night.clock.advance(TICK);
    await night.wake();
  }
  const { lock, checkpoints } = night.state();
  const open = night.github.drafts.filter((draft) => draft.state === 'open').map((draft) => draft.branch);
  const items = Object.values(checkpoints).flatMap((each) => Object.entries(each.items));
  const lost = [...before].filter(([branch, tip]) => {
    if (!branch.startsWith('wakeful/')) return false;
    return !night.ancestors(night.remote.branches.get(branch)).includes(tip);
  });
  return [
    ...(Object.keys(lock.leases).length === 0 ? [] : ['a lease is left']),
    ...(new Set(open).size === open.length ? [] : ['a branch has two drafts']),
    ...lost.map(([branch]) => `work on ${branch} is gone`),
    ...items.filter(([, item]) => item.outbox.length > 0).map(([key]) => `${key} has an effect left`),
    ...items.filter(([, item]) => item.status === 'open').map(([key]) => `${key} is not done`),
  ];
}

describe('I1, I7: a state branch that somebody has put back by force', () => {
  test('between two wakes, to any commit: nothing that was pushed is lost or doubled', async () => {
    const wrong: string[] = [];
    let moments = 0;
    for (let n = 1; ; n++) {
      const night = await begin();
      const { id } = await night.wake();
      night.github.finished.add(id);
      const before = new Map(night.remote.branches);
      if (!putBack(night, n)) break;
      moments += 1;
      wrong.push(...(await faultsAfter(night, before)).map((fault) => `commit ${n}: ${fault}`));
    }
    expect(wrong).toEqual([]);
    expect(moments).toBeGreaterThan(3);
  });

  test('during a wake, by one commit at any moment: likewise', async () => {
    const wrong: string[] = [];
    let moments = 0;
    for (let n = 1, steps = 1; n <= steps; n++) {
      const night = await begin();
      let isBack = false;
      let taken = 0;
      const before = beforeStep(n, async () => {
        const commits = night.ancestors(night.remote.branches.get(STATE));
        isBack = putBack(night, commits.length - 1);
      });
      const { id } = await night.wake({
        change: (world) =>
          stepped(world, (call) => {
            taken += 1;
            return before(call);
          }),
      });
      night.github.finished.add(id);
      steps = taken;
      if (!isBack) continue;
      moments += 1;
      const branches = new Map(night.remote.branches);
      wrong.push(...(await faultsAfter(night, branches)).map((fault) => `step ${n}: ${fault}`));
    }
    expect(wrong).toEqual([]);
    expect(moments).toBeGreaterThan(20);
  });

  test.each([
    ['by another history', { 'README.md': 'Hello.\n' }],
    ['by an empty one', {}],
  ])('and replaced %s: bad_state_file, and nothing is written', async (_, files) => {
    const night = await begin();
    await night.wake();
    await night.remote.commit({ branch: STATE, files, parents: [], time: night.clock.now() });
    const before = new Map(night.remote.branches);
    night.clock.advance(TICK);
    expect((await night.wake()).result.ending).toBe('bad_state_file');
    expect(new Map(night.remote.branches)).toEqual(before);
  });
});
