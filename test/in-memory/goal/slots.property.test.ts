import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Schedule } from '../../../src/core/goal.ts';
import { countSlots, newestSlot } from '../../../src/core/schedule/schedule.ts';
import type { Checkpoint } from '../../../src/core/state.ts';
import { HOUR_MS, MINUTE_MS } from '../../../src/core/time.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, STATE } from '../../support/memory/night.ts';
import { doDeed } from '../../support/memory/person.ts';
import { named } from '../../support/memory/test-model.ts';
import { resume, stop, wish } from '../../support/memory/wishes.ts';

interface Kind {
  /** As in a goal file. */
  readonly yaml: string;
  readonly schedule: Schedule;
}

const catchUp = fc.constantFrom('once' as const, 'each' as const, 'skip' as const);
const catchUpWindowMinutes = fc.constantFrom(180, 1440, 10_080);

const kind: fc.Arbitrary<Kind> = fc.oneof(
  fc
    .record({ minutes: fc.constantFrom(15, 60, 360, 1440), catchUp, catchUpWindowMinutes })
    .map((every) => ({ yaml: `every: ${every.minutes}m`, schedule: { kind: 'every', ...every } as const })),
  fc
    .record({
      pattern: fc.constantFrom('30 2 * * *', '0 */4 * * *', '15 1-3 * * *', '0 9 * * 1-5'),
      timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
      catchUp,
      catchUpWindowMinutes,
    })
    .map((cron) => ({
      yaml: `cron: "${cron.pattern}", timezone: ${cron.timezone}`,
      schedule: { kind: 'cron', ...cron } as const,
    })),
);

type Move =
  /** Some time later, a wake whose model takes so long for each of two answers. */
  | { readonly kind: 'tick'; readonly after: number; readonly minutes: number }
  | { readonly kind: 'dying'; readonly push: number; readonly fault: 'die_before' | 'die_after' }
  /** A clock that is set back. */
  | { readonly kind: 'back'; readonly minutes: number }
  | { readonly kind: 'time'; readonly minutes: number }
  | { readonly kind: 'person'; readonly does: (typeof DEEDS)[number] };

/** What is answered is named more often, so that the goal is mostly free to run. */
const DEEDS = [
  ...(['stop', 'pause', 'run'] as const),
  ...(['resume the agent', 'resume the agent', 'resume', 'resume', 'merge', 'merge', 'merge'] as const),
];

/** Mostly until about the next slot, sometimes for days. */
const span = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 400 }) },
  { weight: 1, arbitrary: fc.integer({ min: 400, max: 9_000 }) },
);

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('tick' as const),
      after: span,
      minutes: fc.oneof(
        { weight: 2, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('dying' as const),
      push: fc.integer({ min: 1, max: 4 }),
      fault: fc.constantFrom('die_before' as const, 'die_after' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('back' as const), minutes: fc.integer({ min: 1, max: 4_000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('time' as const), minutes: span }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      does: fc.constantFrom(...DEEDS),
    }),
  },
);

/** Shortly before clocks change, and on a day without anything. */
const start = fc.constantFrom(Date.UTC(2026, 2, 27, 3), Date.UTC(2026, 9, 23, 3), Date.UTC(2026, 5, 1, 3));

async function begin({ yaml, schedule }: Kind, at: number, draft: 'wait' | 'update'): Promise<Night> {
  const { catchUp: rule, catchUpWindowMinutes: minutes } = schedule as Extract<
    Schedule,
    { kind: 'every' | 'cron' }
  >;
  const limits =
    'limits: {minutes: 90, attempts: 50, open_drafts: 2, tokens_per_day: 1000000}\nmodel: default\n';
  const goal = `schedule: {${yaml}, catch_up: ${rule}, catch_up_window: ${minutes}m}\npermissions: {write: ["docs/**"]}\n${limits}`;
  return Night.begin({
    goals: { tidy: `${goal}when_draft_is_open: ${draft}\n` },
    settings:
      'bounds: {minutes: 90, attempts: 50, tokens_per_day: 1000000}\nbudget: {tokens_per_day: 1000000, tokens_per_month: 100000000}\n',
    at,
  });
}

