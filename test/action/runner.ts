/** Starts the bundle as a runner of GitHub Actions starts a step, against the stand-in and a model server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ACTION_INPUTS } from '../../src/config/action-registry.ts';
import { temporaryFolder } from '../support/repositories.ts';
import { REPOSITORY, type ServedGitHub, TOKEN } from '../support/stand-in.ts';
import { type ReadLog, readLog } from '../support/workflow-commands.ts';
import type { BuiltAction } from './built-action.ts';

export interface StepOptions {
  readonly event?: string;
  /** Of the event, besides the repository. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Null: the workflow does not pass it. */
  readonly inputs?: Readonly<Record<string, string | null>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly actor?: string;
  readonly attempt?: number;
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
  const start = async (options: StepOptions = {}): Promise<RunningStep> => {
    const { event = 'schedule' } = options;
    const wake = await standIn.runs.queue({ workflow: 'wake.yml', event, at: new Date().toISOString() });
    const step = await layOut(options, { wake, standIn, modelUrl });
    const child = spawn(process.execPath, [action.main], { cwd: step.workspace, env: step.env });
    const done = finish(child, step, () => standIn.runs.finish(wake));
    return { child, wake, done };
  };
  return { start, run: async (options) => (await start(options)).done };
}

interface Step {
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly outputs: string;
  readonly summary: string;
}

interface Place {
  readonly wake: string;
  readonly standIn: ServedGitHub['standIn'];
  readonly modelUrl: string;
}

async function layOut(options: StepOptions, { wake, standIn, modelUrl }: Place): Promise<Step> {
  const { event = 'schedule', payload, env, actor = 'ann', attempt = 1 } = options;
  const folder = await temporaryFolder();
  const path = (name: string): string => join(folder, name);
  const files = { event: path('event.json'), outputs: path('outputs'), summary: path('summary.md') };
  for (const name of ['home', 'temp', 'workspace']) mkdirSync(path(name));
  writeFileSync(
    files.event,
    JSON.stringify({ ...usualPayload(event), sender: { login: actor }, ...payload }),
  );
  for (const file of [files.outputs, files.summary]) writeFileSync(file, '');
  options.prepare?.(path('workspace'));
  return {
    ...{ workspace: path('workspace'), outputs: files.outputs, summary: files.summary },
    env: {
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: path('home'),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: actor,
      GITHUB_API_URL: standIn.apiUrl,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_JOB: 'wake',
      GITHUB_OUTPUT: files.outputs,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_RUN_ID: wake.split('-')[0] ?? '',
      GITHUB_SERVER_URL: standIn.serverUrl,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_TRIGGERING_ACTOR: actor,
      GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/wake.yml@refs/heads/main`,
      GITHUB_WORKSPACE: path('workspace'),
      RUNNER_TEMP: path('temp'),
      ...inputVariables({
        stop: '',
        'github-token': TOKEN,
        'openai-api-key': MODEL_KEY,
        'openai-base-url': modelUrl,
        'openai-model': 'test-model',
        ...options.inputs,
      }),
      ...env,
    },
  };
}

function usualPayload(event: string) {
  const repository = { full_name: REPOSITORY, default_branch: 'main' };
  return event === 'schedule' ? { repository, schedule: '17,47 * * * *' } : { repository };
}

/** What is not passed has its default; without one the runner hands it over as empty. */
function inputVariables(given: NonNullable<StepOptions['inputs']>): Record<string, string> {
  const entries = Object.entries(ACTION_INPUTS).map(([name, { default: usual }]) => {
    return [`INPUT_${name.toUpperCase()}`, given[name] ?? usual ?? ''] as const;
  });
  return Object.fromEntries(entries);
}

async function finish(child: ChildProcess, step: Step, over: () => Promise<void>): Promise<StepResult> {
  const parts: Buffer[] = [];
  // The runner reads both alike.
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
  const [code, signal] = await once(child, 'close');
  await over();
  const printed = Buffer.concat(parts).toString('utf8');
  return {
    ...{ code, signal, printed, ...readLog(printed) },
    outputs: readOutputs(readFileSync(step.outputs, 'utf8')),
    summary: existsSync(step.summary) ? readFileSync(step.summary, 'utf8') : '',
  };
}

/** `name<<delimiter`, lines, `delimiter`. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const entries = [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)];
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]));
}
