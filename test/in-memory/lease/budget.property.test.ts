import fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalOf } from '../../../src/core/money/budget.ts';
import { DAY_MS } from '../../../src/core/time.ts';
import type { Question } from '../../../src/ports.ts';
import { CONTENT, isReading, modelOf, using } from '../../../src/simulation/model/behaviour.ts';
import { spentIn } from '../../support/crashes/night-checks.ts';
import { Night, type NightWake, STATE, type WakeOptions } from '../../support/memory/night.ts';
import { Interleaving } from '../../support/memory/steps.ts';
import { named } from '../../support/memory/test-model.ts';
import { wish } from '../../support/memory/wishes.ts';

const HALF_HOUR = 1_800_000;
const GOALS = ['first', 'second'] as const;

type Move =
  | { readonly kind: 'wake'; readonly tokens: number }
  /** Dies at its n-th push, before or after that landed. */
  | {
      readonly kind: 'dying';
      readonly tokens: number;
      readonly push: number;
      readonly fault: 'die_before' | 'die_after';
    }
  /** Two wakes whose steps alternate, each on a goal of its own or both on all. */
  | {
      readonly kind: 'two';
      readonly tokens: number;
      readonly order: readonly number[];
      readonly apart: boolean;
    }
  | { readonly kind: 'time'; readonly halfHours: number }
  /** Until half a minute before the next midnight, so that a wake passes it. */
  | { readonly kind: 'midnight' };

/** What an answer uses: mostly little, sometimes nothing that is known of, sometimes much. */
const tokens = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 1_500 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_500, max: 4_000 }) },
);

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wake' as const), tokens }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('dying' as const),
      tokens,
      push: fc.integer({ min: 1, max: 7 }),
      fault: fc.constantFrom('die_before' as const, 'die_after' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('two' as const),
      tokens,
      order: fc.array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 30 }),
      apart: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('time' as const), halfHours: fc.integer({ min: 1, max: 70 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('midnight' as const) }) },
);

interface Budget {
  readonly goalDay: number;
  readonly day: number;
  readonly month: number;
}

const budget: fc.Arbitrary<Budget> = fc.record({
  goalDay: fc.integer({ min: 8_000, max: 40_000 }),
  day: fc.integer({ min: 10_000, max: 60_000 }),
  month: fc.integer({ min: 20_000, max: 150_000 }),
});

interface Play {
  readonly night: Night;
  /** Tokens that the model has used. */
  served: number;
  wakes: number;
}

async function begin({ goalDay, day, month }: Budget): Promise<Play> {
  const limits = `limits: {tokens: 20000, tokens_per_day: ${goalDay}, attempts: 50, open_drafts: 50}\n`;
  const goal = `schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nwhen_draft_is_open: update\nsecond_reader: true\n${limits}`;
  const night = await Night.begin({
    goals: { first: goal, second: goal },
    settings: `open_drafts: 90\nbounds: {attempts: 50, open_drafts: 90}\nbudget: {tokens_per_day: ${day}, tokens_per_month: ${month}}\n`,
    at: Date.UTC(2026, 10, 30, 12, 0, 30),
  });
  return { night, served: 0, wakes: 0 };
}

function wake(play: Play, used: number, options: WakeOptions = {}): Promise<NightWake> {
  const { night } = play;
  play.wakes += 1;
  // Its prompt is short, and no prompt has more tokens than bytes.
  const read = Math.min(used, 2_000);
  const asked = (question: Question) => {
    play.served += isReading(question) ? read : used;
    night.clock.advance(20_000);
  };
  const model = modelOf(using(used, named), asked, using(read, CONTENT));
  // Whoever is asked for has something to do, whatever the schedule says.
  const trigger = { kind: 'person', goals: GOALS } as const;
  return night.wake({ id: `wake-${play.wakes}`, model, trigger, ...options });
}

async function make(play: Play, each: Move): Promise<void> {
  const { night } = play;
  switch (each.kind) {
    case 'wake':
      return void (await wake(play, each.tokens));
    case 'dying': {
      const { pushes } = night.remote;
      night.remote.onPush = (push) => (push - pushes === each.push ? each.fault : null);
      const { id } = await wake(play, each.tokens);
      night.remote.onPush = () => null;
      return void night.github.finished.add(id);
    }
    case 'two': {
      const turns = new Interleaving(2, each.order);
      const both = ([0, 1] as const).map((n) => {
        const goals = each.apart ? [GOALS[n]] : GOALS;
        return wake(play, each.tokens, { trigger: { kind: 'person', goals }, change: turns.change(n) });
      });
      return void (await turns.play(both));
    }
    case 'time':
      return night.clock.advance(each.halfHours * HALF_HOUR);
    case 'midnight':
      return night.clock.advance(DAY_MS - (night.clock.now() % DAY_MS) - 30_000);
  }
}

function expectWithin(night: Night, limits: Budget): void {
  if (!night.remote.branches.has(STATE)) return;
  const { days, months } = night.state().budget;
  const held = (sums: { readonly reserved_tokens: number; readonly spent_tokens: number }) => {
    expect(sums.reserved_tokens).toBeGreaterThanOrEqual(0);
    return sums.reserved_tokens + sums.spent_tokens;
  };
  for (const day of Object.values(days)) {
    for (const goal of GOALS)
      expect(day[goal] === undefined ? 0 : held(day[goal])).toBeLessThanOrEqual(limits.goalDay);
    expect(held(totalOf(day))).toBeLessThanOrEqual(limits.day);
  }
  for (const month of Object.values(months)) expect(held(totalOf(month))).toBeLessThanOrEqual(limits.month);
}

test('I5: whatever wakes use, wherever they die, side by side and over midnight, no budget is exceeded and nothing is unpaid', async () => {
  await fc.assert(
    fc.asyncProperty(
      budget,
      fc.array(move, { minLength: 1, maxLength: 14, size: 'max' }),
      async (limits, moves) => {
        const play = await begin(limits);
        for (const each of moves) {
          await make(play, each);
          expectWithin(play.night, limits);
          // What is set aside pays for what a dead wake may have used.
          expect(paidIn(play.night)).toBeGreaterThanOrEqual(play.served);
        }
        await expectEnd(play, limits);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

function paidIn(night: Night): number {
  if (!night.remote.branches.has(STATE)) return 0;
  const months = Object.values(night.state().budget.months).map(totalOf);
  return months.reduce((sum, each) => sum + each.spent_tokens + each.reserved_tokens, 0);
}

/** A new month has money again: whoever asks is served, nothing is left reserved, and everything was paid for. */
async function expectEnd(play: Play, limits: Budget): Promise<void> {
  const { night } = play;
  night.clock.advance(32 * DAY_MS);
  for (const goal of GOALS) await wish(night, { goal });
  for (let n = 0; n < 3; n++) {
    await wake(play, 100);
    night.clock.advance(DAY_MS);
    expectWithin(night, limits);
  }
  const { lock, checkpoints, budget: booked } = night.state();
  expect(lock.leases).toEqual({});
  const items = GOALS.flatMap((goal) => Object.values(checkpoints[goal]?.items ?? {}));
  expect(items.filter(({ status }) => status !== 'done')).toEqual([]);
  const reserved = Object.values(booked.days).map((day) => totalOf(day).reserved_tokens);
  expect(reserved.every((each) => each === 0)).toBe(true);
  expect(spentIn(night)).toBeGreaterThanOrEqual(play.served);
}
