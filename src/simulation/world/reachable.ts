import type { Sha } from '../../ports.ts';
import type { MemoryRemote } from './memory-remote.ts';

/** Whether a commit is another one, or in its history. */
export function isReachable(remote: MemoryRemote, id: Sha, from: Sha): boolean {
  const seen = new Set<Sha>();
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(remote.commits.get(next)?.parents ?? []));
  }
  return false;
}
