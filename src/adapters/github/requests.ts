import type { Octokit } from '@octokit/rest';
import * as v from 'valibot';
import type { Ask, Reply } from './ask.ts';
import { type ClientOptions, type Fetch, loadClient, type RequestFacts } from './client.ts';
import { brokenAnswer, haltOf, refusalOf, silence } from './failures.ts';
import { orAbsent, Refused } from './refused.ts';
import { ServerClock } from './server-clock.ts';
import { wholeAnswers } from './whole-answers.ts';

type Schema<T> = v.GenericSchema<unknown, T>;

export interface RequestsOptions extends Omit<ClientOptions, 'fetch'> {
  readonly repository: string;
  readonly requestTimeoutMs: number;
  readonly fetch?: Fetch;
}

/** The most that GitHub gives, and the most pages that a list may take. */
const PAGE = 100;
const PAGES = 10;

/** Sends requests for the calls of the ports. */
export class Requests {
  readonly #options: RequestsOptions;
  readonly serverClock: ServerClock;
  #client: Promise<Octokit> | null = null;

  constructor(options: RequestsOptions) {
    this.#options = options;
    this.serverClock = new ServerClock(options.clock);
  }

  /**
   * One call of a port. All its requests together get `requestTimeoutMs`; whatever goes wrong leaves it as a `Halt`, or
   * as the reason of `signal`.
   */
  async call<T>(signal: AbortSignal, body: (call: Call) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const { requestTimeoutMs, clock } = this.#options;
    const timeout = AbortSignal.timeout(requestTimeoutMs);
    const facts = {
      signal: AbortSignal.any([signal, timeout]),
      endsAt: clock.monotonic() + requestTimeoutMs,
    };
    const call = new Call((ask) => this.#send(ask, facts));
    try {
      return await body(call);
    } catch (reason) {
      signal.throwIfAborted();
      if (timeout.aborted) throw silence(call.last, requestTimeoutMs);
      throw reason instanceof Refused ? haltOf(reason) : reason;
    }
  }

  async #send(ask: Ask, { signal, endsAt }: RequestFacts): Promise<Reply> {
    const { fetch: door, ...options } = this.#options;
    // A new function, so that the platform's own is found when the request is sent.
    const sending: Fetch = door ?? ((address, init) => fetch(address, init));
    this.#client ??= loadClient({ ...options, fetch: wholeAnswers(sending, this.serverClock) });
    const client = await this.#client;
    const [owner, repo] = options.repository.split('/');
    // A create whose answer got lost may have had its effect: it is never repeated.
    const never = ask.route.startsWith('POST ') ? { retries: 0 } : {};
    const request = { signal, endsAt, redirect: 'manual' as const, ...never };
    const place = ask.route.includes('{owner}') ? { owner, repo } : {};
    const route = ask.route === GRAPHQL ? `POST ${graphqlUrl(options.apiUrl)}` : ask.route;
    return until(signal, client.request(route, { ...API_VERSION, ...place, ...ask.with, request }));
  }
}

/** The one operation that is not part of the REST interface. */
const GRAPHQL = 'POST /graphql';

/** Enterprise Server has REST at `/api/v3` and GraphQL at `/api/graphql`. */
function graphqlUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/v3$/, '')}/graphql`;
}

const API_VERSION = { headers: { 'x-github-api-version': '2022-11-28' } };

/** The requests of one call. */
export class Call {
  readonly #send: (ask: Ask) => Promise<Reply>;
  /** What was asked last. */
  last = '';

  constructor(send: (ask: Ask) => Promise<Reply>) {
    this.#send = send;
  }

  /** Throws `Refused` when GitHub refuses, `Halt('github_unavailable')` when it gives no answer that can be read. */
  async send(ask: Ask): Promise<Reply> {
    this.last = ask.route;
    try {
      const reply = await this.#send(ask);
      if (reply.status < 300) return reply;
      throw new Refused(ask, reply);
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

  /** All pages of a list, at most `most` entries. `page` reads one page's entries, and may leave some out. */
  async list<T>(ask: Ask, page: Schema<readonly T[]>, most: number): Promise<readonly T[]> {
    const found: T[] = [];
    for (let number = 1; found.length < most && number <= PAGES; number++) {
      const asked = { ...ask, with: { per_page: PAGE, ...ask.with, page: number } };
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

/** The client's own waits know no signal; a request that it begins later is refused by the signal itself. */
async function until<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([answer, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
    answer.catch(() => undefined);
  }
}
