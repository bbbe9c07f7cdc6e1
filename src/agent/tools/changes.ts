import { digest } from '../../core/digest.ts';
import { changedPlace } from '../../core/progress/changed-place.ts';
import { type Diff, linesOf, lineWeight } from '../../core/progress/diff.ts';
import type { Edited } from '../../core/progress/runaway.ts';

/** What was in a draft before this item began or went on. */
export interface DraftSoFar {
  readonly files: Diff['files'];
  /** Whether other items made all of it. */
  readonly isOfOthers: boolean;
}

/** Which files this item has changed, and how. */
export class Changes {
  /** Paths that the draft already changes, by earlier items and attempts. */
  readonly #inDraft: ReadonlySet<string>;
  /** By path: the text before this item, and the text now. Null: there is no file. */
  readonly #files = new Map<string, { readonly first: string | null; readonly now: string | null }>();
  /** Paths that were written or deleted, and of which nothing may be noticed. */
  readonly #hidden = new Set<string>();
  readonly #draft: DraftSoFar;
  #unread: readonly Edited[] = [];

  constructor(draft: DraftSoFar) {
    this.#draft = draft;
    this.#inDraft = new Set(draft.files.map(({ path }) => path));
  }

  record(path: string, before: string | null, after: string | null): void {
    const first = this.#files.has(path) ? (this.#files.get(path)?.first ?? null) : before;
    this.#files.set(path, { first, now: after });
    const place = changedPlace(before ?? '', after ?? '');
    this.#unread = [
      ...this.#unread,
      { kind: 'edited', path, before: versionOf(before), after: versionOf(after), place },
    ];
  }

  /** What is counted no longer depends on whether there was a file at this path, or on what it held. */
  hide(path: string): void {
    this.#hidden.add(path);
  }

  /** The edits since the last time this was asked. */
  takeEdits(): readonly Edited[] {
    const edits = this.#unread;
    this.#unread = [];
    return edits;
  }

  /** Whether anything is different from what it was before this item. */
  get hasAny(): boolean {
    return [...this.#files.values()].some(({ first, now }) => first !== now);
  }

  /** How many files the draft changes now. */
  get files(): number {
    return new Set([...this.#inDraft, ...this.#own()]).size;
  }

  /**
   * About how many lines the draft changes now, added and removed together, without asking git: moved lines do not
   * count, and what takes back an earlier item's change counts twice. What decides is the diff when the model finishes.
   */
  get lines(): number {
    const own = [...this.#files].map(([path, { first, now }]) =>
      changedLines(this.#hidden.has(path) ? '' : (first ?? ''), now ?? ''),
    );
    return own.reduce((sum, lines) => sum + lines, linesOf(this.#draft.files));
  }

  /** How many files the draft would change with `path`. */
  filesWith(path: string): number {
    return new Set([...this.#inDraft, ...this.#ownWith(path)]).size;
  }

  /** Whether `path` would fit if other items had not filled the draft. */
  fitsAlone(path: string, most: number): boolean {
    return this.#draft.isOfOthers && this.#ownWith(path).size <= most;
  }

  /** Whether a draft of so many lines would be small enough without those of other items. */
  fitsAloneWith(lines: number, most: number): boolean {
    return this.#draft.isOfOthers && lines - linesOf(this.#draft.files) <= most;
  }

  #ownWith(path: string): ReadonlySet<string> {
    return new Set([...this.#own(), path]);
  }

  #own(): readonly string[] {
    const changed = [...this.#files].filter(([, { first, now }]) => first !== now).map(([name]) => name);
    return [...this.#hidden, ...changed];
  }
}

/** `limit`: the field of a goal file that says so. */
export function noRoom(most: string, limit: string): string {
  return `Earlier tasks have filled the draft, which may change at most ${most} (${limit}).`;
}

function versionOf(text: string | null): string | null {
  return text === null ? null : digest([text], 64);
}

/** Lines that only one of the two texts has, each as often as it has it more. */
function changedLines(before: string, after: string): number {
  const surplus = new Map<string, number>();
  for (const line of linesIn(before)) surplus.set(line, (surplus.get(line) ?? 0) - 1);
  for (const line of linesIn(after)) surplus.set(line, (surplus.get(line) ?? 0) + 1);
  return [...surplus].reduce(
    (sum, [line, times]) => sum + (times === 0 ? 0 : Math.abs(times) * lineWeight(Buffer.byteLength(line))),
    0,
  );
}

function linesIn(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
