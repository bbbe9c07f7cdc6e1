import { refuseFuture } from '../config/state/future-times.ts';
import { decodeState } from '../config/state/state-files.ts';
import { Halt } from '../core/ending.ts';
import { isStateOf, type RepositoryIdentity } from '../core/repository-identity.ts';
import type { State } from '../core/state.ts';
import { stopReason } from '../core/stop.ts';
import { DAY_MS } from '../core/time.ts';
import { BRANCH_PREFIX } from '../core/work-branch.ts';
import type { Sha, StateStore } from '../ports.ts';
import { LEDGER_TEXTS } from '../report/failures/ledger-texts.ts';

export const STOP_FILE = 'state/STOP';

export const STATE_FILES = [
  'state/lock.json',
  'state/budget.json',
  'state/status.json',
  'state/alerts.json',
  'state/checkpoints/',
  'state/requests/',
  STOP_FILE,
] as const;

/** A clock that is wrong by less is lived with. */
const MOST_AHEAD_MS = 7 * DAY_MS;

/** The latest time that a state may name at `now`; both in ms. */
export function latestTime(now: number): number {
  return now + MOST_AHEAD_MS;
}

export interface StateSource {
  readonly tip: Sha;
  readonly branch: string;
  /** Whose state it must be; null: anybody's. */
  readonly repository: RepositoryIdentity | null;
  /** The latest time that the state may name, in ms; null: any. */
  readonly latest: number | null;
}

/**
 * The state at a commit; nothing is repaired. A stop that is set goes before whatever is wrong with the rest:
 * `Halt('stopped')`, else `Halt('bad_state_file')`.
 */
export async function readState(store: StateStore, source: StateSource, signal: AbortSignal): Promise<State> {
  const files = await store.read(source.tip, STATE_FILES, signal);
  const texts = new Map([...files].map(([path, file]) => [path, file.text]));
  try {
    const state = decodeState(texts);
    refuseForeign(state, source);
    if (source.latest !== null) refuseFuture(state, source.latest);
    return state;
  } catch (reason) {
    const stop = texts.get(STOP_FILE);
    if (stop === undefined || !(reason instanceof Halt)) throw reason;
    const detail = `${STOP_FILE} is set: ${stopReason(stop)}. Besides, the state cannot be used: ${reason.detail}`;
    throw new Halt('stopped', detail, { cause: reason });
  }
}

function refuseForeign({ lock }: State, { branch, repository }: StateSource): void {
  if (repository === null || isStateOf(lock, repository)) return;
  throw new Halt(
    'bad_state_file',
    LEDGER_TEXTS.foreign(branch, { owner: lock.repository, here: repository.name }),
  );
}

/** For a fetch that brought no state branch: null before the first wake ever. Work branches tell that one was lost. */
export async function tipOfFirstWake(
  store: StateStore,
  branch: string,
  signal: AbortSignal,
): Promise<Sha | null> {
  const names = [...(await store.branches('', signal)).keys()];
  const orphans = names.filter(isWorkBranch);
  if (orphans.length === 0) return null;
  // Another first wake may have made all of them since that fetch.
  const tip = await store.fetchState(signal);
  if (tip !== null) return tip;
  const inTheWay = names.find((name) => name.startsWith(`${branch}/`) || branch.startsWith(`${name}/`));
  throw new Halt('bad_state_file', LEDGER_TEXTS.missing(branch, { inTheWay, orphans: orphans.slice(0, 3) }));
}

/** Only the agent's names have three parts; a person may have a branch of two that begins the same. */
function isWorkBranch(name: string): boolean {
  return name.startsWith(BRANCH_PREFIX) && name.split('/').length === 3;
}
