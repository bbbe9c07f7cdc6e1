import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLiteral } from '../../../../../src/core/access/matching/glob-marks.ts';
import { globProblem } from '../../../../../src/core/access/matching/glob-problem.ts';
import {
  globMatcher,
  matchesGlobs,
  matchesGlobsInAnySpelling,
  matchesGlobsStrictly,
  oneGlobMatcher,
} from '../../../../../src/core/access/matching/globs.ts';

/** Names that people give to files and folders, in which a matcher sees signs of its own. */
const NAMES = [
  'app/(admin)/page.md',
  'app/[slug]/page.md',
  'app/[...path]/page.md',
  'app/[[...path]]/page.md',
  'app/[user-id]/page.md',
  'app/@modal/(.)photo/[id].tsx',
  'routes/[[lang]]/[page=integer]/+page.md',
  'routes/[a]-[b].md',
  '{{cookiecutter.slug}}/{{cookiecutter.name}}/{{cookiecutter.part}}/a.md',
  'docs/{id}.md',
  'docs/$name/{part}.md',
  'docs/a (1).md',
  'a|b/c.md',
  '(a|b)/c.md',
  'c++/main.cc',
  'c++(old)/main.cc',
  'team@(eu)/a.md',
  '@types/a+b.md',
  'docs/wow!.md',
  'docs/a!b/c.md',
  'docs/[2024] notes.md',
  'docs/[draft/a.md',
  'docs/~a.md',
  'docs/^a$.md',
];

describe('a name of a file that is there', () => {
  test.each(NAMES)('is a glob of this file alone: %s', (name) => {
    expect(globProblem(name)).toBeNull();
    expect(isLiteral(name)).toBe(true);
    for (const matches of [matchesGlobs, matchesGlobsStrictly, matchesGlobsInAnySpelling])
      expect(matches([name], name)).toBe(true);
    const others = NAMES.filter((other) => matchesGlobs([name], other));
    expect(others).toEqual([name]);
  });

  test.each(NAMES)('takes this file away: %s', (name) => {
    for (const matches of [matchesGlobs, matchesGlobsStrictly])
      expect(matches(['**', `!${name}`], name)).toBe(false);
    expect(matchesGlobs(['**', `!${name}`], 'docs/a.md')).toBe(true);
  });

  test('matches it whatever it is', () => {
    const char = fc.constantFrom(...'ab-^!]&[{},*?/\\.z9:~|(+@$é😀');
    const name = fc.array(char, { minLength: 1, maxLength: 12, size: 'max' }).map((all) => all.join(''));
    fc.assert(
      fc.property(name, (path) => {
        expect(oneGlobMatcher(path)(path)).toBe(true);
        expect(path.startsWith('!') || globMatcher([path])(path)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a folder of an odd name', () => {
  test.each([
    ['app/(admin)/**', 'app/(admin)/x/page.md'],
    ['!(staff)/**', '!(staff)/a.md'],
    ['app/[slug]/*.md', 'app/[slug]/page.md'],
    ['app/[0-9]/*.md', 'app/[0-9]/page.md'],
    ['{{cookiecutter.slug}}/**/*.md', '{{cookiecutter.slug}}/docs/a.md'],
    ['{old,new}/**', '{old,new}/a.md'],
    ['a (1)/*', 'a (1)/b.md'],
    ['a|b/*', 'a|b/c.md'],
    ['*(1)/**', 'copy (1)/a.md'],
    ['re\u0301sume\u0301/*', 'r\u00e9sum\u00e9/a.md'],
    ['r\u00e9sum\u00e9/*', 're\u0301sume\u0301/a.md'],
  ])('%s is this folder', (glob, path) => {
    expect(oneGlobMatcher(glob)(path)).toBe(true);
  });

  test.each([
    ['app/[slug]/page.md', 'app/s/page.md'],
    ['app/[id].md', 'app/i.md'],
    ['app/[user-id]/page.md', 'app/s/page.md'],
    ['a|b/*', 'a/c.md'],
    ['app/(x)/**', 'app/x/a.md'],
    ['docs/{id}.md', 'docs/id.md'],
    ['team@(eu)/*', 'teameu/a.md'],
  ])('%s is not %s', (glob, path) => {
    expect(matchesGlobs([glob], path)).toBe(false);
    expect(matchesGlobsInAnySpelling([glob], path)).toBe(false);
  });

  test('a ! before a name in parentheses takes it away', () => {
    expect(matchesGlobsStrictly(['**', '!(staff)/**'], '(staff)/a.md')).toBe(false);
    expect(matchesGlobsStrictly(['**', '!(staff)/**'], 'docs/a.md')).toBe(true);
  });

  test('is protected in any spelling', () => {
    expect(matchesGlobsInAnySpelling(['app/(admin)/**'], 'APP/(Admin)/page.md')).toBe(true);
    expect(matchesGlobsInAnySpelling(['app/[slug]/**'], 'app/[SLUG]/page.md')).toBe(true);
  });
});

describe('what some tools read in one way and some in another', () => {
  test.each([
    ['src/+(a|b)/**', 'group'],
    ['!(a|b)/**', 'group'],
    ['src/!(test)/**', 'group'],
    ['docs/page?(s).md', 'group'],
    ['src/*.[ch]', 'name_or_characters'],
    ['v[12].md', 'name_or_characters'],
    ['[ab]*.md', 'name_or_characters'],
    ['docs/{1..9}.md', 'counted'],
    ['docs/{a..c}.md', 'counted'],
    ['docs/[z-a].md', 'reversed_range'],
  ])('is refused: %s', (glob, problem) => {
    expect(globProblem(glob)).toBe(problem);
  });
});
