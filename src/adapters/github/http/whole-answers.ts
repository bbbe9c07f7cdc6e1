import type { Fetch } from './client.ts';
import type { ServerClock } from './server-clock.ts';

/** Answers that have no body. */
const BARE = [204, 205, 304];

/**
 * Reads each answer to its end before it is handed on, so that a connection that breaks off in the middle is a fault of
 * the connection and not an empty answer. An aborted request always ends in an `AbortError`, which nobody repeats.
 */
export function wholeAnswers(fetch: Fetch, serverClock: ServerClock): Fetch {
  return async (address, init) => {
    try {
      const response = await fetch(address, init);
      serverClock.note(response.headers.get('date'));
      const { status, statusText, headers } = response;
      const body = BARE.includes(status) ? null : await response.arrayBuffer();
      return new Response(body, { status, statusText, headers });
    } catch (reason) {
      if (init.signal?.aborted === true) throw new DOMException('Request given up.', 'AbortError');
      throw reason;
    }
  };
}
