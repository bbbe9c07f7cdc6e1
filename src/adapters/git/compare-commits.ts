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
  '--no-color',
  '--ignore-submodules=none',
];

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
  return { files: changedFiles(bytes.toString('utf8', 0, end)), patch: wholeCharacters(patch, isCut), isCut };
}

/** First `:<modes> <ids> <status>\0<path>\0` for each file, then `<added>\t<removed>\t<path>\0` for each. */
function changedFiles(text: string): Diff['files'] {
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
      { path, added: Number(added) || 0, removed: Number(removed) || 0, blob: blobs.get(path) ?? null },
    ];
  });
}

/** A cut may have gone through the middle of a character. */
function wholeCharacters(bytes: Buffer, isCut: boolean): string {
  return new TextDecoder().decode(bytes, { stream: isCut });
}
