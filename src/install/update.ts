import { type InstallRecord, RECORD_FILE } from '../config/install/record-file.ts';
import { settingsInUse } from '../config/settings/settings-file.ts';
import { hasCommands } from '../core/goal.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { Clone, MergedTexts, Sha, TextMerge } from '../ports.ts';
import { recordText } from './install-record.ts';
import { goalsOf, idOf } from './installation.ts';
import { type ActionSource, actionAt, INSTALLED_WORKFLOWS, sourceOf, textIn } from './release.ts';
import { settingsText } from './settings-text.ts';
import { hasAppStep, workflowText } from './workflow-texts.ts';

/** What becomes of an installed file. */
export type UpdatedFile = { readonly path: string; readonly text: string } & (
  | { readonly kind: 'same' | 'replaced' }
  /** A person had changed it as well. `conflicts`: places that both had changed, where the person's lines stay. */
  | { readonly kind: 'merged'; readonly conflicts: number }
  /** A person had changed it, and nobody knows any more what it was: only the pinned commit is moved. */
  | { readonly kind: 'pinned' }
);

export interface UpdateOrder {
  readonly record: InstallRecord;
  readonly release: ActionSource;
  /** The default branch. */
  readonly commit: Sha;
  readonly remote: string;
  /** Goals and settings there, by path. */
  readonly goals: ReadonlyMap<string, string>;
  /** Whether an App is to open the drafts from now on; where one does already, it goes on. */
  readonly hasApp: boolean;
}

export interface Update {
  readonly files: readonly UpdatedFile[];
  /** Installed files that a person has removed; they stay away. */
  readonly removed: readonly string[];
  /** Path → text of what changes, the record among it. */
  readonly changed: ReadonlyMap<string, string>;
}

type Source = Pick<Clone, 'text' | 'blob' | 'merge' | 'fetchFrom'>;

/** Brings workflows and settings to another release. What a person has changed in them stays, and goals are never touched. */
export async function updateOf(order: UpdateOrder, clone: Source, signal: AbortSignal): Promise<Update> {
  const { record, release, commit, remote } = order;
  const files: UpdatedFile[] = [];
  const removed: string[] = [];
  const ids: Record<string, string> = { ...record.files };
  for (const path of [...INSTALLED_WORKFLOWS, SETTINGS_FILE]) {
    const before = record.files[path];
    if (before === undefined) continue;
    const ours = await clone.text(commit, path, signal);
    if (ours === null) {
      removed.push(path);
      continue;
    }
    const base =
      (await clone.blob(before, remote, signal)) ??
      (await madeAnew({ path, ours }, { order, clone }, signal));
    const theirs = await newText({ path, base, ours }, order, signal);
    if (theirs !== null) ids[path] = idOf(theirs, commit);
    const isUntouched = idOf(ours, commit) === before;
    const updated = await updatedFile({ path, base, ours, theirs, isUntouched }, (texts) =>
      clone.merge(texts, signal),
    );
    files.push(repinned(updated, order));
  }
  const before = await Promise.all(files.map(({ path }) => clone.text(commit, path, signal)));
  const changes = files
    .filter(({ text }, at) => text !== before[at])
    .map(({ path, text }) => [path, text] as const);
  const isNew = changes.length > 0 || record.commit !== release.commit;
  const written = isNew ? [...changes, [RECORD_FILE, recordText(release, ids)] as const] : [];
  return { files, removed, changed: new Map(written) };
}

/**
 * What was installed, where no commit here holds it: after an update that kept a person's changes only the result was committed. It is
 * made again from the release of then. Null: that release cannot be had.
 */
async function madeAnew(
  { path, ours }: Pick<Versions, 'path' | 'ours'>,
  { order, clone }: { readonly order: UpdateOrder; readonly clone: Source },
  signal: AbortSignal,
): Promise<string | null> {
  const { repository, commit, version } = order.record;
  if (!(await clone.fetchFrom(`https://github.com/${repository}`, commit, signal))) return null;
  const source = sourceOf(path);
  const text = (await clone.text(commit, source, signal)) ?? (await clone.text(commit, path, signal));
  if (text === null) return null;
  const release = { repository, commit, version, files: new Map([[source, text]]) };
  return newText({ path, base: ours, ours }, { ...order, release }, signal);
}

/** The text that a new installation would have. Null: what a person chose back then is not known any more. */
async function newText(
  { path, base, ours }: Pick<Versions, 'path' | 'base' | 'ours'>,
  { release, goals, commit, hasApp: isWanted }: UpdateOrder,
  signal: AbortSignal,
): Promise<string | null> {
  if (path === SETTINGS_FILE) return base === null ? null : newSettings(base, release);
  const { settings, goals: found } = await goalsOf(goals, commit, signal);
  const events = [...new Set(found.flatMap(({ on }) => on))];
  const hasApp = isWanted || hasAppStep(ours);
  const { goalsFolder } = settings;
  const choices = { events, goalsFolder, hasApp, hasCommands: found.some(hasCommands) };
  return workflowText(textIn(release, sourceOf(path)), release, choices);
}

const PRICE = /^ {4}price: .*$/m;

/** The new template with what was chosen when it was installed. */
function newSettings(base: string, release: ActionSource): string {
  const { settings } = settingsInUse(base);
  const model = settings.models['default'];
  const { usdPerMonth } = settings.budget;
  const text = settingsText(release, {
    model: model?.model ?? '',
    baseUrl: model?.baseUrl ?? null,
    price: model?.price ?? null,
    usdPerMonth,
    goalsFolder: settings.goalsFolder,
  });
  // With the words behind it, which say where it was read.
  const price = PRICE.exec(base)?.[0];
  return price === undefined ? text : text.replace(PRICE, () => price);
}

interface Versions {
  readonly path: string;
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string | null;
  readonly isUntouched: boolean;
}

async function updatedFile(
  { path, base, ours, theirs, isUntouched }: Versions,
  merge: (texts: MergedTexts) => Promise<TextMerge>,
): Promise<UpdatedFile> {
  if (theirs === null) return { path, kind: 'pinned', text: ours };
  if (ours === theirs) return { path, kind: 'same', text: ours };
  if (isUntouched) return { path, kind: 'replaced', text: theirs };
  if (base === null) return { path, kind: 'pinned', text: ours };
  return { path, kind: 'merged', ...(await merge({ base, ours, theirs })) };
}

/** Whatever a person has changed around it: what runs is the new release. */
function repinned(file: UpdatedFile, { record, release }: UpdateOrder): UpdatedFile {
  const pin = new RegExp(`(uses: +)${escaped(record.repository)}@.*$`, 'gm');
  return { ...file, text: file.text.replace(pin, (_, start: string) => `${start}${actionAt(release)}`) };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
