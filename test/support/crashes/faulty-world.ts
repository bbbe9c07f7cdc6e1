import { Halt } from '../../../src/core/ending.ts';
import type { TickContext } from '../../../src/oversight/boxes/answer-ticks.ts';
import type { ControlContext } from '../../../src/oversight/command-context.ts';
import type { ModelAnswer, PushOutcome, RefUpdate, World } from '../../../src/ports.ts';
import { Killed, refused } from '../../../src/simulation/world/memory-remote.ts';
import type { ManualClock } from '../memory/manual-clock.ts';
import { STATE } from '../memory/night.ts';

/**
 * What a wake reaches outside its process: a push, a look at the remote or at GitHub, a request that changes something
 * there, the model.
 */
export type StepKind = 'push' | 'look' | 'call' | 'model';

/**
 * `crash_*`: the process is gone before or after it reached the other side. `error`: refused, nothing was done.
 * `timeout`: it hangs, nothing was done; `late`: it was done, and its answer hangs. `lost_answer`: it was done, and the
 * connection breaks at once. `refused`: a rule or a permission is in the way.
 */
export type Fault = 'crash_before' | 'crash_after' | 'error' | 'timeout' | 'late' | 'lost_answer' | 'refused';

/** One moment at which something goes wrong. */
export interface Boundary {
  readonly step: StepKind;
  /** From 1, counted over the disturbed wake. */
  readonly n: number;
  readonly fault: Fault;
}

/**
 * Everything that can go wrong at a step and that a wake has to live with. A look changes nothing: whether it was answered
 * before the process died or the answer was lost makes no difference.
 */
const FAULTS: Readonly<Record<StepKind, readonly Fault[]>> = {
  push: ['crash_before', 'crash_after', 'error', 'timeout', 'late', 'lost_answer'],
  look: ['crash_before', 'error', 'timeout'],
  call: ['crash_before', 'crash_after', 'error', 'timeout', 'late', 'lost_answer'],
  model: ['crash_before', 'crash_after', 'error', 'timeout', 'lost_answer'],
};

/** How long each hangs before its adapter gives up on it, ms. */
function timeoutOf(step: StepKind, isRemote: boolean): number {
  if (step === 'model') return 120_000;
  return isRemote ? 60_000 : 5_000;
}

/** Calls that reach the remote; the other calls read what was fetched. */
const REMOTE: Readonly<Record<string, StepKind>> = {
  push: 'push',
  fetch: 'look',
  fetchState: 'look',
  branches: 'look',
  fetchBranch: 'look',
  fetchCommit: 'look',
  fetchCommits: 'look',
  commitAt: 'look',
  history: 'look',
  changedPaths: 'look',
};
const LOOKS =
  /^(find|list|read|is|failedRuns|newestRelease|pull|labelNames|wakeState|serverTime|permissionOf|workflow$|newestRun|repositoryFacts)/;

type Name = 'state' | 'workspace' | 'github' | 'issues' | 'subjects' | 'control' | 'model';

/** Everything that can go wrong where each step was made so often. */
export function boundariesOf(seen: Readonly<Record<StepKind, number>>): readonly Boundary[] {
  return (Object.keys(FAULTS) as StepKind[]).flatMap((step) =>
    Array.from({ length: seen[step] }, (_, index) => index + 1).flatMap((n) =>
      FAULTS[step].map((fault): Boundary => ({ step, n, fault })),
    ),
  );
}

function stepOf(name: Name, method: string): StepKind | null {
  if (name === 'model') return 'model';
  if (name === 'state' || name === 'workspace') return REMOTE[method] ?? null;
  return LOOKS.test(method) ? 'look' : 'call';
}

/** The world of one wake or of one command, in which one thing goes wrong. Whatever is added to a port is a boundary as well. */
export class FaultyWorld {
  readonly #clock: ManualClock;
  readonly #planned: Boundary | null;
  readonly #seen = { push: 0, look: 0, call: 0, model: 0 };
  #isDead = false;

  constructor(clock: ManualClock, planned: Boundary | null) {
    this.#clock = clock;
    this.#planned = planned;
  }

