import { notAccessible } from '../http/access.ts';
import { type ApiAnswer, ok } from '../http/answer.ts';
import type { ApiCall, Route } from '../http/call.ts';
import { LONG_AGO } from '../records/records.ts';
import { userShape } from '../shapes/user.ts';

export const ACCOUNT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/user', needs: [], answer: user },
  { method: 'POST', path: '/graphql', needs: [], answer: viewer },
  { method: 'GET', path: '/rate_limit', needs: [], answer: rateLimit },
];

/** The token of a workflow belongs to nobody. */
async function user({ site, token }: ApiCall): Promise<ApiAnswer> {
  if (token.kind === 'workflow') throw notAccessible(token);
  return ok({
    ...userShape(site, token.login),
    name: token.login,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
  });
}

/** The one thing that the stand-in knows in GraphQL, whatever the query. */
async function viewer({ token }: ApiCall): Promise<ApiAnswer> {
  return ok({ data: { viewer: { login: token.login } } });
}

async function rateLimit({ rate }: ApiCall): Promise<ApiAnswer> {
  return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
}
