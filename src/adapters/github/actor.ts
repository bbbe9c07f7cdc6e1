import * as v from 'valibot';
import type { Call } from './call.ts';
import { orHidden } from './refused.ts';

const ACTIONS_BOT = 'github-actions[bot]';
const User = v.object({ login: v.string() });
const Viewer = v.object({ data: v.nullish(v.object({ viewer: v.nullish(User) })) });

/** The login under which the token acts: by it, what the agent wrote is told from what others wrote. */
export class Actor {
  #login: string | null;

  constructor(login: string | null) {
    this.#login = login;
  }

  async login(call: Call): Promise<string> {
    this.#login ??= await askedFor(call);
    return this.#login;
  }
}

/** Over REST the token of an App may not ask who it is, over GraphQL it may. */
async function askedFor(call: Call): Promise<string> {
  const user = await orHidden(call.read({ route: 'GET /user' }, User));
  if (user !== null) return user.login;
  const query = '{ viewer { login } }';
  const answer = await orHidden(call.read({ route: 'POST /graphql', with: { query } }, Viewer));
  return answer?.data?.viewer?.login ?? ACTIONS_BOT;
}

/** Logins differ in more than case. */
export function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
