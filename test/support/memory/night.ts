import { decodeLogLines, decodeState } from '../../../src/config/state/state-files.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { State } from '../../../src/core/state.ts';
import type { Trigger } from '../../../src/core/trigger.ts';
import type { WakeOrder, WakeResult } from '../../../src/core/wake-result.ts';
import type { PersonContext } from '../../../src/oversight/command-context.ts';
import { type WatchdogWorld, watchdog } from '../../../src/oversight/watchdog/watchdog.ts';
import type { Control, Log, ModelProvider, Progress, World } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { MemoryGitHub } from '../../../src/simulation/world/memory-github.ts';
import { MemoryIssues } from '../../../src/simulation/world/memory-issues.ts';
import { type MemoryCommit, type MemoryFile, textOf } from '../../../src/simulation/world/memory-remote.ts';
import { MemoryRemote, openMemoryWorld } from '../../../src/simulation/world/memory-repository.ts';
import { MemorySubjects } from '../../../src/simulation/world/memory-subjects.ts';
import { wake } from '../../../src/wake/wake.ts';
import { ManualClock } from './manual-clock.ts';
import { diligent } from './test-model.ts';

/** Settings of a night in which issues, requests or their numbers are counted for something else. */
export const WITHOUT_DASHBOARD = 'dashboard_issue: false\n';
/** 03:00:30 UTC, half a minute after a slot of most schedules. */
export const NIGHT = Date.UTC(2026, 10, 22, 3, 0, 30);
export const STATE = 'wakeful-state';
const REPOSITORY = 'test/repository';

export interface NightOptions {
  /** By id: YAML without title and objective, which are added. */
  readonly goals: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: string;
  readonly at?: number;
}

export interface WakeOptions {
  readonly id?: string;
  readonly trigger?: Partial<Trigger>;
  readonly model?: ModelProvider;
  readonly stop?: string;
  readonly serverUrl?: string;
  /** Another name of the repository than usual, or its number. */
  readonly repository?: { readonly name: string; readonly id?: number };
  readonly minutes?: number;
  /** As on a runner. */
  readonly beginsWithOneGoal?: boolean;
  readonly secrets?: readonly string[];
  readonly cancel?: AbortSignal;
  /** What else the wake is told. */
  readonly order?: Partial<WakeOrder>;
  /** The last change to the world before it is used. */
  readonly change?: (world: World) => World;
}

export interface NightWake {
  readonly id: string;
  readonly result: WakeResult;
  /** What the person who watches saw. */
  readonly lines: readonly LogEntry[];
  readonly progress: readonly Progress[];
  readonly pushes: number;
  readonly fetches: number;
}

/** A repository in memory with goals, a GitHub and a clock: wakes run on it through the shipped code. */
export class Night {
  readonly remote: MemoryRemote;
  readonly github: MemoryGitHub;
  readonly issues: MemoryIssues;
  readonly subjects: MemorySubjects;
  readonly clock: ManualClock;
  #wakes = 0;
  #nonces = 0;

  private constructor(parts: Pick<Night, 'remote' | 'github' | 'issues' | 'subjects' | 'clock'>) {
    this.remote = parts.remote;
    this.github = parts.github;
    this.issues = parts.issues;
    this.subjects = parts.subjects;
    this.clock = parts.clock;
  }

  static async begin(options: NightOptions): Promise<Night> {
    const remote = new MemoryRemote();
    const github = new MemoryGitHub(remote.branches);
    const clock = new ManualClock(options.at ?? NIGHT);
    github.now = () => clock.now();
    const issues = new MemoryIssues(github, clock);
    const night = new Night({ remote, github, clock, issues, subjects: new MemorySubjects(issues, clock) });
    await night.commit({
      'README.md': '# A repository\n',
      ...options.files,
      ...Object.fromEntries(
        Object.entries(options.goals).map(([id, yaml]) => [`goals/${id}.yml`, goalText(id, yaml)]),
      ),
      ...(options.settings === undefined ? {} : { '.github/wakeful.yml': options.settings }),
    });
    return night;
  }

