import { Halt } from '../../core/ending.ts';
import { HOUR_MS } from '../../core/time.ts';
import type { Trigger } from '../../core/trigger.ts';
import { takeRequest } from '../../oversight/inbox.ts';
import type { ModelProvider } from '../../ports.ts';
import { SimulatedWorld, type StartedRun } from '../runs/simulated-world.ts';
import { RandomStream } from '../time/random-stream.ts';
import type { Settle } from '../time/virtual-time.ts';
import { MemorySandbox } from '../world/memory-sandbox.ts';
import { checkpointIn } from '../world/raw-state.ts';
import { DisturbanceLimit } from './disturbances.ts';
import { faultyNetwork } from './faulty-network.ts';
import { modelFor } from './models.ts';
import { type ActContext, actAsPerson, type DoneAct } from './persons.ts';
import {
  drawProfile,
  type FaultProfile,
  MODEL_MANNERS,
  type ModelManner,
  type PersonAct,
} from './profile.ts';
import { drawRepository, type SimulatedRepository } from './repository.ts';
import { scheduledStarts } from './schedule.ts';

/** A Saturday, three o'clock. */
const START = Date.UTC(2026, 10, 21, 3);

/** What somebody does some hours later, so that a simulation of months does not stand still. */
const UNDOES: Readonly<Partial<Record<PersonAct, PersonAct>>> = {
  stop_by_variable: 'resume',
  stop_by_file: 'resume',
  break_goal: 'mend',
  break_settings: 'mend',
};

export interface PlaySetup {
  readonly seed: number;
  readonly settle: Settle;
  /** Only the first so many faults and acts of persons happen; missing: all. */
  readonly disturbances?: number | undefined;
}

interface Streams {
  readonly schedule: RandomStream;
  readonly runners: RandomStream;
  readonly network: RandomStream;
  readonly github: RandomStream;
  readonly model: RandomStream;
  readonly persons: RandomStream;
}

/** One simulation: everything that happens in it follows from its seed. */
export class Play {
  readonly world: SimulatedWorld;
  readonly repository: SimulatedRepository;
  profile: FaultProfile;
  readonly limit: DisturbanceLimit;
  readonly #streams: Streams;
  #runs = 0;

