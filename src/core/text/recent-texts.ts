/** `make`, asked once for each text of those that were met lately. What it makes must never be changed. */
export function remembering<T extends object | string>(
  make: (text: string) => T,
  most?: number,
): (text: string) => T {
  const known = new RecentTexts<T>(most);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = copied(text);
    const made = make(own);
    known.set(own, made);
    return made;
  };
}

/** The same text. A part of a long text is kept by engines as a place in it, and would keep all of it for as long. */
export function copied(text: string): string {
  return ` ${text}`.slice(1);
}

/** Entries for texts that were met lately, bounded by how long they are together. */
export class RecentTexts<T> {
  readonly #most: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  #length = 0;

  /** `most`: characters of texts that are kept, twice that at times. */
  constructor(most = 4_000_000) {
    this.#most = most;
  }

  get(text: string): T | undefined {
    const young = this.#young.get(text);
    if (young !== undefined) return young;
    const old = this.#old.get(text);
    if (old !== undefined) this.set(copied(text), old);
    return old;
  }

  /** `text`: one that is no part of a longer one, or of one that is kept in any case; `copied` makes it. */
  set(text: string, entry: T): void {
    // An entry takes room besides its text.
    this.#length += text.length + 100;
    this.#young.set(text, entry);
    if (this.#length <= this.#most) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#length = 0;
  }
}