  /** How often each step was made. */
  get seen(): Readonly<Record<StepKind, number>> {
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
    subjects: this.#faulty('subjects', world.subjects),
    model: {
      ...world.model,
      open: async (settings) => this.#faulty('model', await world.model.open(settings)),
    },
  });

  /** The same for a command that a person gives. */
  access = (place: ControlContext): ControlContext => ({
    ...place,
    world: { ...place.world, state: this.#faulty('state', place.world.state) },
    access:
      place.access.kind === 'closed'
        ? place.access
        : { ...place.access, control: this.#faulty('control', place.access.control) },
  });

  /** The same for the job of a ticked box. */
  job = (context: TickContext): TickContext => {
    const { world, control } = context;
    const [state, issues] = [this.#faulty('state', world.state), this.#faulty('issues', world.issues)];
    return { ...context, world: { ...world, state, issues }, control: this.#faulty('control', control) };
  };

  #faulty<T extends object>(name: Name, port: T): T {
    return new Proxy(port, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        const step = stepOf(name, String(key));
        const timeoutMs = timeoutOf(step ?? 'look', name === 'state' || name === 'workspace');
        return (...inputs: readonly unknown[]) =>
          this.#use(step, { act: () => Reflect.apply(method, target, inputs), inputs, timeoutMs });
      },
    });
  }

  async #use(step: StepKind | null, call: Call): Promise<unknown> {
    if (this.#isDead) throw new Killed();
    if (step === null) return call.act();
    if (step === 'push') expectFence(call.inputs[0] as readonly RefUpdate[]);
    this.#seen[step] += 1;
    const { step: planned, n, fault } = this.#planned ?? {};
    const isMeant = step === planned && n === this.#seen[step];
    return isMeant && fault !== undefined ? this.#goWrong(call, { step, fault }) : call.act();
  }

  async #goWrong(
    { act, inputs, timeoutMs }: Call,
    { step, fault }: Omit<Boundary, 'n'>,
  ): Promise<PushOutcome | ModelAnswer> {
    const signal = inputs.at(-1) as AbortSignal;
    if (fault === 'crash_before') this.#die();
    if (fault === 'crash_after') await act().finally(() => this.#die());
    if (fault === 'late' || fault === 'lost_answer') await act();
    if (fault === 'timeout' || fault === 'late') await hang(this.#clock, timeoutMs, signal);
    if (step !== 'push') signal.throwIfAborted();
    return failureAt(step, fault, inputs);
  }

  /** The process is gone: nothing of it reaches anybody any more. */
  #die(): never {
    this.#isDead = true;
    throw new Killed();
  }
}

interface Call {
  readonly act: () => Promise<unknown>;
  readonly inputs: readonly unknown[];
  readonly timeoutMs: number;
}

/** I2: whatever is pushed lands together with a commit that moves the state branch, or not at all. */
function expectFence(refs: readonly RefUpdate[]): void {
  const state = refs.find(({ branch }) => branch === STATE);
  if (state === undefined) throw new Error('A work branch is pushed alone.');
  if (state.commit === state.expect) throw new Error('A ref that does not move fences nothing.');
}

/** Second by second, so that whoever watches meanwhile gets a turn; ends early when it is called off. */
async function hang(clock: ManualClock, ms: number, signal: AbortSignal): Promise<void> {
  for (let left = ms; left > 0 && !signal.aborted; left -= 1_000) {
    clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the adapter makes of it. */
function failureAt(step: StepKind, fault: Fault, inputs: readonly unknown[]): PushOutcome | ModelAnswer {
  switch (step) {
    case 'push':
      return pushFailure(fault, inputs[0] as readonly RefUpdate[]);
    case 'look':
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

function modelFailure(fault: Fault): ModelAnswer {
  const kind = fault === 'timeout' ? 'timeout' : fault === 'lost_answer' ? 'dropped' : 'server_error';
  return { kind: 'fault', fault: kind, isCharged: true, retryAfter: null, detail: 'The server failed.' };
}
