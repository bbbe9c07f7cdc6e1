import type { Lock, State } from './state.ts';

/** Which repository this is. Its name changes when it is renamed, transferred or written in other letters; its number does not. */
export interface RepositoryIdentity {
  /** `owner/name`. */
  readonly name: string;
  /** GitHub's number of it; null: not known here. */
  readonly id: number | null;
}

/** Whether a state branch belongs to this repository. Without a number on both sides the names decide; letters do not. */
export function isStateOf(
  lock: Pick<Lock, 'repository' | 'repository_id'>,
  { name, id }: RepositoryIdentity,
): boolean {
  if (id !== null && lock.repository_id !== undefined) return lock.repository_id === id;
  return lock.repository.toLowerCase() === name.toLowerCase();
}

/** The state under the name and the number that the repository has now. What knows no number changes neither. */
export function underItsName(state: State, { name, id }: RepositoryIdentity): State {
  const { lock } = state;
  if (id === null || (lock.repository === name && lock.repository_id === id)) return state;
  return { ...state, lock: { ...lock, repository: name, repository_id: id } };
}

/** A state branch that is made now: what ended on GitHub before says nothing to it. */
export function begunAt(state: State, time: string): State {
  return { ...state, lock: { ...state.lock, began_at: time } };
}
