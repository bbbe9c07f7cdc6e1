import * as v from 'valibot';
import type { Control } from '../../../ports.ts';
import { GRAPHQL } from './ask.ts';
import type { GitHubCall } from './call.ts';
import { orHidden } from './refused.ts';

/** Behind the token of a workflow. */
export const ACTIONS_BOT = 'github-actions[bot]';
const User = v.object({ login: v.pipe(v.string(), v.nonEmpty()) });
const Viewer = v.object({ data: v.object({ viewer: User }) });

interface ActorOptions {
  /** Null: GitHub is asked. */
  readonly actor: string | null;
  readonly token: string;
  /** Set for the one who opens drafts with a token of their own. */
  readonly isDrafter?: true;
}

/** The login under which the token acts: by it, what the agent wrote is told from what others wrote. */
export class Actor {
  #login: Promise<string> | null;
  readonly #options: ActorOptions;

  constructor(options: ActorOptions) {
    const { actor } = options;
    this.#login = actor === null ? null : Promise.resolve(actor);
    this.#options = options;
  }

  async login(call: GitHubCall): Promise<string> {
    // Another call that asks may be given up: then this one asks itself.
    while (this.#login !== null) {
      const asked = this.#login;
      const login = await asked.catch(() => null);
      if (login !== null) return login;
      if (this.#login === asked) this.#login = null;
    }
    this.#login = askedFor(call, this.#options);
    return this.#login;
  }
}

/** Of an App, the one behind a job's own token included. */
const OF_AN_APP = /^ghs_/;

/**
 * Over REST the token of an App may not ask who it is, over GraphQL it may. An answer without a login is an outage and no
 * guess: under another login, the agent would take its own drafts for a stranger's. GraphQL tells a limit in such an answer.
 */
async function askedFor(call: GitHubCall, { token, isDrafter }: ActorOptions): Promise<string> {
  const by = isDrafter === undefined ? {} : { isDrafter };
  const user = OF_AN_APP.test(token) ? null : await orHidden(call.read({ route: 'GET /user', ...by }, User));
  if (user !== null) return user.login;
  const query = '{ viewer { login } }';
  const answer = await orHidden(call.read({ route: GRAPHQL, with: { query }, ...by }, Viewer));
  return answer?.data.viewer.login ?? ACTIONS_BOT;
}

/** Every login under which the agent opens drafts: those of before another token was given are its own as well. */
export async function drafters(
  { actor, drafter }: { readonly actor: Actor; readonly drafter: Actor | null },
  call: GitHubCall,
): Promise<readonly string[]> {
  const own = await actor.login(call);
  return drafter === null ? [own] : [own, await drafter.login(call)];
}

/** Logins differ in more than case. */
export function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** `maintain` is told as `write` here and `triage` as `read`, by most servers. */
const LEVELS = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
} as const;
/** A role that nobody here knows gives no right. */
const Permission = v.object({
  permission: v.pipe(
    v.string(),
    v.transform((name) => Object.entries(LEVELS).find(([level]) => level === name)?.[1] ?? 'none'),
  ),
});

export async function permissionOf(call: GitHubCall, username: string): ReturnType<Control['permissionOf']> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const answer = await orHidden(call.read({ route, with: { username } }, Permission));
  return answer?.permission ?? 'unknown';
}
