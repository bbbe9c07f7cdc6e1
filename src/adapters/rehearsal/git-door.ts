import type { Readable } from 'node:stream';
import { Halt } from '../../core/ending.ts';

/** How the rehearsal reaches git; whoever composes the world opens it. */
export type RunGit = (command: GitCommand, signal: AbortSignal) => Promise<GitAnswer>;

interface GitCommand {
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

/** Runs the server's side of a fetch or a push for one HTTP request; the output is complete when the stream ends. */
export type ServeGit = (request: GitServiceRequest, signal: AbortSignal) => Readable;

export interface GitServiceRequest {
  readonly service: 'upload-pack' | 'receive-pack';
  /** A bare repository. */
  readonly folder: string;
  /** Whether the refs are to be told, or what `input` asks for is to be done. */
  readonly isAdvertisement: boolean;
  /** The `Git-Protocol` header; empty: none. */
  readonly protocol: string;
  readonly input: Uint8Array;
  /** Folder of the hooks that are run; null: those of the repository. */
  readonly hooks: string | null;
}

/** Runs git and gives its output; anything but success is a `Halt` that says what was tried and git's own words. */
export async function mustGit(
  run: RunGit,
  command: GitCommand & { readonly purpose: string },
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
