/** The remote in memory itself, and what one wake knows of it. */
import { sha1 } from '@noble/hashes/legacy.js';
import { Halt } from '../../core/ending.ts';
import { hex, utf8Bytes, utf8Text } from '../../core/text/bytes.ts';
import type { PushOutcome, RefRefusal, RefUpdate, Sha } from '../../ports.ts';
import { blobId } from '../../tree/blob-id.ts';
import { contentOf, NOON, type RemoteChange } from './remote-change.ts';

export interface MemoryFile {
  readonly mode: string;
  readonly bytes: Uint8Array;
}

export interface MemoryCommit {
  readonly id: Sha;
  readonly tree: ReadonlyMap<string, MemoryFile>;
  readonly parents: readonly Sha[];
  readonly message: string;
  readonly author: string;
  readonly email?: string;
  /** Milliseconds since 1970 UTC, whole seconds. */
  readonly time: number;
}

/** Files are handed on from commit to commit and never changed, so each is hashed and read once. */
const blobs = new WeakMap<Uint8Array, Sha>();
const texts = new WeakMap<Uint8Array, string>();

/** The id that git gives to these bytes. */
export function blobOf(bytes: Uint8Array): Sha {
  const known = blobs.get(bytes) ?? blobId(bytes, 'sha1');
  blobs.set(bytes, known);
  return known;
}

export function bytesOf(text: string): Uint8Array {
  const bytes = utf8Bytes(text);
  // Half a character has no bytes of its own, so it is not read as it was written.
  if (text.isWellFormed()) texts.set(bytes, text);
  return bytes;
}

export function textOf(bytes: Uint8Array): string {
  const known = texts.get(bytes) ?? utf8Text(bytes);
  texts.set(bytes, known);
  return known;
}

/**
 * What goes wrong with one push. `die_*`: the wake is killed before or after it landed, and so is every later call;
 * `drop`: the connection breaks before it landed; `lose_answer`: after; `refuse`: a rule of the remote.
 */
export type PushFault = 'die_before' | 'die_after' | 'drop' | 'lose_answer' | 'refuse' | 'deny' | 'error';

/** Stands for the end of the process. Nothing catches it but the test. */
export class Killed extends Error {
  constructor() {
    super('The run was killed here.');
    this.name = 'Killed';
    // It is made thousands of times, and finding out where takes long.
    this.stack = String(this);
  }
}

export class MemoryRemote {
  readonly branches = new Map<string, Sha>();
  /** All commits that were ever made, also local ones of a wake. */
  readonly commits = new Map<Sha, MemoryCommit>();
  defaultBranch: string;
  /** Pushes that reached the remote, from 1. */
  pushes = 0;
  fetches = 0;
  /** Set to make the n-th push go wrong. */
  onPush: (push: number, refs: readonly RefUpdate[]) => PushFault | null = () => null;
  /** What the remote says where it refuses. */
  refusal = 'GH013: Repository rule violations found.';
  /** Set to make a fetch fail, e.g. with a `Halt`. */
  onFetch: (fetch: number) => void = () => {};
  /** What a rule of the remote says to a push of a branch; null: nothing. */
  rules: (branch: string) => string | null = () => null;
  readonly #gone = new Set<Sha>();

  constructor(options: { readonly defaultBranch?: string } = {}) {
    this.defaultBranch = options.defaultBranch ?? 'main';
  }

