import type {
  Clock,
  GitHub,
  Issues,
  ModelProvider,
  StateStore,
  Workspace,
  World,
} from '../../../src/ports.ts';

/** Told before a call leaves the process; it goes on when the promise is settled. */
export type Before = (call: string) => Promise<void>;

/** The world with something to happen before each of its steps: calls of the remote, of GitHub and of the model. */
export function stepped(world: World, before: Before): World {
  return {
    ...world,
    state: gated<StateStore>('state', world.state, before),
    workspace: gated<Workspace>('workspace', world.workspace, before),
    github: gated<GitHub>('github', world.github, before),
    issues: gated<Issues>('issues', world.issues, before),
    model: gatedModel(world.model, before),
  };
}

function gated<Port extends object>(name: string, port: Port, before: Before): Port {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return async (...inputs: readonly unknown[]) => {
        await before(`${name}.${String(key)}`);
        return Reflect.apply(member, target, inputs);
      };
    },
  });
}

function gatedModel(provider: ModelProvider, before: Before): ModelProvider {
  return {
    ...provider,
    open: async (settings) => {
      const model = await provider.open(settings);
      return {
        ask: async (question, signal) => {
          await before('model.ask');
          return model.ask(question, signal);
        },
      };
    },
  };
}

/** Does something once, before the n-th step, from 1. */
export function beforeStep(n: number, act: (call: string) => Promise<void>): Before {
  let step = 0;
  return async (call) => {
    step += 1;
    if (step === n) await act(call);
  };
}

/** Stops a wake as SIGSTOP does: no step is taken and no timer fires until it is thawed. */
export class Freezer {
  readonly #at: (call: string, step: number) => boolean;
  #steps = 0;
  #isFrozen = false;
  #thaw: () => void = () => {};
  #missed: (() => void)[] = [];
  #reached: () => void = () => {};
  /** Settled when the wake stands still. */
  readonly frozen: Promise<void>;
  /** The call before which it stands; null: it never came to it. */
  call: string | null = null;
  /** What it did after it was thawed, the call that was on its way included. */
  readonly after: string[] = [];

  constructor(at: (call: string, step: number) => boolean) {
    this.#at = at;
    this.frozen = new Promise((resolve) => {
      this.#reached = resolve;
    });
  }

  change = (world: World): World => ({
    ...stepped(world, (call) => this.#before(call)),
    clock: this.#clock(world.clock),
  });

  thaw(): void {
    this.#isFrozen = false;
    for (const action of this.#missed.splice(0)) action();
    this.#thaw();
  }

  async #before(call: string): Promise<void> {
    this.#steps += 1;
    if (this.call !== null) {
      if (this.#isFrozen) await new Promise<void>((resolve) => this.#alsoOnThaw(resolve));
      this.after.push(call);
      return;
    }
    if (!this.#at(call, this.#steps)) return;
    this.call = call;
    this.#isFrozen = true;
    const thawed = new Promise<void>((resolve) => this.#alsoOnThaw(resolve));
    this.#reached();
    await thawed;
    this.after.push(call);
  }

  #alsoOnThaw(resolve: () => void): void {
    const thaw = this.#thaw;
    this.#thaw = () => {
      thaw();
      resolve();
    };
  }

  #clock(clock: Clock): Clock {
    return {
      now: () => clock.now(),
      monotonic: () => clock.monotonic(),
      sleep: (ms, signal) => clock.sleep(ms, signal),
      every: (ms, action) =>
        clock.every(ms, () => {
          if (this.#isFrozen) this.#missed.push(action);
          else action();
        }),
    };
  }
}

interface Turn {
  readonly wake: number;
  readonly go: () => void;
}

/** Lets several wakes take their steps in an order that is given: which wake goes next, as often as anyone waits. */
export class Interleaving {
  readonly #order: readonly number[];
  #waiting: Turn[] = [];
  #running: number;

  /** `order`: read from its start again when it is used up. */
  constructor(wakes: number, order: readonly number[]) {
    this.#running = wakes;
    this.#order = order;
  }

  change(wake: number): (world: World) => World {
    return (world) =>
      stepped(world, () => new Promise((go) => this.#waiting.push({ wake, go: () => go(undefined) })));
  }

  /** Plays until all of them have ended. */
  async play<T>(wakes: readonly Promise<T>[]): Promise<readonly T[]> {
    const ended = (): void => {
      this.#running -= 1;
    };
    const all = Promise.all(wakes.map((wake) => wake.finally(ended)));
    for (let n = 0; this.#running > 0; n++) {
      await this.#settled();
      const wanted = this.#order[n % this.#order.length] ?? 0;
      const index = Math.max(
        0,
        this.#waiting.findIndex((turn) => turn.wake === wanted % wakes.length),
      );
      for (const turn of this.#waiting.splice(index, 1)) turn.go();
    }
    return all;
  }

  /** Everybody who still runs stands before a step, or sleeps. */
  async #settled(): Promise<void> {
    for (let n = 0; n < 20; n++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (new Set(this.#waiting.map((turn) => turn.wake)).size >= this.#running) return;
    }
  }
}
