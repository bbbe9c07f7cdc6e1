import type { LogEntry } from '../../../../src/core/event.ts';

/** A line of the log of the goal `tidy`. */
export function logLineWith(fields: Partial<LogEntry>): LogEntry {
  return {
    ts: '2026-11-22T03:00:00Z',
    level: 'info',
    event: 'lease_taken',
    message: 'x',
    wake: '1-1',
    goal: 'tidy',
    ...fields,
  };
}
