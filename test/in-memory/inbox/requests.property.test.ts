import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, STATE } from '../../support/memory/night.ts';
import { beforeStep, Interleaving, stepped } from '../../support/memory/steps.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { resume, stop, wish } from '../../support/memory/wishes.ts';

const GOALS = { first: goal(), second: goal() };
const HALF_HOUR = 1_800_000;
const PUSH = { kind: 'event', by: 'the event push', reason: 'it happened', event: { name: 'push' } } as const;

function goal(): string {
  return 'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\non: [push]\nlimits: {open_drafts: 10, tokens_per_day: 1000000}\n';
}

type Wants = 'run' | 'pause' | 'resume';
type Goal = keyof typeof GOALS;

type Move =
  | { readonly kind: 'wish'; readonly wants: Wants; readonly goal: Goal }
  | { readonly kind: 'wake' }
  /** A wake that dies at its n-th push, before or after it landed. */
  | { readonly kind: 'dying_wake'; readonly push: number; readonly fault: 'die_before' | 'die_after' }
  /** A person asks while a wake is under way, before its n-th step. */
  | { readonly kind: 'meanwhile'; readonly step: number; readonly wants: Wants; readonly goal: Goal }
  /** Two wakes whose steps alternate. */
  | { readonly kind: 'two'; readonly order: readonly number[] }
  /** The repository is pushed to. */
  | { readonly kind: 'event' }
  | { readonly kind: 'switch'; readonly to: 'stop' | 'resume' }
  | { readonly kind: 'time'; readonly halfHours: number };

const wants = fc.constantFrom<Wants>('run', 'run', 'pause', 'resume');
const goalId = fc.constantFrom<Goal>('first', 'second');

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('wish' as const), wants, goal: goalId }),
  fc.record({
    kind: fc.constant('meanwhile' as const),
    step: fc.integer({ min: 1, max: 60 }),
    wants,
    goal: goalId,
  }),
  fc.record({
    kind: fc.constant('two' as const),
    order: fc.array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant('event' as const) }),
  fc.record({
    kind: fc.constant('switch' as const),
    to: fc.constantFrom('stop' as const, 'resume' as const, 'resume' as const),
  }),
  fc.record({ kind: fc.constant('wake' as const) }),
  fc.record({
    kind: fc.constant('dying_wake' as const),
    push: fc.integer({ min: 1, max: 6 }),
    fault: fc.constantFrom('die_before' as const, 'die_after' as const),
  }),
  fc.record({ kind: fc.constant('time' as const), halfHours: fc.integer({ min: 1, max: 20 }) }),
);

/** How many wishes to run were stored. */
async function play(night: Night, moves: readonly Move[]): Promise<number> {
  let stored = 0;
  for (const [n, each] of moves.entries()) {
    const ask = async ({ wants, goal }: { readonly wants: Wants; readonly goal: Goal }): Promise<void> => {
      const answer = await wish(night, { kind: wants, goal, by: `person-${n}` });
      if (answer.isDone && wants === 'run') stored += 1;
    };
    await make(night, each, { ask, id: `dying-${n}` });
  }
  return stored;
}

interface Making {
  readonly ask: (wish: { readonly wants: Wants; readonly goal: Goal }) => Promise<void>;
  /** Of a wake that dies. */
  readonly id: string;
}

async function make(night: Night, each: Move, { ask, id }: Making): Promise<void> {
  switch (each.kind) {
    case 'wish':
      return ask(each);
    case 'meanwhile': {
      // An answer takes longer than the state branch may go without being read, so that the holder gives way.
      const model = modelOf(diligent, () => night.clock.advance(16_000));
      const before = beforeStep(each.step, () => ask(each));
      return void (await night.wake({ model, change: (world) => stepped(world, before) }));
    }
    case 'wake':
      return void (await night.wake());
    case 'two': {
      const turns = new Interleaving(2, each.order);
      return void (await turns.play([0, 1].map((n) => night.wake({ change: turns.change(n) }))));
    }
    case 'event':
      return void (await night.wake({ trigger: PUSH }));
    case 'dying_wake':
      return dyingWake(night, each, id);
    case 'switch':
      return void (await (each.to === 'stop' ? stop(night) : resume(night)));
    case 'time':
      return night.clock.advance(each.halfHours * HALF_HOUR);
  }
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
      if (night.remote.branches.has(STATE)) await resume(night);
      // Quiet wakes to the end: nobody asks, nobody dies.
      for (let n = 0; n < 6; n++) {
        night.clock.advance(HALF_HOUR);
        await night.wake();
      }
      const ends = night.log().filter((line) => /^request_(served|answered)$/.test(line.event));
      const runs = ends.filter((line) => line.message.includes('asked to run'));
      expect(night.remote.branches.has(STATE) ? night.state().requests : {}).toEqual({});
      expect(night.remote.branches.has(STATE) ? night.state().lock.leases : {}).toEqual({});
      expect(runs).toHaveLength(stored);
      expect(new Set(runs.map((line) => line.message)).size).toBe(stored);
    }),
    { numRuns: 120 },
  );
});
