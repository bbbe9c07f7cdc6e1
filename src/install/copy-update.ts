import { type InstallRecord, RECORD_FILE } from '../config/install/record-file.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { BranchFile, Clone, CommittedFile, Sha } from '../ports.ts';
import { unneededIn } from './copy-parts.ts';
import { recordText } from './install-record.ts';
import { goalsOf, idOf } from './installation.ts';
import { WAKE_PATH, WHOLE_WAKE } from './release.ts';
import { copiedWakeText } from './workflow-texts.ts';

export interface CopyUpdateOrder {
  /** Null: this is the first update. */
  readonly record: InstallRecord | null;
  /** Where the copy comes from, and what it is brought to. */
  readonly to: Pick<InstallRecord, 'repository' | 'commit' | 'version'>;
  /** The commit there that the copy has now. */
  readonly from: Sha;
  /** The default branch. */
  readonly commit: Sha;
  readonly remote: string;
  /** Goals and settings there, by path. */
  readonly goals: ReadonlyMap<string, string>;
  /** Whether a first update leaves the parts that only serve to change Wakeful itself. */
  readonly keepsAll: boolean;
}

/** What becomes of a file that the release has changed, or that a copy does not need. */
export type CopiedFile = { readonly path: string } & (
  | { readonly kind: 'taken' | 'removed' | 'unneeded' }
  /** Both have changed it. `conflicts`: places where the owner's lines were kept. */
  | { readonly kind: 'merged'; readonly conflicts: number }
  /** Both have changed it, and it cannot be merged by lines: the owner's stays. `isGone`: the release has it no more. */
  | { readonly kind: 'kept'; readonly isGone: boolean }
);

export interface CopyUpdate {
  readonly files: readonly CopiedFile[];
  /** Whether the owner has changed what `dist/` is built from. */
  readonly hasOwnSources: boolean;
  /** Path → content of what changes, the record among it. */
  readonly changed: ReadonlyMap<string, BranchFile | null>;
}

type Source = Pick<Clone, 'text' | 'blob' | 'files' | 'merge'>;
type Tree = ReadonlyMap<string, CommittedFile>;

interface Trees {
  /** The release that the copy has now. */
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
}

/** Built or written by programs: lines of two versions make no third one. */
const WRITTEN =
  /^(?:dist\/|package-lock\.json$|schema\/|src\/report\/page\/built\/|test\/support\/openapi\/)/;
const SOURCES = /^(?:src\/|scripts\/|package(?:-lock)?\.json$)/;

/** Brings a copy of the template to another release. What its owner has changed or removed stays so, and goals are never touched. */
export async function copyUpdateOf(
  order: CopyUpdateOrder,
  clone: Source,
  signal: AbortSignal,
): Promise<CopyUpdate> {
  const { commit, from, to, record } = order;
  const [base, ours, theirs] = await Promise.all(
    [from, commit, to.commit].map(async (each) => treeOf(await clone.files(each, signal))),
  );
  const trees: Trees = { base: base ?? new Map(), ours: ours ?? new Map(), theirs: theirs ?? new Map() };
  const updating = { order, clone, signal };
  const wake = trees.ours.has(WAKE_PATH) ? await wakeChange(updating, trees) : null;
  const found = [...(await fileChanges(updating, trees)), ...(wake?.change == null ? [] : [wake.change])];
  const contents = found.flatMap(({ file: { path }, content }) =>
    content === undefined ? [] : [[path, content] as const],
  );
  const changed = new Map<string, BranchFile | null>(contents);
  if (changed.size > 0 || record === null || record.commit !== to.commit)
    changed.set(RECORD_FILE, recordText(to, wake === null ? {} : { [WAKE_PATH]: wake.id }, 'copy'));
  const hasOwnSources = [...trees.base.values()].some(
    ({ path, blob }) => SOURCES.test(path) && (trees.ours.get(path)?.blob ?? blob) !== blob,
  );
  return { files: found.map(({ file }) => file), hasOwnSources, changed };
}

async function fileChanges(updating: Updating, trees: Trees): Promise<readonly FileChange[]> {
  const { order } = updating;
  const isUnneeded = order.record === null && !order.keepsAll ? unneededIn(trees) : () => false;
  const changes: FileChange[] = [];
  for (const path of pathsIn(trees).filter((each) => isUpdated(each, order))) {
    const isUntouched = isSame(trees.base.get(path), trees.ours.get(path));
    const change =
      isUntouched && isUnneeded(path) ? droppedFile(path, trees) : await updatedFile(path, trees, updating);
    if (change !== null) changes.push(change);
  }
  return changes;
}

function treeOf(files: readonly CommittedFile[]): Tree {
  return new Map(files.map((file) => [file.path, file]));
}

function pathsIn({ base, ours, theirs }: Trees): readonly string[] {
  return [...new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])].sort();
}

