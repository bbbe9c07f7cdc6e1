import { decodeState } from '../../config/state/state-files.ts';
import type { ShownEntry } from '../../pages/shown-entry.ts';
import { Checker } from '../../simulation/checks/checker.ts';
import { INVARIANTS, type InvariantName } from '../../simulation/checks/observed.ts';
import { modelFor } from '../../simulation/play/models.ts';
import { actAsPerson } from '../../simulation/play/persons.ts';
import { Play } from '../../simulation/play/play.ts';
import type { PersonAct } from '../../simulation/play/profile.ts';
import type { CallPlan, NetworkFault, PortCall } from '../../simulation/runners/network.ts';
import { loadAhead } from '../../simulation/runs/load-ahead.ts';
import type { SimulatedWorld, StartedRun } from '../../simulation/runs/simulated-world.ts';
import { sentenceOf } from '../../simulation/story/story.ts';
import { RandomStream } from '../../simulation/time/random-stream.ts';
import type { Settle, VirtualTime } from '../../simulation/time/virtual-time.ts';

/** Two runners: more would be no harder for the engine, and harder to follow. */
export const RUNNER_NAMES = ['A', 'B'] as const;
export type RunnerName = (typeof RUNNER_NAMES)[number];

const MINUTE = 60_000;
const TICK = 30 * MINUTE;
const NOTICED_AFTER = 20_000;
const MODEL_MS = 6_000;
const STATE_BRANCH = 'wakeful-state';

interface ShownInvariant {
  readonly name: InvariantName;
  readonly checked: number;
  /** Null: it holds. */
  readonly breach: string | null;
}

interface ShownLock {
  readonly goal: string;
  readonly run: string;
  readonly number: number;
}

/** A repository, two runners, and a visitor who breaks what can be broken. Every push is held against the invariants. */
export class TwoRunners {
  readonly story: ShownEntry[] = [];
  /** What is going to happen to the next push. */
  nextPush: Extract<NetworkFault, 'refused' | 'unanswered'> | null = null;
  changes = 0;
  readonly #play: Play;
  readonly #checker: Checker;
  readonly #random: RandomStream;
  readonly #runs = new Map<RunnerName, StartedRun>();
  #started = 0;

  static async begin(seed: number, settle: Settle, hasFault: boolean): Promise<TwoRunners> {
    await loadAhead();
    return new TwoRunners(await Play.begin({ seed, settle }), seed, hasFault);
  }

  private constructor(play: Play, seed: number, hasFault: boolean) {
    this.#play = play;
    this.#random = new RandomStream(seed, 'visitor');
    const { world, repository } = play;
    if (hasFault) plantFault(world);
    this.#checker = new Checker({ world, repository, clocksApart: 0 });
    world.watch((event) => {
      const text = sentenceOf(event);
      const level = event.kind === 'disturbed' || event.kind === 'runner' ? 'warn' : 'info';
      const isRoutine = event.kind === 'line' && event.entry.level === 'debug';
      if (text !== null && !isRoutine)
        this.story.push({ key: this.story.length, at: this.time.now(), level, text });
      this.changes += 1;
    });
    this.time.after(1_000, () => this.#tick());
  }

  get world(): SimulatedWorld {
    return this.#play.world;
  }

  get time(): VirtualTime {
    return this.world.time;
  }

  stateOf(name: RunnerName): string {
    const run = this.#runs.get(name);
    return run === undefined ? 'idle' : `${run.runner.id}, ${run.runner.state}`;
  }

  /** Starts a run on this runner; one that is still alive there goes on. */
  start(name: RunnerName): void {
    if (this.#isBusy(name)) return;
    this.#started += 1;
    const { world } = this;
    const run = world.startRun({
      id: `run-${this.#started}`,
      trigger: { kind: 'schedule', by: 'the schedule', reason: `runner ${name}`, goals: [] },
      model: modelFor('good', this.#random, () => this.time.now()),
      network: { plan: (call) => this.#plan(call) },
      random: this.#random,
    });
    this.#runs.set(name, run);
  }

  kill(name: RunnerName): void {
    const run = this.#runs.get(name);
    if (run === undefined || !this.#isBusy(name)) return;
    run.runner.kill();
    this.world.tell({ kind: 'runner', run: run.runner.id, change: 'killed' });
    this.time.after(NOTICED_AFTER, () => this.world.github.finished.add(run.runner.id));
  }

  freeze(name: RunnerName): void {
    const run = this.#runs.get(name);
    if (run?.runner.state !== 'running') return;
    run.runner.freeze();
    this.world.tell({ kind: 'runner', run: run.runner.id, change: 'frozen' });
  }

  thaw(name: RunnerName): void {
    const run = this.#runs.get(name);
    if (run?.runner.state !== 'frozen') return;
    this.world.tell({ kind: 'thawed', runner: run.runner.id });
    run.runner.thaw();
  }

  disturbPush(fault: NonNullable<TwoRunners['nextPush']>): void {
    this.nextPush = fault;
    this.changes += 1;
  }

  async act(act: PersonAct): Promise<void> {
    const { world } = this;
    const { repository } = this.#play;
    const random = this.#random;
    const context = { person: () => world.person(random), job: () => world.job(random) };
    const done = await actAsPerson({ world, repository, random, ...context }, act);
    if (done !== null) world.tell({ kind: 'person', ...done });
  }

  get locks(): readonly ShownLock[] {
    const { remote } = this.world;
    const tip = remote.commits.get(remote.branches.get(STATE_BRANCH) ?? '');
    const text = remote.text(STATE_BRANCH, 'state/lock.json');
    if (tip === undefined || text === null) return [];
    const { leases } = decodeState(new Map([['state/lock.json', text]])).lock;
    return Object.entries(leases).map(([goal, { wake, epoch }]) => ({ goal, run: wake, number: epoch }));
  }

  get invariants(): readonly ShownInvariant[] {
    return INVARIANTS.map((name) => {
      const breach = this.#checker.breaches.find(({ invariant }) => invariant === name);
      return { name, checked: this.#checker.checked.get(name) ?? 0, breach: breach?.detail ?? null };
    });
  }

  #isBusy(name: RunnerName): boolean {
    const state = this.#runs.get(name)?.runner.state;
    return state === 'running' || state === 'frozen';
  }

  #tick(): void {
    for (const name of RUNNER_NAMES) this.start(name);
    this.time.after(TICK, () => this.#tick());
  }

  #plan({ kind }: PortCall): CallPlan {
    const fault = kind === 'push' ? this.nextPush : null;
    if (fault !== null) this.nextPush = null;
    const ms = kind === 'model' ? MODEL_MS : this.#random.integer(150, 450);
    return { there: ms / 2, back: ms / 2, fault, runner: null };
  }
}

/** The remote takes every push, also one that is not based on its newest commit. */
function plantFault({ remote }: SimulatedWorld): void {
  remote.swap = (refs) => {
    for (const { branch, commit } of refs) remote.branches.set(branch, commit);
    return { kind: 'landed' };
  };
}
