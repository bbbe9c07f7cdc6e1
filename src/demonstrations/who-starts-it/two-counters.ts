import type { ShownEntry } from '../../pages/shown-entry.ts';
import { autonomyOf, type EntryPoint } from '../../report/goals/triggers-text.ts';
import { RandomStream } from '../../simulation/time/random-stream.ts';
import type { Settle, VirtualTime } from '../../simulation/time/virtual-time.ts';
import { BY_SCHEDULE, Engine } from '../engine/engine.ts';
import { COUNT_GOAL } from './count-goal.ts';
import { decideRemark, FIXED_REMARK } from './counter.ts';
import { COUNT_FILE, countingModel } from './counting-model.ts';
import { handleRequest } from './request-handler.ts';

export interface CounterSettings {
  readonly isHandlerDeciding: boolean;
  readonly isEngineDeciding: boolean;
  readonly isScheduled: boolean;
  readonly isOpenToPeople: boolean;
}

/** Of GitHub's schedule, ms. */
const TICK = 5 * 60_000;

/** A handler that counts when it is called, beside a goal that counts when it is due. */
export class TwoCounters {
  readonly engine: Engine;
  readonly requests: ShownEntry[] = [];
  settings: CounterSettings;
  readonly #random: RandomStream;

  static async begin(seed: number, settle: Settle, settings: CounterSettings): Promise<TwoCounters> {
    const random = new RandomStream(seed, 'remarks');
    const held: { scene: TwoCounters | null } = { scene: null };
    const remark = () => (held.scene?.settings.isEngineDeciding ? decideRemark(random) : FIXED_REMARK);
    const files = { 'goals/count.yml': COUNT_GOAL, [COUNT_FILE]: '# Counts\n' };
    const engine = await Engine.begin({ seed, settle, files, model: countingModel(remark) });
    held.scene = new TwoCounters(engine, random, settings);
    return held.scene;
  }

  private constructor(engine: Engine, random: RandomStream, settings: CounterSettings) {
    this.engine = engine;
    this.settings = settings;
    this.#random = random;
    engine.tickEvery(TICK, () => {
      if (this.settings.isScheduled) engine.start(BY_SCHEDULE);
    });
  }

  get time(): VirtualTime {
    return this.engine.world.time;
  }

  get changes(): number {
    return this.engine.changes;
  }

  sendRequest(): void {
    const remark = () => (this.settings.isHandlerDeciding ? decideRemark(this.#random) : FIXED_REMARK);
    const add = (text: string): void => {
      const key = this.requests.length + 1;
      this.requests.push({
        key,
        at: this.time.now(),
        level: 'info',
        origin: 'A person',
        text: `Count ${key}. ${text}`,
      });
    };
    handleRequest({ add }, remark);
    this.engine.changes += 1;
  }

  /** A person starts the goal by hand, whether it is due or not. */
  runNow(): void {
    const person = { kind: 'person', by: 'you', reason: 'by hand', goals: ['count'] } as const;
    this.engine.start(person);
  }

  change(settings: Partial<CounterSettings>): void {
    this.settings = { ...this.settings, ...settings };
    this.engine.changes += 1;
  }

  /** Each run that has worked on the goal, with what started it. */
  get runs(): readonly ShownEntry[] {
    return this.engine.world.runs.flatMap(({ runner, result, startedAt }) => {
      if (result === null || result.ending === 'nothing_due') return [];
      const isPersons = this.engine.triggers.get(runner.id)?.kind === 'person';
      const origin = isPersons ? 'A person' : 'The schedule';
      return [{ key: runner.id, at: startedAt, level: 'info' as const, origin, text: result.detail }];
    });
  }

  /** Text of the file that the goal writes, on the branch of its draft. */
  get countFile(): string {
    const { remote } = this.engine.world;
    const branch = [...remote.branches.keys()].find((name) => name.startsWith('wakeful/count'));
    return remote.text(branch ?? 'main', COUNT_FILE) ?? '';
  }

  /** Who can start the handler: the product's own classification of its entry points. */
  get handlerAutonomy() {
    return autonomyOf([BY_HAND]);
  }

  get engineAutonomy() {
    return autonomyOf([
      { ...BY_CLOCK, works: this.settings.isScheduled },
      { ...BY_HAND, works: this.settings.isOpenToPeople },
    ]);
  }
}

const BY_HAND: EntryPoint = {
  origin: 'reactive',
  trigger: 'a click',
  where: 'this page',
  path: 'counts once',
  works: true,
};
const BY_CLOCK: EntryPoint = { ...BY_HAND, origin: 'autonomous', trigger: 'schedule' };
