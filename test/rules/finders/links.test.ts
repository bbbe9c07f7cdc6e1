import { describe, expect, test } from 'vitest';
import type { FileFinding } from '../../../src/core/progress/file-finding.ts';
import { findBrokenLinks } from '../../../src/finders/links/find-links.ts';
import { type SearchOptions, searched } from '../../support/finders/searched.ts';

const SITE = {
  'docs/a page.md': '# A page\n\n## What it does\n\n## What it does\n\n<a id="by-hand"></a>\n',
  'docs/b.md': '# B\n',
  'img/x.png': '',
  'sub/deep/only.md': '# Only\n',
  'notes/one/twice.md': '',
  'notes/two/twice.md': '',
  'other/SECURITY.md': '',
};

async function find(text: string, options: SearchOptions = {}): Promise<readonly FileFinding[]> {
  const files = searched({ ...SITE, 'start.md': text }, options);
  const { findings } = await findBrokenLinks(files);
  return findings.filter(({ path }) => path === 'start.md');
}

function mended(text: string, findings: readonly FileFinding[]): string {
  const fixes = findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
  return fixes
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: right }) => now.slice(0, start) + right + now.slice(end), text);
}

describe('a link that leads nowhere', () => {
  test.each([
    ['[x](docs/A%20page.md)', '[x](docs/a%20page.md)'],
    ['[x](<docs/A page.md> "t")', '[x](<docs/a page.md> "t")'],
    ['[x](docs/B.md?plain=1#b)', '[x](docs/b.md?plain=1#b)'],
    ['[x](docs/b)', '[x](docs/b.md)'],
    ['[x](docs/b.html)', '[x](docs/b.md)'],
    ['[x](./only.md)', '[x](./sub/deep/only.md)'],
    ['[x](/Docs/b.md)', '[x](/docs/b.md)'],
    ['[x](Docs/)', '[x](docs)'],
    ['![x](x.png)', '![x](img/x.png)'],
    ['[![x](x.png)](b.md)', '[![x](img/x.png)](docs/b.md)'],
    ['<img src="x.png">', '<img src="img/x.png">'],
    ['<p><a href="only.md">x</a></p>', '<p><a href="sub/deep/only.md">x</a></p>'],
    ['[x][r]\n\n[r]: only.md', '[x][r]\n\n[r]: sub/deep/only.md'],
    ['> quoted [x](only.md)', '> quoted [x](sub/deep/only.md)'],
    ['| a |\n|---|\n| [x](only.md) |', '| a |\n|---|\n| [x](sub/deep/only.md) |'],
    ['[x](docs/a%20page.md#by_hand)', '[x](docs/a%20page.md#by-hand)'],
    ['## Its own part\n\n[x](#Its-Own-Part)', '## Its own part\n\n[x](#its-own-part)'],
    ['[x](only.md) and [y](only.md)', '[x](sub/deep/only.md) and [y](sub/deep/only.md)'],
  ])('has a sure answer where only one thing can be meant: %j', async (text, expected) => {
    const findings = await find(text);
    expect(findings.length).toBeGreaterThan(0);
    expect(mended(text, findings)).toBe(expected);
  });

  test.each([
    [
      '[x](twice.md)',
      'twice.md leads to twice.md, which does not exist; it may mean notes/one/twice.md or notes/two/twice.md',
    ],
    ['[x](docs/SECURITY.md)', 'docs/SECURITY.md leads to docs/SECURITY.md, which does not exist'],
    ['[x](none.md)', 'none.md leads to none.md, which does not exist'],
    ['[x](docs\\none.md)', 'docs\\none.md leads to docs\\none.md, which does not exist'],
    [
      '## Its own part\n\n[x](#its-own-prat)',
      '#its-own-prat names a heading that start.md does not have; #its-own-part would be right',
    ],
    ['[x](docs/b.md#nothing)', 'docs/b.md#nothing names a heading that docs/b.md does not have'],
    ['[x](../docs/b.md)', '../docs/b.md leads out of the repository'],
  ])('is left to somebody who can think where nothing is sure: %j', async (text, said) => {
    const findings = await find(text);
    expect(findings.map((finding) => finding.text)).toEqual([said]);
    expect(mended(text, findings)).toBe(text);
  });

  test('is named with its line, whatever stands around it', async () => {
    const text = [
      '---',
      'title: "[x](none-1.md)"',
      '---',
      '',
      'Some words,',
      'and [x',
      'y](none-7.md).',
      '',
      '- item',
      '',
      '  <a href="none-11.md">x</a>',
      '  and ![y](none-12.md)',
      '',
      '<div>',
      '<img src="none-15.md">',
      '</div>',
      '',
      '> - [z]',
      '',
      '> [z]: none-20.md',
      '',
    ].join('\n');
    const findings = await find(text);
    expect(findings.map(({ line, text: said }) => [line, said.split(' ')[0]])).toEqual([
      [6, 'none-7.md'],
      [11, 'none-11.md'],
      [12, 'none-12.md'],
      [15, 'none-15.md'],
      [20, 'none-20.md'],
    ]);
  });

  test('has no sure answer where the same words stand elsewhere as well', async () => {
    const text = '[x](only.md)\n\n```\n[y](only.md)\n```\n';
    expect(mended(text, await find(text))).toBe(text);
  });
});

