import { openJob } from '../../adapters/actions/job.ts';
import { givenInput, runnerFacts } from '../../adapters/actions/runner-facts.ts';
import { systemRandom } from '../../adapters/runner.ts';
import { type ActionInputs, readActionInputs } from '../../config/github/action-inputs.ts';
import type { ActionCommand } from '../../config/github/action-registry.ts';
import { createMask } from '../../core/access/mask.ts';
import { ENDINGS, type Ending, Halt } from '../../core/ending.ts';
import { harmlessLine } from '../../report/job/job-log.ts';
import { COMMAND_TEXTS } from '../../report/terminal/command-texts.ts';
import { inlineText } from '../../report/words/markdown.ts';
import { EXIT_NEEDS_PERSON } from '../terminal/command.ts';
import { watchCancel } from '../terminal/interrupt.ts';
import type { ActionCall, ActionCommandRun } from './call.ts';
import { report, say } from './say.ts';
import { givenSecrets } from './secrets.ts';

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
  // Before anything is read or printed.
  const secrets = givenSecrets();
  const mask = createMask({ values: secrets, patterns: [] });
  const job = openJob(systemRandom().nonce(), mask);
  for (const secret of secrets) job.hide(secret);
  const start = { job, mask, secrets };
  const reading = readActionInputs(givenInput);
  if (reading.kind === 'problems') return refuse(start, 'bad_settings', reading.problems);
  try {
    return await runCommand(start, reading.inputs);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return refuse(start, error.ending, [error.detail]);
  }
}

async function runCommand(start: Start, inputs: ActionInputs): Promise<number> {
  const facts = runnerFacts();
  const cancel = watchCancel(() => say(start, COMMAND_TEXTS.cancelled));
  start.job.quieten();
  try {
    const run = await RUNS[inputs.command]();
    return await run({ ...start, inputs, facts, cancel: cancel.signal });
  } finally {
    cancel.close();
  }
}

type Start = Omit<ActionCall, 'inputs' | 'facts' | 'cancel'>;

/** Nothing was started. */
async function refuse(start: Start, ending: Ending, problems: readonly string[]): Promise<number> {
  const notes = problems.map((problem) => {
    const message = harmlessLine(problem);
    return { kind: 'error', title: `Wakeful: ${ending}`, message, place: null } as const;
  });
  const list = problems.map((problem) => `- ${inlineText(start.mask.mask(problem))}`).join('\n');
  await report(start, { notes, summary: `## Wakeful: ${ending}\n\n${list}\n`, outputs: { ending } });
  return ENDINGS[ending].exitCode === 0 ? 0 : EXIT_NEEDS_PERSON;
}
