import { answerFaults } from './check-answer.ts';
import { requestFaults } from './check-request.ts';
import { type Exchange, pathBelow, type SentRequest } from './exchange.ts';
import { routeOf } from './route.ts';

/** Everything in an exchange that GitHub's description does not allow, as sentences; an unknown operation is one. */
export function exchangeFaults({ request, answer }: Exchange): readonly string[] {
  const { method, path } = request;
  const route = routeOf(method, new URL(path, 'http://localhost').pathname);
  if (route === null) return [`${method} ${path}: no operation of test/support/openapi/github.json`];
  const faults = [
    ...requestFaults(request, route),
    ...(answer === null ? [] : answerFaults(answer, route).map((fault) => `${answer.status}: ${fault}`)),
  ];
  return faults.map((fault) => `${method} ${path}: ${fault}`);
}

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface Traffic {
  /** Sends a request on, and holds it and its answer against the description. */
  readonly fetch: Fetch;
  readonly exchanges: readonly Exchange[];
  readonly faults: readonly string[];
}

/** Stands between whoever sends and the server whose API begins at `apiUrl`. */
export function watchTraffic(apiUrl: string, send: Fetch = (address, init) => fetch(address, init)): Traffic {
  const exchanges: Exchange[] = [];
  const faults: string[] = [];
  const note = (exchange: Exchange): void => {
    exchanges.push(exchange);
    faults.push(...exchangeFaults(exchange));
  };
  return {
    exchanges,
    faults,
    async fetch(address, init) {
      // Where GitHub sends whoever asks for a text, there is no interface of its own.
      if (!address.startsWith(apiUrl)) return send(address, init);
      const request = sentRequest(address, init, apiUrl);
      try {
        const response = await send(address, init);
        const body = await response.text();
        note({ request, answer: { status: response.status, headers: response.headers, body } });
        const { status, headers } = response;
        return new Response(BARE.includes(status) ? null : body, { status, headers });
      } catch (reason) {
        note({ request, answer: null });
        throw reason;
      }
    },
  };
}

const BARE = [204, 205, 304];

function sentRequest(address: string, { method, headers, body }: RequestInit, apiUrl: string): SentRequest {
  // octokit sends an empty text where PUT and PATCH have no body: over the wire that is none.
  const isText = typeof body === 'string' && body !== '';
  const path = pathBelow(apiUrl, address);
  return { method: method ?? 'GET', path, headers: new Headers(headers), body: isText ? body : null };
}
