import type { Repository } from './repository.ts';
import type { openWorkspace } from './workspace.ts';

type OpenWorkspace = ReturnType<typeof openWorkspace>;

/** The workspace, loaded with the first question: a wake with nothing to do asks none. */
export function lazyWorkspace(repository: Repository): OpenWorkspace {
  let opened: Promise<OpenWorkspace> | null = null;
  const open = (): Promise<OpenWorkspace> => {
    opened ??= import('./workspace.ts').then((module) => module.openWorkspace(repository));
    return opened;
  };
  return {
    fetchBranch: async (branch, signal) => (await open()).fetchBranch(branch, signal),
    fetchCommit: async (commit, signal) => (await open()).fetchCommit(commit, signal),
    fetchCommits: async (commits, signal) => (await open()).fetchCommits(commits, signal),
    files: async (commit, signal) => (await open()).files(commit, signal),
    commitAt: async (tip, time, signal) => (await open()).commitAt(tip, time, signal),
    history: async (range, signal) => (await open()).history(range, signal),
    newest: async (tip, signal) => (await open()).newest(tip, signal),
    changedPaths: async (from, to, signal) => (await open()).changedPaths(from, to, signal),
    merge: async (sides, signal) => (await open()).merge(sides, signal),
    open: async (start, signal) => (await open()).open(start, signal),
    close: async () => (await opened)?.close(),
  };
}
