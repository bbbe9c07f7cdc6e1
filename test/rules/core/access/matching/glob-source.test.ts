import { expect, test } from 'vitest';
import { globSource } from '../../../../../src/core/access/matching/glob-source.ts';

test.each([
  ['docs/a.md', 'docs/a\\.md'],
  ['*', '[^/]+'],
  ['*.md', '[^/]*\\.md'],
  ['**', '.*'],
  ['**/a', '(?:.*/)?a'],
  ['a/**', 'a(?:/.*)?'],
  ['a/**/**', 'a(?:/.*)?'],
  ['*/**', '[^/]+/.*'],
  ['a/**/b', 'a(?:/.*)?/b'],
  ['a?', 'a[^/]'],
  ['[!a-c]', '(?:[^/a-c]|\\[!a-c\\])'],
  ['{a,b/{c,d}}', '(?:(?:a|b/(?:c|d))|\\{a,b/\\{c,d\\}\\})'],
  ['[slug]', '\\[slug\\]'],
  ['{a}', '\\{a\\}'],
])('%s is %s', (glob, source) => {
  expect(globSource(glob)).toBe(source);
});
