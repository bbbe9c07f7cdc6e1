import { Halt } from '../../core/ending.ts';
import { HOUR_MS } from '../../core/time.ts';
import type { Trigger } from '../../core/trigger.ts';
import { takeRequest } from '../../oversight/inbox.ts';
import type { ModelProvider } from '../../ports.ts';
import { type PersonConnection, SimulatedWorld, type StartedRun } from '../runs/simulated-world.ts';
import { RandomStream } from '../time/random-stream.ts';
import type { Settle } from '../time/virtual-time.ts';
import { MemorySandbox } from '../world/memory-sandbox.ts';
import { checkpointIn } from '../world/raw-state.ts';
import type { DoneAct } from './act-context.ts';
import { CAUSES, eventTrigger, UNDOES } from './consequences.ts';
import { DisturbanceLimit } from './disturbances.ts';
import { mergeDraft } from './draft-acts.ts';
import { faultyNetwork } from './faulty-network.ts';
import { modelFor } from './models.ts';
import { actAsPerson } from './persons.ts';
import { BOX_ACT_NAMES, drawManner, drawProfile, type FaultProfile, type PersonAct } from './profile.ts';
import { ALLOWED_LABEL, drawRepository, type SimulatedRepository } from './repository.ts';
import { scheduledStarts } from './schedule.ts';

const LABELS = [ALLOWED_LABEL, 'triage', 'automerge', 'unheard-of', 'dependencies'] as const;

const SATURDAY_AT_THREE = Date.UTC(2026, 10, 21, 3);

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
  readonly boxes: RandomStream;
}

/** One simulation: everything that happens in it follows from its seed. */
export class Play {
  readonly world: SimulatedWorld;
  readonly repository: SimulatedRepository;
  profile: FaultProfile;
  readonly limit: DisturbanceLimit;
  readonly #streams: Streams;
  #runs = 0;
  #commands = 0;

