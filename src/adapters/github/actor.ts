import * as v from 'valibot';
import { Refused } from './refused.ts';
import { type Call, orAbsent } from './requests.ts';

const ACTIONS_BOT = 'github-actions[bot]';
const User = v.object({ login: v.string() });

/** The login under which the token acts: what it has written is told from what others have. */
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

/** Tokens of Apps, the one of Actions among them, may not ask who they are. */
async function askedFor(call: Call): Promise<string> {
  try {
    const user = await orAbsent(call.read({ route: 'GET /user' }, User));
    return user?.login ?? ACTIONS_BOT;
  } catch (reason) {
    if (reason instanceof Refused && reason.status === 403 && !reason.isLimit) return ACTIONS_BOT;
    throw reason;
  }
}

/** Logins differ in more than case. */
export function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
