import { Halt } from '../core/ending.ts';
import { ITEM_TIME_UP } from '../core/item-ending.ts';
import type { Hands } from './pursuit.ts';

/** The planned ending behind an error; an abort says why in its signal. Everything else is a defect and goes on up. */
export async function haltBehind(error: unknown, hands: Hands): Promise<Halt> {
  if (error instanceof Halt) return error;
  if (!hands.signal.aborted) throw error;
  if (hands.signal.reason instanceof Halt) return hands.signal.reason;
  try {
    await hands.stillAllowed();
  } catch (stop) {
    if (stop instanceof Halt) return stop;
    throw stop;
  }
  return hands.secondsLeft() <= 0
    ? new Halt('time_limit', ITEM_TIME_UP)
    : new Halt('cancelled', 'The work was cancelled.');
}
