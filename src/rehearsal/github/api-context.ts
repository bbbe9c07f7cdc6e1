import { digest } from '../../core/text/digest.ts';
import { answerApi } from './api.ts';
import { type Token, tokenIn } from './http/access.ts';
import type { ApiAnswer } from './http/answer.ts';
import { type Incoming, isLost, survives, type Trouble } from './http/exchange.ts';
import type { PlannedFault } from './http/faults.ts';
import { readBody } from './http/http.ts';
import { type RateLimit, rateHeaders } from './http/rate-limit.ts';
import { failure } from './http/refusals.ts';
import { type MatchedRoute, openRouter } from './http/router.ts';
import type { Site } from './records/site.ts';
import { ROUTES } from './routes.ts';
import { repositoryId } from './shapes/repository.ts';
import type { InTurn } from './turns.ts';

export interface ApiContext extends Trouble {
  /** As it is when a request begins. */
  readonly openSite: () => Site;
  readonly inTurn: InTurn;
  readonly tokens: Readonly<Record<string, Token>>;
  readonly rates: RateLimit;
}

/** Where the REST interface begins on GitHub Enterprise Server. */
export const API_PATH = '/api/v3';
const GRAPHQL_PATH = '/api/graphql';

/** Takes requests to the REST interface. */
export function openApi(context: ApiContext): (incoming: Incoming) => Promise<void> {
  const router = openRouter(ROUTES);
  return async (incoming) => {
    const { method, url, request } = incoming;
    const sent = (await readBody(request)).toString('utf8');
    const path = apiPathIn(url.pathname, context.openSite());
    const found = path === null ? null : router(method, path);
    const route = found === null ? [] : [`${found.route.method} ${found.route.path}`];
    const faults = context.faults.take(['any', 'api', ...route]);
    if (!(await survives(context, incoming, faults))) return;
    const answer = await context.inTurn(() => answerTo(context, incoming, { found, faults, sent }));
    if (!isLost(context, incoming, faults)) send(context, incoming, { answer, sent });
  };
}

/** GraphQL lies beside REST; null: neither of them. */
function apiPathIn(pathname: string, site: Site): string | null {
  if (pathname === GRAPHQL_PATH) return '/graphql';
  if (!pathname.startsWith(API_PATH)) return null;
  const byNumber = `/repositories/${repositoryId(site)}`;
  return pathname.slice(API_PATH.length).replace(byNumber, `/repos/${site.owner}/${site.name}`);
}

interface IncomingRequest {
  readonly found: MatchedRoute | null;
  readonly faults: readonly PlannedFault[];
  readonly sent: string;
}

async function answerTo(
  context: ApiContext,
  { request, url }: Incoming,
  asked: IncomingRequest,
): Promise<ApiAnswer> {
  if (request.headers['user-agent'] === undefined) {
    return failure(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  }
  const secret = tokenIn(request.headers.authorization);
  if (secret === null) return failure(401, 'Requires authentication');
  const token = context.tokens[secret];
  if (token === undefined) return failure(401, 'Bad credentials');
  const { rate, isOver } = context.rates.take(token, context.clock.now());
  const call = { query: url.searchParams, url: `${url.origin}${url.pathname}`, rate };
  const site = context.openSite();
  const { found, sent, faults } = asked;
  const full = await answerApi({ site, token, found, isOverLimit: isOver, body: sent, call }, faults);
  const answer = request.method === 'GET' ? unlessKnown(full, request.headers['if-none-match']) : full;
  if (answer.status === 304) context.rates.spend(token, context.clock.now(), -1);
  return { ...answer, headers: { ...rateHeaders(rate), ...answer.headers } };
}

/** What is answered has a tag; who shows it hears that nothing has changed, and that does not count. */
function unlessKnown(answer: ApiAnswer, shown: string | undefined): ApiAnswer {
  if (answer.status !== 200) return answer;
  const etag = `W/"${digest([JSON.stringify(answer.body)], 64)}"`;
  if (etag === shown) return { status: 304, body: null, headers: { etag } };
  return { ...answer, headers: { etag, ...answer.headers } };
}

function send(
  context: ApiContext,
  { request, response, method, url }: Incoming,
  { answer, sent }: { readonly answer: ApiAnswer; readonly sent: string },
): void {
  const text = answer.body === null ? '' : JSON.stringify(answer.body);
  const headers: Record<string, string> = {
    ...(text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': String(Buffer.byteLength(text)),
    date: new Date(context.clock.now()).toUTCString(),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': nextRequestId(),
    ...answer.headers,
  };
  response.writeHead(answer.status, headers).end(text);
  const exchange = {
    kind: 'api',
    method,
    url: url.href,
    requestHeaders: request.headers,
    requestBody: sent,
  } as const;
  context.observe?.({ ...exchange, status: answer.status, headers, body: text });
}

let requests = 0;

function nextRequestId(): string {
  requests += 1;
  return `STAND:${requests.toString(16).toUpperCase().padStart(4, '0')}`;
}
