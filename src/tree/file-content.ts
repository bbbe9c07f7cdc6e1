import { isLfsPointer } from '../core/access/lfs.ts';
import { decodeText } from '../core/text/text-encoding.ts';
import type { FileContent } from '../ports.ts';

/** A byte order mark is kept in a text, so that writing it back changes nothing. */
export function classify(bytes: Uint8Array): FileContent {
  const decoded = decodeText(bytes);
  if (decoded === null) return { kind: 'binary', bytes: bytes.length };
  const { text, encoding } = decoded;
  if (isLfsPointer(text)) return { kind: 'lfs_pointer' };
  return encoding === 'utf-8' ? { kind: 'text', text } : { kind: 'text', text, encoding };
}
