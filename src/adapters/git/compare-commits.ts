import type { Diff, Sha } from '../../ports.ts';
import type { Repository } from './repository.ts';

const MOST_PATCH_BYTES = 200_000;
const COMPARE = [
  'diff-tree',
  '-r',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--ignore-submodules=none',
];

export async function compareCommits(
  repository: Repository,
  pair: { readonly from: Sha; readonly to: Sha },
  signal: AbortSignal,
): Promise<Diff> {
  const ends = [pair.from, pair.to];
  const facts = await repository.plumb(
    { args: [...COMPARE, '--raw', '--numstat', '-z', '--no-abbrev', ...ends] },
    signal,
  );
  const files = changedFiles(facts.toString());
  if (files.length === 0) return { files, patch: '' };
  const args = [...COMPARE, '-p', ...ends];
  const patch = await repository.plumb({ args, maxBytes: MOST_PATCH_BYTES }, signal);
  return { files, patch: wholeCharacters(patch) };
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
function wholeCharacters(bytes: Buffer): string {
  const cut = bytes.length >= MOST_PATCH_BYTES;
  return new TextDecoder().decode(bytes, { stream: cut });
}
