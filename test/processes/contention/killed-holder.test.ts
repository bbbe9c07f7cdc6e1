import { expect, test } from 'vitest';
import type { Arena, EndedWake } from '../../support/processes/arena.ts';
import {
  expectEachItemOnce,
  expectLeasesInOrder,
  expectMoneyKept,
  expectNoLineLost,
  repeated,
} from '../../support/processes/arena-checks.ts';
import { FILES, finish, openQueue, pages } from '../../support/processes/arena-queue.ts';
import { seededRandom, seedOfRun } from '../../support/processes/seeded.ts';

/** How many holders to kill; without the variable as many as fit in the time. */
const KILLS = Number(process.env['WAKEFUL_KILLS'] ?? 0);
const USUAL_MS = 12_000;
const FEWEST_KILLS = 8;
/** How long after a request's arrival a holder is killed at most. */
const LONGEST_MOMENT_MS = 60;
test(
  'I3, I5, I7, I8, I14: holders killed with SIGKILL at random moments, one after the other',
  async () => {
    const random = seededRandom(seedOfRun());
    const arena = await openQueue();
    const whole = await arena.start(['only']).ended;
    expect(whole.result?.ending).toBe('worked');
    const disturbed = await killMany(arena, random, arena.requests());
    const killed = disturbed.filter(({ result }) => result === null);
    const last = await finish(arena);
    const { state, log } = await arena.look();
    const dead = log.filter((line) => line.event === 'took_over').length;
    console.log(
      `Of ${disturbed.length} wakes ${killed.length} were killed, ${dead} of them while they held the lease.`,
    );
    expect(dead).toBeGreaterThan(0);
    const wakes = [whole, ...disturbed, ...last];
    expectLeasesInOrder(state, log);
    expectNoLineLost(wakes, log);
    expectMoneyKept(state, arena.tokensServed());
    expectEachItemOnce(state, log);
    const items = FILES + disturbed.length;
    expect(Object.keys(state.checkpoints['only']?.items ?? {})).toHaveLength(items);
    await expectOneDraft(arena, items);
    // With as many kills as somebody asks for, as long as that takes.
  },
  KILLS > 0 ? 7_200_000 : 600_000,
);

async function expectOneDraft(arena: Arena, items: number): Promise<void> {
  const drafts = await arena.drafts();
  expect(drafts.filter((draft) => draft.state === 'open')).toHaveLength(1);
  const branch = drafts[0]?.branch ?? '';
  // Main moves with every wake, and is brought into the draft.
  const range = ['--no-merges', '--format=%s', `main..${branch}`];
  const subjects = (await arena.remote.git(['log', ...range])).trim().split('\n');
  expect(subjects, 'one commit for each item').toHaveLength(items);
  expect(repeated(subjects)).toEqual([]);
}

/**
 * Each wake is killed a moment after one of its requests has arrived, from the first fetch to the release, or never;
 * the next one starts at once. Counted in requests, so that it does not depend on how busy the machine is.
 */
async function killMany(arena: Arena, random: () => number, requests: number): Promise<readonly EndedWake[]> {
  const wakes: EndedWake[] = [];
  const begun = performance.now();
  const isEnough = () => {
    const killed = wakes.filter(({ result }) => result === null).length;
    if (KILLS > 0) return killed >= KILLS;
    return killed >= FEWEST_KILLS && performance.now() - begun > USUAL_MS;
  };
  while (!isEnough()) {
    await arena.remote.commit({
      branch: 'main',
      files: pages(FILES + wakes.length + 1, 1),
      time: Date.now(),
    });
    const last = arena.requests() + Math.floor(random() * requests * 1.1);
    const momentMs = random() * LONGEST_MOMENT_MS;
    const wake = arena.start(['only']);
    const watch = setInterval(() => {
      if (arena.requests() <= last) return;
      clearInterval(watch);
      setTimeout(() => wake.kill(), momentMs);
    }, 2);
    wakes.push(await wake.ended);
    clearInterval(watch);
  }
  return wakes;
}