/** Goals are the owner's from the beginning, and `wake.yml` has the events that they name. */
function isUpdated(path: string, { goals }: CopyUpdateOrder): boolean {
  const isGoal = path.startsWith('goals/') || (goals.has(path) && path !== SETTINGS_FILE);
  return !isGoal && path !== RECORD_FILE && path !== WAKE_PATH;
}

interface FileChange {
  readonly file: CopiedFile;
  /** Missing: the file stays as it is. */
  readonly content?: BranchFile | null;
}

interface Updating {
  readonly order: CopyUpdateOrder;
  readonly clone: Source;
  readonly signal: AbortSignal;
}

function droppedFile(path: string, { ours }: Trees): FileChange | null {
  return ours.has(path) ? { file: { path, kind: 'unneeded' }, content: null } : null;
}

/** Null: there is nothing to do about it. */
async function updatedFile(path: string, trees: Trees, updating: Updating): Promise<FileChange | null> {
  const [base, ours, theirs] = [trees.base.get(path), trees.ours.get(path), trees.theirs.get(path)];
  if (isSame(base, theirs) || isSame(ours, theirs)) return null;
  if (isSame(base, ours)) return isWithoutPlace(path, trees) ? null : taken(path, theirs);
  // The owner has removed it.
  if (ours === undefined) return null;
  if (base === undefined || theirs === undefined || WRITTEN.test(path))
    return { file: { path, kind: 'kept', isGone: theirs === undefined } };
  return merged({ base, ours, theirs }, updating);
}

function isSame(one: CommittedFile | undefined, other: CommittedFile | undefined): boolean {
  return one?.blob === other?.blob && one?.mode === other?.mode;
}

function taken(path: string, theirs: CommittedFile | undefined): FileChange {
  if (theirs === undefined) return { file: { path, kind: 'removed' }, content: null };
  return { file: { path, kind: 'taken' }, content: { mode: theirs.mode, blob: theirs.blob } };
}

/** Whether a new file belongs to a folder that the copy has had and has no more. */
function isWithoutPlace(path: string, { base, ours, theirs }: Trees): boolean {
  if (base.has(path) || !theirs.has(path)) return false;
  const folders = path.split('/').map((_, depth, parts) => `${parts.slice(0, depth).join('/')}/`);
  const isIn = (tree: Tree, folder: string) => [...tree.keys()].some((each) => each.startsWith(folder));
  return folders.slice(1).some((folder) => isIn(base, folder) && !isIn(ours, folder));
}

/** What is no text has none of its lines merged. */
const NO_TEXT = /[\0\uFFFD]/;

async function merged(
  { base, ours, theirs }: Record<'base' | 'ours' | 'theirs', CommittedFile>,
  { clone, order, signal }: Updating,
): Promise<FileChange> {
  const { path, mode } = ours;
  const texts = await Promise.all(
    [base, ours, theirs].map(async ({ blob }) => (await clone.blob(blob, order.remote, signal)) ?? '\0'),
  );
  if (texts.some((text) => NO_TEXT.test(text))) return { file: { path, kind: 'kept', isGone: false } };
  const [before = '', own = '', next = ''] = texts;
  const { text, conflicts } = await clone.merge({ base: before, ours: own, theirs: next }, signal);
  return { file: { path, kind: 'merged', conflicts }, ...(text === own ? {} : { content: { mode, text } }) };
}

interface WakeChange {
  /** The id of the text that an untouched copy would have. */
  readonly id: string;
  readonly change: FileChange | null;
}

/** With every event, as a release has it. Older ones have nothing else. */
async function wholeWake(clone: Source, commit: Sha, signal: AbortSignal): Promise<string | null> {
  return (await clone.text(commit, WHOLE_WAKE, signal)) ?? clone.text(commit, WAKE_PATH, signal);
}

/** `wake.yml` has the events that goals name, and no other. */
async function wakeChange({ order, clone, signal }: Updating, trees: Trees): Promise<WakeChange | null> {
  const { record, commit, from, to, goals, remote } = order;
  const ours = await clone.text(commit, WAKE_PATH, signal);
  const full = await wholeWake(clone, to.commit, signal);
  if (ours === null || full === null) return null;
  const events = [...new Set((await goalsOf(goals, commit, signal)).goals.flatMap(({ on }) => on))];
  const before = record?.files[WAKE_PATH] ?? trees.base.get(WAKE_PATH)?.blob;
  if (before === idOf(ours, commit)) {
    const text = copiedWakeText(full, events);
    const change =
      text === ours ? null : { file: { path: WAKE_PATH, kind: 'taken' as const }, content: text };
    return { id: idOf(text, commit), change };
  }
  const theirs = copiedWakeText(full, events);
  const known = before === undefined ? null : await clone.blob(before, remote, signal);
  const base = known ?? copiedWakeText((await wholeWake(clone, from, signal)) ?? '', events);
  const { text, conflicts } = await clone.merge({ base, ours, theirs }, signal);
  const file = { path: WAKE_PATH, kind: 'merged' as const, conflicts };
  return { id: idOf(theirs, commit), change: text === ours ? null : { file, content: text } };
}
