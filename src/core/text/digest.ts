import { createHash } from 'node:crypto';

/** The first `length` hex digits of the SHA-256 of the texts, which cannot run into each other. */
export function digest(texts: readonly string[], length: number): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, length);
}
