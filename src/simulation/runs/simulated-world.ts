import { Halt } from '../../core/ending.ts';
import type { WakeOrder, WakeResult } from '../../core/wake-result.ts';
import type { TickContext } from '../../oversight/boxes/answer-ticks.ts';
import type { PersonContext } from '../../oversight/command-context.ts';
import { watchdog } from '../../oversight/watchdog/watchdog.ts';
import type { ModelProvider, Random, Sandbox, Sha, World } from '../../ports.ts';
import { wake } from '../../wake/wake.ts';
import { Connection } from '../runners/connection.ts';
import type { Network } from '../runners/network.ts';
import { Runner } from '../runners/runner.ts';
import type { Settle } from '../time/virtual-time.ts';
import { VirtualTime } from '../time/virtual-time.ts';
import { MemoryControl } from '../world/memory-control.ts';
import { MemoryGitHub } from '../world/memory-github.ts';
import { MemoryIssues } from '../world/memory-issues.ts';
import { MemoryRemote, openMemoryWorld } from '../world/memory-repository.ts';
import { MemorySubjects } from '../world/memory-subjects.ts';
import type { SimulationEvent } from './simulation-event.ts';

export const STATE_BRANCH = 'wakeful-state';
/** GitHub's number of the repository, which no name changes. */
const REPOSITORY_ID = 4711;
/** Stands for the key of the model. */
export const KEY = 'sk-simulated-key-0123456789abcdef';

export interface SimulatedOrder {
  readonly id: string;
  readonly trigger: WakeOrder['trigger'];
  readonly model: ModelProvider;
  readonly network: Network;
  readonly random: Random;
  /** Missing: there is none on that machine. */
  readonly sandbox?: Sandbox;
  /** GitHub asks the run to end. */
  readonly cancel?: AbortSignal;
  /** How far the clock of its machine is ahead, ms. */
  readonly ahead?: number;
  readonly minutes?: number;
}

/** What somebody has done to the state branch. */
export type StateHarm =
  | { readonly kind: 'deleted'; readonly tip: Sha }
  /** `bytes`: what the file held before. */
  | { readonly kind: 'damaged'; readonly path: string; readonly bytes: Uint8Array };

/** How a command of a person reaches what is outside of it. */
export interface PersonConnection {
  readonly id: string;
  readonly network: Network;
}

/** A run that has been started: its process, and what became of it once it has ended. */
export interface StartedRun {
  readonly runner: Runner;
  readonly startedAt: number;
  result: WakeResult | null;
}

/** A repository on GitHub, with everything around it, under virtual time. The shipped runs are played on it. */
export class SimulatedWorld {
  readonly time: VirtualTime;
  readonly remote = new MemoryRemote();
  readonly github: MemoryGitHub;
  readonly issues: MemoryIssues;
  readonly control = new MemoryControl();
  readonly subjects: MemorySubjects;
  /** Its name of today. */
  repository = 'acme/garden';
  /** What somebody has done to the state branch and nobody has put right. */
  harm: StateHarm | null = null;
  /** How long a list lacks what has just been made, ms; drawn for each. */
  listLag: () => number = () => 0;
  /** Every run that was ever started, in order. */
  readonly runs: StartedRun[] = [];
  readonly #watchers: ((event: SimulationEvent) => void)[] = [];

  constructor(start: number, settle: Settle) {
    this.time = new VirtualTime(start, settle);
    this.github = new MemoryGitHub(this.remote.branches);
    this.github.serverTime = () => this.time.now();
    this.issues = new MemoryIssues(this.github, this.time);
    this.subjects = new MemorySubjects(this.issues, this.time);
    this.github.numbers.given = (number) => this.#delayListing(number);
  }

  /** `watcher` is told of everything that happens from here on, while it happens. */
  watch(watcher: (event: SimulationEvent) => void): void {
    this.#watchers.push(watcher);
  }

