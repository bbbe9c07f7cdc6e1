import { afterAll, describe, expect, test } from 'vitest';
import type { Schedule } from '../../../src/core/goal.ts';
import type { ModelProvider, World } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, type NightOptions, type NightWake, type WakeOptions } from '../memory/night.ts';
import { diligent } from '../memory/test-model.ts';
import { type Boundary, boundariesOf, FaultyWorld } from './faulty-world.ts';
import {
  checkEnd,
  checkLines,
  checkRequests,
  checkSlots,
  checkTakeOver,
  leaseHolder,
  type NightEnd,
  spentIn,
} from './night-checks.ts';

export type { Boundary } from './faulty-world.ts';
export { checkEnd } from './night-checks.ts';

/** One scenario of the table: what the repository holds, and what one undisturbed wake makes of it. */
export interface Scenario extends NightEnd {
  readonly name: string;
  readonly night: NightOptions;
  /** How the disturbed wake is started; those after it are plain ticks. */
  readonly wake?: Omit<WakeOptions, 'id' | 'model' | 'change' | 'cancel'>;
  /** Of every wake; the usual one writes a line and finishes. */
  readonly behave?: Behaviour;
  /** What happened before the disturbed wake. */
  readonly prepare?: (night: Night) => Promise<unknown>;
  /** What others do during the disturbed wake, before its n-th question to the model is answered, from 1. */
  readonly meanwhile?: (happening: Meanwhile) => Promise<unknown>;
  /** What persons do before each later wake. */
  readonly between?: (night: Night) => Promise<unknown>;
  /** Until each later wake, ms; half an hour unless given. */
  readonly pause?: number;
  /** What else stands in the end, however the wake was disturbed. */
  readonly end?: (night: Night) => void;
}

export interface Meanwhile {
  readonly night: Night;
  /** From 1. */
  readonly question: number;
  /** Cancels the run. */
  readonly cancel: () => void;
}

/** Wakes that the next ones may need at most to bring everything to its end. */
const WAKES_AFTER = 4;
const HALF_HOUR = 1_800_000;
/** That of all goals in the table. */
export const EVERY_SIX_HOURS: Schedule = {
  kind: 'every',
  minutes: 360,
  catchUp: 'once',
  catchUpWindowMinutes: 1440,
};

/** The whole table of these scenarios, as tests; the count is printed. */
export function disturbEverywhere(scenarios: readonly Scenario[]): void {
  let count = 0;
  const named = scenarios.map((scenario) => [scenario.name, scenario] as const);
  describe.each(named)('I1 to I8, I14 to I16: %s, disturbed', (_, scenario) => {
    test('at every push, look, request and question ends as if nothing had happened', async () => {
      const prepared = await prepare(scenario);
      const boundaries = await boundariesIn(scenario, prepared);
      count += boundaries.length;
      const failed: string[] = [];
      const good = new Set<string>();
      for (const boundary of boundaries) {
        await disturb(scenario, { prepared, good }, [boundary]).catch((reason: unknown) => {
          failed.push(`${boundary.step} ${boundary.n} ${boundary.fault}: ${String(reason)}`);
        });
      }
      expect(failed).toEqual([]);
    }, 120_000);
  });
  afterAll(() => console.log(`${scenarios.length} scenarios, ${count} disturbed wakes.`));
}

/** Pushes whose answer does not come, each with each look that is not answered either. */
export function disturbTwice(scenarios: readonly Scenario[]): void {
  const named = scenarios.map((scenario) => [scenario.name, scenario] as const);
  test.each(named)(
    'I14: %s, with an unanswered push and an unanswered look',
    async (_, scenario) => {
      const prepared = await prepare(scenario);
      const all = (await boundariesIn(scenario, prepared)).filter(({ fault }) => !fault.startsWith('crash'));
      const pushes = all.filter(({ step, fault }) => step === 'push' && fault !== 'error');
      const looks = all.filter(({ step }) => step === 'look');
      const failed: string[] = [];
      const good = new Set<string>();
      for (const pair of pushes.flatMap((push) => looks.map((look) => [push, look]))) {
        await disturb(scenario, { prepared, good }, pair).catch((reason: unknown) => {
          failed.push(
            `${pair.map(({ step, n, fault }) => `${step} ${n} ${fault}`).join(', ')}: ${String(reason)}`,
          );
        });
      }
      expect(pushes.length * looks.length).toBeGreaterThan(0);
      expect(failed).toEqual([]);
    },
    120_000,
  );
}

