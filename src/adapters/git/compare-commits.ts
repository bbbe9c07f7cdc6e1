import { BYTES_PER_LINE, lineWeight } from '../../core/progress/diff.ts';
import { eachInSteps, type Steps } from '../../core/text/steps.ts';
import type { Diff, Sha } from '../../ports.ts';
import { GitFailure } from './git-failure.ts';
import { inTurns, recordsOf } from './in-turns.ts';
import { fetchMissing } from './on-demand.ts';
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
  const compare = () => repository.plumb({ args, maxBytes: MOST_BYTES }, signal);
  const bytes = await compare().catch(async (error: unknown) => {
    // Mostly all of it has been read before, and nothing is missing.
    if (!repository.isPartial || !(error instanceof GitFailure)) throw error;
    await fetchMissing(repository, await changedContents(repository, { from, to }, signal), signal);
    return compare();
  });
  if (bytes.length === 0) return NO_DIFFERENCE;
  const end = bytes.indexOf('\0\0');
  if (end < 0) throw new Error(`Too many files differ between ${from} and ${to}.`);
  const list = bytes.subarray(0, end);
  const patch = bytes.subarray(end + 2);
  const isCut = patch.length > MOST_PATCH_BYTES;
  const files = await inTurns(changedFiles(list, patch), signal);
  return { files, patch: wholeCharacters(patch.subarray(0, MOST_PATCH_BYTES), isCut), isCut };
}

/** Ids of the contents that differ, before and after. */
export async function changedContents(
  repository: Repository,
  { from, to }: { readonly from: Sha; readonly to: Sha },
  signal: AbortSignal,
): Promise<readonly Sha[]> {
  const args = ['diff-tree', '-r', '--no-renames', '--raw', '-z', '--no-abbrev', from, to];
  const records = recordsOf(await repository.plumb({ args }, signal));
  const ids = await inTurns(
    eachInSteps(records, (record) => (record.startsWith(':') ? contentsIn(record) : null)),
    signal,
  );
  return [...new Set(ids.flat())];
}

/** A record is `:<mode before> <mode after> <id before> <id after> <status>`. A submodule has no content, and no file the id 0. */
function contentsIn(record: string): readonly Sha[] {
  const [before, after, idBefore = '', idAfter = ''] = record.slice(1).split(' ');
  return [
    { mode: before, id: idBefore },
    { mode: after, id: idAfter },
  ].flatMap(({ mode, id }) => (mode === '160000' || /^0+$/.test(id) ? [] : [id]));
}

/** `list`: which files differ; `patch`: how. */
export function* changedFiles(list: Buffer, patch: Buffer): Steps<Diff['files']> {
  return yield* weighed(yield* countedFiles(list), patch);
}

/** First `:<modes> <ids> <status>\0<path>\0` for each file, then `<added>\t<removed>\t<path>\0` for each. */
function* countedFiles(list: Buffer): Steps<readonly CountedFile[]> {
  const blobs = new Map<string, Sha | null>();
  let blob: Sha | null | undefined;
  return yield* eachInSteps(recordsOf(list), (record) => {
    if (blob !== undefined) {
      blobs.set(record, blob);
      blob = undefined;
      return null;
    }
    if (!record.startsWith(':')) return countedFile(record, blobs);
    const [, , , id = '', status = ''] = record.split(' ');
    blob = status === 'D' ? null : id;
    return null;
  });
}

function countedFile(record: string, blobs: ReadonlyMap<string, Sha | null>): CountedFile | null {
  const match = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(record);
  if (match === null) return null;
  const [, added = '', removed = '', path = ''] = match;
  return {
    path,
    added: Number(added) || 0,
    removed: Number(removed) || 0,
    blob: blobs.get(path) ?? null,
    isBinary: added === '-',
  };
}

const SECTION = '\ndiff --git ';
const ADDED = 0x2b;
const REMOVED = 0x2d;
/** So much is weighed in one step. */
const BYTES_AT_ONCE = 1_000_000;
const FILES_AT_ONCE = 2_000;

/**
 * Git has counted the lines of text. Those that are longer than a line should be count for more, and files whose lines it
 * has not counted count by the bytes of their part of the patch. The parts are in the order of the files.
 */
function* weighed(files: readonly CountedFile[], patch: Buffer): Steps<Diff['files']> {
  const parts = partsOf(patch);
  const nothing = patch.subarray(patch.length);
  let read = 0;
  const made: ChangedFile[] = [];
  for (const { isBinary, ...file } of files) {
    const part = parts.next().value ?? nothing;
    made.push(isBinary ? withWeight(file, part) : withLongLines(file, part));
    read += part.length;
    if (read > BYTES_AT_ONCE || made.length % FILES_AT_ONCE === 0) {
      yield;
      read = 0;
    }
  }
  return made;
}

function* partsOf(patch: Buffer): Generator<Buffer, void> {
  for (let from = 0; from < patch.length; ) {
    const next = patch.indexOf(SECTION, from);
    const to = next < 0 ? patch.length : next + 1;
    yield patch.subarray(from, to);
    from = to;
  }
}

function withWeight(file: ChangedFile, part: Buffer): ChangedFile {
  const weight = lineWeight(part.length);
  return { ...file, ...(file.blob === null ? { removed: weight } : { added: weight }) };
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
