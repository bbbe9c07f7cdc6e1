import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Token, tokenIn } from '../http/access.ts';
import { type Incoming, isLost, survives, type Trouble } from '../http/exchange.ts';
import type { PlannedFault } from '../http/faults.ts';
import { readBody } from '../http/http.ts';
import {
  answerGit,
  type GitReply,
  type GitRoute,
  type GitSide,
  gitFault,
  SERVER_ERROR,
} from './git-bridge.ts';

export interface GitContext extends Trouble, GitSide {
  readonly tokens: Readonly<Record<string, Token>>;
}

/** Takes one request of git's HTTP protocol. */
export async function takeGit(context: GitContext, incoming: Incoming, route: GitRoute): Promise<void> {
  const { request } = incoming;
  const body = await readBody(request);
  const faults = context.faults.take(['any', 'git', ...aimOf(route)]);
  if (!(await survives(context, incoming, faults))) return;
  const token = context.tokens[tokenIn(request.headers.authorization) ?? ''] ?? null;
  const protocol = String(request.headers['git-protocol'] ?? '');
  const reply = faultyReply(faults) ?? (await answerGit(context, { ...route, body, token, protocol }));
  // What is to go wrong after the effect waits for the effect.
  const settled = faults.length === 0 ? reply : { ...reply, body: await whole(reply.body) };
  if (isLost(context, incoming, faults)) return;
  await send(context, incoming, faults.includes('server_error_after') ? SERVER_ERROR : settled);
}

/** A push is one request that changes refs, and another before it that only asks for them. */
function aimOf({ service, isAdvertisement }: GitRoute): readonly string[] {
  if (service === 'upload-pack') return ['fetch'];
  return isAdvertisement ? [] : ['push'];
}

function faultyReply(faults: readonly PlannedFault[]): GitReply | null {
  for (const fault of faults) {
    const reply = gitFault(fault);
    if (reply !== null) return reply;
  }
  return null;
}

async function whole(body: Buffer | NodeJS.ReadableStream): Promise<Buffer> {
  return Buffer.isBuffer(body) ? body : buffer(body);
}

async function send(
  context: GitContext,
  incoming: Incoming,
  { status, headers, body }: GitReply,
): Promise<void> {
  const { request, response, method, url } = incoming;
  response.writeHead(status, headers);
  context.observe?.({
    kind: 'git',
    method,
    url: url.href,
    requestHeaders: request.headers,
    requestBody: '',
    status,
    headers,
    body: '',
  });
  if (Buffer.isBuffer(body)) response.end(body);
  else await pipeline(body, response);
}
