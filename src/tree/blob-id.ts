import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex, utf8Bytes } from '../core/text/bytes.ts';
import type { Sha } from '../ports.ts';

/** The id that git gives to a file's bytes. */
export function blobId(bytes: Uint8Array, hash: 'sha1' | 'sha256'): Sha {
  const hashOf = hash === 'sha1' ? sha1 : sha256;
  return hex(
    hashOf
      .create()
      .update(utf8Bytes(`blob ${bytes.length}\0`))
      .update(bytes)
      .digest(),
  );
}
