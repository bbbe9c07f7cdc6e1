import type { Masked } from '../core/text/masked.ts';

/** A full commit or blob id, 40 (or 64) hex digits. */
export type Sha = string;

export interface StateStore {
  /** One fetch, depth 1: the tips of the default branch and of the state branch. */
  fetch(signal: AbortSignal): Promise<Tips>;
  /** One cheap look at the state branch alone. */
  fetchState(signal: AbortSignal): Promise<Sha | null>;
  /** Text files of a fetched commit: exact paths, or all files below a path that ends in `/`. Missing ones are left out. */
  read(commit: Sha, paths: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, StoredFile>>;
  /** Writes a commit locally. Its parent is `parent`, or none for the first one. */
  commit(change: StateChange, signal: AbortSignal): Promise<Sha>;
  /** One `--atomic` push of all refs, each a compare-and-swap against `expect`. */
  push(refs: readonly RefUpdate[], signal: AbortSignal): Promise<PushOutcome>;
  /** Names of remote branches that start with `prefix`, without `refs/heads/`. */
  branches(prefix: string, signal: AbortSignal): Promise<ReadonlyMap<string, Sha>>;
}

export interface Tips {
  readonly base: { readonly branch: string; readonly commit: Sha };
  /** Null: the state branch does not exist. */
  readonly state: Sha | null;
}

export interface StoredFile {
  readonly blob: Sha;
  readonly text: string;
}

export interface StateChange {
  readonly parent: Sha | null;
  /** Path → new text; null deletes. */
  readonly files: ReadonlyMap<string, Masked | null>;
  readonly message: Masked;
  readonly author: Author;
}

export interface Author {
  readonly name: Masked;
  readonly email: Masked;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
}

export interface RefUpdate {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly commit: Sha;
  /** What the remote must hold now; null: the branch must not exist. */
  readonly expect: Sha | null;
}

export type PushOutcome =
  | { readonly kind: 'landed' }
  /** The remote refused; nothing landed. `refs` holds the ones at fault, judged separately. */
  | { readonly kind: 'refused'; readonly refs: readonly RefRefusal[] }
  /** The remote let nobody in, so nothing landed. One such answer says little: a busy server gives it as well. */
  | { readonly kind: 'denied'; readonly reason: string }
  /** No answer: it may have landed. Fetch and look. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface RefRefusal {
  readonly branch: string;
  /**
   * `moved`: the expectation seems to have failed; only a look at the branch proves it. `already_there`: it holds this commit.
   * `forbidden`: a rule or a permission. `name_taken`: another branch makes this name impossible. `other`: the server's own fault.
   */
  readonly reason: 'moved' | 'already_there' | 'forbidden' | 'name_taken' | 'other';
  readonly detail: string;
}
