/** Serves bare repositories over HTTP on the loopback, through git's own `git http-backend`. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What happens to the next request; `drop_after_push` waits for one that pushes. */
export type HttpFault = 'drop_after_push' | 'hang' | 'hang_on_push' | 401 | 403 | 404 | 503;

export interface GitHttpServer {
  readonly url: string;
  inject(fault: HttpFault): void;
  /** Refuses, with 401, whoever does not send exactly this `Authorization` header. */
  requireAuthorization(value: string): void;
  /** Method, path and query of all requests so far. */
  readonly requests: readonly string[];
  /** Resolves when the next request that is left hanging has arrived. */
  hanging(): Promise<void>;
  close(): Promise<void>;
}

interface Behaviour {
  readonly faults: HttpFault[];
  readonly requests: string[];
  readonly hung: (() => void)[];
  authorization: string | null;
}

/** `root` holds the bare repositories. */
export async function serveGitOverHttp(root: string): Promise<GitHttpServer> {
  const behaviour: Behaviour = { faults: [], requests: [], hung: [], authorization: null };
  const server = createServer((request, response) => answer(root, behaviour, { request, response }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inject: (fault) => void behaviour.faults.push(fault),
    requireAuthorization: (value) => {
      behaviour.authorization = value;
    },
    requests: behaviour.requests,
    hanging: () => new Promise((resolve) => behaviour.hung.push(resolve)),
    close,
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function answer(root: string, behaviour: Behaviour, exchange: Exchange): void {
  const { request, response } = exchange;
  behaviour.requests.push(`${request.method} ${request.url}`);
  const fault = nextFault(behaviour, request);
  if (behaviour.authorization !== null && request.headers.authorization !== behaviour.authorization) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('Unauthorized\n');
  } else if (typeof fault === 'number') {
    const headers = {
      'content-type': 'text/plain',
      ...(fault === 401 ? { 'www-authenticate': 'Basic realm="git"' } : {}),
    };
    const body = fault === 403 ? 'Write access to repository not granted.\n' : 'No.\n';
    response.writeHead(fault, headers).end(body);
  } else if (fault === 'hang' || fault === 'hang_on_push') {
    for (const arrived of behaviour.hung.splice(0)) arrived();
  } else {
    serve(root, exchange, fault === 'drop_after_push');
  }
}

function nextFault(behaviour: Behaviour, request: IncomingMessage): HttpFault | null {
  const [fault] = behaviour.faults;
  if (fault === undefined) return null;
  const pushes = request.method === 'POST' && request.url?.endsWith('/git-receive-pack') === true;
  if ((fault === 'drop_after_push' || fault === 'hang_on_push') && !pushes) return null;
  behaviour.faults.shift();
  return fault;
}

function serve(root: string, { request, response }: Exchange, drop: boolean): void {
  const child = spawn('git', ['http-backend'], { env: { ...process.env, ...cgiVariables(root, request) } });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.resume();
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  child.on('close', () => {
    // Once an answer has begun, no client repeats the request by itself.
    if (drop) response.writeHead(200).write('', () => response.destroy());
    else send(response, Buffer.concat(chunks));
  });
}

function cgiVariables(root: string, request: IncomingMessage): Record<string, string> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const header = (name: string): string => String(request.headers[name] ?? '');
  return {
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    REQUEST_METHOD: request.method ?? 'GET',
    PATH_INFO: decodeURIComponent(url.pathname),
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: header('content-type'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
    // A name makes http-backend allow pushes.
    REMOTE_USER: 'tester',
    REMOTE_ADDR: '127.0.0.1',
    ...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: header('content-length') }),
  };
}

/** The backend's answer is CGI: headers, an empty line, the body. */
function send(response: ServerResponse, output: Buffer): void {
  const end = output.indexOf('\r\n\r\n');
  const lines = output.toString('latin1', 0, Math.max(end, 0)).split('\r\n');
  const headers = lines.map((line) => line.split(/:\s*/, 2)).filter((pair) => pair.length === 2);
  const status = Number(headers.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200);
  for (const [name = '', value = ''] of headers) if (name !== 'Status') response.setHeader(name, value);
  response.writeHead(end < 0 ? 500 : status).end(output.subarray(end + 4));
}
