import type { LogEntry } from '../../core/event.ts';
import type { Progress } from '../../ports.ts';
import { plainLine } from '../words/display-width.ts';
import { progressLine } from './progress.ts';

/** One log entry for the log of a job: `03:00:12 warn: docs-index: sentence`. */
export function jobLogLine(entry: LogEntry): string {
  const level = entry.level === 'warn' || entry.level === 'error' ? `${entry.level}: ` : '';
  const goal = entry.goal === undefined ? '' : `${entry.goal}: `;
  return harmlessLine(`${entry.ts.slice(11, 19)} ${level}${goal}${entry.message}`);
}

/** What is going on between two log lines. */
export function jobProgressLine(progress: Progress): string {
  return harmlessLine(`- ${progressLine(progress)}`);
}

/**
 * One line that gives the runner no command: a command has `::` at the start of a line, or `##[` anywhere.
 * Otherwise the text of a stranger, once the agent has read it, could set outputs, hide lines or forge notes.
 */
export function harmlessLine(text: string): string {
  return plainLine(text)
    .replace(/^(?=::)/, '· ')
    .replace(/##(?=\[)/g, '##\u200B');
}
