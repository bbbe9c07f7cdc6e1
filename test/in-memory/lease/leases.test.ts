import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEnd } from '../../support/crashes/crash-table.ts';
import {
  Night,
  type NightOptions,
  type NightWake,
  PLAIN,
  QUEUE,
  QUEUE_FILES,
} from '../../support/memory/night.ts';
import { beforeStep, Interleaving, stepped } from '../../support/memory/steps.ts';

const ONE: NightOptions = { goals: { tidy: QUEUE }, files: QUEUE_FILES };
const TWO: NightOptions = { goals: { first: PLAIN, second: PLAIN } };
const ONE_DONE = { drafts: 1, items: Object.keys(QUEUE_FILES) };
const TWO_DONE = { drafts: 2, items: ['window', 'window'] };

/** How a wake ends that came too late or too early: none of these is a failure. */
const PLANNED = ['worked', 'held_by_another_wake', 'nothing_due', 'waiting_for_draft'];

function isFailure({ result }: NightWake): boolean {
  return !PLANNED.includes(result.ending);
}

/** How many steps a wake takes when nobody disturbs it. */
async function stepsOf(options: NightOptions): Promise<number> {
  const night = await Night.begin(options);
  const steps: string[] = [];
  await night.wake({ change: (world) => stepped(world, async (call) => void steps.push(call)) });
  return steps.length;
}

/** Every lease that was ever given, as its epoch. */
function epochs(night: Night): readonly unknown[] {
  return night.log().flatMap((line) => (line.event === 'lease_taken' ? [line.data?.['epoch']] : []));
}

function range(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

describe('I1: a whole other wake between any two steps', () => {
  test('on the same goal, the work is done once and by one of them', async () => {
    for (const n of range(await stepsOf(ONE))) {
      const night = await Night.begin(ONE);
      const wakes: NightWake[] = [];
      const act = async (): Promise<void> => void wakes.push(await night.wake({ id: 'other' }));
      wakes.push(await night.wake({ id: 'one', change: (world) => stepped(world, beforeStep(n, act)) }));
      expect(wakes.filter(isFailure), `step ${n}`).toEqual([]);
      expect(
        wakes.filter(({ result }) => result.ending === 'worked'),
        `step ${n}`,
      ).toHaveLength(1);
      expect(epochs(night), `step ${n}`).toEqual([1]);
      expect(night.state().lock.epoch).toBe(1);
      checkEnd(night, ONE_DONE);
    }
  });

  test('on two goals, both are done and neither wake gives up', async () => {
    for (const n of range(await stepsOf(TWO))) {
      const night = await Night.begin(TWO);
      const wakes: NightWake[] = [];
      const act = async (): Promise<void> => void wakes.push(await night.wake({ id: 'other' }));
      wakes.push(await night.wake({ id: 'one', change: (world) => stepped(world, beforeStep(n, act)) }));
      expect(wakes.filter(isFailure), `step ${n}`).toEqual([]);
      expect(epochs(night), `step ${n}`).toEqual([1, 2]);
      checkEnd(night, TWO_DONE);
    }
  });

  test('on a goal of its own, a person’s wake costs the other one nothing', async () => {
    for (const n of range(await stepsOf(TWO))) {
      const night = await Night.begin(TWO);
      const act = async (): Promise<void> => {
        await night.wake({ id: 'other', trigger: { kind: 'person', goals: ['second'] } });
      };
      const { result } = await night.wake({
        id: 'one',
        change: (world) => stepped(world, beforeStep(n, act)),
      });
      expect(result.goals.filter((goal) => goal.goal === 'first').map((goal) => goal.ending)).toEqual([
        'worked',
      ]);
      expect(night.state().lock.leases).toEqual({});
    }
  });
});

describe('I1, I4: wakes whose steps alternate in any order', () => {
  const order = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 80, size: 'max' });

  test('three on one goal: one lease, one draft, every item once', async () => {
    await fc.assert(
      fc.asyncProperty(order, async (turns) => {
        const night = await Night.begin(ONE);
        const play = new Interleaving(3, turns);
        const ended = await play.play(
          [0, 1, 2].map((n) => night.wake({ id: `wake-${n}`, change: play.change(n) })),
        );
        expect(ended.filter(({ result }) => result.ending === 'worked')).toHaveLength(1);
        expect(ended.filter(isFailure)).toEqual([]);
        expect(epochs(night)).toEqual([1]);
        checkEnd(night, ONE_DONE);
      }),
      { numRuns: 60 },
    );
  });

  test('three on two goals: both are done, none gives up, epochs are exact', async () => {
    await fc.assert(
      fc.asyncProperty(order, async (turns) => {
        const night = await Night.begin(TWO);
        const play = new Interleaving(3, turns);
        const ended = await play.play(
          [0, 1, 2].map((n) => night.wake({ id: `wake-${n}`, change: play.change(n) })),
        );
        expect(ended.filter(isFailure)).toEqual([]);
        expect(epochs(night)).toEqual([1, 2]);
        expect(night.state().lock.epoch).toBe(2);
        checkEnd(night, TWO_DONE);
      }),
      { numRuns: 60 },
    );
  });
});
