import * as v from 'valibot';
import type { Ask, GitHubReply } from './ask.ts';
import { brokenAnswer, refusalOf } from './failures.ts';
import { orAbsent, RefusedRequest } from './refused.ts';

type Schema<T> = v.GenericSchema<unknown, T>;

/** The most that GitHub gives at once. */
const PAGE = 100;

/** Where a list ends, however long it is. */
export interface Bounds {
  /** Entries that are wanted. */
  readonly most: number;
  /** Pages that are read for them, where reading leaves some entries out. */
  readonly pages?: number;
}

/** The requests of one call. */
export class GitHubCall {
  readonly #send: (ask: Ask) => Promise<GitHubReply>;
  readonly #signal: AbortSignal;
  /** What was asked last. */
  last = '';

  constructor(send: (ask: Ask) => Promise<GitHubReply>, signal: AbortSignal) {
    this.#send = send;
    this.#signal = signal;
  }

  /** Its time is up, or it was aborted: nothing more is sent. */
  get isOver(): boolean {
    return this.#signal.aborted;
  }

  /** Throws `Refused` when GitHub refuses, `Halt('github_unavailable')` when it gives no answer that can be read. */
  async send(ask: Ask): Promise<GitHubReply> {
    this.last = ask.route;
    try {
      const reply = await this.#send(ask);
      if (reply.status < 300) return reply;
      throw new RefusedRequest(ask, reply);
    } catch (reason) {
      throw refusalOf(ask, reason);
    }
  }

  async read<T>(ask: Ask, schema: Schema<T>): Promise<T> {
    const { data } = await this.send(ask);
    return readAs(schema, ask, data);
  }

  /** Null: there is no such thing. */
  async find<T>(ask: Ask, schema: Schema<T>): Promise<T | null> {
    return orAbsent(this.read(ask, schema));
  }

  /** A list, page by page. `page` reads the entries of one. */
  async list<T>(ask: Ask, page: Schema<readonly T[]>, bounds: Bounds): Promise<readonly T[]> {
    const { most, pages = Math.ceil(most / PAGE) } = bounds;
    const size = bounds.pages === undefined ? Math.min(PAGE, most) : PAGE;
    const found: T[] = [];
    for (let number = 1; found.length < most && number <= pages; number++) {
      const asked = { ...ask, with: { per_page: size, ...ask.with, page: number } };
      const reply = await this.send(asked);
      found.push(...readAs(page, asked, reply.data));
      if (!String(reply.headers['link'] ?? '').includes('rel="next"')) break;
    }
    return found.slice(0, most);
  }
}

function readAs<T>(schema: Schema<T>, ask: Ask, data: unknown): T {
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return parsed.output;
  throw brokenAnswer(ask, parsed.issues);
}
