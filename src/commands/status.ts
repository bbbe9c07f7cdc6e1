import { systemClock } from '../adapters/runner.ts';
import { decodeLogLines } from '../config/state/state-files.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { LogEntry } from '../core/event.ts';
import { PROGRAM } from '../core/text/program.ts';
import { DAY_MS, utcDay } from '../core/time.ts';
import { logPath } from '../ledger/day-logs.ts';
import { readSnapshot } from '../ledger/snapshot.ts';
import type { World } from '../ports.ts';
import { statusText } from '../report/status/status-text.ts';
import { REMOTE_TEXTS } from '../report/terminal/command-texts.ts';
import { type Command, type CommandCall, print, writeJson } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { findStateRemote, REMOTE_HELP, REMOTE_OPTIONS } from './worlds/state-remote.ts';
import { openReadingWorld } from './worlds/world.ts';

const HELP = `
${PROGRAM} status [options]

Shows when the agent last ran, whether it is running or stuck, whether it has been failing,
what is due next and what it has spent; every open alert, with what to do about it; and one
line for each goal. It starts no work.
${REMOTE_HELP}
  --json               print it as one JSON document
`;

export const status: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...REMOTE_OPTIONS, json: 'flag' });
  refuseWords(words);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const { world, close } = await openReadingWorld(remote.address, remote.settings.stateBranch);
  try {
    const snapshot = await readSnapshot(world, { signal });
    const { state, goals, problems } = snapshot;
    const at = await terminalAt(terminal, remote.settings);
    if (options.json) writeJson(at, { source: remote.sentence, state, problems });
    else if (state === null)
      print(at, `${REMOTE_TEXTS.neverRan(remote.sentence, remote.settings.stateBranch)}\n`);
    else {
      const now = systemClock({ offsetMs: remote.offsetMs }).now();
      const recent = await recentEntries(world, snapshot.tips.state, now);
      const facts = {
        state,
        goals: goals.map(({ id, title }) => ({ id, title })),
        recent,
        now,
        settings: remote.settings,
        repository: state.lock.repository,
        branch: remote.settings.stateBranch,
        source: remote.sentence,
      };
      const { source, ...input } = maskedRecord(facts, at.mask);
      print(at, statusText({ ...input, issuePage: remote.issuePage }, source, styleOf(at)));
    }
    return 0;
  } finally {
    await close();
  }
}

/** The lines of yesterday and today. */
async function recentEntries(world: World, tip: string | null, now: number): Promise<readonly LogEntry[]> {
  if (tip === null) return [];
  const signal = new AbortController().signal;
  const days = [utcDay(now), utcDay(now - DAY_MS)].map(logPath);
  const files = await world.state.read(tip, days, signal);
  return days.toReversed().flatMap((path) => decodeLogLines(files.get(path)?.text ?? '').entries);
}