  /** Another night that stands where this one does, with no fault set. What happens to one does not happen to the other. */
  copy(): Night {
    const remote = this.remote.copy();
    const github = this.github.copy(remote.branches);
    const clock = this.clock.copy();
    github.now = () => clock.now();
    const issues = this.issues.copy(github, clock);
    const subjects = this.subjects.copy(issues, clock);
    const night = new Night({ remote, github, clock, issues, subjects });
    night.#wakes = this.#wakes;
    night.#nonces = this.#nonces;
    return night;
  }

  /**
   * All that later wakes can see, as text: two nights that stand at the same go on in the same way. Only the nonces differ,
   * which nobody reads.
   */
  facts(): string {
    const { remote, github, issues, subjects, clock } = this;
    const facts = [remote, github, issues, subjects].map((part) => part.facts());
    return JSON.stringify([...facts, clock.now()]);
  }

  /** Somebody's commit on the default branch, an hour before now. */
  async commit(files: Readonly<Record<string, string | null>>): Promise<string> {
    return this.remote.commit({ branch: 'main', files, time: this.clock.now() - 3_600_000 });
  }

  async wake(options: WakeOptions = {}): Promise<NightWake> {
    this.#wakes += 1;
    const id = options.id ?? `wake-${this.#wakes}`;
    const lines: LogEntry[] = [];
    const progress: Progress[] = [];
    const world = this.world({
      ...options,
      log: { line: (line) => lines.push(line), progress: (each) => progress.push(each) },
    });
    const { pushes, fetches } = this.remote;
    const result = await wake(world, orderOf(id, options));
    return {
      id,
      result,
      lines,
      progress,
      pushes: this.remote.pushes - pushes,
      fetches: this.remote.fetches - fetches,
    };
  }

