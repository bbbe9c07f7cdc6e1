import { expect, test } from 'vitest';
import { isLfsPointer } from '../../../../src/core/access/lfs.ts';

const START = 'version https://git-lfs.github.com/spec/v1\n';
const POINTER = `${START}oid sha256:${'4d7a'.repeat(16)}\nsize 12345\n`;

test.each([
  ['a pointer', POINTER, true],
  ['a pointer of 1,023 bytes', START.padEnd(1_023, 'x'), true],
  ['a text of 1,024 bytes that starts like one', START.padEnd(1_024, 'x'), false],
  ['a text of 700 characters and more than 1,024 bytes', START.padEnd(700, 'é'), false],
  ['a text with a line before it', `\n${POINTER}`, false],
  ['the address alone', 'https://git-lfs.github.com/spec/v1\n', false],
  ['another version', POINTER.replace('v1', 'v2'), false],
  ['nothing', '', false],
])('%s: %j', (_, text, isPointer) => {
  expect(isLfsPointer(text)).toBe(isPointer);
});
