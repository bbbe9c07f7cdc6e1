import type { Exchange } from '../../../src/rehearsal/github/http/exchange.ts';
import { answerFaults } from '../openapi/check-answer.ts';
import { pathBelow } from '../openapi/exchange.ts';
import { routeOf } from '../openapi/route.ts';
import { exchangeFaults } from '../openapi/traffic.ts';

/** What GitHub's description does not allow in what was asked of the stand-in, and in what it answered. */
export function standInFaults(apiUrl: string, exchange: Exchange): readonly string[] {
  if (exchange.kind === 'git') return [];
  const { method, status, body } = exchange;
  const path = pathBelow(apiUrl, exchange.url);
  const answer = { status, body, headers: new Headers(exchange.headers) };
  const headers = headersOf(exchange);
  if (headers.get('user-agent')?.startsWith('wakeful') === true) {
    const request = { method, path, headers, body: exchange.requestBody || null };
    return exchangeFaults({ request, answer });
  }
  // A test by itself may ask for what nobody should ask for, but is answered as GitHub answers.
  const route = routeOf(method, path.replace(/\?.*/, ''));
  if (route === null) return status === 404 ? [] : [`${method} ${path}: ${status} for an unknown operation`];
  return answerFaults(answer, route).map((fault) => `${method} ${path}: ${status}: ${fault}`);
}

function headersOf({ requestHeaders }: Exchange): Headers {
  const entries = Object.entries(requestHeaders).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return new Headers(entries);
}
