import { emptyState, encodeState } from '../config/state/state-files.ts';
import { maskedAboveFoot } from '../core/access/mask-foot.ts';
import { type MaskedRecord, published } from '../core/access/masked-record.ts';
import { Halt } from '../core/ending.ts';
import type { LogEvent } from '../core/log/log-event.ts';
import { begunAt, underItsName } from '../core/repository-identity.ts';
import type { State } from '../core/state.ts';
import type { Masked } from '../core/text/masked.ts';
import { isoTime, utcDay } from '../core/time.ts';
import type { PushOutcome, RefRefusal, Sha } from '../ports.ts';
import { stateCommitMessage } from '../report/on-github/commit-message.ts';
import { Waiting } from './backoff.ts';
import { DayLogs } from './day-logs.ts';
import type { MaskedEntry } from './journal.ts';
import type { LedgerDependencies, LedgerSettings } from './ledger-settings.ts';
import { maskChanges, maskedPage } from './mask-deep.ts';
import { latestTime, readState, STOP_FILE, tipOfFirstWake } from './read-state.ts';
import { RefusalCounter } from './refusal-counter.ts';
import { type CommitAttempt, type Committed, refUpdatesOf, type Step, type StepDescription } from './step.ts';

/** The state branch: one snapshot in, one compare-and-swap out. Nothing else writes it. */
export class Ledger {
  readonly #ports: LedgerDependencies;
  readonly #settings: LedgerSettings;
  readonly #logs: DayLogs;
  /** Lines of pushes without an answer: they may be in the log already. */
  readonly #sent = new Set<MaskedEntry>();
  #tip: Sha | null = null;
  #state: MaskedRecord<State>;

  private constructor(ports: LedgerDependencies, settings: LedgerSettings) {
    this.#ports = ports;
    this.#settings = settings;
    this.#logs = new DayLogs(ports.store, settings.logDays);
    this.#state = published(emptyState(settings.repository.name));
  }

  /** Reads the state at `tip`. Without a state branch it starts an empty one, unless work branches say that one is missing. */
  static async open(
    ports: LedgerDependencies,
    settings: LedgerSettings,
    at: { readonly tip: Sha | null; readonly signal: AbortSignal },
  ): Promise<Ledger> {
    const ledger = new Ledger(ports, settings);
    const tip = at.tip ?? (await tipOfFirstWake(ports.store, settings.branch, at.signal));
    await ledger.#load(tip, at.signal);
    return ledger;
  }

  get state(): MaskedRecord<State> {
    return this.#state;
  }

  get tip(): Sha | null {
    return this.#tip;
  }

