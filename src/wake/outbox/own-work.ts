import { baseOfOwn } from '../../core/progress/own-commits.ts';
import type { DraftRecord } from '../../core/state.ts';
import { DAY_MS } from '../../core/time.ts';
import type { Sha } from '../../ports.ts';
import type { Session } from '../lease/session.ts';

export interface OwnWork {
  readonly tip: Sha;
  /** The commit of the default branch that it is to be compared with. */
  readonly base: Sha;
}

/** A branch of the agent has few commits; more are not looked through. */
const COMMITS = 200;
const DAYS_BACK = 30;

/**
 * What a work branch holds that its record does not know, where all of it is the agent's own work for this goal: somebody has put
 * the state branch back to an older commit. Null: a person has a hand in it, or that cannot be told.
 */
export async function ownWorkAt(
  { world, tips, settings }: Pick<Session, 'world' | 'tips' | 'settings'>,
  branch: { readonly goal: string; readonly tip: Sha; readonly draft: DraftRecord },
  signal: AbortSignal,
): Promise<OwnWork | null> {
  const { goal, tip, draft } = branch;
  const { history } = world.workspace;
  const newest = tips.base.commit;
  const since = Date.parse(draft.window.to) - DAYS_BACK * DAY_MS;
  const onBase = await history({ tip: newest, from: null, since, limit: Number.POSITIVE_INFINITY }, signal);
  const base = new Set([
    newest,
    draft.base,
    ...onBase.flatMap(({ commit, parentIds }) => [commit, ...parentIds]),
  ]);
  const beyond = draft.tip ?? newest;
  const commits = await history({ tip, from: beyond, since, limit: COMMITS + 1 }, signal);
  // Merges bring commits of the default branch along.
  const added = commits.filter(({ commit }) => !base.has(commit));
  if (added.length > COMMITS || added.at(-1)?.commit !== tip) return null;
  const { name, email } = settings.commit;
  const found = baseOfOwn(added, { goal, author: { name, email }, known: draft.tip, base });
  if (found === null) return null;
  return { tip, base: found === draft.tip ? draft.base : found };
}
