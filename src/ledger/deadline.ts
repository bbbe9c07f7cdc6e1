import { Halt } from '../core/ending.ts';
import type { Clock } from '../ports.ts';

/** How long after the wake's deadline its leases end. Never renewed. */
const LEASE_AFTER_DEADLINE_MS = 60_000;
/** The last push must be over a little before the leases are. */
const LAST_PUSH_MARGIN_MS = 5_000;

/**
 * The wake's one deadline, by the wall clock or the monotonic one, whichever comes first, as signals
 * that go through every wait, child process and request.
 */
export class Deadline {
  readonly #clock: Clock;
  readonly #wallEnd: number;
  readonly #monotonicEnd: number;
  readonly #work = new AbortController();
  readonly #save = new AbortController();
  readonly #stopTicking: () => void;
  readonly #onCancel: () => void;
  readonly #cancel: AbortSignal;

  constructor(clock: Clock, minutes: number, cancel: AbortSignal) {
    this.#clock = clock;
    this.#wallEnd = clock.now() + minutes * 60_000;
    this.#monotonicEnd = clock.monotonic() + minutes * 60_000;
    this.#cancel = cancel;
    this.#onCancel = () => this.#work.abort(new Halt('cancelled', 'The run was cancelled.'));
    if (cancel.aborted) this.#onCancel();
    else cancel.addEventListener('abort', this.#onCancel, { once: true });
    this.#stopTicking = clock.every(500, () => this.#tick());
  }

  /** Wall-clock time at which leases taken by this wake end, ms. */
  get leaseEnd(): number {
    return this.#wallEnd + LEASE_AFTER_DEADLINE_MS;
  }

  /** Aborts at the deadline or when the run is cancelled; the reason is a `Halt`. */
  get work(): AbortSignal {
    return this.#work.signal;
  }

  /** Aborts shortly before the leases end: for the one push that saves and releases. */
  get save(): AbortSignal {
    return this.#save.signal;
  }

  msLeft(): number {
    return Math.min(this.#wallEnd - this.#clock.now(), this.#monotonicEnd - this.#clock.monotonic());
  }

  /** Whether so much time is left. */
  hasTimeFor(minutes: number): boolean {
    return this.msLeft() >= minutes * 60_000;
  }

  /** Milliseconds until the leases end. */
  msLeaseLeft(): number {
    return this.msLeft() + LEASE_AFTER_DEADLINE_MS;
  }

  /** Throws the planned ending once the time is up or the run is cancelled. */
  check(): void {
    this.#tick();
    if (this.#work.signal.aborted) throw this.#work.signal.reason;
  }

  close(): void {
    this.#stopTicking();
    this.#cancel.removeEventListener('abort', this.#onCancel);
  }

  #tick(): void {
    const left = this.msLeft();
    if (left <= 0 && !this.#work.signal.aborted) {
      this.#work.abort(new Halt('time_limit', 'The time of the run was used up.'));
    }
    if (left + LEASE_AFTER_DEADLINE_MS - LAST_PUSH_MARGIN_MS <= 0 && !this.#save.signal.aborted) {
      this.#save.abort(new Halt('lease_lost', 'The locks of this run have ended.'));
    }
  }
}
