import type { PushOutcome, RefUpdate, Sha, StateChange, StateStore, StoredFile } from '../../ports.ts';
import { blobOf, bytesOf, type MemoryFile, type MemoryView, refused, textOf } from './memory-remote.ts';

export function memoryStateStore(view: MemoryView): StateStore {
  const { remote } = view;
  return {
    async fetch(signal) {
      view.enter(signal);
      const commit = view.fetchBranch(remote.defaultBranch);
      if (commit === null) throw view.noBase();
      const state = remote.branches.get(view.stateBranch) ?? null;
      if (state !== null) view.know(state);
      return { base: { branch: remote.defaultBranch, commit }, state };
    },
    async fetchState(signal) {
      view.enter(signal);
      return view.fetchBranch(view.stateBranch);
    },
    async read(commit, paths, signal) {
      view.enter(signal);
      return read(view, commit, paths);
    },
    async commit(change, signal) {
      view.enter(signal);
      return commit(view, change);
    },
    async push(refs, signal) {
      view.enter(signal);
      return push(view, refs);
    },
    async branches(prefix, signal) {
      view.enter(signal);
      return new Map([...remote.branches].filter(([branch]) => branch.startsWith(prefix)));
    },
  };
}

function read(view: MemoryView, commit: Sha, paths: readonly string[]): ReadonlyMap<string, StoredFile> {
  const wanted = (path: string): boolean =>
    paths.some((name) => name === path || (name.endsWith('/') && path.startsWith(name)));
  const files = [...view.get(commit).tree].filter(
    ([path, file]) => file.mode.startsWith('100') && wanted(path),
  );
  return new Map(files.map(([path, { bytes }]) => [path, { blob: blobOf(bytes), text: textOf(bytes) }]));
}

function commit(view: MemoryView, change: StateChange): Sha {
  const tree = new Map<string, MemoryFile>(change.parent === null ? [] : view.get(change.parent).tree);
  for (const [path, text] of change.files) {
    if (text === null) tree.delete(path);
    else tree.set(path, { mode: '100644', bytes: bytesOf(text) });
  }
  const parents = change.parent === null ? [] : [change.parent];
  const { author, message } = change;
  const id = view.remote.store({ tree, parents, message, author: author.name, time: author.time });
  view.know(id);
  return id;
}

function push(view: MemoryView, refs: readonly RefUpdate[]): PushOutcome {
  for (const ref of refs) view.get(ref.commit);
  const { remote } = view;
  remote.pushes += 1;
  const fault = remote.onPush(remote.pushes, refs);
  if (fault === 'die_before') view.die();
  if (fault === 'refuse') return refused(refs, 'forbidden', remote.refusal);
  if (fault === 'error') return refused(refs, 'other', '[remote rejected] (unpacker error)');
  if (fault === 'deny') return { kind: 'denied', reason: 'The requested URL returned error: 403' };
  if (fault === 'drop') return { kind: 'unknown', reason: 'The connection broke.' };
  const outcome = remote.swap(refs);
  if (fault === 'die_after') view.die();
  return fault === 'lose_answer' ? { kind: 'unknown', reason: 'The remote end hung up.' } : outcome;
}
