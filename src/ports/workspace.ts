import type { Diff } from '../core/progress/diff.ts';
import type { Masked } from '../core/text/masked.ts';
import type { TextEncoding } from '../core/text/text-encoding.ts';
import type { Author, Sha } from './state-store.ts';

export type { Diff };

export interface Workspace {
  /** Fetches a remote branch (depth 1); null: it does not exist. */
  fetchBranch(branch: string, signal: AbortSignal): Promise<Sha | null>;
  /** Makes a commit of the remote available by its id; false: the remote no longer has it. */
  fetchCommit(commit: Sha, signal: AbortSignal): Promise<boolean>;
  /** The same for all of these in one question. False: the remote lacks one, and none of the others may have come. */
  fetchCommits(commits: readonly Sha[], signal: AbortSignal): Promise<boolean>;
  /** Files of a commit (no folders), sorted by path. */
  files(commit: Sha, signal: AbortSignal): Promise<readonly TreeEntry[]>;
  /** The newest commit of the history of `tip` whose commit time is not after `time`; null: none. */
  commitAt(tip: Sha, time: number, signal: AbortSignal): Promise<Sha | null>;
  /**
   * Commits of `tip` that are not reachable from `from`, oldest first, at most `limit`. Where `from` is none of its own, or is
   * null, those that are newer than `since` (ms).
   */
  history(range: HistoryRange, signal: AbortSignal): Promise<readonly CommitInfo[]>;
  /** The newest commits of the history of `tip`, at most 100, newest first; none: the remote no longer has it. */
  newest(tip: Sha, signal: AbortSignal): Promise<readonly CommitInfo[]>;
  /** Paths that differ between the trees of two commits and exist in `to`. */
  changedPaths(from: Sha, to: Sha, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * A commit of its own that brings both sides together, of which nobody else knows yet. All three have been fetched.
   * Null: they conflict, or the git that is installed cannot tell.
   */
  merge(sides: MergeSides, signal: AbortSignal): Promise<Sha | null>;
  open(start: TreeStart, signal: AbortSignal): Promise<WorkTree>;
}

export interface TreeStart {
  /** Its files are there at the start, to be changed. */
  readonly commit: Sha;
  /** What the draft will be compared with. */
  readonly base: Sha;
  /** A commit of the default branch, as this wake has fetched it: all that `setup` sees. */
  readonly untouched: Sha;
}

export interface MergeSides {
  /** What both sides began with. */
  readonly base: Sha;
  /** The first parent. */
  readonly ours: Sha;
  readonly theirs: Sha;
  readonly message: Masked;
  readonly author: Author;
}

export interface HistoryRange {
  readonly tip: Sha;
  readonly from: Sha | null;
  readonly since: number;
  readonly limit: number;
}

export interface CommitInfo {
  readonly commit: Sha;
  readonly parents: number;
  readonly parentIds: readonly Sha[];
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly author: string;
  /** Of its author; empty: there is none. */
  readonly email: string;
  /** Its author has committed it, in the same second: nobody has amended it or carried it elsewhere. */
  readonly isAsMade: boolean;
  readonly subject: string;
  readonly body: string;
}

export interface TreeEntry {
  readonly path: string;
  readonly blob: Sha;
  /** `unnameable`: its path is not UTF-8, and what stands here in its place names no file. */
  readonly kind: 'file' | 'executable' | 'symlink' | 'submodule' | 'unnameable';
  /** Bytes; 0 for a submodule. Null: the content has not been fetched, and nobody else tells. */
  readonly size: number | null;
}

export interface WorkTree {
  /**
   * Absolute path of a real folder that holds `untouched` and nothing else, and has held nothing else before: for commands with
   * the network. An error once `folder` has been asked for.
   */
  untouchedFolder(signal: AbortSignal): Promise<string>;
  /**
   * Absolute path of a real folder with the files as they stand, for the sandbox. It is made when it is first asked for
   * and follows `write` and `remove` from then on; what a command does to it is neither read nor committed. After
   * `untouchedFolder` it is the same folder: what differs from `untouched` is laid over what commands have left there.
   */
  folder(signal: AbortSignal): Promise<string>;
  /** Absolute path of a folder for the home of commands. It is empty at first and goes with the tree. */
  home(signal: AbortSignal): Promise<string>;
  /** Keeps what the folders hold now, under a name, for other trees of this `untouched`. An error once `folder` has been asked for. */
  keepSetup(name: string, signal: AbortSignal): Promise<void>;
  /** Lays what was kept under this name into the folders of this tree; false: there is nothing, and they are as they were. */
  takeSetup(name: string, signal: AbortSignal): Promise<boolean>;
  /**
   * Real folders for a command that only looks. `paths`: the copied folder holds these files as they stand, and there is no history.
   * Null: it holds all that `folder` holds, and `history` is a repository with the newest commits of `untouched`, or null where the
   * remote does not give them.
   */
  copied(paths: readonly string[] | null, signal: AbortSignal): Promise<CopiedFolders>;
  /** Files as they stand now, changes included, sorted by path. */
  list(): Promise<readonly TreeEntry[]>;
  read(path: string): Promise<FileContent>;
  /** Makes what is about to be read ready: contents that are not here are fetched in one go instead of one by one. */
  fetchContents(paths: readonly string[], signal: AbortSignal): Promise<void>;
  /** The driver that `.gitattributes` has git pass the file through, e.g. `lfs`; null: none. */
  filterOf(path: string): Promise<string | null>;
  /** Creates folders as needed and keeps the executable bit. The path has passed the gate, and the encoding has each of the characters. Default: UTF-8. */
  write(path: string, text: string, encoding?: TextEncoding): Promise<void>;
  remove(path: string): Promise<void>;
  /** Difference between `base` and what a commit made now would hold. Only paths that `write` and `remove` touched, or that `commit` already held, count. */
  diff(signal: AbortSignal): Promise<Diff>;
  /** Commits the touched paths on top of the start commit; null: nothing differs from it. */
  commit(message: Masked, author: Author, signal: AbortSignal): Promise<Sha | null>;
  close(): Promise<void>;
}

export interface CopiedFolders {
  readonly folder: string;
  readonly history: string | null;
  /** As `home`; null: it could show what is not among the files. */
  readonly home: string | null;
}

export type FileContent =
  /** `encoding`: how it is written back; missing: UTF-8. */
  | { readonly kind: 'text'; readonly text: string; readonly encoding?: TextEncoding }
  | { readonly kind: 'binary'; readonly bytes: number }
  | { readonly kind: 'lfs_pointer' }
  | { readonly kind: 'symlink' }
  | { readonly kind: 'submodule' }
  | { readonly kind: 'missing' };
