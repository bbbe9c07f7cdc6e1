import type { FileContent } from '../../ports.ts';

const LFS_START = 'version https://git-lfs.github.com/spec/v1\n';
/** Git LFS never writes a longer pointer. */
const LFS_BYTES = 1024;

/** Text is valid UTF-8 without NUL. A byte order mark is kept, so that writing it back changes nothing. */
export function classify(bytes: Uint8Array): FileContent {
  const binary: FileContent = { kind: 'binary', bytes: bytes.length };
  if (bytes.includes(0)) return binary;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const isPointer = bytes.length < LFS_BYTES && text.startsWith(LFS_START);
    return isPointer ? { kind: 'lfs_pointer' } : { kind: 'text', text };
  } catch {
    return binary;
  }
}