/** Every boundary of the undisturbed wake, with everything that can go wrong there. */
async function boundariesIn(scenario: Scenario, prepared: Night): Promise<readonly Boundary[]> {
  const play = begin(scenario, prepared);
  const world = new FaultyWorld(play.night.clock, null);
  await disturbedWake(play, world);
  return boundariesOf(world.seen);
}

function range(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

/** Where a scenario stands before its disturbed wake. */
export interface Beginning {
  readonly prepared: Night;
  /** What disturbed wakes left behind that came to a good end. Another wake that leaves the very same is not played on. */
  readonly good: Set<string>;
}

/** Disturbs one wake at these boundaries, lets the next ones go on, and checks what must hold whatever happened. */
export async function disturb(
  scenario: Scenario,
  { prepared, good }: Beginning,
  boundaries: readonly Boundary[],
): Promise<void> {
  const play = begin(scenario, prepared);
  const { night, spentBefore } = play;
  const worlds = boundaries.map((boundary) => new FaultyWorld(night.clock, boundary));
  const change = (world: World) => worlds.reduce((changed, faulty) => faulty.change(changed), world);
  const first = await disturbedWake(play, { change });
  night.github.finished.add(first.id);
  // The rule that was in the way is gone, and GitHub shows that.
  if (boundaries.some(({ fault }) => fault === 'refused')) night.github.rules = '["none"]';
  const heldAtDeath = leaseHolder(night);
  const isInTheMiddle = boundaries.some(({ step, fault }) => step === 'model' && fault.startsWith('crash'));
  if (isInTheMiddle) expect(heldAtDeath, 'it died in the middle of its work').toBe(first.id);
  const left = JSON.stringify([night.facts(), heldAtDeath, play.served, first.lines]);
  if (good.has(left)) return;
  const wakes = [first, ...(await laterWakes(play))];
  checkEnd(night, scenario);
  scenario.end?.(night);
  checkRequests(night);
  checkTakeOver(night, { heldAtDeath, dead: first.id });
  checkLines(night, wakes);
  checkSlots(night, EVERY_SIX_HOURS);
  expect(spentIn(night) - spentBefore, 'all that was asked is paid for').toBeGreaterThanOrEqual(play.served);
  good.add(left);
}

interface Play {
  readonly scenario: Scenario;
  readonly night: Night;
  readonly spentBefore: number;
  readonly cancel: AbortController;
  /** Tokens that the model has used since. */
  served: number;
}

/** What comes before the disturbed wake. It is played once; each disturbance begins with a copy. */
export async function prepare(scenario: Scenario): Promise<Night> {
  const night = await Night.begin(scenario.night);
  await scenario.prepare?.(night);
  return night;
}

function begin(scenario: Scenario, prepared: Night): Play {
  const night = prepared.copy();
  return { scenario, night, spentBefore: spentIn(night), cancel: new AbortController(), served: 0 };
}

function disturbedWake(play: Play, world: Pick<FaultyWorld, 'change'>): Promise<NightWake> {
  const { scenario, night } = play;
  const { signal } = play.cancel;
  const model = modelFor(play, scenario.meanwhile ?? (async () => {}));
  return night.wake({ ...scenario.wake, id: 'disturbed', model, change: world.change, cancel: signal });
}

async function laterWakes(play: Play): Promise<readonly NightWake[]> {
  const { scenario, night } = play;
  const wakes: NightWake[] = [];
  for (const n of range(WAKES_AFTER)) {
    night.clock.advance(scenario.pause ?? HALF_HOUR);
    await scenario.between?.(night);
    const wake = await night.wake({ id: `after-${n}`, model: modelFor(play, async () => {}) });
    wakes.push(wake);
    if (wake.result.goals.length === 0) break;
  }
  return wakes;
}

/** Answers after a second. What it has used is counted, whether or not its answer arrives. */
function modelFor(play: Play, meanwhile: NonNullable<Scenario['meanwhile']>): ModelProvider {
  const { scenario, night } = play;
  const provider = modelOf(scenario.behave ?? diligent, () => night.clock.advance(1_000));
  let questions = 0;
  return {
    ...provider,
    open: async (settings) => {
      const model = await provider.open(settings);
      return {
        ask: async (question, signal) => {
          questions += 1;
          await meanwhile({ night, question: questions, cancel: () => play.cancel.abort() });
          const answer = await model.ask(question, signal);
          play.served += (answer.usage?.tokensIn ?? 0) + (answer.usage?.tokensOut ?? 0);
          return answer;
        },
      };
    },
  };
}
