import type { Goal, Queue, QueueKind, RunsQueue } from './goal.ts';
import type { DraftRecord, ItemStatus, OpenWindow } from './state.ts';
import { targetPath } from './text/target-path.ts';

/** One unit of work. The key is `element@version`: that it is done, stuck or refused is true of that version only. */
export interface Item {
  readonly key: string;
  readonly element: string;
  readonly title: string;
}

export function itemKey(element: string, version: string): string {
  return `${element}@${version}`;
}

/** Reads a key back; the version never contains an `@`, the element may. */
export function itemOf(key: string): Item {
  const at = key.lastIndexOf('@');
  const element = key.slice(0, at);
  return { key, element, title: element === WINDOW_ELEMENT ? 'the whole window' : element };
}

/** What stands behind the element in a key, such as the due time of a window. */
export function versionOf({ key, element }: Pick<Item, 'key' | 'element'>): string {
  return key.slice(element.length + 1);
}

/** What the log calls an item: null where a goal has one only, which has no name. */
export function loggedTitle({ key, title }: Pick<Item, 'key' | 'title'>): string | null {
  return itemOf(key).element === WINDOW_ELEMENT ? null : title;
}

/** Elements of one queue. More than this is not a night's work; a narrower pattern is asked for. */
export const LONGEST_QUEUE = 5_000;

/** How many issues one window takes, the oldest ones. */
export const MOST_ISSUES = 200;

/** How many open pull requests one window takes: each costs a request. */
export const MOST_PULLS = 50;

/** Effects on issues that one item may decide on. */
export const MOST_EFFECTS = 10;

/** The element of a goal without a queue. */
export const WINDOW_ELEMENT = 'window';

/** How many commits a model is shown at once. A window with more of them is worked on in parts, one item each. */
const COMMITS_AT_ONCE = 200;

/** The elements of a goal without a queue, for a window with so many commits. */
export function windowElements(commits: number): readonly string[] {
  const parts = Math.ceil(commits / COMMITS_AT_ONCE);
  if (parts <= 1) return [WINDOW_ELEMENT];
  return Array.from({ length: parts }, (_, n) => `part ${n + 1}/${parts}`);
}

/** What one item shows of the commits of its window, oldest first. */
export function commitsOfPart<T>(element: string, commits: readonly T[]): readonly T[] {
  const part = Number(/^part (\d+)\/\d+$/.exec(element)?.[1] ?? 1);
  return commits.slice((part - 1) * COMMITS_AT_ONCE, part * COMMITS_AT_ONCE);
}

const OF_FILES: ReadonlySet<QueueKind> = new Set(['files', 'findings', 'command']);

/** The only file that an item may change; null: it may change all that the goal may. */
export function ownFileOf(goal: Pick<Goal, 'forEach' | 'permissions'>, element: string): string | null {
  return writesOwnFileOnly(goal) ? fileToWrite(goal, element) : null;
}

/** The file that an item is about, where each item of the goal is a file; null: they are something else. */
export function fileOfItem({ forEach }: Pick<Goal, 'forEach'>, element: string): string | null {
  return forEach !== null && OF_FILES.has(forEach.kind) ? element : null;
}

/** The file that an item is to write, whatever else it may write; null: it is about no file. */
export function fileToWrite(goal: Pick<Goal, 'forEach'>, element: string): string | null {
  const { forEach } = goal;
  return forEach?.kind === 'files' ? targetOfFile(forEach, element) : fileOfItem(goal, element);
}

/** The path that a task of a queue over files is to write: its own, unless the goal names another. */
export function targetOfFile(
  { pattern, target }: Pick<Extract<Queue, { kind: 'files' }>, 'pattern' | 'target'>,
  path: string,
): string {
  return target === undefined ? path : targetPath(target, { pattern, path });
}

export function writesOwnFileOnly({ forEach, permissions }: Pick<Goal, 'forEach' | 'permissions'>): boolean {
  return forEach !== null && OF_FILES.has(forEach.kind) && permissions.otherFiles !== true;
}

/** The element of a run: its workflow, and where each run counts by itself its number as well. */
export function runElement(queue: Pick<RunsQueue, 'flaky'>, { workflow, id }: RunName): string {
  return queue.flaky === true ? `${workflow} run ${id}` : workflow;
}

export interface RunName {
  readonly workflow: string;
  readonly id: number;
}

/** The element of an issue: `#12`. */
export function issueElement(number: number): string {
  return `#${number}`;
}

export function issueNumber(element: string): number {
  return Number(element.slice(1));
}

/** Items of one draft share a draft key: the window's for drafts of a whole window, the item's own otherwise. */
export function draftKeyOf(
  goal: Pick<Goal, 'forEach'>,
  window: Pick<OpenWindow, 'slot'>,
  key: string,
): string {
  return goal.forEach?.drafts === 'per_item' ? key : itemKey(WINDOW_ELEMENT, window.slot);
}

/** Hidden in drafts and issues, so that the same effect is found again and never made twice. */
export function markerOf(goal: string, item: string, n: number): string {
  return `${goal}/${item}/${n}`;
}

/** How an item stands of which nothing but its draft is left; null: not even that. */
export function statusByDraft(draft: DraftRecord | undefined): ItemStatus | null {
  if (draft === undefined) return null;
  const { outcome, tip } = draft;
  if (outcome === 'none') return tip === null ? null : 'open';
  return outcome === 'closed' ? 'refused' : outcome;
}
