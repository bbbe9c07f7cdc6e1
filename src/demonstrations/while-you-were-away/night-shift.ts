import type { CallPlan, Network } from '../../simulation/runners/network.ts';
import { RandomStream } from '../../simulation/time/random-stream.ts';
import type { Settle, VirtualTime } from '../../simulation/time/virtual-time.ts';
import { BY_SCHEDULE, Engine } from '../engine/engine.ts';
import { ANSWERS, answeringModel } from './answering-model.ts';
import { LETTERS_GOAL } from './letters-goal.ts';

const MINUTE = 60_000;
const TICK = 30 * MINUTE;
const FIRST_LETTERS = 6;
const MODEL_MS = 20_000;
/** So long a run takes at most to notice what became of the one before it, ms. */
const LOOK_MS = 5_000;
/** How likely it is that the process of a run is killed, and that a model call finds no answer. */
const KILLED = 0.2;
const UNANSWERED = 0.04;

/** What really happened, as the world knows it; the log is not asked. */
export interface NightTruth {
  readonly answered: number;
  readonly unreadable: number;
  /** But for one that no later run can have noticed yet. */
  readonly killed: number;
}

/** A queue that nobody sends commands to, in a night in which things go right and wrong. */
export class NightShift {
  readonly engine: Engine;
  readonly #random: RandomStream;
  readonly #unreadable: number;
  #letters = FIRST_LETTERS;
  readonly #killedAt: number[] = [];

  static async begin(seed: number, settle: Settle): Promise<NightShift> {
    const random = new RandomStream(seed, 'night');
    const unreadable = random.integer(2, FIRST_LETTERS);
    const model = answeringModel((letter) => Number(letter) === unreadable);
    const files = { 'goals/letters.yml': LETTERS_GOAL, ...lettersFrom(1, FIRST_LETTERS) };
    const engine = await Engine.begin({ seed, settle, files, model, network: unsteady(seed) });
    return new NightShift(engine, random, unreadable);
  }

  private constructor(engine: Engine, random: RandomStream, unreadable: number) {
    this.engine = engine;
    this.#random = random;
    this.#unreadable = unreadable;
    engine.world.time.after(1_000, () => this.#tick());
    engine.tickEvery(TICK, () => this.#tick());
    engine.tickEvery(TICK, () => void this.#receive());
  }

  get time(): VirtualTime {
    return this.engine.world.time;
  }

  get changes(): number {
    return this.engine.changes;
  }

  get truth(): NightTruth {
    const { remote } = this.engine.world;
    const paths = [...remote.branches.values()].flatMap((tip) => [
      ...(remote.commits.get(tip)?.tree.keys() ?? []),
    ]);
    const answers = new Set(paths.filter((path) => path.startsWith(ANSWERS)));
    return {
      answered: answers.size,
      unreadable: this.#unreadable,
      killed: this.#killedBefore(this.#lastLook),
    };
  }

  /** The page that the engine keeps about itself on its branch. */
  get statusPage(): string {
    return this.engine.world.remote.text('wakeful-state', 'README.md') ?? '';
  }

  get alerts(): readonly string[] {
    const open = this.engine.world.github.issues.filter(({ state }) => state === 'open');
    return open.map(
      ({ number, title, body }) => `#${number} ${title}\n\n${body.replace(/<!--.*-->/s, '').trim()}`,
    );
  }

  /** When the last run began that has had the time to look around. */
  get #lastLook(): number {
    const looked = this.engine.world.runs.filter(({ startedAt }) => startedAt + LOOK_MS <= this.time.now());
    return looked.at(-1)?.startedAt ?? 0;
  }

  #killedBefore(time: number): number {
    return this.#killedAt.filter((at) => at < time).length;
  }

  #tick(): void {
    const run = this.engine.start(BY_SCHEDULE);
    if (!this.#random.isDrawn(KILLED)) return;
    this.time.after(this.#random.integer(5_000, 60_000), () => {
      if (run.runner.state !== 'running') return;
      this.#killedAt.push(this.time.now());
      this.engine.kill(run);
    });
  }

  async #receive(): Promise<void> {
    const more = this.#random.integer(0, 2);
    if (more === 0) return;
    const letters = lettersFrom(this.#letters + 1, more);
    this.#letters += more;
    await this.engine.world.commit(letters, 'new letters');
  }
}

function lettersFrom(first: number, count: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: count }, (_, n) => String(first + n).padStart(2, '0'));
  return Object.fromEntries(names.map((name) => [`letters/${name}.txt`, `Letter ${name}\n`]));
}

/** Now and then the model is not there. */
function unsteady(seed: number): Network {
  const random = new RandomStream(seed, 'network');
  return {
    plan: ({ kind }): CallPlan => {
      const isModel = kind === 'model';
      const ms = isModel ? MODEL_MS : random.integer(150, 450);
      const fault = isModel && random.isDrawn(UNANSWERED) ? 'outage' : null;
      return { there: ms / 2, back: ms / 2, fault, runner: null };
    },
  };
}
