import type { LogLevel } from '../../../core/event.ts';
import type { PageLine } from '../line-ids.ts';

/** Which lines are shown. Empty texts leave nothing out. */
export interface LineFilter {
  readonly text: string;
  readonly goal: string;
  readonly run: string;
  readonly level: LogLevel;
}

export const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
export const NO_FILTER: LineFilter = { text: '', goal: '', run: '', level: 'info' };

/** All words of the text have to be in the line, in whatever order. */
export function matcherOf({ text, goal, run, level }: LineFilter): (line: PageLine) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const least = LEVELS.indexOf(level);
  return (line) => {
    if (LEVELS.indexOf(line.level) < least) return false;
    if (goal !== '' && line.goal !== goal) return false;
    if (run !== '' && !line.wake.startsWith(run)) return false;
    if (words.length === 0) return true;
    const whole = `${line.ts} ${line.goal ?? ''} ${line.event} ${line.message}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  };
}
