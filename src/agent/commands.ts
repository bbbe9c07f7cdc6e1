import { mayReadAll } from '../core/access/permission.ts';
import { Halt } from '../core/ending.ts';
import { type CheckReport, checkSentence } from '../core/progress/check-report.ts';
import { digest } from '../core/text/digest.ts';
import type { CommandResult, TreeEntry } from '../ports.ts';
import type { CommandContext } from './command-context.ts';
import type { CopyRun } from './tools/tool.ts';
import type { Turns } from './tools/turns.ts';

/** A command of `setup` that has written nothing for so long hangs. */
const SILENT_MS = 180_000;

/**
 * Runs the goal's `setup` on the files of the default branch, with the hosts of `setup_hosts` in reach and a time of its own.
 * `Halt('checks_failed')` when a command fails. In one run of the agent it runs once: what it has left is kept for further items.
 * Without a sandbox nothing is run, and that is reported.
 */
export async function runSetup(context: CommandContext): Promise<void> {
  const { goal, tree, deps } = context;
  if (goal.setup.length === 0) return;
  const reason = await deps.sandbox.reasonUnavailable();
  if (reason !== null) return reportNotRun(goal.setup, withoutFullStop(reason), context);
  const name = digest([...goal.setup, '', ...deps.setupHosts], 40);
  deps.beginTime(goal.limits.setupMinutes);
  try {
    if (await tree.takeSetup(name, deps.signal)) return;
    for (const command of goal.setup) await runSetupCommand(command, context);
    await tree.keepSetup(name, deps.signal);
  } finally {
    deps.beginTime(goal.limits.minutes);
  }
}

async function runSetupCommand(command: string, context: CommandContext): Promise<void> {
  const report = await runCommand({ command, isSetup: true }, context);
  if (report.kind !== 'failed') return;
  throw new Halt(
    'checks_failed',
    `Setup: ${checkSentence(report)} Its output ended with: ${lastLine(report.output)}`,
  );
}

/** Whether the commands of the goal's `done_when` pass already. Not known without a sandbox, which is reported. */
export async function isAlreadyDone(context: CommandContext): Promise<boolean> {
  const commands = context.goal.doneWhen;
  for (const command of commands) {
    const report = await runCommand({ command, isSetup: false }, context);
    if (report.kind === 'not_run') reportNotRun(commands, report.detail, context);
    if (report.kind !== 'passed') return false;
  }
  return commands.length > 0;
}

/**
 * Runs all of the goal's `checks`, also after one has failed. Without a sandbox: all not run, reported once. `known`: what a command
 * came to on these very files; then it is not run again.
 */
export async function runChecks(
  context: CommandContext,
  known: (command: string) => CheckReport | null,
): Promise<readonly CheckReport[]> {
  const reports: CheckReport[] = [];
  for (const command of context.goal.checks) {
    reports.push(known(command) ?? (await runCommand({ command, isSetup: false }, context)));
  }
  const notRun = reports.find((report) => report.kind === 'not_run');
  if (notRun !== undefined) reportNotRun(context.goal.checks, notRun.detail, context);
  return reports;
}

/** Runs one command in the sandbox, or not at all. */
export async function runCommand(
  { command, isSetup }: { readonly command: string; readonly isSetup: boolean },
  { tree, deps }: CommandContext,
): Promise<CheckReport> {
  await deps.stillAllowed();
  const reason = await deps.sandbox.reasonUnavailable();
  if (reason !== null) return { kind: 'not_run', command, detail: withoutFullStop(reason) };
  deps.progress(deps.mask.mask(`runs ${command}`));
  const timeoutMs = Math.max(1, Math.floor(deps.secondsLeft() * 1000));
  // What can reach the network sees nothing that the model wrote, in this item or in an earlier one.
  const folder = await (isSetup ? tree.untouchedFolder(deps.signal) : tree.folder(deps.signal));
  const result = await deps.sandbox.run(
    {
      ...{ command, folder, timeoutMs },
      home: await tree.home(deps.signal),
      hosts: isSetup ? deps.setupHosts : [],
      ...(isSetup ? { silentMs: SILENT_MS } : {}),
      ...(deps.tools === undefined ? {} : { tools: deps.tools }),
    },
    deps.signal,
  );
  const output = deps.mask.mask(result.output);
  const kind = result.exitCode === 0 ? 'passed' : 'failed';
  const report: CheckReport = { kind, command, detail: howItEnded(result), output };
  deps.report({ event: 'check_ran', report, exitCode: result.exitCode, isRoutine: kind === 'passed' });
  return report;
}

/** What a shell says of a program that it does not find. */
const NOT_FOUND = 127;
const PROGRAM_NOT_FOUND =
  'a program was not found; setup can install it, and sandbox.path in the settings names folders of programs';

function howItEnded({ exitCode, milliseconds, wasSilent }: CommandResult): string {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  if (wasSilent === true)
    return `stopped after ${seconds}, because it had written nothing for ${SILENT_MS / 60_000} minutes`;
  if (exitCode === null) return `stopped after ${seconds}, when its time was over`;
  const missing = exitCode === NOT_FOUND ? `: ${PROGRAM_NOT_FOUND}` : '';
  return `exit code ${exitCode} after ${seconds}${missing}`;
}

function reportNotRun(commands: readonly string[], reason: string, { deps }: CommandContext): void {
  deps.report({ event: 'checks_not_run', commands, reason });
}

function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1)?.slice(-300) ?? '';
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

const MOST_MS = 60_000;

export interface CopyContext extends CommandContext {
  readonly turns: Turns;
  /** The files that the goal may read. */
  readonly readable: () => Promise<readonly TreeEntry[]>;
}

/**
 * Runs a line of the model's own in the sandbox, without network, in a copy that ends with it. Where something is kept from the goal,
 * the copy holds what it may read and no history: old versions, messages and what `setup` has made could show the rest.
 */
export async function runInCopy(command: string, context: CopyContext): Promise<CopyRun> {
  const { goal, tree, deps, turns, readable } = context;
  await deps.stillAllowed();
  const paths = mayReadAll(goal.permissions) ? null : (await readable()).map(({ path }) => path);
  const { folder, history, home } = await tree.copied(paths, deps.signal);
  const timeoutMs = Math.max(1, Math.min(MOST_MS, Math.floor(deps.secondsLeft() * 1000)));
  const result = await deps.sandbox.run(
    {
      command,
      folder,
      hosts: [],
      timeoutMs,
      copy: { history },
      ...(home === null ? {} : { home }),
      ...(deps.tools === undefined ? {} : { tools: deps.tools }),
    },
    deps.signal,
  );
  const { exitCode, milliseconds } = result;
  deps.report({ event: 'command_ran', command, exitCode, milliseconds, isRoutine: true });
  // Without its time: the same result reads the same, so that a model that turns in circles is noticed.
  const detail = exitCode === null ? 'Stopped when its time was over.' : `Exit code ${exitCode}.`;
  return { detail, output: await turns.mask(result.output, deps.mask) };
}

/** Whether there is a sandbox for it, where the goal has the permission. Where there is none, that is reported. */
export async function canRunInCopy({ goal, deps }: CommandContext): Promise<boolean> {
  if (goal.permissions.run !== true) return false;
  const reason = await deps.sandbox.reasonUnavailable();
  if (reason !== null) deps.report({ event: 'checks_not_run', commands: ['permissions.run'], reason });
  return reason === null;
}
