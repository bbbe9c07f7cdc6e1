import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A chat completion request as it came over the wire. */
export interface ModelRequest {
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    readonly model?: string;
    readonly messages: readonly WireMessage[];
    readonly tools?: readonly { readonly function: { readonly name: string } }[];
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
  };
}

export interface WireMessage {
  readonly role: string;
  readonly content: string;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
  readonly tool_call_id?: string;
}

export type Reply =
  | {
      readonly kind: 'json';
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  | { readonly kind: 'text'; readonly status?: number; readonly text: string }
  /** Parts of a stream, and pauses in ms. */
  | { readonly kind: 'stream'; readonly parts: readonly (string | number)[]; readonly isKeptOpen?: boolean }
  /** The connection ends before, or in the middle of, the answer. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'drop_in_body' }
  /** Nothing ever comes. */
  | { readonly kind: 'hang' }
  /** The headers come, the body does not. */
  | { readonly kind: 'hang_in_body' };

export interface ModelServer {
  readonly baseUrl: string;
  readonly requests: readonly ModelRequest[];
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/** A server that answers the n-th request by the n-th reply, or by what a function says. For faults that other stand-ins cannot make. */
export async function startModelServer(
  replies: readonly Reply[] | ((request: ModelRequest, n: number) => Reply),
): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const paths: string[] = [];
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const request = { headers: incoming.headers, body: JSON.parse(Buffer.concat(parts).toString('utf8')) };
      const n = requests.push(request) - 1;
      paths.push(incoming.url ?? '');
      const reply = typeof replies === 'function' ? replies(request, n) : replies[n];
      send(
        reply ?? { kind: 'json', status: 500, body: { error: { message: 'no reply is left' } } },
        response,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    paths,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(reply: Reply, response: ServerResponse): void {
  switch (reply.kind) {
    case 'json':
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
      response.end(JSON.stringify(reply.body));
      return;
    case 'text':
      response.writeHead(reply.status ?? 200, { 'content-type': 'text/html' });
      response.end(reply.text);
      return;
    case 'stream':
      void stream(reply, response);
      return;
    case 'drop':
      response.socket?.destroy();
      return;
    case 'drop_in_body':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"choices":', () => response.socket?.destroy());
      return;
    case 'hang':
      return;
    case 'hang_in_body':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"choices":');
  }
}

async function stream(
  { parts, isKeptOpen = false }: Extract<Reply, { kind: 'stream' }>,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  for (const part of parts) {
    if (typeof part === 'string') response.write(part);
    else await new Promise((resolve) => setTimeout(resolve, part));
  }
  if (!isKeptOpen) response.end();
}

export type WireCall = readonly [name: string, input: unknown];

/** A chat completion that calls tools. Text instead of an object is sent as the arguments' JSON, right or wrong. */
export function calls(...wanted: readonly WireCall[]): Reply {
  return completion({ tool_calls: wanted.map(wireCall) });
}

function wireCall([name, input]: WireCall, index: number): unknown {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return { id: `call_${index}`, type: 'function', function: { name, arguments: text } };
}

export const USAGE = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

/** A chat completion with this message. */
export function completion(
  message: Readonly<Record<string, unknown>>,
  more?: { readonly finish?: string; readonly usage?: unknown },
): Reply {
  const finish = more?.finish ?? (message['tool_calls'] === undefined ? 'stop' : 'tool_calls');
  return {
    kind: 'json',
    body: {
      id: 'x',
      object: 'chat.completion',
      created: 0,
      model: 'm',
      choices: [
        { index: 0, finish_reason: finish, message: { role: 'assistant', content: null, ...message } },
      ],
      usage: more?.usage === undefined ? USAGE : more.usage,
    },
  };
}
