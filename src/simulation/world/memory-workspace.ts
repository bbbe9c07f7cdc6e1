import type { CommitInfo, HistoryRange, MergeSides, Sha, Workspace } from '../../ports.ts';
import { entriesOf, isSameFile } from './memory-files.ts';
import type { MemoryCommit, MemoryFile, MemoryView } from './memory-remote.ts';
import { MemoryWorkTree } from './memory-work-tree.ts';

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
    async fetchCommits(commits, signal) {
      view.enter(signal);
      const areThere = commits.every((commit) => view.knows(commit) || view.remote.has(commit));
      if (areThere) for (const commit of commits) fetchCommit(view, commit);
      return areThere;
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
    async newest(tip, signal) {
      view.enter(signal);
      return fetchCommit(view, tip) ? walk(view, tip).slice(0, 100).map(infoOf) : [];
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
  const commits = walk(view, range.tip);
  const isPair = commits.some(({ id }) => id === range.from);
  const kept = commits.filter(({ id, time }) => (isPair || time > range.since) && !excluded.has(id));
  return kept.reverse().slice(0, range.limit).map(infoOf);
}

function infoOf(commit: MemoryCommit): CommitInfo {
  const [subject = '', ...body] = commit.message.trim().split(/\n\s*\n/);
  const { id, author, email = '', time, parents } = commit;
  return {
    commit: id,
    parents: parents.length,
    parentIds: parents,
    time,
    author,
    email,
    isAsMade: true,
    subject: subject.replaceAll('\n', ' '),
    body: body.join('\n\n'),
  };
}

function changedPaths(from: MemoryCommit | null, to: MemoryCommit): readonly string[] {
  const changed = [...to.tree].filter(([path, file]) => !isSameFile(from?.tree.get(path), file));
  return changed.map(([path]) => path).sort();
}

/** File by file: what both sides have changed differently conflicts. */
function merge(view: MemoryView, { base, ours, theirs, message, author }: MergeSides): Sha | null {
  const trees = [base, ours, theirs].map((commit) => view.get(commit).tree);
  const tree = new Map<string, MemoryFile>();
  for (const path of new Set(trees.flatMap((each) => [...each.keys()]))) {
    const [before, mine, other] = trees.map((each) => each.get(path));
    const isOurs = isSameFile(before, other) || isSameFile(mine, other);
    if (!isOurs && !isSameFile(before, mine)) return null;
    const file = isOurs ? mine : other;
    if (file !== undefined) tree.set(path, file);
  }
  const { name, email, time } = author;
  const id = view.remote.store({ tree, parents: [ours, theirs], message, author: name, email, time });
  view.know(id);
  return id;
}
