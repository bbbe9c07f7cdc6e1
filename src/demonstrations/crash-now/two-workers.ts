import { takeRequest } from '../../oversight/inbox.ts';
import type { ShownEntry } from '../../pages/shown-entry.ts';
import type { CallPlan, Network } from '../../simulation/runners/network.ts';
import { Runner } from '../../simulation/runners/runner.ts';
import { RandomStream } from '../../simulation/time/random-stream.ts';
import type { Settle, VirtualTime } from '../../simulation/time/virtual-time.ts';
import { BY_SCHEDULE, Engine } from '../engine/engine.ts';
import { shipOrders } from './naive-worker.ts';
import { SHIP_GOAL } from './ship-goal.ts';
import { CALLS_PER_ORDER, labelPath, shippingModel } from './shipping-model.ts';

export type OrderFate = 'waiting' | 'done' | 'twice' | 'stuck' | 'lost';

export interface ShownOrder {
  readonly order: string;
  readonly fate: OrderFate;
  /** How often it was shipped. */
  readonly times: number;
}

/** Of GitHub's schedule, ms. */
const TICK = 5 * 60_000;
/** How long one order takes on either side, ms. */
const ORDER_MS = 24_000;
const POISONED = '05';
const FIRST_ORDERS = 9;
const MORE_ORDERS = 3;
const MOST_ORDERS = 30;
const MISSED_TICKS = 3;
const NEVER = new AbortController().signal;

/** A worker without lock and progress, beside the engine, on the same orders and under the same mishaps. */
export class TwoWorkers {
  readonly engine: Engine;
  readonly orders: string[];
  readonly naiveLines: ShownEntry[] = [];
  /** Ticks that are still to be missed. */
  missing = 0;
  readonly #naive = { progress: 0, shipped: new Map<string, number>() };
  readonly #runners: Runner[] = [];
  readonly #random: RandomStream;
  readonly #isPoisoned: (order: string) => boolean;

  static async begin(seed: number, settle: Settle, hasPoison: boolean): Promise<TwoWorkers> {
    const orders = Array.from({ length: FIRST_ORDERS }, (_, n) => orderName(n + 1));
    const isPoisoned = (order: string): boolean => hasPoison && order === POISONED;
    const files = { 'goals/ship.yml': SHIP_GOAL, ...filesOf(orders) };
    const options = { seed, settle, files, model: shippingModel(isPoisoned), network: slowModel(seed) };
    return new TwoWorkers(await Engine.begin(options), { orders, isPoisoned, seed });
  }

