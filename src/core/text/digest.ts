import { sha256 } from '@noble/hashes/sha2.js';
import { base64, hex, utf8Bytes } from './bytes.ts';

/** The first `length` hex digits of the SHA-256 of the texts, which cannot run into each other. */
export function digest(texts: readonly string[], length: number): string {
  return hex(sha256(utf8Bytes(texts.join('\0')))).slice(0, length);
}

/** `sha256-…` in base64, as a content security policy names the text of a script or a style. */
export function integrityOf(text: string): string {
  return `sha256-${base64(sha256(utf8Bytes(text)))}`;
}
