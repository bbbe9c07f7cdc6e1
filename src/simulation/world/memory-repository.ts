/** A remote in memory, with the same ports as the real one: whole wakes run on it in milliseconds. */
import type { StateStore, Workspace } from '../../ports.ts';
import { type MemoryRemote, MemoryView } from './memory-remote.ts';
import { memoryStateStore } from './memory-state-store.ts';
import { memoryWorkspace } from './memory-workspace.ts';

export { MemoryRemote } from './memory-remote.ts';

export interface MemoryWorld {
  readonly state: StateStore;
  readonly workspace: Workspace;
  /** The wake's process is gone. */
  kill(): void;
  close(): Promise<void>;
}

/** One wake's view. Several of them can share a remote. */
export function openMemoryWorld(
  remote: MemoryRemote,
  options: { readonly stateBranch?: string } = {},
): MemoryWorld {
  const view = new MemoryView(remote, options.stateBranch ?? 'wakeful-state');
  return {
    state: memoryStateStore(view),
    workspace: memoryWorkspace(view),
    kill: () => view.kill(),
    close: async () => {},
  };
}
