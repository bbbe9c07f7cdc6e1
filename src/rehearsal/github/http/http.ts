import type { IncomingMessage, Server } from 'node:http';
import { createGunzip } from 'node:zlib';

const MOST_BYTES = 1024 * 1024 * 1024;

/** The whole body, unpacked where it comes packed. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const isPacked = /gzip/.test(request.headers['content-encoding'] ?? '');
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of (isPacked ? request.pipe(createGunzip()) : request) as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error('The body of a request is larger than 1 GB.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Listens on the loopback; gives the port. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('the server has no port'));
    });
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
