import { emptyState, encodeState } from '../config/state-files.ts';
import { Halt } from '../core/ending.ts';
import type { LogEntry } from '../core/event.ts';
import type { Mask } from '../core/mask.ts';
import type { State } from '../core/state.ts';
import type { Author, Clock, PushOutcome, Random, RefRefusal, RefUpdate, Sha, StateStore } from '../ports.ts';
import { stateCommitMessage } from '../report/commit-message.ts';
import { DayLogs } from './day-logs.ts';
import type { Happening, Journal } from './journal.ts';
import { maskChanges } from './masking.ts';
import { readState, tipOfFirstWake } from './read-state.ts';
import { Waiting } from './waiting.ts';

/** One change of the state branch. */
export interface Step {
  /** What the commit message says, from the state as it will be: the story in `git log`. */
  readonly describe: (after: State) => StepDescription;
  /**
   * Makes this step's own changes to whatever state is newest; called again after each refusal. `stale`: the facts
   * that the step was decided on have changed. Throws `Halt` when it may not be done any more.
   */
  readonly apply: (state: State) => State | 'stale';
  /** What has happened once this step has landed; its lines travel in the same commit. */
  readonly happenings?: (after: State) => readonly Happening[];
  /** Whether a state that came from the remote already holds this step: its push had landed after all. */
  readonly isIn: (state: State) => boolean;
  /** Work branches that land with it or not at all. */
  readonly refs: readonly RefUpdate[];
  /** How many pushes to try at most; the default goes on until the signal aborts. */
  readonly tries?: number;
  /** How long an outage of the remote is waited out, ms; the default waits until the signal aborts. */
  readonly patienceMs?: number;
}

export interface StepDescription {
  /** Null: about no goal in particular. */
  readonly goal: string | null;
  /** Begins with a verb. */
  readonly what: string;
  readonly epoch: number | null;
  readonly step: number | null;
}

export type Committed =
  | { readonly kind: 'landed' }
  | { readonly kind: 'stale' }
  /** Only work branches are at fault: the state itself could have been written. */
  | { readonly kind: 'branches_refused'; readonly refs: readonly RefRefusal[] }
  | { readonly kind: 'dropped' };

export interface LedgerDoors {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly journal: Journal;
  readonly mask: Mask;
}

export interface LedgerSettings {
  readonly repository: string;
  /** Whether a state branch of another repository may be written. */
  readonly acceptsForeign: boolean;
  readonly branch: string;
  readonly wake: string;
  readonly author: Pick<Author, 'name' | 'email'>;
  readonly logDays: number;
  readonly page: (state: State, recent: readonly LogEntry[]) => string;
  /** How many of the newest log lines the page shows. */
  readonly linesShown: number;
}

/** The state branch: one snapshot in, one compare-and-swap out. Nothing else writes it. */
export class Ledger {
  readonly #doors: LedgerDoors;
  readonly #settings: LedgerSettings;
  readonly #logs: DayLogs;
  #tip: Sha | null = null;
  #state: State;
  /** Pushes sent, refused ones included. */
  pushes = 0;

  private constructor(doors: LedgerDoors, settings: LedgerSettings) {
    this.#doors = doors;
    this.#settings = settings;
    this.#logs = new DayLogs(doors.store, settings.logDays);
    this.#state = emptyState(settings.repository);
  }

  /** Reads the state at `tip`. Without a state branch it starts an empty one, unless work branches say that one is missing. */
  static async open(
    doors: LedgerDoors,
    settings: LedgerSettings,
    at: { readonly tip: Sha | null; readonly signal: AbortSignal },
  ): Promise<Ledger> {
    const ledger = new Ledger(doors, settings);
    const tip = at.tip ?? (await tipOfFirstWake(doors.store, settings.branch, at.signal));
    await ledger.#load(tip, at.signal);
    return ledger;
  }

  get state(): State {
    return this.#state;
  }

  get tip(): Sha | null {
    return this.#tip;
  }

