import { spawn } from 'node:child_process';
import { guardedNames } from './git-environment.ts';

export interface GitCommand {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
}

export interface SpawnedCommand extends GitCommand {
  readonly input?: Uint8Array;
  /** Output beyond this is dropped and the process ended. */
  readonly maxBytes?: number;
}

export interface GitResult {
  /** Null: the process was killed or could not be started. */
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git directly: with input, with binary output, and wherever every wake passes. */
export function spawnGit(command: SpawnedCommand, signal: AbortSignal): Promise<GitResult> {
  return new Promise((resolve) => {
    const child = spawn('git', [...command.args], { cwd: command.folder, env: command.env });
    const stdout = collect(child.stdout, command.maxBytes ?? Infinity, () => child.kill());
    const stderr = collect(child.stderr, Infinity, () => {});
    const kill = (): void => {
      child.kill();
    };
    signal.addEventListener('abort', kill, { once: true });
    if (signal.aborted) kill();
    const finish = (code: number | null, words = ''): void => {
      signal.removeEventListener('abort', kill);
      resolve({ code, stdout: Buffer.concat(stdout), stderr: `${Buffer.concat(stderr)}${words}` });
    };
    child.on('error', (error) => finish(null, String(error)));
    child.on('close', (code) => finish(code));
    child.on('exit', (code) => {
      if (!signal.aborted) return;
      finish(code);
      // Whatever git started may keep them open after git itself was killed, and with them this process.
      child.stdout.destroy();
      child.stderr.destroy();
    });
    // Git may end before it has read everything; its exit code says so.
    child.stdin.on('error', () => {});
    child.stdin.end(command.input ?? '');
  });
}

/** Runs git through simple-git: what only work trees need, which most wakes do not have. */
export async function simpleGitCommand(command: GitCommand, signal: AbortSignal): Promise<GitResult> {
  const { simpleGit } = await import('simple-git');
  const seen: { failure: GitResult | null } = { failure: null };
  const git = simpleGit({
    baseDir: command.folder,
    abort: signal,
    allowEnvironment: guardedNames(command.env),
    // Set by ourselves in git-environment.ts, never taken from outside.
    unsafe: { allowUnsafeConfigPaths: true, allowUnsafeConfigEnvCount: true, allowUnsafeSshCommand: true },
    errors: (error, result) => {
      if (error === undefined && result.exitCode === 0) return undefined;
      const words = Buffer.concat(result.stdErr).toString();
      const code = signal.aborted ? null : result.exitCode;
      seen.failure = { code, stdout: Buffer.concat(result.stdOut), stderr: words };
      return new Error(words);
    },
  }).env(command.env);
  try {
    return { code: 0, stdout: Buffer.from(await git.raw([...command.args])), stderr: '' };
  } catch (error) {
    if (seen.failure !== null) return seen.failure;
    throw error;
  }
}

function collect(stream: NodeJS.ReadableStream, maxBytes: number, full: () => void): Buffer[] {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    if (bytes >= maxBytes) return;
    chunks.push(chunk.subarray(0, maxBytes - bytes));
    bytes += chunk.length;
    if (bytes >= maxBytes) full();
  });
  return chunks;
}
