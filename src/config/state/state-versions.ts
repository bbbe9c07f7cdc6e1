import { STATE_VERSION } from '../../core/state.ts';
import { printable } from '../../report/problems/problem.ts';

/** A file whose version this program does not write. */
export interface OtherVersion {
  readonly path: string;
  readonly version: number | null;
}

/** Looks at the versions alone, so that files of any version can be told apart. */
export function otherVersions(files: ReadonlyMap<string, string>): readonly OtherVersion[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.endsWith('.json')) return [];
    const version = versionOf(text);
    return version === STATE_VERSION ? [] : [{ path: printable(path), version }];
  });
}

function versionOf(text: string): number | null {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('version' in value)) return null;
  return typeof value.version === 'number' ? value.version : null;
}

/** Goals with a lease, read from a lock of any version. */
export function heldGoals(lock: string | undefined): readonly string[] {
  const value = lock === undefined ? null : parsed(lock);
  if (typeof value !== 'object' || value === null || !('leases' in value)) return [];
  return typeof value.leases === 'object' && value.leases !== null ? Object.keys(value.leases) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
