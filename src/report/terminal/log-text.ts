import type { LogEntry, LogLevel } from '../../core/event.ts';
import { displayWidth, plainLine, wrapToWidth } from '../words/display-width.ts';
import type { Style, Tone } from '../words/palette.ts';
import { exactTime } from '../words/sentences.ts';

const LEVEL_TONES = { debug: 'dim', info: 'plain', warn: 'warn', error: 'bad' } as const satisfies Record<
  LogLevel,
  Tone
>;

/** One log entry on the terminal: time, goal, sentence; wrapped under itself. */
export function logLine(entry: LogEntry, style: Style): string {
  const head = `${exactTime(entry.ts)}  `;
  const level = entry.level === 'warn' || entry.level === 'error' ? `${entry.level}: ` : '';
  const goal = entry.goal === undefined ? '' : `${plainLine(entry.goal)}: `;
  const indent = displayWidth(head);
  const lines = wrapToWidth(plainLine(`${level}${goal}${entry.message}`), Math.max(20, style.width - indent));
  return lines
    .map((line, index) => {
      const start = index === 0 ? style.paint('dim', head) : ' '.repeat(indent);
      return start + style.paint(LEVEL_TONES[entry.level], line);
    })
    .join('\n');
}

/** The `log` command: oldest first, a heading for each wake. */
export function logText(entries: readonly LogEntry[], style: Style): string {
  if (entries.length === 0) return 'No log line matches.\n';
  const lines = entries.flatMap((entry, index) => {
    const isNewWake = index === 0 || entries[index - 1]?.wake !== entry.wake;
    const heading = style.paint('strong', `Run ${plainLine(entry.wake)}`);
    return isNewWake
      ? [...(index === 0 ? [] : ['']), heading, logLine(entry, style)]
      : [logLine(entry, style)];
  });
  return `${lines.join('\n')}\n`;
}
