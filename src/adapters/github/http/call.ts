import * as v from 'valibot';
import type { Ask, GitHubReply } from './ask.ts';
import type { TextRequest } from './download.ts';
import { brokenAnswer, refusalOf, unavailable } from './failures.ts';
import { orAbsent, orNull, RefusedRequest } from './refused.ts';

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

const REDIRECTS = [302, 303, 307, 308];
/** What was deleted, or is older than GitHub keeps it. */
const ABSENT_TEXT = [404, 410];

type TextPlace =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly address: string };

interface CallWays {
  readonly send: (ask: Ask) => Promise<GitHubReply>;
  readonly signal: AbortSignal;
  readonly download: (download: TextRequest) => Promise<string | null>;
}

/** The requests of one call. */
export class GitHubCall {
  readonly #send: (ask: Ask) => Promise<GitHubReply>;
  readonly #signal: AbortSignal;
  readonly #download: (download: TextRequest) => Promise<string | null>;
  /** What was asked last. */
  last = '';

  constructor({ send, signal, download }: CallWays) {
    this.#send = send;
    this.#signal = signal;
    this.#download = download;
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

  /** The end of a text that GitHub keeps on another host, and sends whoever asks there. Null: it is gone. */
  async text(ask: Ask, bytes: number): Promise<string | null> {
    const { last } = this;
    const place = await orNull(this.#placeOf(ask), ({ status }) => ABSENT_TEXT.includes(status));
    if (place === null || place.kind === 'text') return place?.text.slice(-bytes) ?? null;
    try {
      return await this.#download({ address: place.address, bytes, signal: this.#signal });
    } catch (reason) {
      if (this.#signal.aborted) throw reason;
      throw unavailable(`What GitHub keeps for ${ask.route} cannot be fetched.`, reason);
    } finally {
      this.last = last;
    }
  }

  async #placeOf(ask: Ask): Promise<TextPlace> {
    try {
      const { data } = await this.send(ask);
      // A server of its own may give the text itself.
      return { kind: 'text', text: typeof data === 'string' ? data : '' };
    } catch (reason) {
      const isElsewhere = reason instanceof RefusedRequest && REDIRECTS.includes(reason.status);
      const address = isElsewhere ? String(reason.headers['location'] ?? '') : '';
      if (!URL.canParse(address)) throw reason;
      return { kind: 'address', address };
    }
  }

  /** A list, page by page. `page` reads the entries of one. */
  async list<T>(ask: Ask, page: Schema<readonly T[]>, bounds: Bounds): Promise<readonly T[]> {
    const { most, pages = Math.ceil(most / PAGE) } = bounds;
    const size = bounds.pages === undefined ? Math.min(PAGE, most) : PAGE;
    const found: T[] = [];
    let place: Place | null = { page: 1 };
    for (let number = 1; place !== null && found.length < most && number <= pages; number++) {
      const asked: Ask = { ...ask, with: { per_page: size, ...ask.with, ...place } };
      const reply: GitHubReply | null = await this.#page(asked, number);
      if (reply === null) break;
      found.push(...readAs(page, asked, reply.data));
      place = nextPlace(String(reply.headers['link'] ?? ''), number);
    }
    return found.slice(0, most);
  }

  /** Null: GitHub goes no further back in this list. */
  async #page(ask: Ask, number: number): Promise<GitHubReply | null> {
    const isEnd = ({ status, words }: RefusedRequest) =>
      status === 422 && /pagination is limited/i.test(words);
    return number === 1 ? this.send(ask) : orNull(this.send(ask), isEnd);
  }
}

/** Where a page of a list begins: its number, or a mark of the server's own. */
type Place = Readonly<Record<string, string | number>>;

const MARKS = ['after', 'before', 'cursor'];

/**
 * Of the address of the next page only the place is taken: it leads to nowhere else. Null: there is no further page. Some lists have no
 * numbers, and give the first page again to whoever asks by one.
 */
function nextPlace(link: string, number: number): Place | null {
  const next = link.split(/,\s*(?=<)/).find((each) => /;\s*rel="?next"?/.test(each));
  if (next === undefined) return null;
  const query = new URLSearchParams(/<[^>?]*\?([^>]*)>/.exec(next)?.[1] ?? '');
  const marks = MARKS.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return marks.length === 0 ? { page: number + 1 } : Object.fromEntries(marks);
}

function readAs<T>(schema: Schema<T>, ask: Ask, data: unknown): T {
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return parsed.output;
  throw brokenAnswer(ask, parsed.issues);
}
