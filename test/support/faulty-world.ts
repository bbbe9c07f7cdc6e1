import { Halt } from '../../src/core/ending.ts';
import type { Answer, PushOutcome, RefUpdate, World } from '../../src/ports.ts';
import type { ManualClock } from './manual-clock.ts';
import { Killed, refused } from './memory-remote.ts';

/** What a wake reaches outside its process: a push, anything else asked of the remote, a request to GitHub, the model. */
export type Door = 'push' | 'fetch' | 'call' | 'model';

/**
 * `crash_*`: the process is gone before or after it reached the other side. `error`: refused, nothing was done.
 * `timeout`: it hangs, nothing was done; `late`: it was done, and its answer hangs. `lost_answer`: it was done, and the
 * connection breaks at once. `refused`: a rule or a permission is in the way.
 */
export type Fault = 'crash_before' | 'crash_after' | 'error' | 'timeout' | 'late' | 'lost_answer' | 'refused';

/** One moment at which something goes wrong. */
export interface Boundary {
  readonly door: Door;
  /** From 1, counted over the disturbed wake. */
  readonly n: number;
  readonly fault: Fault;
}

/** Everything that can go wrong at a door and that a wake has to live with. A look changes nothing, so it has fewer. */
export const FAULTS: Readonly<Record<Door, readonly Fault[]>> = {
  push: ['crash_before', 'crash_after', 'error', 'timeout', 'late', 'lost_answer'],
  fetch: ['crash_before', 'error', 'timeout'],
  call: ['crash_before', 'crash_after', 'error', 'timeout', 'late', 'lost_answer'],
  model: ['crash_before', 'crash_after', 'error', 'timeout', 'lost_answer'],
};

/** How long each hangs before its adapter gives up on it, ms. */
const TIMEOUTS: Readonly<Record<Door, number>> = {
  push: 60_000,
  fetch: 60_000,
  call: 5_000,
  model: 120_000,
};

const DOORS: Readonly<Record<string, Door>> = {
  'state.push': 'push',
  'state.fetch': 'fetch',
  'state.fetchState': 'fetch',
  'state.branches': 'fetch',
  'workspace.fetchBranch': 'fetch',
  'workspace.fetchCommit': 'fetch',
  'workspace.commitAt': 'fetch',
  'workspace.history': 'fetch',
  'workspace.changedPaths': 'fetch',
};

function doorOf(name: string, method: string): Door | null {
  if (name === 'model') return 'model';
  return name === 'github' || name === 'issues' ? 'call' : (DOORS[`${name}.${method}`] ?? null);
}

/** The world of one wake, in which one thing goes wrong. Whatever is added to a door's port is a boundary as well. */
export class FaultyWorld {
  readonly #clock: ManualClock;
  readonly #planned: Boundary | null;
  readonly #seen = { push: 0, fetch: 0, call: 0, model: 0 };
  #isDead = false;

  constructor(clock: ManualClock, planned: Boundary | null) {
    this.#clock = clock;
    this.#planned = planned;
  }

  /** How often each door was used. */
  get seen(): Readonly<Record<Door, number>> {
    return this.#seen;
  }

  change = (world: World): World => ({
    ...world,
    log: {
      line: (entry) => void (this.#isDead || world.log.line(entry)),
      progress: (progress) => void (this.#isDead || world.log.progress(progress)),
    },
    state: this.#faulty('state', world.state),
    workspace: this.#faulty('workspace', world.workspace),
    github: this.#faulty('github', world.github),
    issues: this.#faulty('issues', world.issues),
    model: {
      ...world.model,
      open: async (settings) => this.#faulty('model', await world.model.open(settings)),
    },
  });

  #faulty<T extends object>(name: string, doors: T): T {
    return new Proxy(doors, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        const door = doorOf(name, String(key));
        return (...inputs: readonly unknown[]) =>
          this.#use(door, () => Reflect.apply(method, target, inputs), inputs);
      },
    });
  }

  async #use(door: Door | null, act: () => Promise<unknown>, inputs: readonly unknown[]): Promise<unknown> {
    if (this.#isDead) throw new Killed();
    if (door === null) return act();
    this.#seen[door] += 1;
    const { door: planned, n, fault } = this.#planned ?? {};
    const isMeant = door === planned && n === this.#seen[door];
    return isMeant && fault !== undefined ? this.#goWrong({ door, fault, act, inputs }) : act();
  }

  async #goWrong({ door, fault, act, inputs }: GoingWrong): Promise<unknown> {
    const signal = inputs.at(-1) as AbortSignal;
    if (fault === 'crash_before') this.#die();
    if (fault === 'crash_after') return act().finally(() => this.#die());
    if (fault === 'late' || fault === 'lost_answer') await act();
    if (fault === 'timeout' || fault === 'late') await hang(this.#clock, TIMEOUTS[door], signal);
    if (door !== 'push') signal.throwIfAborted();
    return failureAt(door, fault, inputs);
  }

  /** The process is gone: nothing of it reaches anybody any more. */
  #die(): never {
    this.#isDead = true;
    throw new Killed();
  }
}

interface GoingWrong {
  readonly door: Door;
  readonly fault: Fault;
  readonly act: () => Promise<unknown>;
  readonly inputs: readonly unknown[];
}

/** Second by second, so that whoever watches meanwhile gets a turn; ends early when it is called off. */
async function hang(clock: ManualClock, ms: number, signal: AbortSignal): Promise<void> {
  for (let left = ms; left > 0 && !signal.aborted; left -= 1_000) {
    clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the adapter of a door makes of it. */
function failureAt(door: Door, fault: Fault, inputs: readonly unknown[]): PushOutcome | Answer {
  switch (door) {
    case 'push':
      return pushFailure(fault, inputs[0] as readonly RefUpdate[]);
    case 'fetch':
    case 'call':
      if (fault === 'refused') throw new Halt('forbidden', 'A permission is missing.');
      throw new Halt('github_unavailable', `It did not answer (${fault}).`);
    case 'model':
      return modelFailure(fault);
  }
}

function pushFailure(fault: Fault, refs: readonly RefUpdate[]): PushOutcome {
  if (fault === 'refused') return refused(refs, 'forbidden', 'GH013: Repository rule violations found.');
  if (fault === 'error') return refused(refs, 'other', '[remote rejected] (unpacker error)');
  return { kind: 'unknown', reason: 'The push was cut off before the remote answered.' };
}

function modelFailure(fault: Fault): Answer {
  const kind = fault === 'timeout' ? 'timeout' : fault === 'lost_answer' ? 'dropped' : 'server_error';
  return { kind: 'fault', fault: kind, charged: true, retryAfter: null, detail: 'The server failed.' };
}
