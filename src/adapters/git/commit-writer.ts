import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Sha } from '../../ports.ts';
import { GitFailure } from './git-failure.ts';

const ARGS = ['fast-import', '--quiet', '--force', '--date-format=raw'];

interface ImportCommand {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

interface WriteRequest {
  readonly resolve: (id: Sha) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One `git fast-import` that stays open: no work tree, no index, no filters, and one process for all commits of a wake,
 * whatever the size of the history.
 */
export class CommitWriter {
  readonly #command: ImportCommand;
  #session: WriterSession | null = null;
  #marks = 0;

  constructor(command: ImportCommand) {
    this.#command = command;
  }

  /**
   * Writes one commit; `stream` makes the commit command for a ref and a mark of its own. Every other process can read
   * the commit once its id is given. Fails with `GitFailure`.
   */
  async write(stream: (ref: string, mark: number) => Uint8Array, signal: AbortSignal): Promise<Sha> {
    signal.throwIfAborted();
    this.#marks += 1;
    const mark = this.#marks;
    const session = this.#open();
    const stop = (): void => session.end(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await session.write(stream(`refs/made/${mark}`, mark), mark);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  close(): void {
    this.#session?.end(new Error('The repository was closed.'));
    this.#session = null;
  }

  #open(): WriterSession {
    if (this.#session === null || this.#session.ended) {
      const { folder, env } = this.#command;
      this.#session = new WriterSession(spawn('git', ARGS, { cwd: folder, env }));
    }
    return this.#session;
  }
}

class WriterSession {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #requests: WriteRequest[] = [];
  readonly #words: Buffer[] = [];
  #answer = '';
  ended = false;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.stderr.on('data', (chunk: Buffer) => this.#words.push(chunk));
    // Git may end before it has read everything; its own words say why.
    child.stdin.on('error', () => {});
    child.on('error', (error) => this.#fail(null, String(error)));
    child.on('close', (code) => this.#fail(code, String(Buffer.concat(this.#words))));
  }

  write(stream: Uint8Array, mark: number): Promise<Sha> {
    return new Promise((resolve, reject) => {
      this.#requests.push({ resolve, reject });
      this.#child.stdin.write(stream);
      // The checkpoint puts the objects where others find them; only then is the id told.
      this.#child.stdin.write(`checkpoint\n\nget-mark :${mark}\n`);
    });
  }

  end(reason: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.#child.kill();
    for (const request of this.#requests.splice(0)) request.reject(reason);
  }

  #fail(code: number | null, stderr: string): void {
    this.end(new GitFailure(ARGS, { code, stdout: Buffer.alloc(0), stderr }, false));
  }

  #receive(chunk: Buffer): void {
    const lines = (this.#answer + chunk.toString('latin1')).split('\n');
    this.#answer = lines.pop() ?? '';
    for (const line of lines) this.#requests.shift()?.resolve(line);
  }
}
