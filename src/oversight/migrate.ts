import { heldGoals, otherVersions } from '../config/state/state-versions.ts';
import { STATE_VERSION } from '../core/state.ts';
import { STATE_FILES } from '../ledger/read-state.ts';
import { MIGRATE_TEXTS } from '../report/oversight/request-texts.ts';
import type { CommandAnswer, PersonContext } from './command-context.ts';

/**
 * Looks whether the files of the state branch have the version of this program. There is only version 1 so far, so there
 * is nothing to move files from; a file of any other version is named, with what is needed. Writes nothing.
 */
export async function migrateState({ world, signal }: PersonContext): Promise<CommandAnswer> {
  const tips = await world.state.fetch(signal);
  if (tips.state === null) return { isDone: true, detail: MIGRATE_TEXTS.noBranch };
  const stored = await world.state.read(tips.state, STATE_FILES, signal);
  const files = new Map([...stored].map(([path, { text }]) => [path, text]));
  const held = heldGoals(files.get('state/lock.json'));
  if (held.length > 0) return { isDone: false, detail: MIGRATE_TEXTS.held(held) };
  const [other] = otherVersions(files);
  if (other === undefined) {
    const detail = MIGRATE_TEXTS.upToDate(STATE_VERSION);
    return { isDone: true, detail };
  }
  return { isDone: false, detail: whatIsNeeded(other.path, other.version) };
}

function whatIsNeeded(path: string, version: number | null): string {
  if (version === null) return MIGRATE_TEXTS.noVersion(path);
  return version > STATE_VERSION
    ? MIGRATE_TEXTS.newer(path, version, STATE_VERSION)
    : MIGRATE_TEXTS.unknown(path, version, STATE_VERSION);
}
