/**
 * The doors: everything that a wake can reach outside the process. `src/adapters/` opens them for real,
 * a rehearsal puts a stand-in behind `GitHub` and `Model` only, tests put memory behind any of them.
 * Adapters throw `Halt` for planned endings (`github_unavailable`, `forbidden`, `bad_state_file`, …) and wrap
 * foreign errors once, with `cause`. Every wait, process and request obeys the `signal` it is given.
 */
import type { LogEntry } from './core/event.ts';
import type { ModelSettings } from './core/settings.ts';

/** A full commit or blob id, 40 (or 64) hex digits. */
export type Sha = string;

export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly state: StateStore;
  readonly workspace: Workspace;
  readonly sandbox: Sandbox;
  readonly github: GitHub;
  readonly model: ModelDoor;
}

export interface Clock {
  /** Wall clock, milliseconds since 1970 UTC. */
  now(): number;
  /** Milliseconds that never jump; only differences mean something. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Calls `action` every `ms` until the returned function is called; never keeps the process alive. */
  every(ms: number, action: () => void): () => void;
}

export interface Random {
  /** 128 random bits in hex. */
  nonce(): string;
  /** In [0, 1). */
  fraction(): number;
}

/** What the person who watches sees; the committed log is written by the ledger, from the same entries. */
export interface Log {
  line(entry: LogEntry): void;
  progress(progress: Progress): void;
}

export interface Progress {
  readonly goal: string;
  /** From 1. */
  readonly item: number;
  readonly items: number;
  readonly itemTitle: string;
  readonly modelCalls: number;
  readonly tokens: number;
  readonly secondsLeft: number;
  /** What is going on, e.g. `reads docs/design.md`. */
  readonly doing: string;
}

/* ------------------------------------------------------------------ the state branch */

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
  readonly files: ReadonlyMap<string, string | null>;
  readonly message: string;
  readonly author: Author;
}

export interface Author {
  readonly name: string;
  readonly email: string;
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
  /** No answer: it may have landed. Fetch and look. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface RefRefusal {
  readonly branch: string;
  /** `moved`: the expectation failed. `already_there`: it holds this commit. `forbidden`: a rule or a permission. */
  readonly reason: 'moved' | 'already_there' | 'forbidden' | 'other';
  readonly detail: string;
}

/* ------------------------------------------------------------------ the repository's own files */

export interface Workspace {
  /** Fetches a remote branch (depth 1); null: it does not exist. */
  fetchBranch(branch: string, signal: AbortSignal): Promise<Sha | null>;
  /** Makes a commit of the remote available by its id; false: the remote no longer has it. */
  fetchCommit(commit: Sha, signal: AbortSignal): Promise<boolean>;
  /** Files of a commit (no folders), sorted by path. */
  files(commit: Sha, signal: AbortSignal): Promise<readonly TreeEntry[]>;
  /** The newest commit of the history of `tip` whose commit time is not after `time`; null: none. */
  commitAt(tip: Sha, time: number, signal: AbortSignal): Promise<Sha | null>;
  /** Commits of `tip` newer than `since` (ms) and not reachable from `from`, oldest first, at most `limit`. */
  history(range: HistoryRange, signal: AbortSignal): Promise<readonly CommitInfo[]>;
  /** Paths that differ between the trees of two commits and exist in `to`. */
  changedPaths(from: Sha, to: Sha, signal: AbortSignal): Promise<readonly string[]>;
  /** Checks `commit` out into a folder of its own. `base` is what the draft will be compared with. */
  open(start: { readonly commit: Sha; readonly base: Sha }, signal: AbortSignal): Promise<WorkTree>;
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
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly author: string;
  readonly subject: string;
  readonly body: string;
}

export interface TreeEntry {
  readonly path: string;
  readonly blob: Sha;
  readonly kind: 'file' | 'executable' | 'symlink' | 'submodule';
  /** Bytes; 0 for a submodule. */
  readonly size: number;
}

export interface WorkTree {
  /** Absolute path of the folder, for the sandbox. */
  readonly folder: string;
  /** Files as they stand now, changes included, sorted by path. */
  list(): Promise<readonly TreeEntry[]>;
  read(path: string): Promise<FileContent>;
  /** Creates folders as needed and keeps the executable bit. The path has passed the gate. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Difference between `base` and what a commit made now would hold. Only paths that `write` and `remove` touched, or that `commit` already held, count. */
  diff(signal: AbortSignal): Promise<Diff>;
  /** Commits the touched paths on top of the start commit; null: nothing differs from it. */
  commit(message: string, author: Author, signal: AbortSignal): Promise<Sha | null>;
  close(): Promise<void>;
}

