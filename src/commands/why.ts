import { maskedRecord } from '../core/access/masked-record.ts';
import { causesOf, subjectOf } from '../core/report/causes-of.ts';
import { PROGRAM } from '../core/text/program.ts';
import { causesText } from '../report/status/story-text.ts';
import { subjectWords } from '../report/status/subject-words.ts';
import { USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { type Command, type CommandCall, print, UsageError, writeJson } from './terminal/command.ts';
import { readOptions } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { findStateRemote, REMOTE_HELP, REMOTE_OPTIONS } from './worlds/state-remote.ts';
import { readStateReport } from './worlds/state-report.ts';

const HELP = `
${PROGRAM} why <draft|run|goal|task> [options]
${PROGRAM} why <goal> <due time|task> [options]

Tells what led to something, as the log has it: who started the run, for which due time,
under which lock, the attempts, the checks, and what was pushed.

  ${PROGRAM} why 12                            the draft #12
  ${PROGRAM} why 9001037-1                     a run
  ${PROGRAM} why docs-index                    a goal, with its last three runs
  ${PROGRAM} why docs-index 2026-11-22T03:00Z  a due time of a goal
  ${PROGRAM} why docs/tour.md                  a task
${REMOTE_HELP}
  --json               print it as one JSON document
`;

export const why: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { ...REMOTE_OPTIONS, json: 'flag' });
  if (words.length === 0 || words.length > 2) throw new UsageError(USAGE_TEXTS.whyWhat);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const { report, log } = await readStateReport(remote, { days: null }, signal);
  const subject = subjectOf(report, log.entries, words);
  if (subject === null) throw new UsageError(USAGE_TEXTS.noSubject(words.join(' ')));
  const lines = causesOf(report, log.entries, subject);
  const heading = subjectWords(report, subject);
  const at = await terminalAt(terminal, remote.settings);
  if (options.json) writeJson(at, { source: remote.sentence, subject, heading, lines });
  else {
    const facts = maskedRecord({ heading, lines, source: remote.sentence }, at.mask);
    print(at, `${facts.source}\n\n${causesText(facts, styleOf(at))}`);
  }
  return 0;
}
