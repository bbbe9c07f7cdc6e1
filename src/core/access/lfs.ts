import { utf8Length } from '../text/bytes.ts';

const START = 'version https://git-lfs.github.com/spec/v1\n';
/** Git LFS never writes a longer pointer, in bytes. */
const LONGEST = 1024;

/** Whether a text stands for a file that Git LFS keeps elsewhere. */
export function isLfsPointer(text: string): boolean {
  return text.startsWith(START) && utf8Length(text) < LONGEST;
}
