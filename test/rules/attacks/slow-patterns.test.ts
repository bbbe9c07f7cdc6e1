/** Patterns of the program on text of others that was made to be slow: time grows with the text, and not with its square. */
import { expect, test } from 'vitest';
import { parseLog } from '../../../src/adapters/git/commit-log.ts';
import { gitWords } from '../../../src/adapters/git/git-failure.ts';
import { createFence } from '../../../src/agent/tools/fence.ts';
import { folderAdvice } from '../../../src/agent/tools/files-of-glob.ts';
import { lookDifferences } from '../../../src/agent/tools/look-alike.ts';
import { existingPath } from '../../../src/core/access/matching/path.ts';
import { patternFault } from '../../../src/core/access/matching/pattern-shape.ts';
import { tickedBoxes } from '../../../src/core/health/box.ts';
import { namedFiles } from '../../../src/core/progress/named-files.ts';
import { longestStall } from '../../support/stall-meter.ts';

/** With a time that grows with the square, each of these takes minutes. */
const MANY = 400_000;
/** Of what would take minutes already. */
const SOME = 40_000;
const fence = createFence({ nonce: () => 'b0'.repeat(16), fraction: () => 0.5 });
const commit = (author: string, message: string) =>
  `commit ${'a'.repeat(40)}\nauthor ${author}\ncommitter x <y> 1 +0000\n\n    ${message}\n\0`;

const ATTEMPTS: readonly (readonly [name: string, work: () => unknown])[] = [
  ['a search for properties that are none', () => patternFault('\\p{'.repeat(SOME))],
  ['a search for counts that are none', () => patternFault('a{1'.repeat(MANY))],
  ['a search for brackets', () => patternFault(`${'['.repeat(MANY)}]`)],
  [
    'an old text with blanks before the end of a line',
    () => lookDifferences(`a\n${'\t'.repeat(MANY)}x`, `a\n${'\t'.repeat(MANY)} x`),
  ],
  ['a folder of slashes', () => folderAdvice(`${'/'.repeat(MANY)}x`, { readable: async () => [], fence })],
  ['the name of a file full of dots', () => existingPath(`a${'.'.repeat(MANY)}b`)],
  ['an author full of brackets', () => parseLog(commit(`${'<'.repeat(MANY)}a`, 'x'))],
  ['an author full of ends', () => parseLog(commit('a <b> 1 +0000 '.repeat(MANY / 10), 'x'))],
  ['a message of empty lines', () => parseLog(commit('a <b> 1 +0000', `${'\n \n'.repeat(MANY)}x`))],
  ['what git says in one long word', () => gitWords('a'.repeat(MANY))],
  [
    'a summary full of marks',
    () =>
      namedFiles(
        [`${'\t'.repeat(900)}*${'_'.repeat(900)}\0${'_'.repeat(900)}*0-\n`.repeat(20)],
        [],
        () => false,
      ),
  ],
  ['a box with a long name', () => tickedBoxes(`- [x] <!-- wakeful-box: run ${'a-'.repeat(MANY)}`)],
  ['a box with many ends', () => tickedBoxes(`- [x] ${'<!-- wakeful-box: run a '.repeat(20_000)}`)],
];

test.each(ATTEMPTS)('%s takes no long time', async (_, work) => {
  expect(await longestStall(work)).toBeLessThan(1_000);
});