  /** Looks at the remote once more. */
  async refresh(signal: AbortSignal): Promise<void> {
    const tip = await this.#ports.store.fetchState(signal);
    if (tip === this.#tip) return;
    if (tip === null) {
      throw new Halt(
        'bad_state_file',
        `The branch ${this.#settings.branch} was deleted during the run. Restore it, or delete all branches under wakeful/ to start over.`,
      );
    }
    await this.#load(tip, signal);
  }

  /** Writes one step. Throws the signal's reason when there is no time left. */
  async commit(step: Step, signal: AbortSignal): Promise<Committed> {
    const waiting = new Waiting(this.#ports, step.patienceMs ?? Number.POSITIVE_INFINITY);
    const refusals = new RefusalCounter(this.#settings.branch, step.refs?.length ?? 0);
    for (let tried = 1; ; tried++) {
      const attempt = await this.#attempt(step, signal);
      if (attempt.kind === 'stale' || attempt.kind === 'landed') return attempt;
      const tip = this.#tip;
      const isLast = tried >= (step.tries ?? Number.POSITIVE_INFINITY);
      // Before the look, not behind it: what was read before a pause is old when the pause is over.
      if (!isLast) await waiting.after(refusals.isRace ? attempt.push.kind : 'unknown', signal);
      await waiting.through(() => this.refresh(signal), signal);
      if (this.#holds(step, attempt)) return this.#landed(attempt.push);
      const refs = refusals.judge(attempt.push, this.#tip !== tip);
      if (refs !== null) return { kind: 'branches_refused', refs };
      if (isLast) return { kind: 'dropped' };
    }
  }

  /** What the state and the log would be if this step landed now; null: it is stale. */
  async foresee(step: Pick<Step, 'apply' | 'events'>, signal: AbortSignal) {
    const prepared = await this.#prepare(step, signal);
    return prepared && { state: prepared.next, log: this.#logs.recent(prepared.logFiles) };
  }

  async #prepare(step: Pick<Step, 'apply' | 'events'>, signal: AbortSignal) {
    const { clock, journal, mask } = this.#ports;
    const applied = step.apply(this.#state);
    if (applied === 'stale') return null;
    const named = this.#underItsName(applied);
    const next = maskChanges(
      this.#state,
      this.#tip === null ? begunAt(named, isoTime(clock.now())) : named,
      mask,
    );
    const waiting = journal.waiting;
    const events = [...this.#newNameIn(next), ...(step.events?.(next) ?? [])];
    const own = events.map((event) => journal.stamp(event));
    await this.#logs.load(this.#tip, utcDay(clock.now()), signal);
    const logFiles = await this.#logs.append(this.#tip, [...waiting, ...own], this.#sent, signal);
    return { next, waiting, own, logFiles };
  }

  async #attempt(step: Step, signal: AbortSignal): Promise<CommitAttempt> {
    signal.throwIfAborted();
    const { store, clock, journal, mask } = this.#ports;
    const prepared = await this.#prepare(step, signal);
    if (prepared === null) return { kind: 'stale' };
    const { next, waiting, own, logFiles } = prepared;
    const page = await this.#settings.page(next, this.#logs.recent(logFiles));
    const commit = await store.commit(
      {
        parent: this.#tip,
        files: new Map([
          ...encodeState(this.#tip === null ? null : this.#state, next),
          ...logFiles,
          ['README.md', maskedPage(page, mask)],
        ]),
        message: this.#message(step.describe(next)),
        author: { ...this.#settings.author, time: clock.now() },
      },
      signal,
    );
    const push = await store.push(
      [{ branch: this.#settings.branch, commit, expect: this.#tip }, ...(await refUpdatesOf(step))],
      signal,
    );
    if (push.kind !== 'landed') {
      for (const entry of waiting) this.#sent.add(entry);
      return { kind: 'open', commit, push, waiting: waiting.length, own };
    }
    this.#tip = commit;
    this.#state = next;
    this.#logs.landed(logFiles);
    journal.landed(waiting.length, own);
    return { kind: 'landed' };
  }

  /** Whoever may write the branch of another repository does not make it this one's. */
  #underItsName(state: State): State {
    const { acceptsForeign, repository } = this.#settings;
    return acceptsForeign ? state : underItsName(state, repository);
  }

  #newNameIn({ lock }: State): readonly LogEvent[] {
    const from = this.#state.lock.repository;
    if (this.#tip === null || from === lock.repository || this.#settings.acceptsForeign) return [];
    return [{ event: 'repository_renamed', from, to: lock.repository }];
  }

  /** A fresh nonce makes every commit differ: of two identical ones, the second push would seem to have landed. */
  #message(description: StepDescription): Masked {
    const { mask, random } = this.#ports;
    const what = mask.mask(description.what);
    const goal = description.goal === null ? null : mask.identity(description.goal);
    const origin = { wake: this.#settings.wake, nonce: random.nonce() };
    return maskedAboveFoot(stateCommitMessage({ ...description, goal, what, ...origin }), mask);
  }

  /** Whether the step has landed although its push did not say so. */
  #holds(step: Step, { commit, waiting, own }: Extract<CommitAttempt, { readonly kind: 'open' }>): boolean {
    const isHere = this.#tip !== null && (this.#tip === commit || step.isIn(this.#state));
    if (isHere) this.#ports.journal.landed(waiting, own);
    return isHere;
  }

  #landed(push: PushOutcome): Committed {
    const refs = this.#branchesIn(push);
    return refs.length === 0 ? { kind: 'landed' } : { kind: 'landed_without_branches', refs };
  }

  /** Git itself lets the rest of an atomic push land where a branch needs commits that the remote no longer reaches. */
  #branchesIn(push: PushOutcome): readonly RefRefusal[] {
    return push.kind === 'refused' ? push.refs.filter((ref) => ref.branch !== this.#settings.branch) : [];
  }

  async #load(tip: Sha | null, signal: AbortSignal): Promise<void> {
    if (tip !== null) {
      const { branch, acceptsForeign, acceptsFuture } = this.#settings;
      const repository = acceptsForeign ? null : this.#settings.repository;
      const latest = acceptsFuture ? null : latestTime(this.#ports.clock.now());
      this.#state = published(
        await readState(this.#ports.store, { tip, branch, repository, latest }, signal),
      );
    }
    this.#tip = tip;
    this.#logs.moved();
  }
}

/**
 * Sets or removes `state/STOP` and touches nothing else, so that it works on a branch whose state cannot be read.
 * `decide` gets the text that is there now, null for none, and gives the one that shall be.
 */
export async function swapStopFile(
  ports: Pick<LedgerDependencies, 'store' | 'clock' | 'random' | 'mask'>,
  settings: Pick<LedgerSettings, 'branch' | 'wake' | 'author'>,
  swap: {
    readonly what: string;
    readonly decide: (now: Masked | null) => Masked | null;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { store, clock, random, mask } = ports;
  const { branch, wake, author } = settings;
  const { what, decide, signal } = swap;
  const refusals = new RefusalCounter(branch, 0);
  let before: Sha | null | undefined;
  let refused: PushOutcome | null = null;
  for (const waiting = new Waiting(ports, 0); ; await waiting.once(signal)) {
    const tip = await store.fetchState(signal);
    if (refused !== null) refusals.judge(refused, tip !== before);
    before = tip;
    const files = tip === null ? null : await store.read(tip, [STOP_FILE], signal);
    const file = files?.get(STOP_FILE);
    const now = file === undefined ? null : published(file.text);
    const text = decide(now);
    if (text === now) return;
    const message = stateCommitMessage({
      goal: null,
      what: mask.mask(what),
      epoch: null,
      step: null,
      wake,
      nonce: random.nonce(),
    });
    const change = {
      parent: tip,
      files: new Map([[STOP_FILE, text]]),
      message: maskedAboveFoot(message, mask),
    };
    const commit = await store.commit({ ...change, author: { ...author, time: clock.now() } }, signal);
    const push = await store.push([{ branch, commit, expect: tip }], signal);
    if (push.kind === 'landed') return;
    refused = push;
  }
}