  /** All ports, as a wake has them. */
  world({ model, change, log }: Pick<WakeOptions, 'model' | 'change'> & { readonly log?: Log } = {}): World {
    const memory = openMemoryWorld(this.remote, { stateBranch: STATE });
    const world: World = {
      clock: this.clock,
      random: { nonce: () => this.#nonce(), fraction: () => 0.5 },
      log: log ?? { line: () => {}, progress: () => {} },
      state: memory.state,
      workspace: memory.workspace,
      sandbox: {
        reasonUnavailable: async () => 'there is none in this test',
        run: () => Promise.reject(new Error('no sandbox')),
      },
      github: this.github.view(() => memory.kill()),
      issues: this.issues.view(() => memory.kill()),
      subjects: this.subjects.view(() => memory.kill()),
      // A call takes a second, so that two lines which say the same differ in time.
      model: model ?? modelOf(diligent, () => this.clock.advance(1_000)),
    };
    return change?.(world) ?? world;
  }

  /** One look of the watchdog. */
  async watch(
    control: Control,
    options: Pick<WakeOptions, 'id' | 'stop' | 'secrets' | 'order'> = {},
  ): Promise<WakeResult> {
    this.#wakes += 1;
    const memory = openMemoryWorld(this.remote, { stateBranch: STATE });
    const world: WatchdogWorld = {
      clock: this.clock,
      random: { nonce: () => this.#nonce(), fraction: () => 0.5 },
      log: { line: () => {}, progress: () => {} },
      state: memory.state,
      github: this.github.view(() => memory.kill()),
      control,
    };
    return watchdog(world, orderOf(options.id ?? `watchdog-${this.#wakes}`, options));
  }

  /** The ports of a command that a person gives by hand. */
  byHand(): PersonContext {
    const { state } = openMemoryWorld(this.remote, { stateBranch: STATE });
    const random = { nonce: () => this.#nonce(), fraction: () => 0.5 };
    const log = { line: () => {}, progress: () => {} };
    const world = { state, clock: this.clock, random, log };
    const { signal } = new AbortController();
    return { world, repository: REPOSITORY, secrets: ['sk-secret-value-123456'], signal };
  }

  /** Brings what a work branch changed since it left main into main, in one commit. */
  async mergeBranch(branch: string): Promise<string> {
    const tip = this.remote.commits.get(this.remote.branches.get(branch) ?? '');
    const main = this.ancestors(this.remote.branches.get('main'));
    const fork = this.ancestors(tip?.id).find((id) => main.includes(id));
    const before = this.remote.commits.get(fork ?? '')?.tree ?? new Map();
    const paths = new Set([...before.keys(), ...(tip?.tree.keys() ?? [])]);
    const changed = [...paths].filter((path) => textAt(before, path) !== textAt(tip?.tree, path));
    return this.commit(Object.fromEntries(changed.map((path) => [path, textAt(tip?.tree, path)])));
  }

  /** First parents, newest first; the commit itself included. */
  ancestors(tip: string | undefined): readonly string[] {
    const found: string[] = [];
    for (let next = tip; next !== undefined; next = this.remote.commits.get(next)?.parents[0])
      found.push(next);
    return found;
  }

  /** As the remote holds it now. */
  state(): State {
    const tip = this.remote.commits.get(this.remote.branches.get(STATE) ?? '');
    return tip === undefined ? decodeState(new Map()) : stateOf(tip);
  }

  /** All committed log lines, oldest first. */
  log(): readonly LogEntry[] {
    const tip = this.remote.commits.get(this.remote.branches.get(STATE) ?? '');
    return tip === undefined ? [] : logOf(tip);
  }

  /** Subjects of the state branch's history, oldest first. */
  story(): readonly string[] {
    const subjects: string[] = [];
    let next = this.remote.branches.get(STATE);
    while (next !== undefined) {
      const commit = this.remote.commits.get(next);
      subjects.unshift(commit?.message.split('\n')[0] ?? '');
      next = commit?.parents[0];
    }
    return subjects;
  }

  #nonce(): string {
    this.#nonces += 1;
    return this.#nonces.toString(16).padStart(32, '0');
  }
}

/** A commit never changes, so what it holds is decoded once, however often a test looks. */
const states = new WeakMap<MemoryCommit, State>();
const logs = new WeakMap<MemoryCommit, readonly LogEntry[]>();

function stateOf(commit: MemoryCommit): State {
  const files = [...commit.tree].map(([path, file]) => [path, textOf(file.bytes)] as const);
  const state = states.get(commit) ?? decodeState(new Map(files));
  states.set(commit, state);
  return state;
}

function logOf(commit: MemoryCommit): readonly LogEntry[] {
  const paths = [...commit.tree.keys()].filter((path) => path.startsWith('state/log/')).sort();
  const log =
    logs.get(commit) ?? paths.flatMap((path) => decodeLogLines(textAt(commit.tree, path) ?? '').entries);
  logs.set(commit, log);
  return log;
}

function textAt(tree: ReadonlyMap<string, MemoryFile> | undefined, path: string): string | null {
  const file = tree?.get(path);
  return file === undefined ? null : textOf(file.bytes);
}

/** Without a second reader, so that a test counts the calls that it is about; one that is about the reader names it in `yaml`. */
export function goalText(id: string, yaml: string): string {
  const text = `title: ${id} is looked after\nobjective: Look after ${id}.\n${yaml}`;
  if (/^second_reader:/m.test(yaml)) return text;
  return `${text}${text.endsWith('\n') ? '' : '\n'}second_reader: false\n`;
}

export function orderOf(id: string, options: WakeOptions): WakeOrder {
  return {
    wake: { id, url: null },
    repository: options.repository?.name ?? REPOSITORY,
    repositoryId: options.repository?.id,
    serverUrl: options.serverUrl,
    trigger: { kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [], ...options.trigger },
    stop: options.stop ?? '',
    model: { baseUrl: null, model: null },
    minutes: options.minutes ?? 12,
    cancel: options.cancel ?? new AbortController().signal,
    secrets: options.secrets ?? [],
    beginsWithOneGoal: options.beginsWithOneGoal ?? false,
    ...options.order,
  };
}

/** One item a slot: writes below docs/. */
export const PLAIN = 'schedule: {every: 6h}\nalways: true\npermissions: {write: ["docs/**"]}\n';
/** Three files, one draft. */
export const QUEUE = `${PLAIN}for_each: {files: "docs/*.md"}\n`;
export const QUEUE_FILES = { 'docs/a.md': 'A\n', 'docs/b.md': 'B\n', 'docs/c.md': 'C\n' };
