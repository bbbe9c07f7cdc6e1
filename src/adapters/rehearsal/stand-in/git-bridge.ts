import type { Readable } from 'node:stream';
import type { ServeGit } from '../git-door.ts';
import { may, type Token } from './access.ts';
import type { Fault } from './faults.ts';
import { incomingChanges } from './incoming.ts';
import { packet, readPush, refusedPush } from './push-commands.ts';
import { judgePush } from './push-rules.ts';
import type { Site } from './site.ts';

/** A request of git's HTTP protocol, e.g. `GET /owner/name.git/info/refs?service=git-upload-pack`. */
export interface GitRoute {
  /** `owner/name`. */
  readonly repository: string;
  readonly service: 'upload-pack' | 'receive-pack';
  readonly isAdvertisement: boolean;
}

export interface GitRequest extends GitRoute {
  readonly protocol: string;
  readonly body: Buffer;
  readonly token: Token | null;
}

export interface GitReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable;
}

export interface GitSide {
  readonly site: Site;
  readonly origin: string;
  readonly serve: ServeGit;
  readonly signal: AbortSignal;
}

export async function answerGit(side: GitSide, request: GitRequest): Promise<GitReply> {
  const { service, token } = request;
  if (token === null) return plain(401, 'Bad credentials');
  const isHere = request.repository.toLowerCase() === `${side.site.owner}/${side.site.name}`.toLowerCase();
  if (!isHere || !may(token, 'contents:read')) return plain(404, 'Repository not found.');
  const isPush = service === 'receive-pack';
  if (isPush && !may(token, 'contents:write')) return plain(403, 'Write access to repository not granted.');
  const refused = isPush && !request.isAdvertisement ? await refusedReply(side, request, token) : null;
  return refused ?? reply(side, request);
}

/** What of a request's path and query concerns git; null: it is no such request. */
export function gitRoute(method: string, url: URL): GitRoute | null {
  const [, repository = '', path = ''] = PATH.exec(url.pathname) ?? [];
  const isAdvertisement = path === 'info/refs' && method === 'GET';
  const name = isAdvertisement ? url.searchParams.get('service') : method === 'POST' ? path : null;
  if (name === 'git-upload-pack') return { repository, service: 'upload-pack', isAdvertisement };
  return name === 'git-receive-pack' ? { repository, service: 'receive-pack', isAdvertisement } : null;
}

const PATH = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** What a fault looks like to git; null: it is none that is answered in place of git. */
export function gitFault(fault: Fault): GitReply | null {
  const status = typeof fault === 'string' ? STATUSES[fault] : undefined;
  return status === undefined ? null : plain(status, WORDS[status] ?? 'No.');
}

const STATUSES: Readonly<Record<string, number>> = {
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  secondary_limit: 403,
  primary_limit: 403,
  too_many_requests: 429,
  server_error: 503,
};

const WORDS: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Write access to repository not granted.',
  404: 'Repository not found.',
  429: 'You have exceeded a secondary rate limit.',
  503: 'Service Unavailable',
};

export const SERVER_ERROR = plain(503, 'Service Unavailable');

function plain(status: number, words: string): GitReply {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...challenge },
    body: Buffer.from(`${words}\n`),
  };
}

function headersOf({ service, isAdvertisement }: GitRequest): Readonly<Record<string, string>> {
  const type = `application/x-git-${service}-${isAdvertisement ? 'advertisement' : 'result'}`;
  return { 'content-type': type, 'cache-control': 'no-cache' };
}

function reply({ origin, serve, signal }: GitSide, request: GitRequest): GitReply {
  const { service, isAdvertisement, protocol, body } = request;
  const output = serve({ service, isAdvertisement, protocol, folder: origin, input: body }, signal);
  const isNamed = isAdvertisement && !protocol.includes('version=2');
  if (isNamed) output.unshift(Buffer.concat([packet(`# service=git-${service}\n`), Buffer.from('0000')]));
  return { status: 200, headers: headersOf(request), body: output };
}

async function refusedReply(side: GitSide, request: GitRequest, token: Token): Promise<GitReply | null> {
  const push = readPush(request.body);
  const incoming = incomingChanges(side, push);
  try {
    const { refusals, words } = await judgePush(side.site, { token, push }, incoming.changed);
    if (refusals.size === 0) return null;
    return { status: 200, headers: headersOf(request), body: refusedPush(push, refusals, words) };
  } finally {
    await incoming.forget();
  }
}
