/** Starts the bundle as a runner of GitHub Actions starts a step, against the stand-in and a model server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { temporaryFolder } from '../support/git/repositories.ts';
import { REPOSITORY, type ServedGitHub, TOKEN } from '../support/git/stand-in.ts';
import { type ActionStep, actionStep, outputsOf, type StepWords } from '../support/processes/action-step.ts';
import { type ReadLog, readLog } from '../support/processes/workflow-commands.ts';
import type { BuiltAction } from './built-action.ts';

export interface StepOptions extends StepWords {
  /** Lays out the workspace before the step, as earlier steps of the job would. */
  readonly prepare?: (workspace: string) => void;
}

export interface StepResult extends ReadLog {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All that was printed. */
  readonly printed: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface RunningStep {
  readonly child: ChildProcess;
  /** The wake's id: `<run>-<attempt>`. */
  readonly wake: string;
  readonly done: Promise<StepResult>;
}

export interface StepRunner {
  start(options?: StepOptions): Promise<RunningStep>;
  /** Starts it and waits until it is over. */
  run(options?: StepOptions): Promise<StepResult>;
}

export const MODEL_KEY = 'sk-fake-model-key-0123456789abcdef';

export function stepRunner(action: BuiltAction, { standIn }: ServedGitHub, modelUrl: string): StepRunner {
  const inputs = {
    stop: '',
    'github-token': TOKEN,
    'openai-api-key': MODEL_KEY,
    'openai-base-url': modelUrl,
    'openai-model': 'test-model',
  };
  const start = async (options: StepOptions = {}): Promise<RunningStep> => {
    const { event = 'schedule' } = options;
    const wake = await standIn.runs.queue({ workflow: 'wake.yml', event, at: new Date().toISOString() });
    const { serverUrl, apiUrl } = standIn;
    const place = { folder: await temporaryFolder(), wake, serverUrl, apiUrl, repository: REPOSITORY };
    const step = actionStep(place, { ...options, inputs: { ...inputs, ...options.inputs } });
    options.prepare?.(step.workspace);
    const child = spawn(process.execPath, [action.main], { cwd: step.workspace, env: step.env });
    const done = finish(child, step, () => standIn.runs.finish(wake));
    return { child, wake, done };
  };
  return { start, run: async (options) => (await start(options)).done };
}

async function finish(child: ChildProcess, step: ActionStep, over: () => Promise<void>): Promise<StepResult> {
  const parts: Buffer[] = [];
  // The runner reads both alike.
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
  const [code, signal] = await once(child, 'close');
  await over();
  const printed = Buffer.concat(parts).toString('utf8');
  return {
    ...{ code, signal, printed, ...readLog(printed) },
    outputs: outputsOf(step),
    summary: existsSync(step.summary) ? readFileSync(step.summary, 'utf8') : '',
  };
}