  /** Looks at the remote once more. */
  async refresh(signal: AbortSignal): Promise<void> {
    const tip = await this.#doors.store.fetchState(signal);
    if (tip === this.#tip) return;
    if (tip === null) {
      throw new Halt(
        'bad_state_file',
        `The branch ${this.#settings.branch} was deleted during the wake. Restore it, or delete all branches under wakeful/ to start anew.`,
      );
    }
    await this.#load(tip, signal);
  }

  /** Writes one step. Throws the signal's reason when there is no time left. */
  async commit(step: Step, signal: AbortSignal): Promise<Committed> {
    const waiting = new Waiting(this.#doors, step.patienceMs ?? Number.POSITIVE_INFINITY);
    for (let tried = 1; ; tried++) {
      const attempt = await this.#attempt(step, signal);
      if (attempt.kind === 'stale' || attempt.kind === 'landed') return attempt;
      const isLast = tried >= (step.tries ?? Number.POSITIVE_INFINITY);
      // Before the look, not behind it: what was read before a pause is old when the pause is over.
      if (!isLast) await waiting.after(attempt.push.kind, signal);
      await waiting.through(() => this.refresh(signal), signal);
      if (this.#tip !== null && step.isIn(this.#state)) {
        this.#doors.journal.landed(attempt.waiting, attempt.own);
        return { kind: 'landed' };
      }
      const verdict = this.#judge(attempt.push);
      if (verdict !== null) return verdict;
      if (isLast) return { kind: 'dropped' };
    }
  }

  async #attempt(step: Step, signal: AbortSignal): Promise<Attempt> {
    signal.throwIfAborted();
    const { store, clock, journal, mask } = this.#doors;
    const applied = step.apply(this.#state);
    if (applied === 'stale') return { kind: 'stale' };
    const next = maskChanges(this.#state, applied, mask);
    const waiting = journal.waiting;
    const own = (step.happenings?.(next) ?? []).map((happening) => journal.stamp(happening));
    const logs = await this.#logs.append(this.#tip, [...waiting, ...own], signal);
    const commit = await store.commit(
      {
        parent: this.#tip,
        files: new Map([
          ...encodeState(this.#tip === null ? null : this.#state, next),
          ...logs.files,
          [
            'README.md',
            mask.mask(this.#settings.page(next, this.#logs.recent(logs.files, this.#settings.linesShown))),
          ],
        ]),
        message: this.#message(step.describe(next)),
        author: { ...this.#settings.author, time: clock.now() },
      },
      signal,
    );
    this.pushes++;
    const push = await store.push(
      [{ branch: this.#settings.branch, commit, expect: this.#tip }, ...step.refs],
      signal,
    );
    if (push.kind !== 'landed') return { kind: 'open', push, waiting: waiting.length, own };
    this.#tip = commit;
    this.#state = next;
    this.#logs.landed(commit, logs.files);
    journal.landed(waiting.length, own);
    return { kind: 'landed' };
  }

  /** A fresh nonce makes every commit differ: of two identical ones, the second push would seem to have landed. */
  #message(description: StepDescription): string {
    const { mask, random } = this.#doors;
    const what = mask.mask(description.what);
    return stateCommitMessage({ ...description, what, wake: this.#settings.wake, nonce: random.nonce() });
  }

  /** What a refusal means for the step; null: try again. */
  #judge(push: PushOutcome): Committed | null {
    if (push.kind !== 'refused') return null;
    const own = push.refs.find((ref) => ref.branch === this.#settings.branch);
    const branches = push.refs.filter((ref) => ref.branch !== this.#settings.branch);
    // A hook refuses a push as a whole: whether the state alone may pass is not known before it was tried.
    if (own?.reason === 'forbidden' && branches.length === 0) {
      throw new Halt(
        'forbidden',
        `The remote does not let the branch ${own.branch} be pushed: ${own.detail} Give the agent's token contents: write, and exempt ${own.branch} from rules.`,
      );
    }
    const isStateAtFault = own !== undefined && own.reason !== 'forbidden';
    if (isStateAtFault || branches.length === 0) return null;
    return { kind: 'branches_refused', refs: branches };
  }

  async #load(tip: Sha | null, signal: AbortSignal): Promise<void> {
    if (tip !== null) {
      const { branch, acceptsForeign } = this.#settings;
      const repository = acceptsForeign ? null : this.#settings.repository;
      this.#state = await readState(this.#doors.store, { tip, branch, repository }, signal);
    }
    this.#tip = tip;
    this.#logs.moved();
  }
}

type Attempt =
  | { readonly kind: 'landed' }
  | { readonly kind: 'stale' }
  | {
      readonly kind: 'open';
      readonly push: PushOutcome;
      readonly waiting: number;
      readonly own: readonly LogEntry[];
    };
