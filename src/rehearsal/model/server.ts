import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Random } from '../../ports.ts';
import { answerBytes, completion, readRequest } from './completion.ts';
import { readChange } from './read-change.ts';
import { nextTurn } from './script.ts';
import { readConversation } from './text/conversation.ts';
import { fitTurn } from './text/turn.ts';

export interface ScriptedModel {
  /** As the `openai` package wants it, e.g. `http://127.0.0.1:40123/v1`. */
  readonly baseUrl: string;
  readonly key: string;
  close(): Promise<void>;
}

const MOST_BODY_BYTES = 32 * 1024 * 1024;

/**
 * An HTTP server on loopback that speaks chat completions, without streaming. It keeps nothing between requests: each
 * answer follows from the messages of its request alone, and nothing else reaches it.
 */
export async function startScriptedModel(random: Random): Promise<ScriptedModel> {
  const key = `scripted-${random.nonce()}`;
  const server = createServer((request, response) => {
    serve(request, key).then(
      (reply) => send(response, reply),
      () => response.destroy(),
    );
  });
  const port = await listen(server);
  return { baseUrl: `http://127.0.0.1:${port}/v1`, key, close: () => closeServer(server) };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('the scripted model has no port'));
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

interface ModelReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function serve(request: IncomingMessage, key: string): Promise<ModelReply> {
  const body = await readBody(request);
  if (request.headers.authorization !== `Bearer ${key}`) {
    return failure(401, { code: 'invalid_api_key', message: 'Incorrect API key provided.', param: null });
  }
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
    const message = `Only POST /v1/chat/completions is answered, not ${request.method} ${request.url}.`;
    return failure(404, { code: 'unknown_url', message, param: null });
  }
  if (body === null)
    return failure(413, { code: 'too_large', message: 'The body is larger than 32 MB.', param: null });
  const read = readRequest(body);
  if (read.kind === 'bad') return failure(400, { code: null, message: read.message, param: read.param });
  const bytes = answerBytes(read.request);
  const { messages, isReading } = read.request;
  const turn = isReading ? readChange(messages) : nextTurn(readConversation(messages, bytes));
  return { status: 200, body: completion(read.request, fitTurn(turn, bytes)) };
}

/** Null: too large; the rest is read and thrown away, so that the client gets its answer. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes <= MOST_BODY_BYTES) parts.push(part);
  }
  return bytes > MOST_BODY_BYTES ? null : Buffer.concat(parts).toString('utf8');
}

interface Failure {
  readonly code: string | null;
  readonly message: string;
  readonly param: string | null;
}

function failure(status: number, { code, message, param }: Failure): ModelReply {
  return { status, body: { error: { message, type: 'invalid_request_error', param, code } } };
}

function send(response: ServerResponse, reply: ModelReply): void {
  const text = JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
