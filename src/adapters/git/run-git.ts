import { devNull } from 'node:os';
import { Halt } from '../../core/ending.ts';
import type { GitEnvironment } from './git-environment.ts';
import { spawnGit } from './git-process.ts';

export interface GitRun {
  readonly folder: string;
  readonly args: readonly string[];
  readonly input?: string | Uint8Array;
  /** Added to what the process inherits. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface GitOutput {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository names no program for git to run, whoever configured it. */
const NO_PROGRAMS = {
  GIT_CONFIG_COUNT: '3',
  GIT_CONFIG_KEY_0: 'core.fsmonitor',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_CONFIG_KEY_1: 'core.hooksPath',
  GIT_CONFIG_VALUE_1: devNull,
  GIT_CONFIG_KEY_2: 'protocol.ext.allow',
  GIT_CONFIG_VALUE_2: 'never',
} as const;

/**
 * English messages, and no question asked of anybody: it would make the program wait for ever. What a repository lacks is not
 * fetched either: it is the repository that says by which program and from where. And no object stands for another one.
 */
const SILENT = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
} as const;

/** Set inside git's own hooks and aliases; they would point git at another repository. */
const REDIRECTING =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|CONFIG_COUNT|CONFIG_PARAMETERS)$/i;

/** Plain git on any folder, with the person's own settings. A failing git is an answer, a missing one a `Halt`. */
export function gitRunner(inherited: GitEnvironment) {
  const env: Record<string, string> = { GIT_SSH_COMMAND: 'ssh -oBatchMode=yes' };
  for (const [name, value] of Object.entries(inherited)) {
    if (value !== undefined && !REDIRECTING.test(name)) env[name] = value;
  }
  return async (run: GitRun, signal: AbortSignal): Promise<GitOutput> => {
    const input = typeof run.input === 'string' ? Buffer.from(run.input) : run.input;
    const command = {
      args: run.args,
      folder: run.folder,
      env: { ...env, ...SILENT, ...NO_PROGRAMS, ...run.env },
    };
    const result = await spawnGit({ ...command, ...(input === undefined ? {} : { input }) }, signal);
    signal.throwIfAborted();
    if (result.code === null && result.stderr.includes('ENOENT')) {
      throw new Halt('bad_settings', 'git was not found on the PATH. Install git 2.30 or newer.');
    }
    return { code: result.code ?? -1, stdout: String(result.stdout), stderr: result.stderr };
  };
}