  /** Another remote that holds the same, and works. */
  copy(): MemoryRemote {
    const remote = new MemoryRemote({ defaultBranch: this.defaultBranch });
    copyInto(remote.branches, this.branches);
    copyInto(remote.commits, this.commits);
    for (const commit of this.#gone) remote.drop(commit);
    remote.rules = this.rules;
    remote.pushes = this.pushes;
    remote.fetches = this.fetches;
    return remote;
  }

  /** All that a later wake can see of it. A commit's id stands for what it holds. */
  facts(): unknown {
    return [[...this.branches], [...this.#gone]];
  }

  /** Somebody else's commit, made at the remote. */
  async commit(change: RemoteChange): Promise<Sha> {
    const tip = this.branches.get(change.branch);
    const parents = change.parents ?? (tip === undefined ? [] : [tip]);
    const tree = new Map(this.commits.get(parents[0] ?? '')?.tree ?? []);
    for (const [path, spec] of Object.entries(change.files)) {
      if (spec === null) tree.delete(path);
      else tree.set(path, contentOf(spec));
    }
    const facts = {
      author: change.author ?? 'Ann Author',
      message: change.message ?? 'a change',
      time: change.time ?? NOON,
    };
    const id = this.store({ tree, parents, ...facts });
    this.branches.set(change.branch, id);
    return id;
  }

  /** Equal content, parents, author, time and message have the same id. */
  store(commit: Omit<MemoryCommit, 'id'>): Sha {
    const time = Math.floor(commit.time / 1000) * 1000;
    const facts = JSON.stringify([commit.parents, commit.message, commit.author, time]);
    const files = [...commit.tree.keys()].sort().map((path) => {
      const file = commit.tree.get(path);
      return `${path}\0${file?.mode}\0${file === undefined ? '' : blobOf(file.bytes)}`;
    });
    const id = hex(sha1(utf8Bytes([facts, ...files].join('\0'))));
    this.commits.set(id, { ...commit, time, id });
    return id;
  }

  /** As after a rewritten history: the remote no longer has the commit. */
  drop(commit: Sha): void {
    this.#gone.add(commit);
  }

  has(commit: Sha): boolean {
    return this.commits.has(commit) && !this.#gone.has(commit);
  }

  /** Whether a commit stands on one that is gone. What a branch of the remote reaches is whole. */
  #isCutOff(commit: Sha): boolean {
    if (this.#gone.size === 0) return false;
    const [open, seen, whole] = [[commit], new Set<Sha>(), new Set(this.branches.values())];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (this.#gone.has(id)) return true;
      if (seen.has(id) || whole.has(id)) continue;
      seen.add(id);
      open.push(...(this.commits.get(id)?.parents ?? []));
    }
    return false;
  }

  text(branch: string, path: string): string | null {
    const file = this.commits.get(this.branches.get(branch) ?? '')?.tree.get(path);
    return file === undefined ? null : textOf(file.bytes);
  }

  /** The compare-and-swap of all refs at once, as `git push --atomic --force-with-lease` does it. */
  swap(refs: readonly RefUpdate[]): PushOutcome {
    const forbidden = refs.filter(({ branch }) => this.rules(branch) !== null);
    const [first] = forbidden;
    if (first !== undefined) return refused(forbidden, 'forbidden', this.rules(first.branch) ?? '');
    const held = (ref: RefUpdate): Sha | null => this.branches.get(ref.branch) ?? null;
    const there = refs.filter((ref) => held(ref) === ref.commit && ref.expect !== ref.commit);
    const moved = refs.filter((ref) => held(ref) !== ref.commit && held(ref) !== ref.expect);
    if (moved.length > 0) return refused(moved, 'moved', '[rejected] (stale info)');
    // Git lets the rest of an atomic push land where a branch needs commits that the remote no longer has.
    const cut = refs.filter(({ commit }) => this.#isCutOff(commit));
    for (const ref of refs) if (!cut.includes(ref)) this.branches.set(ref.branch, ref.commit);
    if (cut.length > 0) return refused(cut, 'other', 'shallow update not allowed');
    if (there.length === 0) return { kind: 'landed' };
    if (there.length < refs.length)
      return { kind: 'unknown', reason: 'Some branches held their commits already.' };
    return refused(there, 'already_there', 'The remote held this commit before the push.');
  }
}

function copyInto<Key, Value>(to: Map<Key, Value>, from: ReadonlyMap<Key, Value>): void {
  for (const [key, value] of from) to.set(key, value);
}

export function refused(
  refs: readonly RefUpdate[],
  reason: RefRefusal['reason'],
  detail: string,
): PushOutcome {
  return { kind: 'refused', refs: refs.map(({ branch }) => ({ branch, reason, detail })) };
}

/** What one wake has fetched or made, and whether it still lives. */
export class MemoryView {
  readonly remote: MemoryRemote;
  readonly stateBranch: string;
  readonly #known = new Set<Sha>();
  #dead = false;

  constructor(remote: MemoryRemote, stateBranch: string) {
    this.remote = remote;
    this.stateBranch = stateBranch;
  }

  enter(signal: AbortSignal): void {
    signal.throwIfAborted();
    if (this.#dead) throw new Killed();
  }

  /** From here on every call of this wake fails. */
  kill(): void {
    this.#dead = true;
  }

  die(): never {
    this.kill();
    throw new Killed();
  }

  know(commit: Sha): void {
    this.#known.add(commit);
  }

  /** A commit that was fetched or made here; anything else is a defect of the caller. */
  get(commit: Sha): MemoryCommit {
    const found = this.#known.has(commit) ? this.remote.commits.get(commit) : undefined;
    if (found === undefined) throw new Error(`The commit ${commit} has not been fetched.`);
    return found;
  }

  knows(commit: Sha): boolean {
    return this.#known.has(commit);
  }

  fetchBranch(branch: string): Sha | null {
    this.remote.fetches += 1;
    this.remote.onFetch(this.remote.fetches);
    const tip = this.remote.branches.get(branch) ?? null;
    if (tip !== null) this.know(tip);
    return tip;
  }

  noBase(): Halt {
    const detail = `The remote has no branch ${this.remote.defaultBranch}, or no commits yet. Push a first commit or name the default branch.`;
    return new Halt('bad_settings', detail);
  }
}
