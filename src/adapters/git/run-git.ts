import { spawn } from 'node:child_process';
import { Halt } from '../../core/ending.ts';

export interface GitCommand {
  readonly folder: string;
  readonly args: readonly string[];
  readonly input?: string | Uint8Array;
  /** Added to what the process inherits. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface GitAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Asked of nobody: a question of git or ssh would make the program wait for ever. */
const SILENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
} as const;

/** Makes the plain runner that the rehearsal and the commands use: a failing git is an answer, a missing one a `Halt`. */
export function gitRunner(inherited: Readonly<Record<string, string>>) {
  const ssh = inherited['GIT_SSH_COMMAND'] ?? 'ssh -oBatchMode=yes';
  return (command: GitCommand, signal: AbortSignal): Promise<GitAnswer> => {
    const env = { ...inherited, GIT_SSH_COMMAND: ssh, ...SILENT, ...command.env };
    return new Promise((resolve, reject) => {
      const child = spawn('git', [...command.args], { cwd: command.folder, env, signal });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
      // Git may end before it has read its input; its exit code says so.
      child.stdin.on('error', () => {});
      child.stdin.end(command.input ?? '');
      child.on('error', (error) => reject(startError(error, signal)));
      child.on('close', (code) =>
        resolve({
          code: code ?? -1,
          stdout: String(Buffer.concat(stdout)),
          stderr: String(Buffer.concat(stderr)),
        }),
      );
    });
  };
}

function startError(error: NodeJS.ErrnoException, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error.code !== 'ENOENT') return error;
  return new Halt('bad_settings', 'git was not found on the PATH. Install git 2.30 or newer.', {
    cause: error,
  });
}
