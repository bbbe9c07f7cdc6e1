import { BYTES_PER_LINE, lineWeight } from '../../core/progress/diff.ts';
import type { Diff, Sha } from '../../ports.ts';
import type { Repository } from './repository.ts';

const MOST_PATCH_BYTES = 200_000;
/** Of a whole comparison: what is behind is not read. */
const MOST_BYTES = 32 * 1024 * 1024;
const COMPARE = [
  'diff-tree',
  '-r',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  // A binary file would count for nothing.
  '--text',
  '--no-color',
  '--ignore-submodules=none',
];

type ChangedFile = Diff['files'][number];
type CountedFile = ChangedFile & { readonly isBinary: boolean };

export const NO_DIFFERENCE: Diff = { files: [], patch: '', isCut: false };

/** One process tells which files differ and how: the list first, behind an empty record the patch. */
export async function compareCommits(
  repository: Repository,
  { from, to }: { readonly from: Sha; readonly to: Sha },
  signal: AbortSignal,
): Promise<Diff> {
  const args = [...COMPARE, '--raw', '--numstat', '-p', '-z', '--no-abbrev', from, to];
  const bytes = await repository.plumb({ args, maxBytes: MOST_BYTES }, signal);
  if (bytes.length === 0) return NO_DIFFERENCE;
  const end = bytes.indexOf('\0\0');
  if (end < 0) throw new Error(`Too many files differ between ${from} and ${to}.`);
  const patch = bytes.subarray(end + 2, end + 2 + MOST_PATCH_BYTES);
  const isCut = bytes.length > end + 2 + MOST_PATCH_BYTES;
  const files = weighed(changedFiles(bytes.toString('utf8', 0, end)), bytes.subarray(end + 2));
  return { files, patch: wholeCharacters(patch, isCut), isCut };
}

/** First `:<modes> <ids> <status>\0<path>\0` for each file, then `<added>\t<removed>\t<path>\0` for each. */
function changedFiles(text: string): readonly CountedFile[] {
  const rows = text.split('\0');
  const blobs = new Map<string, Sha | null>();
  let at = 0;
  for (; rows[at]?.startsWith(':'); at += 2) {
    const [, , , blob = '', status = ''] = (rows[at] ?? '').split(' ');
    blobs.set(rows[at + 1] ?? '', status === 'D' ? null : blob);
  }
  return rows.slice(at).flatMap((row) => {
    const match = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(row);
    if (match === null) return [];
    const [, added = '', removed = '', path = ''] = match;
    return [
      {
        path,
        added: Number(added) || 0,
        removed: Number(removed) || 0,
        blob: blobs.get(path) ?? null,
        isBinary: added === '-',
      },
    ];
  });
}

const SECTION = '\ndiff --git ';
const ADDED = 0x2b;
const REMOVED = 0x2d;

/**
 * Git has counted the lines of text. Those that are longer than a line should be count for more, and files whose lines it
 * has not counted count by the bytes of their part of the patch. The parts are in the order of the files.
 */
function weighed(files: readonly CountedFile[], patch: Buffer): Diff['files'] {
  const parts = partsOf(patch);
  return files.map(({ isBinary, ...file }, at) => {
    const part = parts[at] ?? patch.subarray(patch.length);
    if (!isBinary) return withLongLines(file, part);
    const weight = lineWeight(part.length);
    return { ...file, ...(file.blob === null ? { removed: weight } : { added: weight }) };
  });
}

function partsOf(patch: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let from = 0; from < patch.length; ) {
    const next = patch.indexOf(SECTION, from);
    const to = next < 0 ? patch.length : next + 1;
    parts.push(patch.subarray(from, to));
    from = to;
  }
  return parts;
}

function withLongLines(file: ChangedFile, part: Buffer): ChangedFile {
  let { added, removed } = file;
  for (const { from, to } of longLines(part)) {
    const extra = lineWeight(to - from - 1) - 1;
    if (part[from] === ADDED) added += extra;
    if (part[from] === REMOVED) removed += extra;
  }
  return { ...file, added, removed };
}

/** Lines of a patch that are longer than a line should be, with their sign. Steps over the others by hundreds. */
function* longLines(patch: Buffer): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from < patch.length; ) {
    const last = patch.lastIndexOf('\n', from + BYTES_PER_LINE + 1);
    if (last >= from) {
      from = last + 1;
      continue;
    }
    const end = patch.indexOf('\n', from);
    const to = end < 0 ? patch.length : end;
    yield { from, to };
    from = to + 1;
  }
}

/** A cut may have gone through the middle of a character. */
function wholeCharacters(bytes: Buffer, isCut: boolean): string {
  return new TextDecoder().decode(bytes, { stream: isCut });
}
