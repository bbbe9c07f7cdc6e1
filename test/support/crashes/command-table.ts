import { afterAll, describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { CommandAnswer, ControlContext } from '../../../src/oversight/command-context.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import { Killed } from '../../../src/simulation/world/memory-remote.ts';
import { Night, type NightOptions, type NightWake } from '../memory/night.ts';
import { diligent } from '../memory/test-model.ts';
import { EVERY_SIX_HOURS } from './crash-table.ts';
import { type Boundary, boundariesOf, FaultyWorld } from './faulty-world.ts';
import { checkEnd, checkLines, checkRequests, checkSlots, type NightEnd } from './night-checks.ts';

/** Where a person gives commands. */
export interface Desk {
  readonly night: Night;
  readonly control: MemoryControl;
}

/** One command of a person, which is disturbed at each of its boundaries. */
export interface CommandScenario extends NightEnd {
  readonly name: string;
  readonly night: NightOptions;
  /** What happened before the command. */
  readonly prepare?: (desk: Desk) => Promise<unknown>;
  readonly command: (place: ControlContext) => Promise<CommandAnswer>;
  /** Given while a wake asks its model for the first time. */
  readonly underWake?: true;
  /** What is true once it is done, whatever else happened: throws where it is not. */
  readonly done: (desk: Desk) => void;
  /** Whether an answer claims more than is true: throws where it does. */
  readonly claims?: (answer: CommandAnswer, desk: Desk) => void;
  /** What persons do next, before the wakes that follow. `first`: what the disturbed command said; null: nothing. */
  readonly next?: (desk: Desk, first: CommandAnswer | null) => Promise<unknown>;
  /** What else stands in the end. */
  readonly end?: (desk: Desk) => void;
}

const WAKES_AFTER = 4;
const HALF_HOUR = 1_800_000;
/** Until a person gives the same command again. */
const A_WHILE = 60_000;

/** The whole table of these commands, as tests; the count is printed. */
export function disturbCommands(scenarios: readonly CommandScenario[]): void {
  let count = 0;
  const named = scenarios.map((scenario) => [scenario.name, scenario] as const);
  describe.each(named)('I11, I12, I16: %s, disturbed', (_, scenario) => {
    test('at every push, look and request is done or not, says no more than that, and can be given again', async () => {
      const prepared = await prepare(scenario);
      const boundaries = await boundariesIn(scenario, prepared);
      count += boundaries.length;
      const failed: string[] = [];
      for (const boundary of boundaries) {
        await disturb(scenario, prepared, boundary).catch((reason: unknown) => {
          failed.push(`${boundary.step} ${boundary.n} ${boundary.fault}: ${String(reason)}`);
        });
      }
      expect(boundaries.length).toBeGreaterThan(0);
      expect(failed).toEqual([]);
    }, 120_000);
  });
  afterAll(() => console.log(`${scenarios.length} commands, ${count} times disturbed.`));
}

async function boundariesIn(scenario: CommandScenario, prepared: Desk): Promise<readonly Boundary[]> {
  const desk = copyOf(prepared);
  const world = new FaultyWorld(desk.night.clock, null);
  const { told } = await give(scenario, desk, world);
  expect(told?.isDone, told?.detail).toBe(true);
  scenario.done(desk);
  return boundariesOf(world.seen);
}

/** Disturbs the command, gives it again where it did not say that it is done, and lets wakes follow. */
async function disturb(scenario: CommandScenario, prepared: Desk, boundary: Boundary): Promise<void> {
  const desk = copyOf(prepared);
  const first = await give(scenario, desk, new FaultyWorld(desk.night.clock, boundary));
  if (first.told !== null) scenario.claims?.(first.told, desk);
  const isDone = first.told?.isDone === true && !hasLeft(first.told);
  desk.night.clock.advance(A_WHILE);
  if (!isDone) await scenario.command(placeOf(desk)).then((told) => scenario.claims?.(told, desk));
  scenario.done(desk);
  await scenario.next?.(desk, first.told);
  const wakes = [...first.wakes, ...(await laterWakes(desk.night))];
  checkEnd(desk.night, scenario);
  checkRequests(desk.night);
  checkLines(desk.night, wakes);
  checkSlots(desk.night, EVERY_SIX_HOURS);
  scenario.end?.(desk);
}

function hasLeft({ parts }: CommandAnswer): boolean {
  return parts?.some(({ outcome }) => outcome === 'left' || outcome === 'unseen') ?? false;
}

/** What comes before the command. It is played once; each disturbance begins with a copy. */
async function prepare(scenario: CommandScenario): Promise<Desk> {
  const desk = { night: await Night.begin(scenario.night), control: new MemoryControl() };
  await scenario.prepare?.(desk);
  return desk;
}

function copyOf({ night, control }: Desk): Desk {
  return { night: night.copy(), control: control.copy() };
}

interface Given {
  /** Null: it died, or failed with a sentence. */
  readonly told: CommandAnswer | null;
  readonly wakes: readonly NightWake[];
}

async function give(scenario: CommandScenario, desk: Desk, world: FaultyWorld): Promise<Given> {
  const place = world.access(placeOf(desk));
  if (scenario.underWake !== true) return { told: await answerOf(scenario.command(place)), wakes: [] };
  let told: Promise<CommandAnswer | null> | null = null;
  const provider = modelOf(diligent, () => desk.night.clock.advance(16_000));
  const wake = await desk.night.wake({
    id: 'disturbed-by-a-person',
    model: {
      ...provider,
      open: async (settings) => {
        const model = await provider.open(settings);
        return {
          ask: async (question, signal) => {
            told ??= answerOf(scenario.command(place));
            await told;
            return model.ask(question, signal);
          },
        };
      },
    },
  });
  return { told: await told, wakes: [wake] };
}

async function answerOf(command: Promise<CommandAnswer>): Promise<CommandAnswer | null> {
  return command.catch((reason: unknown) => {
    if (reason instanceof Killed || reason instanceof Halt) return null;
    throw reason;
  });
}

let nonces = 0;

/** Ids of requests hold the beginning of a nonce, so that differs. */
export function placeOf({ night, control }: Desk): ControlContext {
  const place = night.byHand();
  nonces += 1;
  let n = 0;
  const nonce = (): string => {
    n += 1;
    return `${nonces.toString(16).padStart(12, 'e')}${n.toString(16).padStart(20, '0')}`;
  };
  const world = { ...place.world, random: { ...place.world.random, nonce } };
  return { ...place, world, access: { kind: 'open', control, address: null, stopValue: null } };
}

async function laterWakes(night: Night): Promise<readonly NightWake[]> {
  const wakes: NightWake[] = [];
  for (let n = 1; n <= WAKES_AFTER; n++) {
    night.clock.advance(HALF_HOUR);
    const model = modelOf(diligent, () => night.clock.advance(1_000));
    const wake = await night.wake({ id: `after-${n}`, model });
    wakes.push(wake);
    if (wake.result.goals.length === 0) break;
  }
  return wakes;
}
