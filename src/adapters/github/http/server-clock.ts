import type { Clock } from '../../../ports.ts';

/** The server's time as its last answer told it, carried on by a clock that never jumps. Never ahead of the server. */
export class ServerClock {
  readonly #clock: Clock;
  #told: { readonly time: number; readonly at: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `date`: the header of an answer. */
  note(date: string | null): void {
    const time = Date.parse(date ?? '');
    if (Number.isFinite(time)) this.#told = { time, at: this.#clock.monotonic() };
  }

  /** Ms since 1970 UTC; null: no answer has told it yet. */
  now(): number | null {
    if (this.#told === null) return null;
    return Math.floor(this.#told.time + this.#clock.monotonic() - this.#told.at);
  }
}
