import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Night } from '../support/night.ts';
import { wish } from '../support/wishes.ts';

const GOALS = { first: goal(), second: goal() };
const HALF_HOUR = 1_800_000;

function goal(): string {
  return 'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nlimits: {open_drafts: 10, tokens_per_day: 1000000}\n';
}

type Move =
  | { readonly kind: 'wish'; readonly wants: 'run' | 'pause' | 'resume'; readonly goal: 'first' | 'second' }
  | { readonly kind: 'wake' }
  /** A wake that dies at its n-th push, before or after it landed. */
  | { readonly kind: 'dying_wake'; readonly push: number; readonly fault: 'die_before' | 'die_after' }
  | { readonly kind: 'time'; readonly halfHours: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant('wish' as const),
    wants: fc.constantFrom('run' as const, 'pause' as const, 'resume' as const),
    goal: fc.constantFrom('first' as const, 'second' as const),
  }),
  fc.record({ kind: fc.constant('wake' as const) }),
  fc.record({
    kind: fc.constant('dying_wake' as const),
    push: fc.integer({ min: 1, max: 6 }),
    fault: fc.constantFrom('die_before' as const, 'die_after' as const),
  }),
  fc.record({ kind: fc.constant('time' as const), halfHours: fc.integer({ min: 1, max: 20 }) }),
);

async function play(night: Night, moves: readonly Move[]): Promise<number> {
  let stored = 0;
  for (const [n, each] of moves.entries()) {
    if (each.kind === 'time') night.clock.advance(each.halfHours * HALF_HOUR);
    if (each.kind === 'wake') await night.wake();
    if (each.kind === 'dying_wake') await dyingWake(night, each, `dying-${n}`);
    if (each.kind !== 'wish') continue;
    const answer = await wish(night, { kind: each.wants, goal: each.goal, by: `person-${n}` });
    if (answer.done && each.wants === 'run') stored += 1;
  }
  return stored;
}

async function dyingWake(
  night: Night,
  death: Extract<Move, { kind: 'dying_wake' }>,
  id: string,
): Promise<void> {
  const before = night.remote.pushes;
  night.remote.onPush = (push) => (push - before === death.push ? death.fault : null);
  await night.wake({ id });
  night.remote.onPush = () => null;
  night.github.finished.add(id);
}

test('I16: whatever persons ask for and however wakes die, each request is served or answered once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 16, size: 'max' }), async (moves) => {
      const night = await Night.begin({ goals: GOALS });
      const stored = await play(night, moves);
      // Quiet wakes to the end: nobody asks, nobody dies.
      for (let n = 0; n < 6; n++) {
        night.clock.advance(HALF_HOUR);
        await night.wake();
      }
      const ends = night.log().filter((line) => /^request_(served|answered)$/.test(line.event));
      const runs = ends.filter((line) => line.message.includes('wish to run'));
      expect(Object.keys(night.remote.branches.has('wakeful-state') ? night.state().requests : {})).toEqual(
        [],
      );
      expect(runs).toHaveLength(stored);
      expect(new Set(runs.map((line) => line.message)).size).toBe(stored);
    }),
    { numRuns: 120 },
  );
});
