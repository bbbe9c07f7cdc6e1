import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { globProblem } from '../../../../../src/core/access/matching/glob-problem.ts';
import { matchesGlobs, matchesGlobsInAnySpelling } from '../../../../../src/core/access/matching/globs.ts';

describe('a glob matches what picomatch takes it for', () => {
  const part = fc.constantFrom(
    'a',
    'b',
    'docs',
    'x',
    '.md',
    '*',
    '**',
    '?',
    '{a,b}',
    '{a,docs/x}',
    '[a-b]',
    '[^a]',
  );
  const segment = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const glob = fc
    .array(segment, { minLength: 1, maxLength: 4 })
    .map((segments) => segments.join('/'))
    // Beside other characters, `**` is one thing at one place and another elsewhere. The table below says what it is to us.
    .filter((each) => globProblem(each) === null && !/[^/]\*\*|\*\*[^/]/.test(each));
  const name = fc
    .array(fc.constantFrom('a', 'b', '.', 'x', 'docs', 'md', '+'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(''))
    .filter((each) => !/^\.\.?$/.test(each));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

  test('whatever the glob and the path', () => {
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        const theirs = picomatch(pattern, { dot: true, nonegate: true, flags: 's' });
        expect(matchesGlobs([pattern], file), `${pattern} on ${file}`).toBe(theirs(file));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a glob matches', () => {
  test.each([
    ['app/(group)/*.tsx', 'app/(group)/page.tsx'],
    ['c++/**', 'c++/main.cc'],
    ['$HOME/^a', '$HOME/^a'],
    ['docs/[!a]*.md', 'docs/b.md'],
    ['docs/[a-c]?.md', 'docs/b1.md'],
    ['docs/[!x].md', 'docs/a.md'],
    ['docs/[-a].md', 'docs/[-a].md'],
    ['[Rr]eadme.md', 'readme.md'],
    ['docs/[a.md', 'docs/[a.md'],
    ['docs/{a.md', 'docs/{a.md'],
    ['{docs,src}/**/*.{md,mdx}', 'src/x/y.mdx'],
    ['{docs/{en,de},src}/*', 'docs/de/a'],
    ['**/*.md', 'x\ny/a\nb.md'],
    ['Über/*', 'Über/ä.md'],
    ['docs/a\\*', 'docs/a*'],
    ['**.md', 'docs/x/a.md'],
    ['**.md', 'a.md'],
    ['docs/**.md', 'docs/a.md'],
  ])('%j: %j', (glob, path) => {
    expect(matchesGlobs([glob], path)).toBe(true);
  });

  test.each([
    ['docs/*', 'docs/x/a.md'],
    ['docs/**.md', 'docs/x/a.md'],
    ['docs/*', 'docs/'],
    ['docs/?.md', 'docs/ab.md'],
    ['docs/[!a].md', 'docs/a.md'],
    ['docs/[!a].md', 'docs//.md'],
    ['a.md', 'axmd'],
    ['docs/[z-a].md', 'docs/b.md'],
    ['docs/[!z-a].md', 'docs/b.md'],
    ['(a)', 'a'],
    ['a+', 'aa'],
    ['docs/a\\*', 'docs/ab'],
  ])('%j: not %j', (glob, path) => {
    expect(matchesGlobs([glob], path)).toBe(false);
  });

  test('in any spelling', () => {
    expect(matchesGlobsInAnySpelling(['infra/**'], 'INFRA/a')).toBe(true);
  });
});

test('whatever stands in its brackets, a glob is read without a fault', () => {
  const char = fc.constantFrom(...'ab-^!]&[{},*?/\\.z9:~|(+$é😀');
  const glob = fc.array(char, { minLength: 1, maxLength: 9 }).map((chars) => chars.join(''));
  fc.assert(
    fc.property(glob, (inside) => {
      for (const each of [inside, `[${inside}]`])
        expect(matchesGlobs([each], 'docs/a.md')).toBeTypeOf('boolean');
    }),
    { numRuns: 5_000 },
  );
});

describe('a glob that was made to take for ever', () => {
  test.each([
    ['(a+)+b', 'a'.repeat(4_000)],
    ['**/a/**/a/**/a/**/b', 'a/'.repeat(500)],
    ['*a*a*a*a/b', 'a'.repeat(4_000)],
    ['{a,aa,aaa}{a,aa,aaa}{a,aa,aaa}{a,aa,aaa}b', 'a'.repeat(4_000)],
  ])(
    '%s takes time in proportion to the path',
    (glob, path) => {
      const steps = Array.from({ length: 200 }, () => matchesGlobs([glob], path));
      expect(steps).not.toContain(true);
    },
    2_000,
  );
});
