import { Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { isOutage, leaseLost } from '../../core/halt.ts';
import { ITEM_TIME_UP } from '../../core/item-ending.ts';
import type { Lease, State } from '../../core/state.ts';
import { refuseDisabled } from '../../ledger/refuse-disabled.ts';
import type { Session } from './session.ts';

/** The state branch and the workflow's own state are read again at most this often, and always before an outside effect. */
const LOOK_EVERY_MS = 15_000;
/** Inside the work tree nothing can be harmed: so long a wake may work on while the remote does not answer. */
const BLIND_MS = 60_000;
const TICK_MS = 1_000;

/** The lease that is watched over. */
interface Watched {
  readonly session: Session;
  readonly goal: Goal;
  leaseIn(state: State): Lease | null;
  reasonToEnd(state: State): Halt | null;
}

/**
 * Answers the one question that is asked before every model call, tool call and effect: may this wake go on?
 * While a model call or a check runs it goes on asking, and aborts it when the answer is no.
 */
export class Watch {
  readonly #hold: Watched;
  readonly #controller = new AbortController();
  /** Of the item that is worked on: it begins anew with each item, so that no item ends by the time of another. */
  #item = new AbortController();
  #lookedAt: number;
  #itemEnd = Number.POSITIVE_INFINITY;
  #looking: Promise<void> | null = null;

  constructor(hold: Watched) {
    this.#hold = hold;
    this.#lookedAt = hold.session.world.clock.monotonic();
  }

  /** Aborts with a `Halt` once the wake, or the item that is worked on now, may not go on. */
  get signal(): AbortSignal {
    return AbortSignal.any([this.#controller.signal, this.#item.signal, this.#hold.session.deadline.work]);
  }

  /** An item's own time begins: it ends with a `time_limit` of the item. */
  startItem(minutes: number): void {
    this.#item = new AbortController();
    this.#itemEnd = this.#now() + minutes * 60_000;
  }

  /** The same item goes on, and has so many minutes from now on. */
  beginTime(minutes: number): void {
    this.#itemEnd = this.#now() + minutes * 60_000;
  }

  /** The item is over: its time ends neither its effects nor the next item. */
  endItem(): void {
    this.#itemEnd = Number.POSITIVE_INFINITY;
  }

  /** Until the item or the wake must end, whichever comes first. */
  secondsLeft(): number {
    const ms = Math.min(this.#itemEnd - this.#now(), this.#hold.session.deadline.msLeft());
    return Math.max(0, Math.floor(ms / 1000));
  }

  /** Throws the planned ending when the wake, or this item of it, may not go on. */
  async stillAllowed(): Promise<void> {
    this.#checkClocks();
    if (this.#now() - this.#lookedAt < LOOK_EVERY_MS) return;
    try {
      await this.#look();
    } catch (reason) {
      if (!isOutage(reason) || this.#now() - this.#lookedAt >= BLIND_MS) throw reason;
    }
  }

  /** The same, before a mere question to GitHub: an answer that takes `timeoutMs` must still come within the lease. */
  async questionAllowed(timeoutMs: number): Promise<void> {
    await this.stillAllowed();
    this.#checkLease(timeoutMs);
  }

  /** The same, before an effect: after a fresh look, and only when a request of `timeoutMs` fits into the lease. */
  async effectAllowed(timeoutMs: number): Promise<void> {
    await this.#look();
    this.#checkClocks();
    this.#checkLease(timeoutMs);
  }

  #checkLease(timeoutMs: number): void {
    if (this.#hold.session.deadline.msLeaseLeft() > timeoutMs) return;
    throw new Halt('time_limit', 'The lock ends too soon for a request to GitHub.');
  }

  /** Runs `body` and keeps asking beside it. */
  async during<T>(body: () => Promise<T>): Promise<T> {
    const stop = this.#hold.session.world.clock.every(TICK_MS, () => void this.#tick());
    try {
      return await body();
    } finally {
      stop();
      await this.#looking?.catch(() => undefined);
    }
  }

  async #tick(): Promise<void> {
    try {
      await this.stillAllowed();
    } catch (reason) {
      if (!(reason instanceof Halt)) return;
      const isOfItem = reason.detail === ITEM_TIME_UP;
      (isOfItem ? this.#item : this.#controller).abort(reason);
    }
  }

  #checkClocks(): void {
    this.#hold.session.deadline.check();
    if (this.#controller.signal.aborted) throw this.#controller.signal.reason;
    if (this.#now() >= this.#itemEnd) throw new Halt('time_limit', ITEM_TIME_UP);
  }

  /** One look at a time: git keeps one fetch per repository. */
  async #look(): Promise<void> {
    this.#looking ??= this.#fetch().finally(() => {
      this.#looking = null;
    });
    await this.#looking;
  }

  /** The state branch comes last: nothing is asked of GitHub between it and an effect. */
  async #fetch(): Promise<void> {
    const { ledger, deadline } = this.#hold.session;
    await refuseDisabled(this.#hold.session);
    await ledger.refresh(deadline.work);
    this.#lookedAt = this.#now();
    const halt = this.#hold.reasonToEnd(ledger.state);
    if (halt !== null) throw halt;
    if (this.#hold.leaseIn(ledger.state) === null) throw leaseLost(this.#hold.goal.id);
  }

  #now(): number {
    return this.#hold.session.world.clock.monotonic();
  }
}
