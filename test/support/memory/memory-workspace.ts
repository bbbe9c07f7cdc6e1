import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineWeight } from '../../../src/core/progress/diff.ts';
import type {
  Author,
  CommitInfo,
  Diff,
  FileContent,
  HistoryRange,
  MergeSides,
  Sha,
  TreeEntry,
  Workspace,
  WorkTree,
} from '../../../src/ports.ts';
import { classify } from '../../../src/tree/file-content.ts';
import { Overlay } from '../../../src/tree/overlay.ts';
import { isPlainPath } from '../../../src/tree/plain-path.ts';
import { byPath } from '../../../src/tree/tree-order.ts';
import { diffLines } from './diff-lines.ts';
import { blobOf, type MemoryCommit, type MemoryFile, type MemoryView } from './memory-remote.ts';

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
};

export function memoryWorkspace(view: MemoryView): Workspace {
  return {
    async fetchBranch(branch, signal) {
      view.enter(signal);
      return view.fetchBranch(branch);
    },
    async fetchCommit(commit, signal) {
      view.enter(signal);
      return fetchCommit(view, commit);
    },
    async files(commit, signal) {
      view.enter(signal);
      return entriesOf(view.get(commit));
    },
    async commitAt(tip, time, signal) {
      view.enter(signal);
      if (!fetchCommit(view, tip)) return null;
      return walk(view, tip).find((commit) => commit.time <= time)?.id ?? null;
    },
    async history(range, signal) {
      view.enter(signal);
      return history(view, range);
    },
    async changedPaths(from, to, signal) {
      view.enter(signal);
      if (!fetchCommit(view, to)) throw new Error(`The remote has no commit ${to}.`);
      return changedPaths(fetchCommit(view, from) ? view.get(from) : null, view.get(to));
    },
    async merge(sides, signal) {
      view.enter(signal);
      return merge(view, sides);
    },
    async open(start, signal) {
      view.enter(signal);
      return new MemoryWorkTree(view, view.get(start.commit), view.get(start.base));
    },
  };
}

function fetchCommit(view: MemoryView, commit: Sha): boolean {
  if (view.knows(commit)) return true;
  if (!view.remote.has(commit)) return false;
  view.know(commit);
  return true;
}

/** Newest first, a child always before its parents. */
function walk(view: MemoryView, tip: Sha): readonly MemoryCommit[] {
  const all = reachable(view, tip);
  const waiting = new Map<Sha, number>([...all.keys()].map((id) => [id, 0]));
  for (const { parents } of all.values())
    for (const id of parents) waiting.set(id, (waiting.get(id) ?? 0) + 1);
  const ready = [...all.values()].filter(({ id }) => waiting.get(id) === 0);
  const order: MemoryCommit[] = [];
  for (
    let next = ready.pop();
    next !== undefined;
    next = ready.sort((one, other) => one.time - other.time).pop()
  ) {
    order.push(next);
    for (const id of next.parents) {
      waiting.set(id, (waiting.get(id) ?? 0) - 1);
      const parent = all.get(id);
      if (waiting.get(id) === 0 && parent !== undefined) ready.push(parent);
    }
  }
  return order;
}

function reachable(view: MemoryView, tip: Sha): ReadonlyMap<Sha, MemoryCommit> {
  const found = new Map<Sha, MemoryCommit>();
  const open = [tip];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const commit = view.remote.commits.get(id);
    if (commit === undefined || found.has(id) || !(view.knows(id) || view.remote.has(id))) continue;
    found.set(id, commit);
    open.push(...commit.parents);
  }
  return found;
}

function history(view: MemoryView, range: HistoryRange): readonly CommitInfo[] {
  const excluded = range.from === null ? new Map() : reachable(view, range.from);
  const kept = walk(view, range.tip).filter(({ id, time }) => time > range.since && !excluded.has(id));
  return kept.reverse().slice(0, range.limit).map(infoOf);
}

function infoOf(commit: MemoryCommit): CommitInfo {
  const [subject = '', ...body] = commit.message.trim().split(/\n\s*\n/);
  const { id, author, time, parents } = commit;
  return {
    commit: id,
    parents: parents.length,
    time,
    author,
    subject: subject.replaceAll('\n', ' '),
    body: body.join('\n\n'),
  };
}

function changedPaths(from: MemoryCommit | null, to: MemoryCommit): readonly string[] {
  const changed = [...to.tree].filter(([path, file]) => !sameFile(from?.tree.get(path), file));
  return changed.map(([path]) => path).sort();
}

