import { Halt } from '../core/ending.ts';

/** How the rehearsal runs git. Whoever composes the world hands it in. */
export type RunGit = (command: GitServiceCommand, signal: AbortSignal) => Promise<GitAnswer>;

interface GitServiceCommand {
  readonly folder: string;
  readonly args: readonly string[];
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

interface GitAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git and gives its output; anything but success is a `Halt` that says what was tried and git's own words. */
export async function mustGit(
  run: RunGit,
  command: GitServiceCommand & { readonly purpose: string },
  signal: AbortSignal,
) {
  const answer = await run(command, signal);
  if (answer.code === 0) return answer.stdout;
  throw new Halt('bad_settings', `Could not ${command.purpose}. git says: ${gitWords(answer.stderr)}`);
}

/** Git's own complaint in one line. */
export function gitWords(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const words = lines.filter((line) => line !== '' && !line.startsWith('hint:')).join(' ');
  return words === '' ? 'nothing' : words.slice(0, 600);
}
