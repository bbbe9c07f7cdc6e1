import { type Ask, type GitHubReply, GRAPHQL } from './ask.ts';
import { GitHubCall } from './call.ts';
import {
  type ClientOptions,
  type Clients,
  type Fetch,
  type HttpRequestFacts,
  loadClients,
} from './client.ts';
import { download } from './download.ts';
import { haltOf, silence } from './failures.ts';
import { RefusedRequest } from './refused.ts';
import { ServerClock } from './server-clock.ts';
import { wholeAnswers } from './whole-answers.ts';

export interface RequestsOptions extends Omit<ClientOptions, 'fetch'> {
  readonly repository: string;
  readonly requestTimeoutMs: number;
  readonly fetch?: Fetch;
  /** With which drafts are opened; null: with the same token as all else. */
  readonly draftToken: string | null;
}

/** Sends requests for the calls of the ports. */
export class Requests {
  readonly #options: RequestsOptions;
  readonly serverClock: ServerClock;
  /** By token. */
  readonly #clients = new Map<string, Promise<Clients>>();
  #repository: string;

  constructor(options: RequestsOptions) {
    this.#options = options;
    this.#repository = options.repository;
    this.serverClock = new ServerClock(options.clock);
  }

  /** `owner/name`; another one than was given once GitHub has said that the repository has moved. */
  get repository(): string {
    return this.#repository;
  }

  /**
   * One call of a port. All its requests together get `requestTimeoutMs`; whatever goes wrong leaves it as a `Halt`, or
   * as the reason of `signal`.
   */
  async call<T>(signal: AbortSignal, body: (call: GitHubCall) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const { requestTimeoutMs, clock } = this.#options;
    const timeout = AbortSignal.timeout(requestTimeoutMs);
    const facts = {
      signal: AbortSignal.any([signal, timeout]),
      endsAt: clock.monotonic() + requestTimeoutMs,
    };
    const call = new GitHubCall({
      send: (ask) => this.#send(ask, facts),
      signal: facts.signal,
      download: (asked) => download((address, init) => this.#fetch(address, init), asked),
    });
    try {
      return await this.#underItsName(() => body(call));
    } catch (reason) {
      signal.throwIfAborted();
      if (timeout.aborted) throw silence(call.last, requestTimeoutMs);
      throw reason instanceof RefusedRequest ? haltOf(reason) : reason;
    }
  }

  /** A repository that has moved is asked once more under its new name, from the beginning: queries name its owner as well. */
  async #underItsName<T>(body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (reason) {
      if (!(reason instanceof MovedRepository)) throw reason;
      return body();
    }
  }

  async #send(ask: Ask, facts: HttpRequestFacts): Promise<GitHubReply> {
    const reply = await this.#sendOnce(ask, facts);
    if (!isRedirect(reply) || !ask.route.includes('{owner}')) return reply;
    const name = await this.#newName(facts);
    if (name === null) return reply;
    this.#repository = name;
    throw new MovedRepository(name);
  }

  /** Null: the repository is where it was, and what was asked for has moved by itself. */
  async #newName(facts: HttpRequestFacts): Promise<string | null> {
    const moved = await this.#sendOnce({ route: 'GET /repos/{owner}/{repo}' }, facts);
    const address = isRedirect(moved) ? sameHost(moved, this.#options.apiUrl) : null;
    if (address === null) return null;
    const { data } = await this.#sendOnce({ route: `GET ${address}` }, facts);
    const name = typeof data === 'object' && data !== null && 'full_name' in data ? data.full_name : null;
    return typeof name === 'string' && /^[\w.-]+\/[\w.-]+$/.test(name) && name !== this.#repository
      ? name
      : null;
  }

  /** The platform's own is found when the request is sent. */
  #fetch(address: string, init: RequestInit): Promise<Response> {
    return this.#options.fetch?.(address, init) ?? fetch(address, init);
  }

  async #sendOnce(ask: Ask, { signal, endsAt }: HttpRequestFacts): Promise<GitHubReply> {
    const { paced, unpaced } = await this.#clientsFor(ask);
    signal.throwIfAborted();
    const [owner, repo] = this.#repository.split('/');
    // A create whose answer got lost may have had its effect: it is never repeated.
    const never = ask.route.startsWith('POST ') ? { retries: 0 } : {};
    const request = { signal, endsAt, redirect: 'manual' as const, ...never };
    const place = ask.route.includes('{owner}') ? { owner, repo } : {};
    const [client, route] =
      ask.route === GRAPHQL ? [unpaced, `POST ${graphqlUrl(this.#options.apiUrl)}`] : [paced, ask.route];
    return until(signal, client.request(route, { headers: headersOf(ask), ...place, ...ask.with, request }));
  }

  #clientsFor({ isDrafter }: Ask): Promise<Clients> {
    const { draftToken, ...options } = this.#options;
    const token = isDrafter === true && draftToken !== null ? draftToken : options.token;
    const fetching = wholeAnswers((address, init) => this.#fetch(address, init), this.serverClock);
    const clients = this.#clients.get(token) ?? loadClients({ ...options, token, fetch: fetching });
    this.#clients.set(token, clients);
    return clients;
  }
}

/** The repository has another name now, under which the call begins anew. Nothing has been changed under the old one. */
class MovedRepository extends Error {
  constructor(name: string) {
    super(`the repository is ${name} now`);
    this.name = 'MovedRepository';
  }
}

function isRedirect({ status }: GitHubReply): boolean {
  return status === 301 || status === 307 || status === 308;
}

/** Where a redirect leads, if the token may go there; null: to another host. */
function sameHost({ headers }: GitHubReply, apiUrl: string): string | null {
  const location = String(headers['location'] ?? '');
  if (!URL.canParse(location, apiUrl)) return null;
  const address = new URL(location, apiUrl);
  return address.origin === new URL(apiUrl).origin ? address.href : null;
}

/** Enterprise Server has REST at `/api/v3` and GraphQL at `/api/graphql`. */
function graphqlUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/v3$/, '')}/graphql`;
}

const API_VERSION = { 'x-github-api-version': '2022-11-28' };

function headersOf({ unlessTag = null }: Ask): Readonly<Record<string, string>> {
  return unlessTag === null ? API_VERSION : { ...API_VERSION, 'if-none-match': unlessTag };
}

/** The client's own waits know no signal; a request that it begins later is refused by the signal itself. */
async function until<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([answer, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
