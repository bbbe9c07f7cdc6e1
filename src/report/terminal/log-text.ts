import { ENDINGS } from '../../core/ending.ts';
import type { LogEntry, LogLevel } from '../../core/event.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import { displayWidth, plainLine, wrapToWidth } from '../words/display-width.ts';
import type { Style, Tone } from '../words/palette.ts';
import { count, exactTime } from '../words/sentences.ts';

const LEVEL_TONES = { debug: 'dim', info: 'plain', warn: 'warn', error: 'bad' } as const satisfies Record<
  LogLevel,
  Tone
>;

/** Of what is shown of an entry; the agent writes no longer ones. */
const LONGEST_LINE = 16_000;

/** One log entry on the terminal: time, goal, sentence; wrapped under itself. */
export function logLine(entry: LogEntry, style: Style): string {
  const head = `${exactTime(entry.ts)}  `;
  const level = entry.level === 'warn' || entry.level === 'error' ? `${entry.level}: ` : '';
  const goal = entry.goal === undefined ? '' : `${plainLine(entry.goal)}: `;
  const indent = displayWidth(head);
  // Nobody but the agent keeps to a length, and a text is wrapped in time that grows faster than it does.
  const text = cutBetweenWords(`${level}${goal}${entry.message}`, LONGEST_LINE);
  const lines = wrapToWidth(plainLine(text), Math.max(20, style.width - indent));
  return lines
    .map((line, index) => {
      const start = index === 0 ? style.paint('dim', head) : ' '.repeat(indent);
      return start + style.paint(LEVEL_TONES[entry.level], line);
    })
    .join('\n');
}

/**
 * The `log` command: oldest first, a heading for each wake. Where routine is left out, wakes in a row that wrote nothing else
 * share a line, so that silence can be told from sleep.
 */
export function logText(entries: readonly LogEntry[], style: Style, isRoutineShown = true): string {
  if (entries.length === 0) return 'No log line matches.\n';
  const blocks: string[] = [];
  let quiet: (readonly LogEntry[])[] = [];
  for (const run of runsOf(entries)) {
    const shown = isRoutineShown ? run : withoutRoutine(run);
    if (shown.length === 0) {
      quiet.push(run);
      continue;
    }
    blocks.push(...quietBlock(quiet, style), runBlock(shown, style));
    quiet = [];
  }
  return [...blocks, ...quietBlock(quiet, style)].join('\n');
}

/** Lines in a row of the same wake. */
function runsOf(entries: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const starts = entries.flatMap(({ wake }, index) => (wake === entries[index - 1]?.wake ? [] : [index]));
  return starts.map((start, n) => entries.slice(start, starts[n + 1]));
}

/** A sign of life says no more than the line that wakes in a row share. */
function withoutRoutine(run: readonly LogEntry[]): readonly LogEntry[] {
  return run.filter(({ level, event }) => level !== 'debug' && event !== 'heartbeat');
}

function runBlock(run: readonly LogEntry[], style: Style): string {
  const heading = style.paint('strong', `Run ${plainLine(run[0]?.wake ?? '')}`);
  return `${[heading, ...run.map((entry) => logLine(entry, style))].join('\n')}\n`;
}

/** Wakes in a row that share a line; no line for none. Failing as before is nothing new either, but it is no sleep. */
function quietBlock(runs: readonly (readonly LogEntry[])[], style: Style): readonly string[] {
  const last = runs.at(-1)?.at(-1);
  if (last === undefined) return [];
  const failed = runs.filter((run) => run.some(isFailure)).length;
  const until = `Nothing new until ${exactTime(last.ts)}`;
  const again = failed === 0 ? '' : `: ${count(failed, 'run')} failed as before`;
  return [`${style.paint(failed === 0 ? 'dim' : 'warn', `${until}${again}.`)}\n`];
}

function isFailure({ event, data }: LogEntry): boolean {
  return event === 'lease_released' && FAILURES.has(data?.['ending']);
}

const FAILURES: ReadonlySet<unknown> = new Set(
  Object.entries(ENDINGS).flatMap(([ending, { level }]) => (level === 'info' ? [] : [ending])),
);
