import type { Steps } from '../../core/text/steps.ts';

/**
 * What comes of long work on what git has told. After each step others have their turn: a stop, a deadline, the renewal of the
 * lock. Throws when the work is not to go on.
 */
export async function inTurns<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    await nextTurn();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The records of an output of git that ends each with NUL, or all but the last. */
export function* recordsOf(bytes: Buffer): Generator<string, void> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const to = end < 0 ? bytes.length : end;
    yield bytes.toString('utf8', at, to);
    at = to + 1;
  }
}
