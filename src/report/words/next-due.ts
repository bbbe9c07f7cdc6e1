import type { DueTime } from '../../core/report/report.ts';
import { fromNow, longTime, type Moment, shortTime } from './sentences.ts';

/** When a goal is due next, as one sentence; a goal whose time has come is simply due. `name`: the goal, as it is shown. */
export function nextDueWords(next: { readonly name: string; readonly at: Moment }, now: number): string {
  const { name, at } = next;
  if (isDue(at, now)) return `${name} is due now. The next run works on it.`;
  return `${name} is due next: ${longTime(at)}, ${fromNow(at, now)}.`;
}

export function isDue(at: Moment, now: number): boolean {
  return new Date(at).getTime() <= now;
}

/** The same for the cell of a table. Null: it is never due, as things stand. */
export function dueCell(at: Moment | null, now: number): string {
  if (at === null) return '–';
  return isDue(at, now) ? 'now' : shortTime(at);
}

/** Behind a due time; nothing where no draft is in its way. */
export function waitWords({ isHeldUp }: Pick<DueTime, 'isHeldUp'>): string {
  return isHeldUp ? '; it is skipped if the draft still waits for your review then' : '';
}
