import { heldGoals, otherVersions } from '../config/state/state-versions.ts';
import { STATE_VERSION } from '../core/state.ts';
import { STATE_FILES } from '../ledger/read-state.ts';
import { listWords } from '../report/words/sentences.ts';
import type { CommandAnswer, PersonContext } from './command-context.ts';

/**
 * Looks whether the files of the state branch have the version of this program. There is only version 1 so far, so there
 * is nothing to move files from; a file of any other version is named, with what is needed. Writes nothing.
 */
export async function migrateState({ world, signal }: PersonContext): Promise<CommandAnswer> {
  const tips = await world.state.fetch(signal);
  if (tips.state === null)
    return { done: true, detail: 'There is no state branch yet, so nothing to migrate.' };
  const stored = await world.state.read(tips.state, STATE_FILES, signal);
  const files = new Map([...stored].map(([path, { text }]) => [path, text]));
  const held = heldGoals(files.get('state/lock.json'));
  if (held.length > 0)
    return { done: false, detail: `A wake holds ${listWords(held)}. Wait until it has ended, then migrate.` };
  const [other] = otherVersions(files);
  if (other === undefined) {
    const detail = `All files have version ${STATE_VERSION}, the only one there is. Nothing to do.`;
    return { done: true, detail };
  }
  return { done: false, detail: whatIsNeeded(other.path, other.version) };
}

function whatIsNeeded(path: string, version: number | null): string {
  if (version === null)
    return `${path} names no version. Put its last good version back from the history of the state branch.`;
  const known = `This program knows version ${STATE_VERSION} only`;
  return version > STATE_VERSION
    ? `${path} has version ${version}. ${known}: use a newer Wakeful, one that reads version ${version}.`
    : `${path} has version ${version}, which no Wakeful ever wrote. ${known}: put its last good version back from the history of the state branch.`;
}
