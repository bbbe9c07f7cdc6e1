import type { Incoming } from './exchange.ts';

/** Logs lie beside the interface, as on another host: whoever has the address may read. */
export const LOG_PATH = '/_logs/';

export function isLogAddress(url: URL): boolean {
  return url.pathname.startsWith(LOG_PATH);
}

/** As the store behind GitHub answers: it refuses whoever shows a token that is not its own. */
export async function sendLog(
  { request, response, url }: Incoming,
  logOf: (job: number) => Promise<string | null>,
): Promise<void> {
  const isOpened = url.searchParams.get('sig') === 'open' && request.headers.authorization === undefined;
  const log = isOpened ? await logOf(Number(url.pathname.slice(LOG_PATH.length))) : null;
  if (!isOpened)
    response.writeHead(403, { 'content-type': 'application/xml' }).end('<Error>AuthenticationFailed</Error>');
  else if (log === null) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/plain' }).end(log);
}
