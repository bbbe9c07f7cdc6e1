import { ENDINGS, type Ending } from '../ending.ts';
import type { Status } from '../state.ts';
import { HOUR_MS } from '../time.ts';

/**
 * Whether a wake that holds no goal writes something all the same: at most hourly, so that silence can be told from
 * sleep, and at once when it ends otherwise than the last one did, so that the status is true. `now` in ms.
 */
export function owesSignOfLife(status: Status, ending: Ending, now: number): boolean {
  const { seen_at, stop } = status;
  const isFresh = seen_at !== null && now - Date.parse(seen_at) < HOUR_MS;
  // A wake that runs is not stopped: nobody is to read any longer that it was.
  return !isFresh || stop !== null || isNewEnding(status, ending);
}

/** Whether people should know of an ending, and the last wake did not end so. */
export function isNewEnding(status: Status, ending: Ending): boolean {
  return ENDINGS[ending].level !== 'info' && status.last_wake?.ending !== ending;
}
