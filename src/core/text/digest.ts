import { sha256 } from '@noble/hashes/sha2.js';
import { hex, utf8Bytes } from './bytes.ts';

/** The first `length` hex digits of the SHA-256 of the texts, which cannot run into each other. */
export function digest(texts: readonly string[], length: number): string {
  return hex(sha256(utf8Bytes(texts.join('\0')))).slice(0, length);
}
