import { decodeState } from '../../config/state/state-files.ts';
import type { LogEntry } from '../../core/event.ts';
import type { State } from '../../core/state.ts';
import type { Trigger } from '../../core/trigger.ts';
import type { ShownEntry } from '../../pages/shown-entry.ts';
import type { ModelProvider, Random } from '../../ports.ts';
import { type Network, reliableNetwork } from '../../simulation/runners/network.ts';
import { loadAhead } from '../../simulation/runs/load-ahead.ts';
import { SimulatedWorld, STATE_BRANCH, type StartedRun } from '../../simulation/runs/simulated-world.ts';
import { RandomStream } from '../../simulation/time/random-stream.ts';
import type { Settle } from '../../simulation/time/virtual-time.ts';

/** Monday, 30 November 2026, 02:00 UTC. */
const START = Date.UTC(2026, 10, 30, 2);

/** How long after a runner has died GitHub says so, ms. */
const NOTICED_AFTER = 20_000;

export interface EngineOptions {
  readonly seed: number;
  readonly settle: Settle;
  /** Files of the repository, with its goals. */
  readonly files: Readonly<Record<string, string>>;
  readonly model: ModelProvider;
  readonly network?: Network;
}

/** The shipped engine over a repository in memory, as a demonstration shows it. */
export class Engine {
  readonly world: SimulatedWorld;
  /** What its runs have said, oldest first. */
  readonly lines: LogEntry[] = [];
  /** What happened to its runners, which they cannot say themselves. */
  readonly mishaps: ShownEntry[] = [];
  /** What started each run, by its id. */
  readonly triggers = new Map<string, Trigger>();
  /** Rises whenever something has changed that is to be seen. */
  changes = 0;
  readonly #options: EngineOptions;
  readonly #random: Random;
  readonly #network: Network;
  #runs = 0;
  #state: { readonly tip: string; readonly state: State } | null = null;

  static async begin(options: EngineOptions): Promise<Engine> {
    await loadAhead();
    const engine = new Engine(options);
    await engine.world.commit(options.files, 'the repository');
    return engine;
  }

  private constructor(options: EngineOptions) {
    this.#options = options;
    this.#random = new RandomStream(options.seed, 'engine');
    this.#network = options.network ?? reliableNetwork(300);
    this.world = new SimulatedWorld(START, options.settle);
    this.world.watch((event) => {
      if (event.kind === 'line') this.lines.push(event.entry);
      if (event.kind === 'run_started') this.triggers.set(event.run, event.trigger);
      if (event.kind === 'run_ended') this.world.github.finished.add(event.run);
      this.changes += 1;
    });
  }

  /** Starts by the clock: every so many milliseconds, for as long as the scene lasts. */
  tickEvery(ms: number, act: () => void): void {
    const { time } = this.world;
    time.at(Math.ceil((time.now() + 1) / ms) * ms, () => {
      act();
      this.tickEvery(ms, act);
    });
  }

  start(trigger: Trigger, model = this.#options.model): StartedRun {
    this.#runs += 1;
    return this.world.startRun({
      id: `run-${this.#runs}`,
      trigger,
      model,
      network: this.#network,
      random: this.#random,
    });
  }

  /** The process ends at this very moment; some seconds later GitHub knows. */
  kill(run: StartedRun): void {
    const { id } = run.runner;
    run.runner.kill();
    this.noteMishap(`The process of ${id} was killed.`);
    this.world.tell({ kind: 'runner', run: id, change: 'killed' });
    this.world.time.after(NOTICED_AFTER, () => this.world.github.finished.add(id));
  }

  noteMishap(text: string): void {
    this.mishaps.push({
      key: `mishap ${this.mishaps.length}`,
      at: this.world.time.now(),
      level: 'error',
      text,
    });
    this.changes += 1;
  }

  /** Runs that have neither ended nor died. */
  get running(): readonly StartedRun[] {
    return this.world.runs.filter(({ runner }) => runner.state === 'running' || runner.state === 'frozen');
  }

  /** What is committed on the state branch; null: nothing yet. */
  get state(): State | null {
    const { remote } = this.world;
    const tip = remote.branches.get(STATE_BRANCH);
    if (tip === undefined) return null;
    if (this.#state?.tip !== tip) {
      const paths = [...(remote.commits.get(tip)?.tree.keys() ?? [])];
      const files = paths.filter((path) => path.endsWith('.json') || path === 'state/STOP');
      const texts = files.map((path) => [path, remote.text(STATE_BRANCH, path) ?? ''] as const);
      this.#state = { tip, state: decodeState(new Map(texts)) };
    }
    return this.#state.state;
  }
}

export const BY_SCHEDULE: Trigger = {
  kind: 'schedule',
  by: 'the schedule',
  reason: 'the schedule',
  goals: [],
};