  private constructor({ seed, settle, disturbances }: PlaySetup) {
    const stream = (name: string): RandomStream => new RandomStream(seed, name);
    this.#streams = {
      schedule: stream('schedule'),
      runners: stream('runners'),
      network: stream('network'),
      github: stream('github'),
      model: stream('model'),
      persons: stream('persons'),
    };
    this.profile = drawProfile(seed);
    this.limit = new DisturbanceLimit(disturbances ?? Number.POSITIVE_INFINITY);
    this.repository = drawRepository(seed, this.profile.isTight);
    this.world = new SimulatedWorld(START, settle);
  }

  static async begin(setup: PlaySetup): Promise<Play> {
    const play = new Play(setup);
    const { world, repository } = play;
    await world.commit(repository.files, 'a garden');
    for (const title of ['The gate squeaks', 'Where are the roses?'])
      world.issues.write({ title, labels: ['triage'] });
    world.watch((event) => {
      if (event.kind === 'run_ended') world.github.finished.add(event.run);
      if (event.kind === 'disturbed' && event.plan.runner?.kind.startsWith('killed'))
        play.#notice(event.call.runner);
    });
    return play;
  }

  /** Plans what the schedule starts from now until then. */
  planSchedule(until: number): void {
    const span = { from: this.world.time.now(), to: until };
    for (const { at, what } of scheduledStarts(span, this.profile, this.#streams.schedule))
      this.world.time.at(at, () => {
        this.world.tell({ kind: 'schedule', what });
        if (what === 'tick')
          this.startRun({ kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] });
        else this.#startWatchdog();
      });
  }

  /** Plans what persons do from now until then. */
  planPersons(until: number): void {
    const { persons } = this.#streams;
    const next = this.world.time.now() + persons.integer(1, 2 * this.profile.personEvery);
    if (next >= until) return;
    const act = persons.pickOf(this.profile.acts);
    this.world.time.at(next, () => {
      this.planPersons(until);
      if (act !== null && this.limit.allow(act) !== null) void this.act(act);
    });
  }

  async act(act: PersonAct): Promise<DoneAct | null> {
    const context: ActContext = {
      world: this.world,
      repository: this.repository,
      random: this.#streams.persons,
    };
    const done = await actAsPerson(context, act);
    if (done === null) return null;
    this.world.tell({ kind: 'person', ...done });
    const undone = UNDOES[act];
    const wait = this.#streams.persons.integer(HOUR_MS / 4, 8 * HOUR_MS);
    if (undone !== undefined) this.world.time.after(wait, () => void this.act(undone));
    return done;
  }

  /** Somebody looks through the goals and lets those go on that are paused. */
  async resumeGoals(): Promise<void> {
    const { world, repository } = this;
    const tip = world.remote.commits.get(world.remote.branches.get('wakeful-state') ?? '');
    const paused = repository.goals.filter(({ id }) => checkpointIn(tip, id)?.isPaused);
    for (const { id } of paused) {
      const context = world.person(this.#streams.persons);
      await takeRequest(context, { kind: 'resume', goal: id, by: 'ann', reason: 'all is quiet' });
    }
  }

  startRun(trigger: Trigger): StartedRun {
    const { runners } = this.#streams;
    const [isCancelled, wait] = [runners.isDrawn(this.profile.cancelled), runners.integer(1, 90_000)];
    const cancel = new AbortController();
    const run = this.world.startRun({ ...this.#order(trigger, 'run'), cancel: cancel.signal });
    if (isCancelled && this.limit.allow(true)) this.#cancel(run, cancel, wait);
    return run;
  }

  /** As GitHub does it: first a signal, and the end a few seconds later. */
  #cancel({ runner }: StartedRun, cancel: AbortController, wait: number): void {
    this.world.time.after(wait, () => cancel.abort());
    this.world.time.after(wait + 7_500, () => {
      if (runner.state === 'ended') return;
      runner.kill();
      this.world.tell({ kind: 'runner', run: runner.id, change: 'killed' });
      this.#notice(runner.id);
    });
  }

  #startWatchdog(): void {
    const trigger = { kind: 'schedule', by: 'the schedule', reason: 'a look', goals: [] } as const;
    this.world.startWatchdog(this.#order(trigger, 'watchdog'));
  }

  #order(trigger: Trigger, name: string) {
    const { runners, network, model } = this.#streams;
    this.#runs += 1;
    const { clockOff } = this.profile;
    return {
      id: `${name}-${this.#runs}`,
      trigger,
      model: this.#model(),
      sandbox: new MemorySandbox(() => {
        const isFailing = model.isDrawn(this.profile.checksFail);
        return {
          exitCode: isFailing ? 1 : 0,
          output: isFailing ? 'It is not right.' : '',
          milliseconds: 900,
        };
      }),
      network: faultyNetwork(() => this.profile, { network, runners }, this.limit),
      random: runners,
      ahead: Math.round((2 * runners.fraction() - 1) * clockOff),
    };
  }

  /** Without its key, it cannot be opened. */
  #model(): ModelProvider {
    const { model } = this.#streams;
    const isKeyless = model.isDrawn(this.profile.keyless);
    const provider = modelFor(this.#manner(), model, () => this.world.time.now());
    const refuse = () => Promise.reject(new Halt('missing_key', 'OPENAI_API_KEY is not set.'));
    return isKeyless && this.limit.allow(true) ? { ...provider, open: refuse } : provider;
  }

  #manner(): ModelManner {
    const { manners } = this.profile;
    let drawn = this.#streams.model.fraction() * MODEL_MANNERS.reduce((sum, each) => sum + manners[each], 0);
    for (const manner of MODEL_MANNERS) {
      drawn -= manners[manner];
      if (drawn < 0) return manner;
    }
    return 'good';
  }

  /** GitHub notices after a while that a machine is gone. */
  #notice(run: string): void {
    const wait = Math.round(this.profile.noticed * this.#streams.github.fraction());
    this.world.time.after(wait, () => void this.world.github.finished.add(run));
  }
}
