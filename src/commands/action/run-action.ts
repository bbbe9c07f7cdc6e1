import { type ActionsJob, openJob } from '../../adapters/actions/job.ts';
import { givenInput, runnerFacts } from '../../adapters/actions/runner-facts.ts';
import { systemRandom } from '../../adapters/runner.ts';
import { type ActionInputs, readActionInputs } from '../../config/github/action-inputs.ts';
import type { ActionCommand, InputName } from '../../config/github/action-registry.ts';
import { ENDINGS, type Ending, Halt } from '../../core/ending.ts';
import { harmlessLine } from '../../report/job/job-log.ts';
import { COMMAND_TEXTS } from '../../report/terminal/command-texts.ts';
import { inlineText } from '../../report/words/markdown.ts';
import { EXIT_NEEDS_PERSON } from '../terminal/command.ts';
import { watchCancel } from '../terminal/interrupt.ts';
import type { ActionCommandRun } from './call.ts';
import { secretsOf } from './secrets.ts';

/** Each is loaded only when it is asked for. */
const RUNS: Readonly<Record<ActionCommand, () => Promise<ActionCommandRun>>> = {
  wake: async () => (await import('./wake.ts')).wakeOnRunner,
  request: async () => (await import('./other-commands.ts')).requestOnRunner,
  watchdog: async () => (await import('./other-commands.ts')).watchdogOnRunner,
  preview: async () => (await import('./other-commands.ts')).previewOnRunner,
  rehearse: async () => (await import('./other-commands.ts')).rehearseOnRunner,
};

/** Reads what the runner hands over, does what it asks for, and returns the exit code. */
export async function runAction(): Promise<number> {
  const job = openJob(systemRandom().nonce());
  // Before anything is read or printed.
  secretsOf({ githubToken: secret('github-token'), openaiKey: secret('openai-api-key') }).forEach(job.mask);
  const reading = readActionInputs(givenInput);
  if (reading.kind === 'problems') return refuse(job, 'bad_settings', reading.problems);
  try {
    return await runCommand(job, reading.inputs);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return refuse(job, error.ending, [error.detail]);
  }
}

async function runCommand(job: ActionsJob, inputs: ActionInputs): Promise<number> {
  const facts = runnerFacts();
  const cancel = watchCancel(() => job.print(COMMAND_TEXTS.cancelled));
  job.quieten();
  try {
    const run = await RUNS[inputs.command]();
    return await run({ inputs, facts, job, cancel: cancel.signal });
  } finally {
    cancel.close();
  }
}

function secret(name: InputName): string {
  return givenInput(name)?.trim() ?? '';
}

/** Nothing was started. */
async function refuse(job: ActionsJob, ending: Ending, problems: readonly string[]): Promise<number> {
  const notes = problems.map((problem) => {
    const message = harmlessLine(problem);
    return { kind: 'error', title: `Wakeful: ${ending}`, message, place: null } as const;
  });
  const list = problems.map((problem) => `- ${inlineText(problem)}`).join('\n');
  await job.report({ notes, summary: `## Wakeful: ${ending}\n\n${list}\n`, outputs: { ending } });
  return ENDINGS[ending].exitCode === 0 ? 0 : EXIT_NEEDS_PERSON;
}
