import type { Conversation } from './conversation.ts';
import { exists, type FileSet, fileSet } from './link-repair.ts';
import { folderOf } from './links.ts';
import { type Turn, use } from './turn.ts';
import { listing } from './views.ts';

export type KnownFiles =
  | { readonly kind: 'turn'; readonly turn: Turn }
  /** `isComplete`: the set holds every file, so that a missing one can be looked for elsewhere. */
  | { readonly kind: 'known'; readonly set: FileSet; readonly isComplete: boolean };

const PATTERN_LENGTH = 190;
const LISTS_PER_TURN = 10;

/**
 * Whether these paths exist, asked for by name first: that is cheap in a repository of any size. Only when one of them
 * is not there all files are listed, to find what it may have meant; and where they are too many, those of its name and
 * of its folder.
 */
export function knownFiles(conversation: Conversation, paths: readonly string[]): KnownFiles {
  const patterns = packed([...new Set(paths)].flatMap(namesOf));
  const named = lists(conversation, patterns);
  const all = listing(conversation, '**');
  if (all === null && named.open.length > 0)
    return ask('Looks whether what it links to is there.', named.open);
  const set = fileSet([...named.files, ...(all?.files ?? [])]);
  const missing = [...new Set(paths)].filter((path) => !exists(set, path));
  if (missing.length === 0) return { kind: 'known', set, isComplete: all?.isComplete ?? false };
  if (all === null) return ask('Looks for what is missing.', ['**']);
  if (all.isComplete) return { kind: 'known', set, isComplete: true };
  const near = lists(conversation, missing.map(nearPattern));
  if (near.open.length > 0 && !conversation.mustHurry)
    return ask('Looks for files of the same name.', near.open);
  return { kind: 'known', set: fileSet([...set.files, ...near.files]), isComplete: near.isComplete };
}

function ask(say: string, patterns: readonly string[]): KnownFiles {
  const calls = patterns.slice(0, LISTS_PER_TURN).map((pattern) => use('list_files', { pattern }));
  return { kind: 'turn', turn: { say, calls } };
}

interface Lists {
  readonly files: readonly string[];
  /** Patterns that were not asked for yet. */
  readonly open: readonly string[];
  readonly isComplete: boolean;
}

function lists(conversation: Conversation, patterns: readonly string[]): Lists {
  const asked = patterns.map((pattern) => ({ pattern, list: listing(conversation, pattern) }));
  return {
    files: asked.flatMap(({ list }) => list?.files ?? []),
    open: asked.filter(({ list }) => list === null).map(({ pattern }) => pattern),
    isComplete: asked.every(({ list }) => list?.isComplete),
  };
}

/** Files of the same name with any ending, wherever they are, and the neighbours in the folder. */
function nearPattern(path: string): string {
  const name = inPattern(path.slice(path.lastIndexOf('/') + 1));
  const stem = name.replace(/\.\w+$/, '');
  const folder = folderOf(path);
  return `{**/${name},**/${stem}.*,${folder === '' ? '' : `${inPattern(folder)}/`}*}`;
}

/** `?` stands for any character that would mean something else in a pattern. */
function inPattern(path: string): string {
  return path.replace(/[^\p{L}\p{N}_./ -]/gu, '?');
}

/** A name without an ending may be a folder's: then a file in it shows that it exists. */
function namesOf(path: string): readonly string[] {
  if (path === '') return [];
  const name = inPattern(path);
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
