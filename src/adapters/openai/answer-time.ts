/** A part of a stream comes within this time of the one before, or the server has stopped working on it, ms. */
const LONGEST_SILENCE = 120_000;

/**
 * The time that one answer may take. Where it comes as a stream, that is the time until its first part; from then on each part gives
 * more time, so that a slow server is told from one that has stopped.
 */
export class AnswerTime {
  readonly #end = new AbortController();
  readonly limitMs: number;
  readonly #silenceMs: number;
  #waits = 0;

  constructor(limitMs: number) {
    this.limitMs = limitMs;
    this.#silenceMs = Math.min(LONGEST_SILENCE, limitMs);
    this.#wait(limitMs);
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** How long nothing had come when the time was over, ms; null: it is not over. */
  get waitedMs(): number | null {
    if (!this.signal.aborted) return null;
    return this.#waits === 1 ? this.limitMs : this.#silenceMs;
  }

  /** The same answer; each part of its stream gives more time. */
  ofStream({ body, status, headers }: Response): Response {
    const watch = new TransformStream<Uint8Array, Uint8Array>({
      transform: (part, stream) => {
        if (isWork(part)) this.#wait(this.#silenceMs);
        stream.enqueue(part);
      },
    });
    return new Response(body?.pipeThrough(watch) ?? null, { status, headers });
  }

  #wait(ms: number): void {
    const wait = ++this.#waits;
    AbortSignal.timeout(ms).addEventListener('abort', () => {
      if (wait === this.#waits) this.#end.abort();
    });
  }
}

/** Gateways send comments to keep a connection, whether the model works or not. The rest of one that is cut in two counts as work. */
function isWork(part: Uint8Array): boolean {
  const lines = new TextDecoder().decode(part).split('\n');
  return lines.some((line) => line.trim() !== '' && !line.startsWith(':'));
}
