import { expect, test } from 'vitest';
import { isOfEachFile, targetPath, unknownParts } from '../../../../src/core/text/target-path.ts';

test.each([
  ['docs/de/{rest}', 'docs/en/**/*.md', 'docs/en/a/b.md', 'docs/de/a/b.md'],
  ['docs/de/{rest}', 'docs/en/*.md', 'docs/en/b.md', 'docs/de/b.md'],
  ['test/{dir}{name}.test{ext}', 'src/**/*.ts', 'src/core/a.b.ts', 'test/core/a.b.test.ts'],
  ['test/{dir}{name}.test{ext}', 'src/*.ts', 'src/a.ts', 'test/a.test.ts'],
  ['{dir}{name}.de{ext}', '**/*.md', 'a/README.md', 'a/README.de.md'],
  ['out/{name}{ext}', 'docs/{a,b}/*', 'docs/a/.env', 'out/.env'],
  ['out/{rest}', 'README.md', 'README.md', 'out/README.md'],
])('%s of %s is, for %s, %s', (template, pattern, path, target) => {
  expect(targetPath(template, { pattern, path })).toBe(target);
});

test('names in braces that mean nothing are told, and a template that gives all files one path', () => {
  expect(unknownParts('a/{rest}{path}{name}')).toEqual(['path']);
  expect([isOfEachFile('a/{rest}'), isOfEachFile('a/b{ext}')]).toEqual([true, false]);
});
