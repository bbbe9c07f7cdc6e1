import { systemClock } from '../adapters/runner.ts';
import { parseSince } from '../config/fields/inputs.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { LogEntry, LogLevel } from '../core/event.ts';
import type { LogFacts } from '../core/report/report-of.ts';
import { PROGRAM } from '../core/text/program.ts';
import { DAY_MS, isoTime, utcDay } from '../core/time.ts';
import { readLog } from '../ledger/read-log.ts';
import { problemSentence } from '../report/problems/problem.ts';
import { storyText } from '../report/status/story-text.ts';
import { COMMAND_TEXTS, USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { logText } from '../report/terminal/log-text.ts';
import { followLog } from './log-follow.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  printAside,
  type Terminal,
  UsageError,
  writeJson,
} from './terminal/command.ts';
import { type Options, readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { findStateRemote, REMOTE_HELP, REMOTE_OPTIONS, type StateRemote } from './worlds/state-remote.ts';
import { readStateReport } from './worlds/state-report.ts';
import { openReadingWorld } from './worlds/world.ts';

const HELP = `
${PROGRAM} log [options]

Shows what the agent did, oldest first, from the log that it commits.
${REMOTE_HELP}
  --since <time>       from then on: a duration such as 24h or 7d, or a time such as
                       2026-11-22T03:00Z
  --away <time>        the same as a story in one screen: what ran since then, what came of it,
                       what went wrong and why, what it cost, and what needs you
  --follow             wait, and print each new line as it comes, until Ctrl-C
  --goal <id>          only this goal
  --wake <id>          only the run with this id
  --level <level>      debug, info, warn or error: this level and worse [info]; debug also
                       shows what repeats itself, and what another line says already
  --json               print the entries as one JSON document
`;

const OPTIONS = {
  ...REMOTE_OPTIONS,
  since: 'text',
  away: 'text',
  follow: 'flag',
  goal: 'text',
  wake: 'text',
  level: 'text',
  json: 'flag',
} as const;

/** No log is kept for longer. */
const DAYS_MOST = 400;

const LEVELS = ['debug', 'info', 'warn', 'error'] as const satisfies readonly LogLevel[];

export const log: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, OPTIONS);
  refuseWords(words);
  refuseMixed(options);
  const now = systemClock({ offsetMs: 0 }).now();
  // Wrong words are told before anything is read.
  filterOf(options, now);
  const level = levelOf(options);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  if (options.away !== null)
    return tellNight(remote, { terminal, since: options.away, isJson: options.json });
  const wanted = filterOf(options, now + remote.offsetMs);
  const { address, settings } = remote;
  if (options.follow) {
    const isWanted = (entry: LogEntry) => wanted(entry) && isAtLeast(entry, level);
    print(terminal, `${remote.sentence}\n\n`);
    await followLog(remote, { terminal: await terminalAt(terminal, settings), isWanted });
    return 0;
  }
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

/** A story has its own choice of lines, and what is followed has no end that could be one document. */
function refuseMixed({ away, follow, since, goal, wake, json }: Options<typeof OPTIONS>): void {
  if (away !== null && (follow || since !== null || goal !== null || wake !== null))
    throw new UsageError(USAGE_TEXTS.awayAlone);
  if (follow && json) throw new UsageError(USAGE_TEXTS.followNoJson);
}

/** `--away`. */
async function tellNight(
  remote: StateRemote,
  {
    terminal,
    since,
    isJson,
  }: { readonly terminal: Terminal; readonly since: string; readonly isJson: boolean },
): Promise<number> {
  const now = systemClock({ offsetMs: remote.offsetMs }).now();
  const from = sinceOf(since, now);
  const days = daysFrom(from, now);
  const { report } = await readStateReport(
    remote,
    { days: () => days, since: isoTime(from) },
    new AbortController().signal,
  );
  const at = await terminalAt(terminal, remote.settings);
  if (isJson) writeJson(at, { source: remote.sentence, report });
  else {
    const facts = maskedRecord({ report, source: remote.sentence, now }, at.mask);
    print(at, storyText({ ...facts, pageOf: remote.pageOf }, styleOf(at)));
  }
  return report.needs.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}

function daysFrom(from: number, now: number): readonly string[] {
  const count = Math.min(DAYS_MOST, Math.max(1, Math.ceil((now - from) / DAY_MS) + 1));
  return Array.from({ length: count }, (_, n) => utcDay(now - (count - 1 - n) * DAY_MS));
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
async function readEveryDay(address: string, stateBranch: string, signal: AbortSignal): Promise<LogFacts> {
  const { world, close } = await openReadingWorld(address, stateBranch);
  try {
    const tip = await world.state.fetchState(signal);
    return await readLog(world.state, { tip, days: null }, signal);
  } finally {
    await close();
  }
}