async function make(night: Night, each: Move, n: number): Promise<void> {
  switch (each.kind) {
    case 'tick':
      night.clock.advance(each.after * MINUTE_MS);
      return wake(night, `wake-${n}`, each.minutes);
    case 'dying': {
      const { pushes } = night.remote;
      night.remote.onPush = (push) => (push - pushes === each.push ? each.fault : null);
      await wake(night, `dying-${n}`);
      night.remote.onPush = () => null;
      return void night.github.finished.add(`dying-${n}`);
    }
    case 'back':
      return night.clock.jumpTo(night.clock.now() - each.minutes * MINUTE_MS);
    case 'time':
      return night.clock.advance(each.minutes * MINUTE_MS);
    case 'person':
      return person(night, each.does);
  }
}

async function wake(night: Night, id: string, minutes = 1): Promise<void> {
  const model = modelOf(named, () => night.clock.advance(minutes * MINUTE_MS));
  await night.wake({ id, model, minutes: 120 });
}

async function person(night: Night, does: Extract<Move, { kind: 'person' }>['does']): Promise<void> {
  switch (does) {
    case 'stop':
      return void (await stop(night));
    case 'resume the agent':
      return void (await resume(night));
    case 'merge':
      return void (await doDeed(night, 'merge'));
    default:
      return void (await wish(night, { kind: does }));
  }
}

function checkpointOf(night: Night): Checkpoint | null {
  if (!night.remote.branches.has(STATE)) return null;
  return night.state().checkpoints['tidy'] ?? null;
}

/** Holds the slots that are counted to those there are, from the goal's first one to where the counting stands. */
function countingFrom(night: Night, schedule: Schedule): () => void {
  let first: number | null = null;
  return () => {
    const { counters, classified_to } = checkpointOf(night) ?? { classified_to: null };
    const begun = night.log().find(({ event }) => event === 'window_started');
    if (counters === undefined || classified_to === null || begun === undefined) return;
    // Only once: the clock may be set back, and the log is sorted by day.
    first ??= newestSlot(schedule, Date.parse(begun.ts)) ?? 0;
    const counted = Object.values(counters).reduce((sum, each) => sum + each, 0);
    expect(counted).toBe(countSlots(schedule, first - 1, Date.parse(classified_to)));
  };
}

test('I15: whatever the schedule, outages, stops, pauses, deaths and clocks, each slot is counted once', async () => {
  await fc.assert(
    fc.asyncProperty(
      kind,
      start,
      fc.constantFrom('wait' as const, 'update' as const),
      fc.array(move, { minLength: 1, maxLength: 40, size: 'max' }),
      async ({ yaml, schedule }, at, draft, moves) => {
        const night = await begin({ yaml, schedule }, at, draft);
        const expectCounted = countingFrom(night, schedule);
        let counted = '';
        for (const [n, each] of moves.entries()) {
          await make(night, each, n);
          expectCounted();
          const { classified_to } = checkpointOf(night) ?? { classified_to: null };
          expect((classified_to ?? '') >= counted, 'the counting never goes back').toBe(true);
          counted = classified_to ?? counted;
        }
        await resume(night);
        await wish(night, { kind: 'resume' });
        // A clock that was set back first has to come to where the counting stands.
        night.clock.jumpTo(Math.max(night.clock.now(), Date.parse(counted || '2026-01-01')) + HOUR_MS);
        for (let n = 0; n < 8; n++) {
          await wake(night, `last-${n}`);
          await doDeed(night, 'merge');
          night.clock.advance(MINUTE_MS);
        }
        expectCounted();
        const to = Date.parse(checkpointOf(night)?.classified_to ?? '');
        if ('catchUp' in schedule && schedule.catchUp !== 'each')
          expect(countSlots(schedule, to, night.clock.now() - 20 * MINUTE_MS)).toBe(0);
      },
    ),
    { numRuns: 25 },
  );
}, 240_000);
