import { changedPlace } from '../../core/progress/changed-place.ts';
import { type Diff, linesOf, lineWeight } from '../../core/progress/diff.ts';
import type { Edited } from '../../core/progress/runaway.ts';
import { utf8Length } from '../../core/text/bytes.ts';
import { digest } from '../../core/text/digest.ts';
import { eachInSteps, type Steps } from '../../core/text/steps.ts';
import type { TextEncoding } from '../../core/text/text-encoding.ts';
import type { Turns } from './turns.ts';

/** What was in a draft before this item began or went on. */
export interface DraftSoFar {
  readonly files: Diff['files'];
  /** Whether other items made all of it. */
  readonly isOfOthers: boolean;
}

/** Null: there is no file. */
interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Undefined: UTF-8. */
  readonly encoding?: TextEncoding | undefined;
  /** What was there is no text. */
  readonly isBinary?: boolean;
  /** It takes back what this item has done: no edit that another one undoes. */
  readonly isPutBack?: boolean;
}

/** The text before this item, and the text now. Null: there is no file. */
interface OwnChange {
  readonly first: string | null;
  readonly now: string | null;
  readonly encoding: TextEncoding | undefined;
  readonly isBinary: boolean;
  /** As many lines as that changes. */
  readonly lines: number;
}

/** A file as it was at some time. */
interface PutBack {
  readonly path: string;
  readonly text: string | null;
  readonly encoding: TextEncoding | undefined;
}

/** Which files this item has changed, and how. */
export class Changes {
  /** Paths that the draft already changes, by earlier items and attempts. */
  readonly #inDraft: ReadonlySet<string>;
  readonly #files = new Map<string, OwnChange>();
  /** Paths that were written or deleted, and of which nothing may be noticed. */
  readonly #hidden = new Set<string>();
  readonly #doubts = new Set<string>();
  readonly #draft: DraftSoFar;
  #unread: readonly Edited[] = [];
  #version = 0;

  constructor(draft: DraftSoFar) {
    this.#draft = draft;
    this.#inDraft = new Set(draft.files.map(({ path }) => path));
  }

  /** A path that is to be hidden is hidden before. */
  async record(change: FileChange, turns: Turns): Promise<void> {
    const { path, before, after, encoding, isBinary = false, isPutBack = false } = change;
    const known = this.#files.get(path);
    const first = known === undefined ? before : known.first;
    const counted = this.#hidden.has(path) ? '' : (first ?? '');
    const lines = await turns.through(changedLines(counted, after ?? ''));
    this.#files.set(path, {
      first,
      now: after,
      lines,
      encoding: known === undefined ? encoding : known.encoding,
      isBinary: known === undefined ? isBinary : known.isBinary,
    });
    this.#version += 1;
    await turns.rest();
    if (isPutBack) return;
    const place = changedPlace(before ?? '', after ?? '');
    this.#unread = [
      ...this.#unread,
      { kind: 'edited', path, before: versionOf(before), after: versionOf(after), place },
    ];
  }

  /** Another number after each change: what was found out with the same one still holds. */
  get version(): number {
    return this.#version;
  }

  /** What is counted no longer depends on whether there was a file at this path, or on what it held. */
  hide(path: string): void {
    this.#hidden.add(path);
  }

  /** What was at a path before this item; null: nothing that this item has changed. */
  firstOf(path: string): { readonly text: string; readonly encoding: TextEncoding | undefined } | null {
    const known = this.#files.get(path);
    if (known === undefined || known.first === null || this.#hidden.has(path)) return null;
    return { text: known.first, encoding: known.encoding };
  }

  /** How a path was before this item; null: it has changed nothing there, or what was there is not known. */
  startOf(path: string): Pick<OwnChange, 'first' | 'encoding'> | null {
    const known = this.#files.get(path);
    return known === undefined || known.isBinary || this.#hidden.has(path) ? null : known;
  }

  /** Whether this item has made the file; false also where nothing may be told of it. */
  isNew(path: string): boolean {
    const known = this.#files.get(path);
    return known !== undefined && known.first === null && !this.#hidden.has(path);
  }

  /** Whether nobody has been asked yet if most of a file is really to go. */
  isNewDoubt(path: string): boolean {
    const isNew = !this.#doubts.has(path);
    this.#doubts.add(path);
    return isNew;
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

  /** Which files this item has changed. */
  get paths(): readonly string[] {
    return this.#own();
  }

  /** What this item has made of its files so far; null: deleted. */
  get now(): ReadonlyMap<string, string | null> {
    return new Map([...this.#files].map(([path, { now }]) => [path, now]));
  }

  /** What has to be written for the files to be again as they were when `then` was asked for. Null: a file cannot be put back. */
  since(then: ReadonlyMap<string, string | null>): readonly PutBack[] | null {
    const changed = [...this.#files].flatMap(([path, { first, now, encoding, isBinary }]) => {
      const known = then.get(path);
      const text = known === undefined ? first : known;
      return text === now ? [] : [{ path, text, encoding, isLost: isBinary && known === undefined }];
    });
    return changed.some(({ isLost }) => isLost) ? null : changed;
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
    return [...this.#files.values()].reduce((sum, { lines }) => sum + lines, linesOf(this.#draft.files));
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
function* changedLines(before: string, after: string): Steps<number> {
  const surplus = new Map<string, number>();
  const count = (by: number) => (line: string) => {
    surplus.set(line, (surplus.get(line) ?? 0) + by);
    return null;
  };
  yield* eachInSteps(linesIn(before), count(-1));
  yield* eachInSteps(linesIn(after), count(1));
  let sum = 0;
  yield* eachInSteps(surplus, ([line, times]) => {
    if (times !== 0) sum += Math.abs(times) * lineWeight(utf8Length(line));
    return null;
  });
  return sum;
}

function linesIn(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
