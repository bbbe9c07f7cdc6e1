import { utf8Bytes } from '../../core/text/bytes.ts';
import type { Sha } from '../../ports.ts';

/** A file's content, an executable file or a link, or the commit of a submodule. */
export type RemoteFile =
  | string
  | Uint8Array
  | { readonly mode: '100755' | '120000'; readonly content: string | Uint8Array }
  | { readonly mode: '160000'; readonly commit: Sha };

/** Somebody's commit on a remote. */
export interface RemoteChange {
  readonly branch: string;
  /** Path → content; null deletes. Everything else stays as in the first parent. */
  readonly files: Readonly<Record<string, RemoteFile | null>>;
  readonly message?: string;
  /** Milliseconds since 1970 UTC. */
  readonly time?: number;
  /** The branch's tip unless given. */
  readonly parents?: readonly Sha[];
  readonly author?: string;
}

/** When a change is made that names no time: Saturday, 21 November 2026, noon. */
export const NOON = Date.UTC(2026, 10, 21, 12);

export function contentOf(spec: RemoteFile): { readonly mode: string; readonly bytes: Uint8Array } {
  if (typeof spec === 'string' || spec instanceof Uint8Array) return { mode: '100644', bytes: bytesIn(spec) };
  return { mode: spec.mode, bytes: bytesIn('commit' in spec ? spec.commit : spec.content) };
}

function bytesIn(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? utf8Bytes(content) : content;
}
