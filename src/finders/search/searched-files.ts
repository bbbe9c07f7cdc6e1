import type { Steps } from '../../core/text/steps.ts';
import type { FileContent, TreeEntry } from '../../ports.ts';

/** The files that a finder looks at, and what it may know of the others. */
export interface SearchedFiles {
  /** All that the commit holds: whether something is there may depend on any of them. */
  readonly entries: readonly TreeEntry[];
  readonly mayRead: (path: string) => boolean;
  /** Of the files that may be read: where faults are looked for. */
  readonly isSearched: (path: string) => boolean;
  read(path: string): Promise<FileContent>;
  /** Brings contents that are about to be read, in one go. */
  fetch(paths: readonly string[]): Promise<void>;
  /** Lets others have their turn. Throws when the work is not to go on. */
  rest(): Promise<void>;
}

/** A longer text is not searched: it was made by a program, or to keep one busy. */
const LONGEST_TEXT = 1_000_000;
/** Texts of one search together. */
const MOST_TEXT = 100_000_000;
const FETCHED_AT_ONCE = 500;
/** More than these are no list that anybody works through. */
export const MOST_FINDINGS = 20_000;

/** Reads one text after the other within bounds, and remembers what was left out. */
export class TextReader {
  readonly leftOut: string[] = [];
  readonly #files: SearchedFiles;
  #read = 0;

  constructor(files: SearchedFiles) {
    this.#files = files;
  }

  /** Of many files one after the other, of which contents that are not here are fetched many at once. */
  async *texts(entries: readonly TreeEntry[]): AsyncGenerator<readonly [TreeEntry, string | null]> {
    for (let at = 0; at < entries.length; at += FETCHED_AT_ONCE) {
      const next = entries.slice(at, at + FETCHED_AT_ONCE);
      await this.#files.fetch(next.map(({ path }) => path));
      for (const entry of next) yield [entry, await this.text(entry)];
    }
  }

  /** Null: it is no text, or too long. */
  async text({ path, size }: Pick<TreeEntry, 'path' | 'size'>): Promise<string | null> {
    await this.#files.rest();
    const known = size ?? 0;
    if (known > LONGEST_TEXT || this.#read + known > MOST_TEXT) return this.#leave(path);
    const content = await this.#files.read(path);
    if (content.kind !== 'text') return content.kind === 'binary' ? null : this.#leave(path);
    this.#read += content.text.length;
    return content.text.length > LONGEST_TEXT ? this.#leave(path) : content.text;
  }

  /** What comes of long work on a text. */
  async through<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.#files.rest();
    }
  }

  leaveOut(path: string): void {
    this.leftOut.push(path);
  }

  #leave(path: string): null {
    this.leaveOut(path);
    return null;
  }
}

/** The files that are searched, in order. */
export function searchedEntries({ entries, mayRead, isSearched }: SearchedFiles): readonly TreeEntry[] {
  return entries.filter(
    ({ kind, path }) => (kind === 'file' || kind === 'executable') && mayRead(path) && isSearched(path),
  );
}
