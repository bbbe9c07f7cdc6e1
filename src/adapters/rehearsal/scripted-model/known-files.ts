import type { Conversation } from './conversation.ts';
import { exists, type FileSet, fileSet } from './link-repair.ts';
import { type Turn, use } from './turn.ts';
import { listing } from './views.ts';

export type KnownFiles =
  | { readonly kind: 'turn'; readonly turn: Turn }
  /** `complete`: the set holds every file, so that a missing one can be looked for elsewhere. */
  | { readonly kind: 'known'; readonly set: FileSet; readonly complete: boolean };

const PATTERN_LENGTH = 190;
const LISTS_PER_TURN = 10;

/**
 * Whether these paths exist, asked for by name first: that is cheap in a repository of any size. Only when one of them
 * is not there all files are listed, to find what it may have meant.
 */
export function knownFiles(conversation: Conversation, paths: readonly string[]): KnownFiles {
  const patterns = packed([...new Set(paths)].flatMap(patternsOf));
  const asked = patterns.map((pattern) => ({ pattern, list: listing(conversation, pattern) }));
  const all = listing(conversation, '**');
  const open = asked.filter(({ list }) => list === null).slice(0, LISTS_PER_TURN);
  if (all === null && open.length > 0) {
    const calls = open.map(({ pattern }) => use('list_files', { pattern }));
    return { kind: 'turn', turn: { say: 'Looks whether what it links to is there.', calls } };
  }
  const set = fileSet([...asked.flatMap(({ list }) => list?.files ?? []), ...(all?.files ?? [])]);
  if (all !== null) return { kind: 'known', set, complete: all.complete };
  if (paths.every((path) => exists(set, path))) return { kind: 'known', set, complete: false };
  return {
    kind: 'turn',
    turn: { say: 'Looks for what is missing.', calls: [use('list_files', { pattern: '**' })] },
  };
}

/** A name without an ending may be a folder's: then a file in it shows that it exists. */
function patternsOf(path: string): readonly string[] {
  if (path === '') return [];
  // In a pattern `?` stands for any character that would mean something else there.
  const name = path.replace(/[^\p{L}\p{N}_./ -]/gu, '?');
  return /\.\w+$/.test(path) ? [name] : [name, `${name}/*`, `${name}/*/*`];
}

/** As few patterns as possible: `{a,b,c}`. */
function packed(names: readonly string[]): readonly string[] {
  const groups: string[][] = [];
  for (const name of names) {
    const group = groups.at(-1);
    if (group !== undefined && [...group, name].join(',').length <= PATTERN_LENGTH) group.push(name);
    else groups.push([name]);
  }
  return groups.map((group) => (group.length === 1 ? (group[0] ?? '') : `{${group.join(',')}}`));
}
