import type { Clock } from '../../ports.ts';
import type { PlannedEvent, VirtualTime } from '../time/virtual-time.ts';

/** `frozen`: as SIGSTOP does it; `dead`: as SIGKILL does it. */
export type RunnerState = 'running' | 'frozen' | 'dead' | 'ended';

/** A process that can be frozen, thawed and killed at any moment. It notices none of it; what it asked for still arrives elsewhere. */
export class Runner {
  readonly id: string;
  readonly #time: VirtualTime;
  #ahead: number;
  #state: RunnerState = 'running';
  #missed: (() => void)[] = [];

  constructor(id: string, time: VirtualTime, ahead = 0) {
    this.id = id;
    this.#time = time;
    this.#ahead = ahead;
  }

  get state(): RunnerState {
    return this.#state;
  }

  /** How far its wall clock is ahead, ms. */
  get ahead(): number {
    return this.#ahead;
  }

  /** Somebody, or a time server, sets its wall clock. */
  jump(ms: number): void {
    this.#ahead += ms;
  }

  /** It goes on where it stood; what it missed meanwhile comes first. */
  thaw(): void {
    if (this.#state !== 'frozen') return;
    this.#state = 'running';
    for (const act of this.#missed.splice(0)) act();
  }

  freeze(): void {
    if (this.#state === 'running') this.#state = 'frozen';
  }

  kill(): void {
    if (this.#state === 'ended') return;
    this.#state = 'dead';
    this.#missed = [];
  }

  end(): void {
    this.#state = 'ended';
  }

  /** Something that happens in this process: while it is frozen it waits, and once it is dead it never happens. */
  after(ms: number, act: () => void): PlannedEvent {
    return this.#time.after(ms, () => this.#happen(act));
  }

  clock(): Clock {
    return {
      now: () => this.#time.now() + this.#ahead,
      monotonic: () => this.#time.now(),
      sleep: (ms, signal) => this.#sleep(ms, signal),
      every: (ms, action) => this.#every(ms, action),
    };
  }

  #happen(act: () => void): void {
    if (this.#state === 'frozen') this.#missed.push(() => this.#happen(act));
    else if (this.#state === 'running') act();
  }

  #sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const planned = this.after(ms, () => {
        signal.removeEventListener('abort', stop);
        resolve();
      });
      const stop = (): void => {
        planned.cancel();
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
    });
  }

  #every(ms: number, action: () => void): () => void {
    let planned: PlannedEvent | null = null;
    const again = (): void => {
      planned = this.after(ms, () => {
        // First of all the next one, so that an action can call the whole off.
        again();
        action();
      });
    };
    again();
    return () => planned?.cancel();
  }
}
