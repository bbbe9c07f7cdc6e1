import { maskedRecord } from '../core/access/masked-record.ts';
import { PROGRAM } from '../core/text/program.ts';
import { DAY_MS, utcDay } from '../core/time.ts';
import { statusText } from '../report/status/status-text.ts';
import { REMOTE_TEXTS } from '../report/terminal/command-texts.ts';
import { type Command, type CommandCall, EXIT_NEEDS_PERSON, print, writeJson } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { findStateRemote, REMOTE_HELP, REMOTE_OPTIONS } from './worlds/state-remote.ts';
import { readStateReport } from './worlds/state-report.ts';

const HELP = `
${PROGRAM} status [options]

Shows what needs you, with the number, title and address of each draft and alert; what
happened since yesterday and why; whether the agent is running or stuck, what is due next
and what it has spent; and one line for each goal. It starts no work, and it ends with 1
when something needs you.
${REMOTE_HELP}
  --json               print it as one JSON document; schema/report.schema.json describes
                       its field "report"
`;

export const status: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...REMOTE_OPTIONS, json: 'flag' });
  refuseWords(words);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const days = (now: number) => [utcDay(now - DAY_MS), utcDay(now)];
  const { report, snapshot, log, now } = await readStateReport(remote, { days }, signal);
  const { state, goals, problems } = snapshot;
  const at = await terminalAt(terminal, remote.settings);
  if (options.json) writeJson(at, { source: remote.sentence, report, state, problems });
  else if (state === null)
    print(at, `${REMOTE_TEXTS.neverRan(remote.sentence, remote.settings.stateBranch)}\n`);
  else {
    const plain = {
      state,
      goals: goals.map(({ id, title }) => ({ id, title })),
      log,
      now,
      settings: remote.settings,
      repository: state.lock.repository,
      branch: remote.settings.stateBranch,
      source: remote.sentence,
      report,
    };
    const { source, report: facts, ...input } = maskedRecord(plain, at.mask);
    print(at, statusText({ ...input, pageOf: remote.pageOf }, source, styleOf(at), facts));
  }
  return report.needs.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}
