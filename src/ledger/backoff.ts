import { Halt } from '../core/ending.ts';
import { isOutage } from '../core/halt.ts';
import type { Clock, PushOutcome, Random } from '../ports.ts';

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;
const MOST_DENIED = 4;
/** After a refusal: somebody else has landed, so whoever waits longer only loses more races. */
const LONGEST_AFTER_REFUSAL_MS = 1_600;

/** Pauses that grow, with jitter, so that many wakes do not come back at the same moment. */
export class Waiting {
  readonly #ports: { readonly clock: Clock; readonly random: Random };
  readonly #end: number;
  #wait = FIRST_WAIT_MS;

  /** `patienceMs`: how long an outage is waited out. */
  constructor(ports: { readonly clock: Clock; readonly random: Random }, patienceMs: number) {
    this.#ports = ports;
    this.#end = ports.clock.monotonic() + patienceMs;
  }

  async once(signal: AbortSignal): Promise<void> {
    await this.#ports.clock.sleep(this.#wait * (0.5 + this.#ports.random.fraction()), signal);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  /** The pause after a push that did not land. A refusal says that the remote is well and others get on. */
  async after(push: PushOutcome['kind'], signal: AbortSignal): Promise<void> {
    if (push === 'refused') this.#wait = Math.min(this.#wait, LONGEST_AFTER_REFUSAL_MS);
    await this.once(signal);
  }

  /**
   * Repeats `look` while the remote cannot be reached, and a few times where it lets nobody in: a busy server says that as well.
   * Only for what changes nothing.
   */
  async through(look: () => Promise<void>, signal: AbortSignal): Promise<void> {
    for (let denied = 0; ; ) {
      try {
        return await look();
      } catch (reason) {
        const isDenied = reason instanceof Halt && reason.ending === 'forbidden';
        denied += isDenied ? 1 : 0;
        const isPassing = isDenied ? denied < MOST_DENIED : isOutage(reason);
        if (!isPassing || this.#ports.clock.monotonic() >= this.#end) throw reason;
      }
      await this.once(signal);
    }
  }
}
