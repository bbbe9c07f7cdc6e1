import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
}

export interface Told {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `hang`: no answer. `drop`: the connection is cut when the request has arrived. */
export type Behaviour = Told | 'hang' | 'drop';

export interface TestServer {
  readonly url: string;
  readonly asked: readonly Asked[];
}

/** A server that answers each request as it is told to. */
export async function serve(answer: (asked: Asked, count: number) => Behaviour): Promise<TestServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { method = '', url = '', headers } = request;
      const now = { method, path: url, headers, body: text === '' ? null : JSON.parse(text) };
      asked.push(now);
      const told = answer(now, asked.length);
      if (told === 'hang') return;
      if (told === 'drop') return void request.socket.destroy();
      const isText = typeof told.body === 'string';
      response.writeHead(told.status, { 'content-type': 'application/json', ...told.headers });
      response.end(isText ? told.body : told.body === undefined ? '' : JSON.stringify(told.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