  private constructor(
    engine: Engine,
    facts: {
      readonly orders: string[];
      readonly isPoisoned: (order: string) => boolean;
      readonly seed: number;
    },
  ) {
    this.engine = engine;
    this.orders = facts.orders;
    this.#isPoisoned = facts.isPoisoned;
    this.#random = new RandomStream(facts.seed, 'person');
    engine.world.time.after(1_000, () => this.#tick());
    engine.tickEvery(TICK, () => this.#tick());
    engine.tickEvery(2 * TICK, () => void this.#receive());
  }

  get time(): VirtualTime {
    return this.engine.world.time;
  }

  get changes(): number {
    return this.engine.changes;
  }

  /** Ends both processes at this very moment. */
  crash(): void {
    for (const runner of this.#alive()) {
      runner.kill();
      this.#say('error', `${runner.id} was killed.`);
    }
    for (const run of this.engine.running) this.engine.kill(run);
  }

  /** Starts one more on each side. */
  startAnother(): void {
    this.#startNaive();
    this.engine.start(BY_SCHEDULE);
  }

  missTicks(): void {
    this.missing = MISSED_TICKS;
    this.engine.changes += 1;
  }

  /** A person asks for the work now: the holder makes room. */
  async runForPerson(): Promise<void> {
    this.#startNaive();
    const request = { kind: 'run', goal: 'ship', by: 'you', reason: 'I want it now' } as const;
    const asked = takeRequest(this.engine.world.person(this.#random), request);
    void asked.then(() => this.engine.start({ kind: 'person', by: 'you', reason: 'a request', goals: [] }));
  }

  get working(): { readonly naive: number; readonly engine: number } {
    return { naive: this.#alive().length, engine: this.engine.running.length };
  }

  get naiveOrders(): readonly ShownOrder[] {
    const { progress, shipped } = this.#naive;
    return this.orders.map((order, n) => {
      const times = shipped.get(order) ?? 0;
      return { order, times, fate: fateOf(times, { isStuck: false, isNoted: n < progress }) };
    });
  }

  /** What the branch of the draft really holds: how many of its commits have written each label. */
  get engineOrders(): readonly ShownOrder[] {
    const times = this.#labelCommits();
    const items = this.engine.state?.checkpoints['ship']?.items ?? {};
    const noted = (order: string, wanted: 'stuck' | 'done'): boolean =>
      Object.entries(items).some(
        ([key, { status }]) => status === wanted && key.includes(`orders/${order}.txt`),
      );
    return this.orders.map((order) => {
      const count = times.get(order) ?? 0;
      return {
        order,
        times: count,
        fate: fateOf(count, { isStuck: noted(order, 'stuck'), isNoted: noted(order, 'done') }),
      };
    });
  }

  #labelCommits(): ReadonlyMap<string, number> {
    const { remote } = this.engine.world;
    const times = new Map<string, number>();
    for (const [name, tip] of remote.branches) {
      if (!name.startsWith('wakeful/ship')) continue;
      for (let at = remote.commits.get(tip); at !== undefined; at = remote.commits.get(at.parents[0] ?? '')) {
        const parent = remote.commits.get(at.parents[0] ?? '')?.tree;
        for (const order of this.orders) {
          const file = at.tree.get(labelPath(order));
          if (file !== undefined && file.bytes !== parent?.get(labelPath(order))?.bytes)
            times.set(order, (times.get(order) ?? 0) + 1);
        }
      }
    }
    return times;
  }

  #tick(): void {
    this.engine.changes += 1;
    if (this.missing > 0) {
      this.missing -= 1;
      this.#say('warn', 'The schedule did not start anything.');
      return;
    }
    this.#startNaive();
    this.engine.start(BY_SCHEDULE);
  }

  async #receive(): Promise<void> {
    if (this.orders.length >= MOST_ORDERS) return;
    const more = Array.from({ length: MORE_ORDERS }, (_, n) => orderName(this.orders.length + n + 1));
    this.orders.push(...more);
    await this.engine.world.commit(filesOf(more), 'new orders');
  }

  #startNaive(): void {
    const runner = new Runner(`worker ${this.#runners.length + 1}`, this.time);
    this.#runners.push(runner);
    const { orders } = this;
    if (this.#naive.progress >= orders.length) {
      runner.end();
      return;
    }
    this.#say('info', `${runner.id} starts at order ${orders[this.#naive.progress]}.`);
    const naive = this.#naive;
    const around = {
      queue: orders,
      get progress() {
        return naive.progress;
      },
      set progress(at: number) {
        naive.progress = at;
      },
      ship: (order: string) => this.#ship(runner, order),
    };
    const ended = shipOrders(around).then(
      () => this.#say('info', `${runner.id} is done.`),
      (error: Error) => this.#say('error', `${runner.id} died of an error: ${error.message}`),
    );
    void ended.then(() => runner.end());
  }

  async #ship(runner: Runner, order: string): Promise<void> {
    await runner.clock().sleep(ORDER_MS, NEVER);
    if (this.#isPoisoned(order)) throw new Error(`Order ${order} is poisoned.`);
    const times = (this.#naive.shipped.get(order) ?? 0) + 1;
    this.#naive.shipped.set(order, times);
    if (times === 1) this.#say('info', `${runner.id} shipped order ${order}.`);
    else this.#say('error', `${runner.id} shipped order ${order} again.`);
  }

  #alive(): readonly Runner[] {
    return this.#runners.filter(({ state }) => state === 'running');
  }

  #say(level: ShownEntry['level'], text: string): void {
    const key = this.naiveLines.length;
    this.naiveLines.push({
      key,
      at: this.time.now(),
      level,
      text: text.charAt(0).toUpperCase() + text.slice(1),
    });
    this.engine.changes += 1;
  }
}

function orderName(n: number): string {
  return String(n).padStart(2, '0');
}

function filesOf(orders: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(orders.map((order) => [`orders/${order}.txt`, `Order ${order}\n`]));
}

/** `isNoted`: whoever works on the orders holds this one for done, and will not come back to it. */
function fateOf(
  times: number,
  { isStuck, isNoted }: { readonly isStuck: boolean; readonly isNoted: boolean },
): OrderFate {
  if (times > 1) return 'twice';
  if (times === 1) return 'done';
  if (isNoted) return 'lost';
  return isStuck ? 'stuck' : 'waiting';
}

/** The answers of the model take the time of an order; everything else is quick. */
function slowModel(seed: number): Network {
  const random = new RandomStream(seed, 'network');
  return {
    plan: ({ kind }): CallPlan => {
      const ms = kind === 'model' ? ORDER_MS / CALLS_PER_ORDER : random.integer(150, 450);
      return { there: ms / 2, back: ms / 2, fault: null, runner: null };
    },
  };
}