export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly bytes: number }
  | { readonly kind: 'lfs_pointer' }
  | { readonly kind: 'symlink' }
  | { readonly kind: 'submodule' }
  | { readonly kind: 'missing' };

export interface Diff {
  readonly files: readonly {
    readonly path: string;
    readonly added: number;
    readonly removed: number;
    /** New blob; null: deleted. */
    readonly blob: Sha | null;
  }[];
  /** Unified diff, cut at 200 kB. */
  readonly patch: string;
}

export interface Sandbox {
  /** Null when commands can be run; otherwise why not, as a plain sentence. */
  whyUnavailable(): Promise<string | null>;
  run(command: SandboxCommand, signal: AbortSignal): Promise<CommandResult>;
}

export interface SandboxCommand {
  /** A shell line. */
  readonly command: string;
  /** The only folder that can be written. */
  readonly folder: string;
  /** `setup` may reach the network, checks may not. */
  readonly network: boolean;
  readonly timeoutMs: number;
}

export interface CommandResult {
  /** Null: it was killed by the timeout. */
  readonly exitCode: number | null;
  /** Both streams, the last 20 kB. */
  readonly output: string;
  readonly milliseconds: number;
}

/* ------------------------------------------------------------------ GitHub */

export interface GitHub {
  /** How long one request may take at most, ms. None is sent unless this fits into the lease. */
  readonly requestTimeoutMs: number;
  /** Drafts of this head branch in every state, oldest first. */
  findDrafts(branch: string, signal: AbortSignal): Promise<readonly Draft[]>;
  createDraft(draft: NewDraft, signal: AbortSignal): Promise<Draft>;
  updateDraft(number: number, text: { readonly title: string; readonly body: string }, signal: AbortSignal): Promise<void>;
  closeDraft(number: number, comment: string, signal: AbortSignal): Promise<void>;
  /** Issues that carry the agent's alert label, open and closed. */
  listAlertIssues(signal: AbortSignal): Promise<readonly AlertIssue[]>;
  openAlertIssue(text: IssueText, signal: AbortSignal): Promise<AlertIssue>;
  updateAlertIssue(number: number, text: IssueText, signal: AbortSignal): Promise<void>;
  closeAlertIssue(number: number, comment: string, signal: AbortSignal): Promise<void>;
  /** Whether the run attempt behind a wake id has finished. `unknown` is never taken for yes. */
  wakeState(wake: string, signal: AbortSignal): Promise<'running' | 'finished' | 'unknown'>;
}

export interface NewDraft {
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  /** Markdown; ends with the hidden marker. */
  readonly body: string;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
}

export interface Draft {
  readonly number: number;
  readonly url: string;
  readonly branch: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly title: string;
  readonly body: string;
}

export interface IssueText {
  readonly title: string;
  /** Markdown; ends with the hidden marker. */
  readonly body: string;
}

export interface AlertIssue extends IssueText {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
}

/* ------------------------------------------------------------------ the model */

export interface ModelDoor {
  /** `Halt('missing_key')` where none is configured. */
  open(settings: ModelSettings): Promise<Model>;
}

export interface Model {
  /** One non-streaming chat completion. Never retries and never throws for a fault: it answers with one. */
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
}

export interface Question {
  readonly messages: readonly Message[];
  readonly tools: readonly ToolSchema[];
  readonly maxTokens: number;
}

export type Message =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly content: string };

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote it: JSON or not. */
  readonly arguments: string;
}

export interface ToolSchema {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export type Answer =
  | {
      readonly kind: 'answer';
      readonly content: string;
      readonly toolCalls: readonly ToolCall[];
      readonly finish: 'stop' | 'tool_calls' | 'length' | 'refusal';
      /** Null: the server did not say. */
      readonly usage: { readonly tokensIn: number; readonly tokensOut: number } | null;
    }
  | {
      readonly kind: 'fault';
      readonly fault: ModelFault;
      /** Whether the request may have been worked on, so that its worst case is charged. */
      readonly charged: boolean;
      /** Seconds, when the server said so. */
      readonly retryAfter: number | null;
      /** What a broken answer cost, where the server still said so. */
      readonly usage?: { readonly tokensIn: number; readonly tokensOut: number } | null;
      readonly detail: string;
    };

export type ModelFault =
  | 'unreachable'
  | 'rate_limited'
  | 'server_error'
  | 'timeout'
  | 'dropped'
  | 'malformed'
  | 'key_refused'
  | 'bad_request';
