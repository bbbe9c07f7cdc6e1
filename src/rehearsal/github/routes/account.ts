import { notAccessible } from '../access.ts';
import { type Answer, ok } from '../answer.ts';
import type { Call, Route } from '../call.ts';
import { LONG_AGO } from '../records/records.ts';
import { userShape } from '../shapes/user.ts';

export const ACCOUNT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/user', needs: [], answer: user },
  { method: 'POST', path: '/graphql', needs: [], answer: viewer },
  { method: 'GET', path: '/rate_limit', needs: [], answer: rateLimit },
];

/** The token of a workflow belongs to nobody. */
async function user({ site, token }: Call): Promise<Answer> {
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
async function viewer({ token }: Call): Promise<Answer> {
  return ok({ data: { viewer: { login: token.login } } });
}

async function rateLimit({ rate }: Call): Promise<Answer> {
  return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
}
