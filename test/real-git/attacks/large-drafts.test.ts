import { expect, test } from 'vitest';
import { excessOf } from '../../../src/core/work/refused-work.ts';
import type { WorkTree } from '../../../src/ports.ts';
import type { RemoteFile } from '../../../src/simulation/world/remote-change.ts';
import { LIMITS } from '../../in-memory/agent/bench.ts';
import { REAL_REMOTES } from '../../support/contract/remote-under-test.ts';

const LONG = 'x'.repeat(900_000);
const MANY = 'line\n'.repeat(40_000);

interface LargeChange {
  readonly files?: Readonly<Record<string, RemoteFile>>;
  readonly write?: Readonly<Record<string, string>>;
  readonly remove?: string;
}

/** Each is more than a person reads, and few lines by the count of git. */
const ATTEMPTS: readonly (readonly [string, LargeChange])[] = [
  [
    'twenty files of one line each, 18 MB together',
    { write: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`docs/${n}.md`, `${LONG}\n`])) },
  ],
  ['one line of 900 kB', { write: { 'a.md': `${LONG}\n` } }],
  ['one line without a line break', { write: { 'a.md': LONG } }],
  ['a long line that is replaced by a short one', { files: { 'a.md': LONG }, write: { 'a.md': 'x\n' } }],
  ['a long line that is deleted', { files: { 'a.md': LONG }, remove: 'a.md' }],
  ['400 lines of 2 kB', { write: { 'a.md': `${'y'.repeat(2_000)}\n`.repeat(400) } }],
  ['a line of spaces before what matters', { write: { 'a.js': `x();${' '.repeat(500_000)}y();\n` } }],
  ['lines that only carriage returns part', { write: { 'a.md': 'line\r'.repeat(100_000) } }],
  ['lines that only Unicode parts', { write: { 'a.md': 'line\u2028'.repeat(100_000) } }],
  ['letters of two bytes each', { write: { 'a.md': 'ü'.repeat(200_000) } }],
  [
    'a file that attributes take out of differences',
    { files: { '.gitattributes': '*.lock -diff\n', 'a.lock': 'x\n' }, write: { 'a.lock': MANY } },
  ],
  [
    'a new file that attributes call binary',
    { files: { '.gitattributes': '*.svg binary\n' }, write: { 'a.svg': MANY } },
  ],
  [
    'a long line in a file that attributes call binary',
    { files: { '.gitattributes': '* binary\n' }, write: { 'a.svg': LONG } },
  ],
  [
    'a file that attributes give a driver',
    { files: { '.gitattributes': '*.x diff=none\n' }, write: { 'a.x': MANY } },
  ],
  ['a binary file that is deleted', { files: { 'a.bin': Buffer.alloc(900_000) }, remove: 'a.bin' }],
  [
    'a binary file of short lines that is deleted',
    { files: { 'a.bin': Buffer.from(`\0${'a\n'.repeat(200_000)}`) }, remove: 'a.bin' },
  ],
  [
    'a binary file that becomes text',
    { files: { 'a.bin': Buffer.alloc(900_000) }, write: { 'a.bin': 'x\n' } },
  ],
];

async function change({ files = {}, write = {}, remove }: LargeChange) {
  const [kind] = REAL_REMOTES;
  if (kind === undefined) throw new Error('There is no remote to try.');
  const remote = await kind.make();
  const commit = await remote.commit({ branch: 'main', files: { 'README.md': 'x\n', ...files } });
  const { state, workspace } = await remote.open();
  const { signal } = new AbortController();
  await state.fetch(signal);
  const tree: WorkTree = await workspace.open({ commit, base: commit, untouched: commit }, signal);
  for (const [path, text] of Object.entries(write)) await tree.write(path, text);
  if (remove !== undefined) await tree.remove(remove);
  return tree.diff(signal);
}

test.each(ATTEMPTS)('%s is too large for a draft of 500 lines', async (_, wanted) => {
  expect(excessOf(await change(wanted), LIMITS)).not.toBeNull();
});

test('lines of up to 500 bytes count as one each, in a file of any kind', async () => {
  const line = `${'w'.repeat(499)}\n`;
  const { files } = await change({
    files: { '.gitattributes': '*.svg binary\n', 'gone.md': line.repeat(3) },
    write: { 'a.md': line.repeat(200), 'b.svg': line.repeat(5), 'c.md': `${'w'.repeat(501)}\n${line}` },
    remove: 'gone.md',
  });
  expect(files.map(({ path, added, removed }) => [path, added, removed])).toEqual([
    ['a.md', 200, 0],
    ['b.svg', 5, 0],
    ['c.md', 3, 0],
    ['gone.md', 0, 3],
  ]);
});
