import { reliableNetwork } from '../../simulation/runners/network.ts';
import { Runner } from '../../simulation/runners/runner.ts';
import type { Settle, VirtualTime } from '../../simulation/time/virtual-time.ts';
import { BY_SCHEDULE, Engine } from '../engine/engine.ts';
import { refine } from './plain-loop.ts';
import { type RefineLimits, refineGoal, WATCH_OFF } from './refine-goal.ts';
import {
  FIRST_TEXT,
  type Habit,
  PRICE,
  restlessModel,
  restlessText,
  TEXT_FILE,
  USD_PER_CALL,
} from './restless-model.ts';

/** One call of the model, ms. */
const CALL_MS = 4_000;
const TICK = 30 * 60_000;
const NEVER = new AbortController().signal;

const SETTINGS = `models:
  default:
    model: restless
    max_output_tokens: 1000
    price: {in: ${PRICE.in}, out: ${PRICE.out}}
budget: {tokens_per_day: 1000000, tokens_per_month: 5000000}
bounds: {tokens_per_day: 1000000, repeats: ${WATCH_OFF}}
`;

export interface RefinementOptions {
  readonly seed: number;
  readonly settle: Settle;
  readonly habit: Habit;
  readonly limits: RefineLimits;
}

export interface Spent {
  readonly calls: number;
  readonly edits: number;
  readonly usd: number;
  /** Since it began, ms. */
  readonly ms: number;
  readonly isRunning: boolean;
}

/** A loop without limits beside the engine, with a model that never finds its text finished. */
export class TwoRefiners {
  readonly engine: Engine;
  /** What the loop has made of the text. */
  text = FIRST_TEXT;
  readonly #began: number;
  readonly #counts: { calls: number; edits: number };
  #loopCalls = 0;

  static async begin(options: RefinementOptions): Promise<TwoRefiners> {
    const { seed, settle, habit, limits } = options;
    const counts = { calls: 0, edits: 0 };
    const model = restlessModel(habit, () => {
      counts.edits += 1;
    });
    const files = {
      'goals/refine.yml': refineGoal(limits),
      '.github/wakeful.yml': SETTINGS,
      [TEXT_FILE]: FIRST_TEXT,
    };
    const network = reliableNetwork(CALL_MS);
    const quick = reliableNetwork(200);
    const plan = (call: Parameters<typeof network.plan>[0]) =>
      (call.kind === 'model' ? network : quick).plan(call);
    const engine = await Engine.begin({ seed, settle, files, model, network: { plan } });
    return new TwoRefiners(engine, counts, habit);
  }

  private constructor(engine: Engine, counts: { calls: number; edits: number }, habit: Habit) {
    this.engine = engine;
    this.#counts = counts;
    this.#began = engine.world.time.now();
    engine.world.watch((event) => {
      if (event.kind === 'arrived' && event.call.kind === 'model') counts.calls += 1;
    });
    engine.world.time.after(500, () => engine.start(BY_SCHEDULE));
    engine.tickEvery(TICK, () => engine.start(BY_SCHEDULE));
    void this.#loop(habit);
  }

  get time(): VirtualTime {
    return this.engine.world.time;
  }

  get changes(): number {
    return this.engine.changes;
  }

  get loopSpent(): Spent {
    const calls = this.#loopCalls;
    const ms = this.time.now() - this.#began;
    return { calls, edits: calls, usd: calls * USD_PER_CALL, ms, isRunning: true };
  }

  get engineSpent(): Spent {
    const { calls, edits } = this.#counts;
    const lines = this.engine.lines.map(({ ts }) => Date.parse(ts));
    const isRunning = this.engine.running.length > 0;
    const ms = (isRunning ? this.time.now() : Math.max(this.#began, ...lines)) - this.#began;
    return { calls, edits, usd: calls * USD_PER_CALL, ms, isRunning };
  }

  /** What is committed about the task: why it stopped. Null: nothing yet. */
  get record(): string | null {
    const items = Object.values(this.engine.state?.checkpoints['refine']?.items ?? {});
    const [item] = items;
    if (item === undefined || item.ending === null) return null;
    const { status, attempts, ending, detail, spent } = item;
    return JSON.stringify({ status, attempts, ending, detail, spent }, null, 2);
  }

  async #loop(habit: Habit): Promise<void> {
    const runner = new Runner('the loop', this.time);
    await refine(FIRST_TEXT, async () => {
      await runner.clock().sleep(CALL_MS, NEVER);
      this.#loopCalls += 1;
      this.text = restlessText(habit, this.#loopCalls);
      this.engine.changes += 1;
      return this.text;
    });
  }
}