describe('nothing is found in', () => {
  test.each([
    '[x](docs/a%20page.md)',
    '[x](docs/)',
    '[x](docs)',
    '[x](docs/a%20page.md#what-it-does-1)',
    '[x](docs/a%20page.md#by-hand)',
    '[x](#top) [z](mailto:a@b.example) [w](//cdn.example/x.js) [v](https://example.com/none.md)',
    '[x](docs/b.md#L3) [y](img/x.png#whatever)',
    '~~~\n[x](none.md)\n~~~',
    '    [x](none.md)',
    '`` [x](none.md) ` ``',
    '<!-- [x](none.md) <a href="none.md"> -->',
    '<!--\n[x](none.md)\n-->',
    'words <!-- <img src="none.png"> --> words',
    '[y]({{ page }}) [z](<% x %>/y.md) [w](docs/{version}/x.md)',
    '[x](../../issues/1) [y](../../../other/thing)',
    '[x]()',
    '[x](#)',
    '\\[x](none.md)',
    '[x] and [none.md]',
    'A note[^1].\n\n[^1]: none.md',
    '<a href="#decoration">x</a>',
    '<a name="here">x</a> [x](#here)',
    '## Ü & <b>Bold</b> `code` [link](docs/b.md)!\n\n[x](#%C3%BC--bold-code-link)',
    '## C++ {#cpp}\n\n[x](#cpp) [y](#c-cpp)',
    'Title\n=====\n\n[x](#title)',
    '[x](/guide/start) [y](/x.png)',
    '<script>const a = "<a href=none.md>";</script>',
  ])('%j', async (text) => {
    expect(await find(text)).toEqual([]);
  });

  test('links below a symbolic link or in another repository, which cannot be seen from here', async () => {
    const others = { linked: 'symlink', 'vendor/lib': 'submodule' } as const;
    expect(await find('[x](linked/a.md) [y](vendor/lib/b.md) [z](vendor/lib)', { others })).toEqual([]);
    expect(await find('[x](vendor/none.md)', { others })).toHaveLength(1);
  });

  test('files that are no Markdown, that may not be read, or that are not asked about', async () => {
    const files = { 'a.txt': '[x](none.md)', 'secret/a.md': '[x](none.md)', 'other/b.md': '[x](none.md)' };
    const options = {
      mayRead: (path: string) => !path.startsWith('secret/'),
      isSearched: (path: string) => !path.startsWith('other/'),
    };
    expect(await findBrokenLinks(searched(files, options))).toEqual({
      ...{ findings: [], files: 0, leftOut: [], isCut: false },
    });
  });
});

test('a link to a file that may not be read leads somewhere, and such a file is never proposed', async () => {
  const files = { 'start.md': '[x](secret/a.md) [y](a.md) [z](secret/a.md#part)', 'secret/a.md': '# A\n' };
  const { findings } = await findBrokenLinks(
    searched(files, { mayRead: (path) => !path.startsWith('secret/') }),
  );
  expect(findings.map(({ text }) => text)).toEqual(['a.md leads to a.md, which does not exist']);
});

test('duplicate headings get numbers as GitHub gives them, over every kind of heading', async () => {
  const text = '# One\n\n## One\n\nOne\n---\n\n### one-1\n\n';
  const links = ['#one', '#one-1', '#one-2', '#one-1-1', '#one-3']
    .map((anchor) => `[x](${anchor})`)
    .join(' ');
  expect((await find(text + links)).map((finding) => finding.text.split(' ')[0])).toEqual(['#one-3']);
});