  tell(event: SimulationEvent): void {
    for (const watcher of this.#watchers) watcher(event);
  }

  /** Somebody's commit on the default branch. */
  commit(files: Readonly<Record<string, string | null>>, message = 'a change'): Promise<string> {
    return this.remote.commit({ branch: 'main', files, time: this.time.now(), message });
  }

  /** The kill switch that is a repository variable. */
  get stopVariable(): string {
    return this.control.variables.get('WAKEFUL_STOP') ?? '';
  }

  startRun(order: SimulatedOrder): StartedRun {
    const { run, world } = this.#begin(order);
    this.tell({ kind: 'run_started', run: order.id, trigger: order.trigger });
    this.#follow(run, wake(world, this.#wakeOrder(order)));
    return run;
  }

  /** One look of the watchdog. */
  startWatchdog(order: SimulatedOrder): StartedRun {
    const { run, world, connection } = this.#begin(order);
    this.tell({ kind: 'run_started', run: order.id, trigger: order.trigger });
    const control = connection.port('control', this.control);
    this.#follow(run, watchdog({ ...world, control }, this.#wakeOrder(order)));
    return run;
  }

  /** What a person's command reaches; without a network nothing goes wrong with it, and it takes no time. */
  person(random: Random, way?: PersonConnection): PersonContext {
    const runner = new Runner(way?.id ?? 'person', this.time);
    return this.#hand(runner, random, way === undefined ? null : this.#connect(runner, way.network));
  }

  /** The same of the job that serves a ticked box. */
  job(random: Random, way?: PersonConnection): TickContext {
    const runner = new Runner(way?.id ?? 'person', this.time);
    const connection = way === undefined ? null : this.#connect(runner, way.network);
    const hand = this.#hand(runner, random, connection);
    const reached = this.issues.view(() => runner.kill());
    const issues = connection?.port('issues', reached) ?? reached;
    const control = connection?.port('control', this.control) ?? this.control;
    const address = `https://github.com/${this.repository}`;
    return { ...hand, world: { ...hand.world, issues }, control, address, stop: this.stopVariable };
  }

  #hand(runner: Runner, random: Random, connection: Connection | null): PersonContext {
    const { state } = openMemoryWorld(this.remote, { stateBranch: STATE_BRANCH });
    const world = {
      state: connection?.port('state', state) ?? state,
      clock: runner.clock(),
      random,
      log: { line: () => {}, progress: () => {} },
    };
    const { signal } = new AbortController();
    return { world, repository: this.repository, repositoryId: REPOSITORY_ID, secrets: [KEY], signal };
  }

  #delayListing(number: number): void {
    const ms = this.listLag();
    if (ms === 0) return;
    for (const { unlisted } of [this.github, this.issues]) {
      unlisted.add(number);
      this.time.after(ms, () => unlisted.delete(number));
    }
  }

  /** Git is led to the new name of a repository; whatever else GitHub is asked, it says where the repository is now. */
  #connect(runner: Runner, network: Network): Connection {
    const name = this.repository;
    const isMoved = (): boolean => this.repository.toLowerCase() !== name.toLowerCase();
    return new Connection(runner, {
      time: this.time,
      network,
      watch: (event) => this.tell(event),
      turnedAway: ({ port }) => (ON_GITHUB.includes(port) && isMoved() ? moved() : null),
    });
  }

  #begin(order: SimulatedOrder) {
    const runner = new Runner(order.id, this.time, order.ahead);
    const run: StartedRun = { runner, startedAt: this.time.now(), result: null };
    this.runs.push(run);
    const connection = this.#connect(runner, order.network);
    return { run, connection, world: this.#worldOf(runner, connection, order) };
  }

  #worldOf(runner: Runner, connection: Connection, order: SimulatedOrder): World {
    const { state, workspace } = openMemoryWorld(this.remote, { stateBranch: STATE_BRANCH });
    const isAlive = () => runner.state === 'running';
    return {
      clock: runner.clock(),
      random: order.random,
      log: {
        line: (entry) => void (isAlive() && this.tell({ kind: 'line', run: runner.id, entry })),
        progress: () => {},
      },
      state: connection.port('state', state),
      workspace: connection.port('workspace', workspace),
      sandbox: order.sandbox ?? NO_SANDBOX,
      github: connection.port(
        'github',
        this.github.view(() => runner.kill()),
      ),
      issues: connection.port(
        'issues',
        this.issues.view(() => runner.kill()),
      ),
      subjects: connection.port(
        'subjects',
        this.subjects.view(() => runner.kill()),
      ),
      model: connection.model(order.model),
    };
  }

  #follow(run: StartedRun, result: Promise<WakeResult>): void {
    const end = (value: WakeResult): void => {
      // What has died says nothing, however much it went on to do within the same moment.
      if (run.runner.state === 'frozen') return void run.runner.after(0, () => end(value));
      if (run.runner.state !== 'running') return;
      run.result = value;
      run.runner.end();
      this.tell({ kind: 'run_ended', run: run.runner.id, ending: value.ending, detail: value.detail });
    };
    void result.then(end);
  }

  #wakeOrder(order: SimulatedOrder): WakeOrder {
    return {
      wake: { id: order.id, url: null },
      repository: this.repository,
      repositoryId: REPOSITORY_ID,
      trigger: order.trigger,
      stop: this.stopVariable,
      model: { baseUrl: null, model: null },
      minutes: order.minutes ?? 12,
      cancel: order.cancel ?? new AbortController().signal,
      secrets: [KEY],
    };
  }
}

const ON_GITHUB: readonly string[] = ['github', 'issues', 'subjects', 'control'];

function moved(): Halt {
  return new Halt('github_unavailable', 'GitHub says that this has moved: the repository was renamed.');
}

const NO_SANDBOX: Sandbox = {
  reasonUnavailable: async () => 'there is none in a simulation',
  run: () => Promise.reject(new Error('There is no sandbox in a simulation.')),
};
