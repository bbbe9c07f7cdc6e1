import { describe, expect, test } from 'vitest';
import type { Permissions } from '../../../src/core/goal.ts';
import type { MemoryFiles } from '../../support/memory/memory-work-tree.ts';
import { calls, type WireCall } from '../../support/model-server.ts';
import { KNOWN_SECRET, LIMITS, play } from '../agent/bench.ts';

/*
 * A goal may be allowed to write where it may not read. What its tools answer there is the same whether or not a file is
 * there, and whatever it holds: a model that was talked over by what it read must not be able to ask for it.
 */

const PERMISSIONS = {
  read: ['docs/**'],
  write: ['**'],
  delete: ['**'],
  effects: ['draft_pull_request'],
} as const;
const KEPT = { ...PERMISSIONS, delete: [] };
const PATH = 'customers/acme.md';

const write = (path: string, text = 'New.\n') => ['write_file', { path, text }] as const;
const remove = (path: string) => ['delete_file', { path }] as const;
const edit = (path: string): WireCall => ['edit_file', { path, old: 'a', new: 'b' }];

/** All that the model reads while it makes one call a turn. */
async function told(
  asked: readonly WireCall[],
  files: MemoryFiles,
  permissions: Permissions = PERMISSIONS,
): Promise<readonly string[]> {
  const played = await play({
    files: { 'docs/a.md': 'A\n', ...files },
    goal: { permissions, limits: { ...LIMITS, changedFiles: 2 } },
    replies: [...asked.map((call) => calls(call)), calls(['give_up', { reason: 'end' }])],
  });
  return played.told;
}

const THERE: readonly (readonly [string, MemoryFiles[string]])[] = [
  ['a text', 'Something.\n'],
  ['the same text', 'New.\n'],
  ['an empty file', ''],
  ['a text whose lines end in CR LF', 'One.\r\nTwo.\r\n'],
  ['a long text', 'A line.\n'.repeat(480)],
  ['a text with a secret', `${KNOWN_SECRET}\n`],
  ['a binary file', { kind: 'binary' }],
];

const OTHERS = [write('docs/b.md'), write('docs/c.md')];

const CALLS: readonly (readonly [string, readonly WireCall[]])[] = [
  ['a write', [write(PATH)]],
  ['a write of a secret', [write(PATH, `${KNOWN_SECRET}\n`)]],
  ['a write of as much as a file may have', [write(PATH, '\n'.repeat(600_000))]],
  ['a deletion', [remove(PATH)]],
  ['two deletions', [remove(PATH), remove(PATH)]],
  ['a deletion and a write', [remove(PATH), write(PATH)]],
  ['a write and a deletion', [write(PATH), remove(PATH)]],
  ['an edit', [edit(PATH)]],
  ['what else may be changed after a deletion', [remove(PATH), ...OTHERS]],
  ['what else may be changed after a write', [write(PATH), ...OTHERS]],
];

/** By the name of the calls. */
const toldWithoutFile = new Map<string, Promise<readonly string[]>>();

describe.each(THERE)('%s that may not be read', (_, file) => {
  test.each(CALLS)('is not told by %s', async (name, asked) => {
    const without = toldWithoutFile.get(name) ?? told(asked, {});
    toldWithoutFile.set(name, without);
    expect(await told(asked, { [PATH]: file })).toEqual(await without);
  });

  test('is not told by a goal that may delete nothing', async () => {
    const asked = [write(PATH), remove(PATH), remove(PATH)];
    expect(await told(asked, { [PATH]: file }, KEPT)).toEqual(await told(asked, {}, KEPT));
  });
});

/** Where nothing can be written for another reason than a rule, the answer says no more than that. */
test.each([
  { name: 'is a link', files: { [PATH]: { kind: 'symlink' } }, asked: write(PATH) },
  { name: 'is a submodule', files: { [PATH]: { kind: 'submodule' } }, asked: remove(PATH) },
  { name: 'is kept in Git LFS', files: { [PATH]: { kind: 'lfs_pointer' } }, asked: write(PATH) },
  { name: 'is a folder', files: { [`${PATH}/secret-merger.md`]: 'x' }, asked: write(PATH) },
  { name: 'is spelt otherwise', files: { 'customers/Acme.md': 'x' }, asked: write(PATH) },
  { name: 'lies below a file', files: { customers: 'x' }, asked: write(PATH) },
  { name: 'lies below a file that is spelt otherwise', files: { Customers: 'x' }, asked: write(PATH) },
  {
    name: 'differs in case from a folder that may be read',
    files: { 'DOCS/secret-merger.md': 'x' },
    asked: write('docs/secret-merger.md'),
  },
] as const satisfies readonly {
  name: string;
  files: MemoryFiles;
  asked: readonly [string, { path: string }];
}[])('that a path which may not be read $name is not said', async ({ files, asked }) => {
  const answer = (await told([asked], files)).find((text) => text.startsWith('Refused: ')) ?? '';
  expect(answer).toBe(`Refused: ${asked[1].path} cannot be written.`);
});
