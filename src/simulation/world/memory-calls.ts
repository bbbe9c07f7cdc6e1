import { Halt } from '../../core/ending.ts';
import { Killed } from './memory-remote.ts';

export type CallFault = 'die_before' | 'die_after' | 'error_before' | 'error_after';

/** A port in memory whose calls can be made to go wrong. */
export interface FaultyPort<Name extends string> {
  /** Calls that reached it, from 1. */
  calls: number;
  /** Set to make the n-th call go wrong. */
  onCall: (call: number, name: Name) => CallFault | null;
  /** What an outage throws. */
  outage: Error;
}

export function noAnswer(): Error {
  return new Halt('github_unavailable', 'GitHub does not answer.');
}

/** What each call of one wake goes through; `kill` ends that wake's process. */
export function callsOf<Name extends string>(port: FaultyPort<Name>, kill: () => void) {
  return async <T>(name: Name, signal: AbortSignal, body: () => T): Promise<T> => {
    signal.throwIfAborted();
    port.calls += 1;
    const fault = port.onCall(port.calls, name);
    if (fault === 'die_before') die(kill);
    if (fault === 'error_before') throw port.outage;
    const result = body();
    if (fault === 'die_after') die(kill);
    if (fault === 'error_after') throw port.outage;
    return result;
  };
}

function die(kill: () => void): never {
  kill();
  throw new Killed();
}

/** Drafts, alerts and issues of a repository share one sequence of numbers. */
export class NumberCounter {
  /** Told of each number when it is given. */
  given: (number: number) => void = () => {};
  #last: number;

  constructor(last = 0) {
    this.#last = last;
  }

  get last(): number {
    return this.#last;
  }

  copy(): NumberCounter {
    return new NumberCounter(this.#last);
  }

  next(): number {
    this.#last += 1;
    this.given(this.#last);
    return this.#last;
  }
}
