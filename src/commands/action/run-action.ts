import { type Job, openJob } from '../../adapters/actions/job.ts';
import { givenInput, runnerFacts } from '../../adapters/actions/runner-facts.ts';
import { systemRandom } from '../../adapters/runner.ts';
import { readActionInputs } from '../../config/action-inputs.ts';
import type { ActionCommand, InputName } from '../../config/action-registry.ts';
import { harmlessLine } from '../../report/job-log.ts';
import { inlineText } from '../../report/markdown.ts';
import { EXIT_NEEDS_PERSON } from '../command.ts';
import { watchCancel } from '../interrupt.ts';
import type { ActionCommandRun } from './call.ts';
import { secretsOf } from './secrets.ts';

/** Each is loaded only when it is asked for. */
const RUNS: Readonly<Record<ActionCommand, () => Promise<ActionCommandRun>>> = {
  wake: async () => (await import('./wake.ts')).wakeOnRunner,
};

/** Reads what the runner hands over, does what it asks for, and returns the exit code. */
export async function runAction(): Promise<number> {
  const job = openJob(systemRandom().nonce());
  // Before anything is read or printed.
  secretsOf({ githubToken: secret('github-token'), openaiKey: secret('openai-api-key') }).forEach(job.mask);
  const reading = readActionInputs(givenInput);
  if (reading.kind === 'problems') return refuse(job, reading.problems);
  const facts = runnerFacts();
  const cancel = watchCancel(() => job.print('Cancelled: saving and releasing.'));
  job.quieten();
  try {
    const run = await RUNS[reading.inputs.command]();
    return await run({ inputs: reading.inputs, facts, job, cancel: cancel.signal });
  } finally {
    cancel.close();
  }
}

function secret(name: InputName): string {
  return givenInput(name)?.trim() ?? '';
}

async function refuse(job: Job, problems: readonly string[]): Promise<number> {
  const title = 'Wakeful: an input is not right';
  const notes = problems.map((problem) => {
    const message = harmlessLine(problem);
    return { kind: 'error', title, message, place: null } as const;
  });
  const list = problems.map((problem) => `- ${inlineText(problem)}`).join('\n');
  const summary = `## Wakeful: bad inputs\n\nNothing was started.\n\n${list}\n`;
  await job.report({ notes, summary, outputs: { ending: 'bad_settings' } });
  return EXIT_NEEDS_PERSON;
}