  private constructor({ seed, settle, disturbances }: PlaySetup) {
    const stream = (name: string): RandomStream => new RandomStream(seed, name);
    this.#streams = {
      schedule: stream('schedule'),
      runners: stream('runners'),
      network: stream('network'),
      github: stream('github'),
      model: stream('model'),
      persons: stream('persons'),
      boxes: stream('boxes'),
    };
    this.profile = drawProfile(seed);
    this.limit = new DisturbanceLimit(disturbances ?? Number.POSITIVE_INFINITY);
    this.repository = drawRepository(seed, this.profile.isTight);
    this.world = new SimulatedWorld(SATURDAY_AT_THREE, settle);
  }

  static async begin(setup: PlaySetup): Promise<Play> {
    const play = new Play(setup);
    const { world, repository } = play;
    await world.commit(repository.files, 'a garden');
    world.listLag = () => Math.round(play.profile.listLag * play.#streams.github.fraction());
    for (const label of LABELS) world.issues.labels.add(label);
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
        if (this.world.github.isDisabled && what === 'tick') return;
        if (what === 'tick')
          this.startRun({ kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] });
        else this.startWatchdog();
      });
  }

  /** Plans what persons do from now until then. */
  planPersons(until: number): void {
    for (const stream of ['persons', 'boxes'] as const) this.#planActs(stream, until);
  }

  #planActs(stream: 'persons' | 'boxes', until: number): void {
    const random = this.#streams[stream];
    const { acts, habit, personEvery } = this.profile;
    const next = this.world.time.now() + random.integer(1, 2 * personEvery);
    if (next >= until) return;
    const isHabit = stream === 'persons' && habit !== null && random.isDrawn(0.5);
    const act = isHabit ? habit : random.pickOf(stream === 'boxes' ? BOX_ACT_NAMES : acts);
    this.world.time.at(next, () => {
      this.#planActs(stream, until);
      if (act !== null && this.limit.allow(act) !== null) void this.act(act, random);
    });
  }

  async act(act: PersonAct, persons = this.#streams.persons): Promise<DoneAct | null> {
    const { world, repository } = this;
    const undone = UNDOES[act];
    const wait = persons.integer(HOUR_MS / 4, 8 * HOUR_MS);
    // A command may have done its work although it did not come back.
    if (undone !== undefined) world.time.after(wait, () => void this.act(undone, persons));
    const random = persons;
    const person = () => world.person(random, this.#way());
    const job = () => world.job(random, this.#way());
    const done = await actAsPerson({ world, repository, random, person, job }, act);
    if (done === null) return null;
    world.tell({ kind: 'person', ...done });
    const cause = CAUSES[act];
    if (cause !== undefined) this.#startByEvent(cause, persons.isDrawn(0.7));
    return done;
  }

  /** A command goes over the same network as a run, on a machine that may die as well. */
  #way(): PersonConnection {
    this.#commands += 1;
    const { network, runners } = this.#streams;
    const way = faultyNetwork(() => this.profile, { network, runners }, this.limit);
    return { id: `person-${this.#commands}`, network: way };
  }

  /** GitHub starts it a little later; `isTrusted`: whoever caused it may write. */
  #startByEvent(name: string, isTrusted: boolean): void {
    const trigger = eventTrigger(name, isTrusted);
    this.world.time.after(this.#streams.github.integer(1_000, 60_000), () => {
      if (!this.world.github.isDisabled) this.startRun(trigger);
    });
  }

  /** Somebody looks through the goals and lets those go on that are paused. */
  async resumeGoals(): Promise<void> {
    const { world, repository } = this;
    const tip = world.remote.commits.get(world.remote.branches.get('wakeful-state') ?? '');
    const paused = repository.goals.filter(({ id }) => checkpointIn(tip, id)?.isPaused);
    for (const { id } of paused) {
      world.tell({ kind: 'person', act: 'resume_goal', detail: id, goal: id });
      await takeRequest(world.person(this.#streams.persons), {
        kind: 'resume',
        goal: id,
        by: 'ann',
        reason: 'all is quiet',
      });
    }
  }

  /** Somebody merges, one by one, the drafts that the state knows of. What it does not know of would stay. */
  async mergeKnown(): Promise<void> {
    const { world, repository } = this;
    const tip = world.remote.commits.get(world.remote.branches.get('wakeful-state') ?? '');
    const drafts = repository.goals.flatMap(({ id }) => checkpointIn(tip, id)?.drafts ?? []);
    const known = new Set(drafts.map(({ number }) => number));
    for (const { number, state } of world.github.drafts)
      if (state === 'open' && known.has(number)) {
        const done = await mergeDraft(world, number);
        if (done !== null) world.tell({ kind: 'person', act: 'merge', ...done });
      }
  }

  startRun(trigger: Trigger): StartedRun {
    const { runners } = this.#streams;
    const [isCancelled, wait] = [runners.isDrawn(this.profile.cancelled), runners.integer(1, 90_000)];
    const cancel = new AbortController();
    const order = this.#order(trigger, 'run');
    if (this.#streams.github.isDrawn(this.profile.unshown)) this.world.github.unshown.add(order.id);
    const run = this.world.startRun({ ...order, cancel: cancel.signal });
    if (isCancelled && this.limit.allow(true)) this.#cancel(run, cancel, wait);
    this.#beImpatient();
    return run;
  }

  /** Somebody sees that a run has begun, and wants a goal of it. */
  #beImpatient(): void {
    const { persons } = this.#streams;
    const [isDrawn, wait] = [persons.isDrawn(this.profile.impatience), persons.integer(3_000, 90_000)];
    if (isDrawn && this.limit.allow(true)) this.world.time.after(wait, () => void this.act('run_goal'));
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

  startWatchdog(): void {
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
    const provider = modelFor(drawManner(this.profile, model), model, () => this.world.time.now());
    const refuse = () => Promise.reject(new Halt('missing_key', 'OPENAI_API_KEY is not set.'));
    return isKeyless && this.limit.allow(true) ? { ...provider, open: refuse } : provider;
  }

  /** GitHub notices after a while that a machine is gone. */
  #notice(run: string): void {
    const wait = Math.round(this.profile.noticed * this.#streams.github.fraction());
    this.world.time.after(wait, () => void this.world.github.finished.add(run));
  }
}
