import { expect, test } from 'vitest';
import type { Arena, EndedWake, WakeProcess } from '../../support/processes/arena.ts';
import {
  expectEachItemOnce,
  expectLeasesInOrder,
  expectMoneyKept,
  expectNoLineLost,
} from '../../support/processes/arena-checks.ts';
import { FILES, finish, openQueue, pages } from '../../support/processes/arena-queue.ts';
import { seededRandom, seedOfRun } from '../../support/processes/seeded.ts';

/** How many wakes are frozen. */
const FREEZES = Number(process.env['WAKEFUL_FREEZES'] ?? 4);
/** How long after a request's arrival it stands still at most. */
const LONGEST_MOMENT_MS = 60;

/** A wake that stood still, was overtaken, and went on. */
interface Zombie {
  readonly ended: EndedWake;
  /** It held the lease when it was frozen, and another wake holds or has held it since. */
  readonly isOvertaken: boolean;
  /** Refs of the repository and requests that change something, when it was thawed and when it had ended. */
  readonly refs: readonly [string, string];
  readonly writes: readonly string[];
}

test(
  'I2: of wakes that are frozen with SIGSTOP, overtaken and thawed nothing lands',
  async () => {
    const random = seededRandom(seedOfRun());
    const arena = await openQueue();
    const whole = await arena.start(['only']).ended;
    expect(whole.result?.ending).toBe('worked');
    const requests = arena.requests();
    const zombies: Zombie[] = [];
    const others: EndedWake[] = [whole];
    while (zombies.filter(({ isOvertaken }) => isOvertaken).length < FREEZES) {
      const files = pages(FILES + zombies.length + 1, 1);
      await arena.remote.commit({ branch: 'main', files, time: Date.now() });
      const round = await haunt(arena, { requests: random() * requests, ms: random() * LONGEST_MOMENT_MS });
      zombies.push(round.zombie);
      others.push(round.next);
    }
    const last = await finish(arena);
    const { state, log } = await arena.look();
    const overtaken = zombies.filter(({ isOvertaken }) => isOvertaken);
    console.log(`Of ${zombies.length} frozen wakes ${overtaken.length} held the lease and were overtaken.`);
    for (const { ended, refs, writes } of overtaken) {
      expect(refs[1], `${ended.id} moved no branch`).toBe(refs[0]);
      expect(writes.length, `${ended.id}: ${writes.join(', ')}`).toBeLessThanOrEqual(1);
      expect(ended.result?.ending).toBe('lease_lost');
    }
    expectLeasesInOrder(state, log);
    expectNoLineLost([...others, ...last], log);
    expectMoneyKept(state, arena.tokensServed());
    expectEachItemOnce(state, log);
    expect((await arena.drafts()).filter((draft) => draft.state === 'open')).toHaveLength(1);
  },
  FREEZES > 4 ? 7_200_000 : 600_000,
);

interface Moment {
  /** Frozen after so many requests of its own, */
  readonly requests: number;
  /** and this much later. */
  readonly ms: number;
}

/** Freezes a wake, says that its run is over, lets the next one work, and thaws it. */
async function haunt(arena: Arena, moment: Moment) {
  const wake = arena.start(['only']);
  await reached(arena, wake, moment);
  wake.freeze();
  const held = (await arena.look()).state.lock.leases['only']?.wake === wake.id;
  await arena.declareFinished(wake.id);
  const next = await arena.start(['only']).ended;
  const tookOver = next.lines.some(
    ({ event, data }) => event === 'took_over' && data?.['dead_wake'] === wake.id,
  );
  const before = await refsOf(arena);
  const writesBefore = arena.writes().length;
  wake.thaw();
  const ended = await wake.ended;
  const zombie: Zombie = {
    ended,
    isOvertaken: held && tookOver,
    refs: [before, await refsOf(arena)],
    writes: arena.writes().slice(writesBefore),
  };
  return { zombie, next };
}

/** Resolves at the moment, or when the wake has ended before it. */
async function reached(arena: Arena, wake: WakeProcess, { requests, ms }: Moment): Promise<void> {
  const last = arena.requests() + requests;
  const isThere = new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (arena.requests() <= last) return;
      clearInterval(watch);
      setTimeout(resolve, ms);
    }, 2);
    void wake.ended.then(() => {
      clearInterval(watch);
      resolve();
    });
  });
  await isThere;
}

async function refsOf({ remote }: Arena): Promise<string> {
  return remote.git(['for-each-ref', '--format=%(refname) %(objectname)']);
}
