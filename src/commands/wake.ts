import { parseMinutes } from '../config/fields/inputs.ts';
import { ENDINGS } from '../core/ending.ts';
import { PROGRAM } from '../core/text/program.ts';
import { problemSentence } from '../report/problems/problem.ts';
import { COMMAND_TEXTS, REMOTE_TEXTS } from '../report/terminal/command-texts.ts';
import { wakeReport } from '../report/terminal/wake-report.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  UsageError,
  writeJson,
} from './terminal/command.ts';
import { watchInterrupt } from './terminal/interrupt.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { createWatcher } from './terminal/watcher.ts';
import { findStateRemote } from './worlds/state-remote.ts';
import { wakeForPerson } from './worlds/wake-for-person.ts';

const HELP = `
${PROGRAM} wake [options]

Does one real run on this machine, on the repository behind the remote of this clone: it takes
locks, pushes branches and opens drafts there, and the model costs money. It needs
OPENAI_API_KEY, and a token in GITHUB_TOKEN or GH_TOKEN (for GitHub Enterprise Server
GH_ENTERPRISE_TOKEN) that may write contents, pull requests and issues. The files of the
clone do not matter: goals and settings are those of the default branch at the remote.

  --goal <id>          work on this goal, due or not
  --reason <text>      why, for the log
  --minutes <n>        how many minutes the run may take [12]
  --remote <name|URL>  use another remote than origin
  --without-variable   go on although the token may not read the variable WAKEFUL_STOP
  --json               print the result as one JSON document

Ctrl-C saves the work and gives back the lock; a second Ctrl-C ends at once.
`;

const OPTIONS = {
  goal: 'text',
  reason: 'text',
  minutes: 'text',
  remote: 'text',
  'without-variable': 'flag',
  json: 'flag',
} as const;

const USUAL_MINUTES = '12';

export const wake: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, OPTIONS);
  refuseWords(words);
  const minutes = parseMinutes(options.minutes ?? USUAL_MINUTES);
  if (minutes.kind === 'wrong') throw new UsageError(`--minutes: ${problemSentence(minutes.problem)}`);
  const watcher = createWatcher(terminal, options.json ? terminal.err : terminal.out, { showsLines: true });
  const interrupt = watchInterrupt(() => watcher.print(COMMAND_TEXTS.saving));
  try {
    const remote = { remote: options.remote ?? 'origin', repo: null };
    const stateRemote = await findStateRemote(terminal.folder, remote, interrupt.signal);
    watcher.print(`${REMOTE_TEXTS.realRun(stateRemote.sentence)}\n`);
    const { goal, reason, 'without-variable': withoutVariable } = options;
    const order = { goal, reason, minutes: minutes.value, withoutVariable, cancel: interrupt.signal };
    const { result, now } = await wakeForPerson(stateRemote, order, watcher.log);
    watcher.gap();
    const at = await terminalAt(terminal, stateRemote.settings);
    if (options.json) writeJson(at, result);
    else print(at, `${wakeReport({ result, now }, styleOf(at))}\n`);
    // No schedule does again what a person asked for here.
    const isOutage = result.ending === 'github_unavailable' || result.ending === 'model_unavailable';
    return isOutage ? EXIT_NEEDS_PERSON : ENDINGS[result.ending].exitCode;
  } finally {
    watcher.close();
    interrupt.close();
  }
}
