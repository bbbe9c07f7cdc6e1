import { isLfsPointer } from '../core/access/lfs.ts';
import type { FileContent } from '../ports.ts';

/** Text is valid UTF-8 without NUL. A byte order mark is kept, so that writing it back changes nothing. */
export function classify(bytes: Uint8Array): FileContent {
  const binary: FileContent = { kind: 'binary', bytes: bytes.length };
  if (bytes.includes(0)) return binary;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return isLfsPointer(text) ? { kind: 'lfs_pointer' } : { kind: 'text', text };
  } catch {
    return binary;
  }
}
