import fc from 'fast-check';
import { expect, test } from 'vitest';
import { branchName } from '../../../src/core/branch-name.ts';
import { BRANCH_PREFIX, isBranchOf } from '../../../src/core/work-branch.ts';

test.each([
  ['window@2026-11-22T03:00Z', 1, '2026-11-22t03-00z', 1],
  ['docs/Über uns.md@4d7a1c', 1, 'docs-u-ber-uns-md', 1],
  ['#12@ab', 3, '12', 3],
  ['日本@1', 1, 'item', 1],
  [`${'a'.repeat(39)}/b@1`, 1, 'a'.repeat(39), 1],
  ['--x--@1', 1, 'x', 1],
])('%s, generation %i, is named after %s', (draftKey, generation, slug, n) => {
  const name = branchName('tidy', draftKey, generation);
  expect(name).toMatch(new RegExp(`^wakeful/tidy/${slug}-[0-9a-f]{8}-${n}$`));
});

test('a name stays the same, also over versions of this program', () => {
  expect(branchName('tidy', 'docs/a.md@4d7a1c', 2)).toBe('wakeful/tidy/docs-a-md-9538cc11-2');
});

test('keys that look alike have names of their own', () => {
  const keys = ['a b@1', 'a-b@1', 'a_b@1', 'A B@1', 'a b@2', 'window@a b'];
  const names = keys.map((key) => branchName('tidy', key, 1));
  expect(new Set([...names, branchName('other', 'a b@1', 1), branchName('tidy', 'a b@1', 2)]).size).toBe(8);
});

test('whatever the key, git takes the name, which has three parts and never ends in .lock or a dot', () => {
  const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 60, size: 'max' }), (element) => {
    const name = branchName('tidy', `${element}@1`, 1);
    expect(name).toMatch(/^wakeful\/tidy\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?-[0-9a-f]{8}-1$/);
    expect(name.length).toBeLessThan(80);
    expect(name.startsWith(BRANCH_PREFIX)).toBe(true);
    expect(isBranchOf(name, { goal: 'tidy', generation: 1 })).toBe(true);
  });
  fc.assert(property, { numRuns: 300 });
});
