import { demand, type Token } from './http/access.ts';
import { type ApiAnswer, ApiRefusal } from './http/answer.ts';
import type { ApiCall } from './http/call.ts';
import { answerOf, serverError, withoutNewest } from './http/fault-answers.ts';
import type { PlannedFault } from './http/faults.ts';
import { failure, primaryLimit, refusal } from './http/refusals.ts';
import type { MatchedRoute } from './http/router.ts';
import type { Site } from './records/site.ts';
import { repositoryId } from './shapes/repository.ts';

export interface ApiRequest {
  readonly site: Site;
  readonly token: Token;
  readonly found: MatchedRoute | null;
  readonly call: Pick<ApiCall, 'query' | 'url' | 'rate'>;
  readonly isOverLimit: boolean;
  /** As it was sent. */
  readonly body: string;
}

/** The answer to one request of a known token; faults that break the connection are not its business. */
export async function answerApi(request: ApiRequest, faults: readonly PlannedFault[]): Promise<ApiAnswer> {
  for (const fault of faults) {
    const answer = typeof fault === 'string' ? answerOf(fault, request.token) : null;
    if (answer !== null) return answer;
  }
  if (request.isOverLimit) return primaryLimit();
  const answer = await effect(request);
  if (faults.includes('server_error_after')) return serverError();
  return faults.includes('newest_missing') ? withoutNewest(answer) : answer;
}

async function effect({ site, token, found, call, body }: ApiRequest): Promise<ApiAnswer> {
  try {
    if (found !== null && wasHere(site, found.parameters)) return moved(site, { found, url: call.url });
    if (found === null || !isServed(site, found)) throw refusal(404, 'Not Found');
    demand(token, found.route.needs);
    const { route, parameters } = found;
    return await route.answer({ ...call, site, token, parameters, body: parsed(body) });
  } catch (error) {
    if (error instanceof ApiRefusal) return error.answer;
    // A record that a person broke; the words say which.
    return failure(500, error instanceof Error ? error.message : String(error));
  }
}

function isHere(site: Site, { owner, repo }: Readonly<Record<string, string>>): boolean {
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return owner === undefined || (same(owner, site.owner) && same(repo ?? '', site.name));
}

function isServed(site: Site, { route, parameters }: MatchedRoute): boolean {
  return route.isPublic === true || isHere(site, parameters);
}

function wasHere({ formerly }: Site, { owner, repo }: Readonly<Record<string, string>>): boolean {
  return formerly.some((name) => name.toLowerCase() === `${owner}/${repo}`.toLowerCase());
}

/** As GitHub sends on: by the repository's number, with another status for what is no question. */
function moved(
  site: Site,
  { found, url }: { readonly found: MatchedRoute; readonly url: string },
): ApiAnswer {
  const rest = new URL(url).pathname.replace(/^.*?\/repos\/[^/]+\/[^/]+/, '');
  const status = found.route.method === 'GET' ? 301 : 307;
  const location = `${site.apiUrl}/repositories/${repositoryId(site)}${rest}`;
  const message = status === 301 ? 'Moved Permanently' : 'Temporary Redirect';
  const body = { message, url: location, documentation_url: 'https://docs.github.com/rest' };
  return { status, headers: { location }, body };
}

function parsed(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    throw refusal(400, 'Problems parsing JSON');
  }
}
