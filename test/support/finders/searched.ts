import type { SearchedFiles } from '../../../src/finders/search/searched-files.ts';
import type { FileContent, TreeEntry } from '../../../src/ports.ts';

export interface SearchOptions {
  readonly mayRead?: (path: string) => boolean;
  readonly isSearched?: (path: string) => boolean;
  /** Entries that are no files. */
  readonly others?: Readonly<Record<string, TreeEntry['kind']>>;
  /** Called at each rest. */
  readonly rest?: () => void | Promise<void>;
}

/** Files in memory, as a finder sees them. */
export function searched(
  files: Readonly<Record<string, string>>,
  options: SearchOptions = {},
): SearchedFiles {
  const { mayRead = () => true, isSearched = () => true, others = {}, rest = () => undefined } = options;
  const kinds: Readonly<Record<string, TreeEntry['kind']>> = {
    ...Object.fromEntries(Object.keys(files).map((path) => [path, 'file'] as const)),
    ...others,
  };
  return {
    entries: Object.entries(kinds)
      .map(([path, kind]) => ({ path, kind, blob: 'b'.repeat(40), size: (files[path] ?? '').length }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    mayRead,
    isSearched,
    read: async (path): Promise<FileContent> => {
      if (!mayRead(path)) throw new Error(`${path} may not be read`);
      const text = files[path];
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    fetch: async () => {},
    rest: async () => rest(),
  };
}
