import type { Clock } from '../../ports.ts';

interface SilenceOptions {
  /** How long nothing may be heard; undefined: as long as it likes. */
  readonly ms: number | undefined;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly kill: () => void;
}

/** Ends a process that says nothing. One timer at a time runs, however much is said. */
export class SilenceLimit {
  readonly #limit: SilenceOptions;
  #heardAt: number;
  #hasEnded = false;
  #isOver = false;

  constructor(limit: SilenceOptions) {
    this.#limit = limit;
    this.#heardAt = limit.clock.monotonic();
    if (limit.ms !== undefined) this.#waitFor(limit.ms);
  }

  /** Whether the process was killed because of it. */
  get isOver(): boolean {
    return this.#isOver;
  }

  heard(): void {
    this.#heardAt = this.#limit.clock.monotonic();
  }

  end(): void {
    this.#hasEnded = true;
  }

  #waitFor(ms: number): void {
    AbortSignal.timeout(Math.max(1, Math.ceil(ms))).addEventListener('abort', () => this.#look());
  }

  #look(): void {
    const { ms = 0, clock, kill } = this.#limit;
    if (this.#hasEnded) return;
    const rest = this.#heardAt + ms - clock.monotonic();
    if (rest > 0) this.#waitFor(rest);
    else {
      this.#isOver = true;
      kill();
    }
  }
}
