/** Wakes as a runner of GitHub Actions starts them, each a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { actionStep, outputsOf } from '../test/support/processes/action-step.ts';
import { type Place, REPOSITORY, TOKEN } from './place.ts';

export interface WakeOptions {
  /** A person chose it; otherwise the schedule asks for whatever is due. */
  readonly goal?: string;
  /** In front of the runner's own PATH. */
  readonly path?: string;
}

export interface EndedWake {
  /** Empty: it was killed. */
  readonly ending: string;
  /** What it printed. */
  readonly printed: string;
  /** When its process ended, in the time of `performance.now()`. */
  readonly atMs: number;
}

export interface RunningWake {
  /** Resolves when it holds a lease. */
  readonly held: Promise<void>;
  readonly ended: Promise<EndedWake>;
  kill(): void;
}

/** A wake that is laid out, so that starting it is all that is measured. */
export interface ReadyWake {
  start(): RunningWake;
}

/** `main`: the file that action.yml names. */
export async function readyWake(place: Place, main: string, options: WakeOptions = {}): Promise<ReadyWake> {
  const event = options.goal === undefined ? 'schedule' : 'workflow_dispatch';
  const { runs } = place.standIn;
  const wake = await runs.queue({ workflow: 'wake.yml', event, at: new Date().toISOString() });
  const { serverUrl, apiUrl } = place;
  const folder = join(place.folder, 'work', wake);
  const repository = { full_name: REPOSITORY, default_branch: 'main', size: await place.kilobytes() };
  const step = actionStep(
    { folder, wake, serverUrl, apiUrl, repository: REPOSITORY },
    { event, payload: { repository }, inputs: { ...inputsOf(place), goal: options.goal ?? null } },
  );
  const path = [options.path, step.env['PATH']].filter((part) => part !== undefined).join(':');
  const running = (): RunningWake => {
    const child = spawn(process.execPath, [main], {
      cwd: step.workspace,
      env: { ...step.env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const holding = Promise.withResolvers<void>();
    const ending = Promise.withResolvers<EndedWake>();
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        // The model is asked under the lock only.
        if (/: asks the model /.test(printed)) holding.resolve();
      });
    // Who waits for the lock of a run that never took it gets an error; nobody else waits.
    holding.promise.catch(() => {});
    child.on('close', () => {
      holding.reject(new Error(`A wake ended before it held a lock: ${printed}`));
      const ended = { ending: outputsOf(step)['ending'] ?? '', printed, atMs: performance.now() };
      runs.finish(wake).then(() => ending.resolve(ended), ending.reject);
    });
    return { held: holding.promise, ended: ending.promise, kill: () => child.kill('SIGKILL') };
  };
  return { start: running };
}

/** One wake from start to end; anything but the ending that is expected is an error. */
export async function runWake(
  place: Place,
  main: string,
  options: WakeOptions & { readonly ending: string },
): Promise<void> {
  await endsAs((await readyWake(place, main, options)).start(), options.ending);
}

export async function endsAs(wake: RunningWake, expected: string): Promise<void> {
  const { ending, printed } = await wake.ended;
  if (ending !== expected) throw new Error(`A wake ended as ${ending}, not ${expected}: ${printed}`);
}

function inputsOf({ modelUrl }: Place) {
  return {
    stop: '',
    'github-token': TOKEN,
    'openai-api-key': 'sk-fake-model-key-0123456789abcdef',
    'openai-base-url': modelUrl,
    'openai-model': 'test-model',
  };
}
