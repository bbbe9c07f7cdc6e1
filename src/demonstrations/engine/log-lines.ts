import type { LogEntry } from '../../core/event.ts';
import type { ShownEntry } from '../../pages/shown-entry.ts';

interface ShownLog {
  readonly lines: readonly LogEntry[];
  readonly mishaps: readonly ShownEntry[];
}

/** The log as people are shown it, without the lines that say nothing new; with what happened to the runners. */
export function shownLines(log: ShownLog | null | undefined): readonly ShownEntry[] {
  if (log === null || log === undefined) return [];
  const said = log.lines.flatMap(({ ts, level, message }, key) =>
    level === 'debug' ? [] : [{ key, at: Date.parse(ts), level, text: message }],
  );
  return [...said, ...log.mishaps].toSorted((one, other) => one.at - other.at);
}
