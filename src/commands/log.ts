import { systemClock } from '../adapters/runner.ts';
import { parseSince } from '../config/fields/inputs.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { LogEntry, LogLevel } from '../core/event.ts';
import { PROGRAM } from '../core/text/program.ts';
import { type ReadLog, readLog } from '../ledger/read-log.ts';
import { problemSentence } from '../report/problems/problem.ts';
import { COMMAND_TEXTS, USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { logText } from '../report/terminal/log-text.ts';
import {
  type Command,
  type CommandCall,
  print,
  printAside,
  UsageError,
  writeJson,
} from './terminal/command.ts';
import { type Options, readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { findStateRemote, REMOTE_HELP, REMOTE_OPTIONS } from './worlds/state-remote.ts';
import { openReadingWorld } from './worlds/world.ts';

const HELP = `
${PROGRAM} log [options]

Shows what the agent did, oldest first, from the log that it commits.
${REMOTE_HELP}
  --since <time>       from then on: a duration such as 24h or 7d, or a time such as
                       2026-11-22T03:00Z
  --goal <id>          only this goal
  --wake <id>          only the run with this id
  --level <level>      debug, info, warn or error: this level and worse [info]; debug also
                       shows what repeats itself, and what another line says already
  --json               print the entries as one JSON document
`;

const OPTIONS = {
  ...REMOTE_OPTIONS,
  since: 'text',
  goal: 'text',
  wake: 'text',
  level: 'text',
  json: 'flag',
} as const;

const LEVELS = ['debug', 'info', 'warn', 'error'] as const satisfies readonly LogLevel[];

export const log: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, OPTIONS);
  refuseWords(words);
  const now = systemClock({ offsetMs: 0 }).now();
  // Wrong words are told before anything is read.
  filterOf(options, now);
  const level = levelOf(options);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const wanted = filterOf(options, now + remote.offsetMs);
  const { address, settings } = remote;
  const { entries, unreadableLines } = await readEveryDay(address, settings.stateBranch, signal);
  // Lines of routine are left out last: only there is it known which runs wrote nothing else.
  const least = options.json || level !== 'info' ? level : 'debug';
  const shown = entries.filter((entry) => wanted(entry) && isAtLeast(entry, least));
  if (unreadableLines > 0) printAside(terminal, `${COMMAND_TEXTS.unreadableLines(unreadableLines)}\n`);
  const at = await terminalAt(terminal, settings);
  if (options.json) writeJson(at, { source: remote.sentence, entries: shown });
  else {
    const text = logText(maskedRecord(shown, at.mask), styleOf(at), level !== 'info');
    print(at, `${remote.sentence}\n\n${text}`);
  }
  return 0;
}

function filterOf(options: Options<typeof OPTIONS>, now: number): (entry: LogEntry) => boolean {
  const since = options.since === null ? Number.NEGATIVE_INFINITY : sinceOf(options.since, now);
  return (entry) =>
    Date.parse(entry.ts) >= since &&
    (options.goal === null || entry.goal === options.goal) &&
    (options.wake === null || entry.wake === options.wake);
}

function levelOf({ level }: Options<typeof OPTIONS>): LogLevel {
  const found = LEVELS.find((each) => each === (level ?? 'info'));
  if (found === undefined) throw new UsageError(USAGE_TEXTS.noLevel(level ?? '', LEVELS));
  return found;
}

function isAtLeast(entry: LogEntry, level: LogLevel): boolean {
  return LEVELS.indexOf(entry.level) >= LEVELS.indexOf(level);
}

function sinceOf(text: string, now: number): number {
  const since = parseSince(text, now);
  if (since.kind === 'wrong') throw new UsageError(`--since: ${problemSentence(since.problem)}`);
  return since.value;
}

/** Every line of every day that is kept, oldest first. */
async function readEveryDay(address: string, stateBranch: string, signal: AbortSignal): Promise<ReadLog> {
  const { world, close } = await openReadingWorld(address, stateBranch);
  try {
    const tip = await world.state.fetchState(signal);
    return await readLog(world.state, { tip, days: null }, signal);
  } finally {
    await close();
  }
}
