import type { Clock } from '../../../src/ports.ts';

/** A clock that only moves when it is told to, or when somebody sleeps. */
export class ManualClock implements Clock {
  #now: number;
  #elapsed = 0;
  readonly #repeats = new Set<{ readonly ms: number; readonly action: () => void; next: number }>();

  constructor(start: number) {
    this.#now = start;
  }

  /** Another clock that shows the same, without what this one repeats. */
  copy(): ManualClock {
    const clock = new ManualClock(this.#now);
    clock.#elapsed = this.#elapsed;
    return clock;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.advance(ms);
    // Others get their turn, as they would while this one really slept.
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }

  every(ms: number, action: () => void): () => void {
    const repeat = { ms, action, next: this.#elapsed + ms };
    this.#repeats.add(repeat);
    return () => void this.#repeats.delete(repeat);
  }

  advance(ms: number): void {
    this.#now += ms;
    this.#elapsed += ms;
    for (const repeat of [...this.#repeats]) {
      if (repeat.next > this.#elapsed) continue;
      repeat.next = this.#elapsed + repeat.ms;
      repeat.action();
    }
  }

  /** The wall clock alone, as when somebody sets it. */
  jumpTo(time: number): void {
    this.#now = time;
  }
}
