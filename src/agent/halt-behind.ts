import { Halt } from '../core/ending.ts';
import { ITEM_TIME_UP } from '../core/item-ending.ts';
import type { LoopDependencies } from './pursuit.ts';

/** The planned ending behind an error; an abort says why in its signal. Everything else is a defect and goes on up. */
export async function haltBehind(error: unknown, deps: LoopDependencies): Promise<Halt> {
  if (error instanceof Halt) return error;
  if (!deps.signal.aborted) throw error;
  if (deps.signal.reason instanceof Halt) return deps.signal.reason;
  try {
    await deps.stillAllowed();
  } catch (stop) {
    if (stop instanceof Halt) return stop;
    throw stop;
  }
  return deps.secondsLeft() <= 0
    ? new Halt('time_limit', ITEM_TIME_UP)
    : new Halt('cancelled', 'The work was cancelled.');
}
