import type { Sha } from './state-store.ts';

/** A person's clone, which is read and gets branches. Its work tree, its index and the branch that is checked out stay as they are. */
export interface Clone {
  /** Top of the work tree. */
  readonly root: string;
  /** Null: there is no remote of that name. */
  remoteAddress(remote: string, signal: AbortSignal): Promise<string | null>;
  /** The default branch and its newest commit: as the remote says it, or as it was last known where it does not answer. */
  defaultBranch(remote: string, signal: AbortSignal): Promise<DefaultBranch>;
  /** All files of a commit. */
  files(commit: Sha, signal: AbortSignal): Promise<readonly CommittedFile[]>;
  /** Null: there is no such file. */
  text(commit: Sha, path: string, signal: AbortSignal): Promise<string | null>;
  /** The text that has this id, wherever it was committed; null: neither the clone nor the remote has it. */
  blob(id: Sha, remote: string, signal: AbortSignal): Promise<string | null>;
  /** How many lines of a commit match; a pattern of extended regular expressions. */
  matches(commit: Sha, pattern: string, signal: AbortSignal): Promise<number>;
  /** The message of a commit. */
  message(commit: Sha, signal: AbortSignal): Promise<string>;
  /** Brings a commit of another repository into the clone, with its history and without a branch. False: there it cannot be had. */
  fetchFrom(address: string, commit: Sha, signal: AbortSignal): Promise<boolean>;
  /**
   * The commit of another history that this one began with: the newest that both have, else the newest one whose files are those of a
   * first commit here, as in a copy of a template. Null: there is none.
   */
  beginning(commit: Sha, other: Sha, signal: AbortSignal): Promise<Sha | null>;
  /** What a local branch holds; null: there is none. */
  branch(name: string, signal: AbortSignal): Promise<Sha | null>;
  /**
   * Makes or moves a local branch to a new commit, past hooks, filters, ignored names and signing. `Halt('bad_settings')`: the branch
   * holds something else than `expected`.
   */
  commit(change: BranchChange, signal: AbortSignal): Promise<Sha>;
  /** Merges what `ours` and `theirs` made of `base`. Where both changed the same lines, `ours` stays. */
  merge(texts: MergedTexts, signal: AbortSignal): Promise<TextMerge>;
  /** Pushes a branch with the person's own access. `Halt('forbidden')` with what the remote said. */
  push(remote: string, branch: string, signal: AbortSignal): Promise<void>;
  /** Deletes branches of the remote, each only if it holds this commit. Gives those that could not be deleted. */
  deleteRemoteBranches(
    remote: string,
    branches: readonly RemoteBranch[],
    signal: AbortSignal,
  ): Promise<readonly string[]>;
  /** Branches of the remote whose names begin so. */
  remoteBranches(remote: string, prefix: string, signal: AbortSignal): Promise<readonly RemoteBranch[]>;
}

export interface DefaultBranch {
  readonly name: string;
  readonly commit: Sha;
}

export interface CommittedFile extends StoredContent {
  readonly path: string;
  readonly bytes: number;
}

/** A file that git has already. */
export interface StoredContent {
  /** As git writes it: `100644`, `100755` for a program, `120000` for a link. */
  readonly mode: string;
  readonly blob: Sha;
}

export interface BranchChange {
  readonly branch: string;
  readonly parent: Sha;
  /** Path → text, or what git has already; null deletes. */
  readonly files: ReadonlyMap<string, BranchFile | null>;
  readonly message: string;
  /** What the branch holds now; null: it must not exist. */
  readonly expected: Sha | null;
}

/** A text is no program, unless it says otherwise. */
export type BranchFile = string | StoredContent | { readonly mode: string; readonly text: string };

export interface MergedTexts {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface TextMerge {
  readonly text: string;
  /** How many places both sides had changed. */
  readonly conflicts: number;
}

export interface RemoteBranch {
  readonly name: string;
  readonly commit: Sha;
}
