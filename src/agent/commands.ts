import { Halt } from '../core/ending.ts';
import { type CheckReport, checkSentence } from '../core/progress/check-report.ts';
import type { CommandResult } from '../ports.ts';
import type { CommandContext } from './command-context.ts';

/**
 * Runs the goal's `setup` on the files of the default branch, with the hosts of `setup_hosts` in reach. `Halt('checks_failed')` when a command fails.
 * Without a sandbox nothing is run, and that is reported.
 */
export async function runSetup(context: CommandContext): Promise<void> {
  for (const command of context.goal.setup) {
    const report = await runCommand({ command, isSetup: true }, context);
    if (report.kind === 'not_run') return reportNotRun(context.goal.setup, report.detail, context);
    if (report.kind === 'failed') {
      throw new Halt(
        'checks_failed',
        `Setup: ${checkSentence(report)} Its output ended with: ${lastLine(report.output)}`,
      );
    }
  }
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
    { command, folder, hosts: isSetup ? deps.setupHosts : [], timeoutMs },
    deps.signal,
  );
  const output = deps.mask.mask(result.output);
  const kind = result.exitCode === 0 ? 'passed' : 'failed';
  const report: CheckReport = { kind, command, detail: howItEnded(result), output };
  deps.report({ event: 'check_ran', report, exitCode: result.exitCode, isRoutine: kind === 'passed' });
  return report;
}

function howItEnded({ exitCode, milliseconds }: CommandResult): string {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  return exitCode === null
    ? `stopped after ${seconds}, when its time was over`
    : `exit code ${exitCode} after ${seconds}`;
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
