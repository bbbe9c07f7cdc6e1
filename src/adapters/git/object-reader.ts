import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

interface ObjectRequest {
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (error: unknown) => void;
}

/** One `git cat-file --batch` that stays open: reading costs one process for the whole wake. */
export class ObjectReader {
  readonly #command: { readonly folder: string; readonly env: Readonly<Record<string, string>> };
  #session: ReaderSession | null = null;

  constructor(command: { readonly folder: string; readonly env: Readonly<Record<string, string>> }) {
    this.#command = command;
  }

  /** Objects by name (`<id>`, `<id>^{tree}`, …), in that order; null: not in this repository. */
  async get(names: readonly string[], signal: AbortSignal): Promise<readonly (GitObject | null)[]> {
    signal.throwIfAborted();
    if (names.length === 0) return [];
    const session = this.#open();
    const aborted = Promise.withResolvers<never>();
    const stop = (): void => {
      aborted.reject(signal.reason);
      // Somebody else may be waiting for the same process.
      if (session.readers === 1) session.end(signal.reason);
    };
    session.readers += 1;
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await Promise.race([session.get(names), aborted.promise]);
    } finally {
      session.readers -= 1;
      signal.removeEventListener('abort', stop);
    }
  }

  /** Starts the process before it is asked, so that it is ready by then. What is fetched later it finds as well. */
  start(): void {
    this.#open();
  }

  #open(): ReaderSession {
    if (this.#session === null || this.#session.ended) {
      const { folder, env } = this.#command;
      this.#session = new ReaderSession(spawn('git', ['cat-file', '--batch'], { cwd: folder, env }));
    }
    return this.#session;
  }

  close(): void {
    this.#session?.end(new Error('The repository was closed.'));
    this.#session = null;
  }
}

class ReaderSession {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #requests: ObjectRequest[] = [];
  readonly #words: Buffer[] = [];
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** Bytes to wait for before looking at the answer again. */
  #needed = 1;
  ended = false;
  readers = 0;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.stderr.on('data', (chunk: Buffer) => this.#words.push(chunk));
    child.stdin.on('error', (error) => this.end(error));
    child.on('error', (error) => this.end(error));
    child.on('close', () => {
      this.end(new Error(`git cat-file ended before it had answered. ${Buffer.concat(this.#words)}`.trim()));
    });
  }

  get(names: readonly string[]): Promise<(GitObject | null)[]> {
    const answers = names.map((name) => {
      if (/[\n\0]/.test(name)) throw new Error(`Not the name of an object: ${JSON.stringify(name)}`);
      return new Promise<GitObject | null>((resolve, reject) => this.#requests.push({ resolve, reject }));
    });
    this.#child.stdin.write(`${names.join('\n')}\n`);
    return Promise.all(answers);
  }

  end(reason: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.#child.kill();
    for (const request of this.#requests.splice(0)) request.reject(reason);
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes < this.#needed) return;
    let rest = Buffer.concat(this.#chunks);
    for (let taken = this.#take(rest); taken > 0; taken = this.#take(rest)) rest = rest.subarray(taken);
    this.#chunks = [rest];
    this.#bytes = rest.length;
  }

  /** Answers the oldest request from the start of `data`; gives how many bytes it took, 0 when there are too few. */
  #take(data: Buffer): number {
    const line = data.indexOf(10);
    this.#needed = data.length + 1;
    if (line < 0) return 0;
    const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(data.toString('utf8', 0, line));
    if (header === null) {
      this.#requests.shift()?.resolve(null);
      return line + 1;
    }
    const [, id = '', type = '', size = '0'] = header;
    const end = line + 1 + Number(size);
    if (data.length < end + 1) {
      this.#needed = end + 1;
      return 0;
    }
    this.#requests.shift()?.resolve({ id, type, bytes: Buffer.from(data.subarray(line + 1, end)) });
    return end + 1;
  }
}
