import { createHash } from 'node:crypto';
import { changedPlace } from '../core/changed-place.ts';
import type { Edited } from '../core/runaway.ts';

/** Which files this item has changed, and how. */
export class Changes {
  /** Paths that the draft holds already, from earlier items and attempts. */
  readonly #inDraft: ReadonlySet<string>;
  /** By path: the text before this item, and the text now. Null: there is no file. */
  readonly #files = new Map<string, { readonly first: string | null; readonly now: string | null }>();
  #unread: readonly Edited[] = [];

  constructor(pathsInDraft: Iterable<string>) {
    this.#inDraft = new Set(pathsInDraft);
  }

  record(path: string, before: string | null, after: string | null): void {
    const first = this.#files.has(path) ? (this.#files.get(path)?.first ?? null) : before;
    this.#files.set(path, { first, now: after });
    const place = changedPlace(before ?? '', after ?? '');
    this.#unread = [
      ...this.#unread,
      { kind: 'edited', path, before: digest(before), after: digest(after), place },
    ];
  }

  /** The edits since the last time this was asked. */
  takeEdits(): readonly Edited[] {
    const edits = this.#unread;
    this.#unread = [];
    return edits;
  }

  /** Whether anything is different from what it was before this item. */
  get any(): boolean {
    return [...this.#files.values()].some(({ first, now }) => first !== now);
  }

  /** How many files the draft would hold if `path` were changed as well. */
  filesWith(path: string): number {
    const changed = [...this.#files].filter(([, { first, now }]) => first !== now).map(([name]) => name);
    return new Set([...this.#inDraft, ...changed, path]).size;
  }
}

function digest(text: string | null): string | null {
  return text === null ? null : createHash('sha256').update(text).digest('hex');
}
