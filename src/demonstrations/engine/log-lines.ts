import type { LogEntry } from '../../core/event.ts';
import type { ShownEntry } from '../../pages/log-view.tsx';

/** The log as people are shown it: without the lines that say nothing new. */
export function shownLines(lines: readonly LogEntry[]): readonly ShownEntry[] {
  return lines.flatMap(({ ts, level, message }, key) =>
    level === 'debug' ? [] : [{ key, at: Date.parse(ts), level, text: message }],
  );
}
