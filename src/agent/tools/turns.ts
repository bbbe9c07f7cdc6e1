import type { Mask } from '../../core/access/mask.ts';
import type { Masked } from '../../core/text/masked.ts';
import type { Steps } from '../../core/text/steps.ts';
import type { Clock } from '../../ports.ts';

/** After that long the process looks at what else has happened, ms: a stop, a deadline, the renewal of its lock. */
const TURN_MS = 50;
/** So many small things are done between two looks at the clock. */
const AT_ONCE = 64;

interface Waiting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Lets others have their turn during long work on text that somebody else wrote. */
export class Turns {
  readonly #waiting: Waiting;
  #since: number;

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
    this.#since = waiting.clock.monotonic();
  }

  /** Others have just had their turn, while something was waited for. */
  begin(): void {
    this.#since = this.#waiting.clock.monotonic();
  }

  /** Rests where the last rest was long ago. Throws when the work is not to go on. */
  async rest(): Promise<void> {
    const { clock, signal } = this.#waiting;
    signal.throwIfAborted();
    if (clock.monotonic() - this.#since < TURN_MS) return;
    await clock.sleep(0, signal);
    this.begin();
  }

  async through<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      await this.rest();
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same as `mask.mask`. The mask remembers the text, so that masking it once more takes no time. */
  mask(text: string, mask: Mask): Promise<Masked> {
    return this.through(mask.inSteps.mask(text));
  }

  async filter<T>(all: readonly T[], isKept: (each: T) => boolean): Promise<readonly T[]> {
    const kept: T[] = [];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      await this.rest();
      kept.push(...all.slice(at, at + AT_ONCE).filter(isKept));
    }
    return kept;
  }

  /** The first of `all` for which `look` gives something; null: there is none. */
  async find<T, Found>(all: readonly T[], look: (each: T) => Found | null): Promise<Found | null> {
    for (const [at, each] of all.entries()) {
      if (at % AT_ONCE === 0) await this.rest();
      const found = look(each);
      if (found !== null) return found;
    }
    return null;
  }
}