/** File by file: what both sides have changed differently conflicts. */
function merge(view: MemoryView, { base, ours, theirs, message, author }: MergeSides): Sha | null {
  const trees = [base, ours, theirs].map((commit) => view.get(commit).tree);
  const tree = new Map<string, MemoryFile>();
  for (const path of new Set(trees.flatMap((each) => [...each.keys()]))) {
    const [before, mine, other] = trees.map((each) => each.get(path));
    const isOurs = sameFile(before, other) || sameFile(mine, other);
    if (!isOurs && !sameFile(before, mine)) return null;
    const file = isOurs ? mine : other;
    if (file !== undefined) tree.set(path, file);
  }
  const { name, time } = author;
  const id = view.remote.store({ tree, parents: [ours, theirs], message, author: name, time });
  view.know(id);
  return id;
}

function sameFile(one: MemoryFile | undefined, other: MemoryFile | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.mode === other.mode && Buffer.compare(one.bytes, other.bytes) === 0;
}

function entriesOf(commit: MemoryCommit): readonly TreeEntry[] {
  return byPath(
    [...commit.tree].map(([path, { mode, bytes }]) => {
      const kind = KINDS[mode] ?? 'file';
      if (kind === 'submodule') return { path, kind, blob: Buffer.from(bytes).toString(), size: 0 };
      return { path, kind, blob: blobOf(bytes), size: bytes.length };
    }),
  );
}

class MemoryWorkTree implements WorkTree {
  readonly #view: MemoryView;
  readonly #start: MemoryCommit;
  readonly #base: MemoryCommit;
  readonly #files: Overlay;

  constructor(view: MemoryView, start: MemoryCommit, base: MemoryCommit) {
    this.#view = view;
    this.#start = start;
    this.#base = base;
    this.#files = new Overlay(start.id, entriesOf(start));
  }

  async untouchedFolder(): Promise<string> {
    return join(tmpdir(), 'wakeful-memory', 'untouched');
  }

  /** Never made: nothing of this tree is on the disk. */
  async folder(): Promise<string> {
    return join(tmpdir(), 'wakeful-memory', 'tree');
  }

  async list(): Promise<readonly TreeEntry[]> {
    return this.#files.list();
  }

  async read(path: string): Promise<FileContent> {
    if (!isPlainPath(path) || !this.#files.has(path)) return { kind: 'missing' };
    const kind = this.#files.touched.has(path) ? 'file' : this.#files.original(path)?.kind;
    if (kind === 'symlink' || kind === 'submodule') return { kind };
    return classify(this.#tree().get(path)?.bytes ?? new Uint8Array());
  }

  async write(path: string, text: string): Promise<void> {
    this.#files.touched.set(path, this.#files.fileFor(path, text));
  }

  async remove(path: string): Promise<void> {
    if (this.#files.has(path)) this.#files.touched.set(path, null);
  }

  async diff(signal: AbortSignal): Promise<Diff> {
    this.#view.enter(signal);
    const now = this.#tree();
    const paths = [...new Set([...this.#base.tree.keys(), ...now.keys()])].sort();
    const files = paths.flatMap((path) => fileDiff(path, this.#base.tree.get(path), now.get(path)));
    return {
      files: files.map(({ patch: _, ...file }) => file),
      ...cut(files.map(({ patch }) => patch).join('')),
    };
  }

  async commit(message: string, author: Author, signal: AbortSignal): Promise<Sha | null> {
    this.#view.enter(signal);
    const tree = this.#tree();
    const paths = new Set([...tree.keys(), ...this.#start.tree.keys()]);
    if ([...paths].every((path) => sameFile(tree.get(path), this.#start.tree.get(path)))) return null;
    const id = this.#view.remote.store({
      tree,
      parents: [this.#start.id],
      message,
      author: author.name,
      time: author.time,
    });
    this.#view.know(id);
    return id;
  }

  async close(): Promise<void> {}

  #tree(): ReadonlyMap<string, MemoryFile> {
    const tree = new Map(this.#start.tree);
    for (const [path, file] of this.#files.touched) {
      if (file === null) tree.delete(path);
      else tree.set(path, file);
    }
    return tree;
  }
}

function fileDiff(path: string, before: MemoryFile | undefined, after: MemoryFile | undefined) {
  if (sameFile(before, after)) return [];
  const [old = '', now = ''] = [before, after].map((file) =>
    file === undefined ? '' : Buffer.from(file.bytes).toString(),
  );
  const { patch } = diffLines(old, now);
  const weight = (sign: string): number =>
    patch
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .reduce((sum, line) => sum + lineWeight(Buffer.byteLength(line) - 1), 0);
  const head = `diff --git a/${path} b/${path}\n--- ${before ? `a/${path}` : '/dev/null'}\n+++ ${after ? `b/${path}` : '/dev/null'}\n`;
  const blob = after === undefined ? null : blobOf(after.bytes);
  return [{ path, added: weight('+'), removed: weight('-'), blob, patch: head + patch }];
}

/** At 200,000 bytes, between two characters. */
function cut(patch: string): Pick<Diff, 'patch' | 'isCut'> {
  const all = Buffer.from(patch);
  const isCut = all.length > 200_000;
  const text = new TextDecoder().decode(all.subarray(0, 200_000), { stream: isCut });
  return { patch: text, isCut };
}
