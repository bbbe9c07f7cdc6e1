import { buffer } from 'node:stream/consumers';
import type { ServeGit } from '../../../ports.ts';
import { may, type Token } from '../http/access.ts';
import type { PlannedFault } from '../http/faults.ts';
import type { Site } from '../records/site.ts';
import { packet, readPush, refusedPush } from './push-commands.ts';
import { judgePush } from './push-rules.ts';
import { guardRefusals, isGuarded } from './workflow-guard.ts';

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
  readonly body: Buffer | NodeJS.ReadableStream;
}

export interface GitSide {
  readonly openSite: () => Site;
  readonly origin: string;
  readonly serve: ServeGit;
  /** What version 2 of the protocol begins with: it says nothing about refs, so that it stays the same. */
  readonly greeting: () => Promise<Buffer>;
  /** A folder of hooks that keep workflows as they are. */
  readonly hooks: () => Promise<string>;
  readonly signal: AbortSignal;
}

export async function answerGit(side: GitSide, request: GitRequest): Promise<GitReply> {
  const { service, token } = request;
  if (token === null) return plain(401, 'Bad credentials');
  const site = side.openSite();
  const isHere = request.repository.toLowerCase() === `${site.owner}/${site.name}`.toLowerCase();
  if (site.formerly.some((name) => name.toLowerCase() === request.repository.toLowerCase()))
    return sentOn(site, request);
  if (!isHere || !may(token, 'contents:read')) return plain(404, 'Repository not found.');
  const isPush = service === 'receive-pack';
  if (isPush && !may(token, 'contents:write')) return plain(403, 'Write access to repository not granted.');
  if (isPush && !request.isAdvertisement) return push({ ...side, site }, request, token);
  const isGreeting = request.isAdvertisement && !isPush && request.protocol.includes('version=2');
  return isGreeting
    ? { status: 200, headers: headersOf(request), body: await side.greeting() }
    : reply(side, request);
}

/** Asks git for its greeting once. */
export function greeter({ serve, origin, signal }: Pick<GitSide, 'serve' | 'origin' | 'signal'>) {
  let greeting: Promise<Buffer> | null = null;
  return (): Promise<Buffer> => {
    const asked = {
      service: 'upload-pack',
      isAdvertisement: true,
      protocol: 'version=2',
      hooks: null,
    } as const;
    greeting ??= buffer(serve({ ...asked, folder: origin, input: Buffer.alloc(0) }, signal));
    return greeting;
  };
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
export function gitFault(fault: PlannedFault): GitReply | null {
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

/** As GitHub sends on who fetches or pushes under an old name. */
function sentOn(site: Site, { service, isAdvertisement }: GitRequest): GitReply {
  const path = isAdvertisement ? `info/refs?service=git-${service}` : `git-${service}`;
  const location = `${site.serverUrl}/${site.owner}/${site.name}.git/${path}`;
  return { ...plain(301, 'Moved Permanently'), headers: { location } };
}

function headersOf({ service, isAdvertisement }: GitRequest): Readonly<Record<string, string>> {
  const type = `application/x-git-${service}-${isAdvertisement ? 'advertisement' : 'result'}`;
  return { 'content-type': type, 'cache-control': 'no-cache' };
}

function reply(
  { origin, serve, signal }: Pick<GitSide, 'origin' | 'serve' | 'signal'>,
  request: GitRequest,
): GitReply {
  const { service, isAdvertisement, protocol, body } = request;
  const output = serve(
    { service, isAdvertisement, protocol, folder: origin, input: body, hooks: null },
    signal,
  );
  const isNamed = isAdvertisement && !protocol.includes('version=2');
  if (isNamed) output.unshift(Buffer.concat([packet(`# service=git-${service}\n`), Buffer.from('0000')]));
  return { status: 200, headers: headersOf(request), body: output };
}

async function push(
  side: GitSide & { readonly site: Site },
  request: GitRequest,
  token: Token,
): Promise<GitReply> {
  const asked = readPush(request.body);
  const answered = (body: Buffer): GitReply => ({ status: 200, headers: headersOf(request), body });
  const { refusals, words } = await judgePush(side.site, asked);
  if (refusals.size > 0) return answered(refusedPush(asked, refusals, words));
  const { serve, origin, signal } = side;
  const hooks = isGuarded(token) ? await side.hooks() : null;
  const call = { ...request, folder: origin, input: request.body, hooks };
  const answer = await buffer(serve(call, signal));
  const guarded = guardRefusals(answer, token);
  return answered(guarded.size > 0 ? refusedPush(asked, guarded, '') : answer);
}
