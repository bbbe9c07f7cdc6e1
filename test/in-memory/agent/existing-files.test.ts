import { describe, expect, it } from 'vitest';
import { calls, type WireCall } from '../../support/model-server.ts';
import { BOUNDARY, KNOWN_SECRET, PERMISSIONS, play, type Scene } from './bench.ts';

const OPEN = `<data-${BOUNDARY}>`;
const CLOSE = `</data-${BOUNDARY}>`;
const edit = (path: string, old: string, next: string): WireCall => ['edit_file', { path, old, new: next }];
const write = (path: string, text: string): WireCall => ['write_file', { path, text }];
const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `${line(n + 1)}\n`).join('');

/** What the model reads for each call, and the tree after them. */
async function resultsOf(wanted: readonly WireCall[], scene: Partial<Scene> = {}) {
  const played = await play({
    ...scene,
    replies: [...wanted.map((call) => calls(call)), calls(['give_up', { reason: 'end' }])],
  });
  const messages = played.requests.at(-1)?.body.messages ?? [];
  const results = messages.filter(({ role }) => role === 'tool').map(({ content }) => content ?? '');
  return { tree: played.tree, results };
}

describe('a file whose name nobody may give to a new one', () => {
  const ODD = [
    'docs/re\u0301sume\u0301.md',
    'docs/2024-01-01T10:00.md',
    'docs/a\u00a0b.md',
    'docs/aux.md',
    'docs/con',
    'docs/notes~1.md',
    'docs/ends in a dot.',
    'docs/soft\u00adhyphen.md',
    'docs/back\\slash.md',
    'docs/line\nbreak.md',
    'docs/2024:01/a.md',
  ];

  it.each(ODD)('can be changed as it can be read: %j', async (path) => {
    const files = { [path]: 'The colour is red.\n' };
    const { results, tree } = await resultsOf(
      [['read_file', { path }], edit(path, 'red', 'blue'), write(path, 'The colour is green.\n')],
      { files },
    );
    expect(results[0]).toContain('The colour is red.');
    expect(results[1]).toBe(`Edited ${path}.`);
    expect(results[2]).toBe(`Wrote ${path} (1 lines).`);
    expect(tree.text(path)).toBe('The colour is green.\n');
  });

  it.each(ODD)('is not made anew: %j', async (path) => {
    const { results, tree } = await resultsOf([write(path, 'x\n')]);
    expect(results[0]).toMatch(/^Refused: /);
    expect(tree.changedPaths()).toEqual([]);
  });

  it.each([
    ['docs/re\u0301sume\u0301.md', 'docs/r\u00e9sum\u00e9.md'],
    ['docs/a\u00a0b.md', 'docs/a b.md'],
    ['docs/it\u2019s.md', "docs/it's.md"],
    ['docs/soft\u00adhyphen.md', 'docs/softhyphen.md'],
  ])('%j is meant by %j', async (path, written) => {
    const { results, tree } = await resultsOf([edit(written, 'red', 'blue')], { files: { [path]: 'red\n' } });
    expect(results[0]).toBe(`Edited ${path}.`);
    expect(tree.changedPaths()).toEqual([path]);
  });

  it('is not meant where two look alike', async () => {
    const files = { 'docs/a\u00a0b.md': 'red\n', 'docs/a\u2009b.md': 'red\n' };
    expect((await resultsOf([edit('docs/a b.md', 'red', 'blue')], { files })).results[0]).toMatch(
      /^Refused: .* exists/,
    );
  });

  it('tells nothing of one that may not be read', async () => {
    const goal = { permissions: { ...PERMISSIONS, read: ['src/**'] } };
    const files = { 'docs/a\u00a0b.md': 'red\n' };
    expect((await resultsOf([write('docs/a b.md', 'x\n')], { files, goal })).results[0]).toBe(
      'Refused: docs/a b.md cannot be written.',
    );
  });

  it('lets a new file lie in a folder of such a name', async () => {
    const files = { 'docs/2024:01/a.md': 'x', 're\u0301/a.md': 'x' };
    const { results } = await resultsOf(
      [
        write('docs/2024:01/b.md', 'x\n'),
        write('docs/2024:01/c:d.md', 'x\n'),
        write('docs/2024:02/b.md', 'x\n'),
      ],
      { files },
    );
    expect(results[0]).toBe('Wrote docs/2024:01/b.md (1 lines).');
    expect(results[1]).toMatch(/^Refused: .*colon/);
    expect(results[2]).toMatch(/^Refused: .*colon/);
  });

  it.each([
    '.github:x/a.md',
    'CODEOWNERS:x',
    'CODEOWNERS.',
    'GITHUB~1/workflows/a.yml',
    'git~1/config',
    'CODE\u00adOWNERS',
    'goals:x/a.yml',
    'infra./a.tf',
  ])('is not changed where some file system takes it for a protected one: %j', async (path) => {
    const goal = { permissions: { ...PERMISSIONS, write: ['**', path] } };
    const { results, tree } = await resultsOf([write(path, 'x\n')], {
      files: { [path]: 'old\n' },
      goal,
      assignment: { protectedGlobs: ['infra/**'] },
    });
    expect(results[0]).toMatch(/^Refused: /);
    expect(tree.changedPaths()).toEqual([]);
  });

  it.each([
    [{ 'docs/index.md': 'red\n', Docs: { kind: 'symlink' } }, 'docs/index.md', 'Wrote'],
    [{ 'docs/index.md': 'red\n', Docs: { kind: 'symlink' } }, 'docs/new.md', 'Wrote'],
    [{ 'docs/a.md': 'red\n', 'docs/A.md': 'red\n' }, 'docs/a.md', 'Wrote'],
    [{ 'docs/a.md': 'red\n', 'docs/A.md': 'red\n' }, 'docs/á.md', 'Wrote'],
    [{ 'docs/A.md': 'red\n' }, 'docs/a.md', 'Refused: docs/A.md exists'],
    [{ 'docs/x/A.md': 'red\n', 'docs/y': 'x' }, 'docs/Y/a.md', 'Refused: docs/y is not a folder'],
  ] as const)('in %j, a write of %s: %s', async (files, path, said) => {
    expect((await resultsOf([write(path, 'blue\n')], { files })).results[0]?.startsWith(said)).toBe(true);
  });
});

describe('lines that are not changed', () => {
  const MIXED = 'one\r\ntwo\r\nthree\nfour\r\n';

  it.each([
    ['two lines', 'one\ntwo', 'ONE\ntwo', 'ONE\r\ntwo\r\nthree\nfour\r\n'],
    ['lines of both kinds', 'two\nthree\nfour', 'two\nTHREE\nfour', 'one\r\ntwo\r\nTHREE\r\nfour\r\n'],
    [
      'a line that becomes two',
      'two',
      'two\ntwo and a half',
      'one\r\ntwo\r\ntwo and a half\r\nthree\nfour\r\n',
    ],
    ['CR LF of the model', 'two\r\nthree\r\nfour', 'two\r\nfour', 'one\r\ntwo\r\nfour\r\n'],
    ['a line that goes', 'two\nthree\n', 'two\n', 'one\r\ntwo\r\nfour\r\n'],
  ])('keep their line breaks in an edit: %s', async (_, old, next, after) => {
    const { results, tree } = await resultsOf([edit('docs/a.md', old, next)], {
      files: { 'docs/a.md': MIXED },
    });
    expect(results[0]).toBe('Edited docs/a.md.');
    expect(tree.text('docs/a.md')).toBe(after);
  });

  it.each([
    [MIXED, 'one\ntwo\nTHREE\nfour\n', 'one\r\ntwo\r\nTHREE\r\nfour\r\n'],
    [MIXED, 'zero\none\ntwo\nthree\nfour\n', 'zero\r\none\r\ntwo\r\nthree\nfour\r\n'],
    [MIXED, 'three\none\n', 'three\none\r\n'],
    ['one\ntwo\n', 'one\r\nTWO\r\n', 'one\nTWO\n'],
    ['one\rtwo\r', 'one\nTWO\n', 'one\rTWO\r'],
    ['one\ntwo\n', 'one\r\ntwo\r\n', 'one\r\ntwo\r\n'],
    ['\uFEFFone\r\ntwo\r\n', 'one\nTWO\n', '\uFEFFone\r\nTWO\r\n'],
    ['\uFEFFone\n', '\uFEFFtwo\n', '\uFEFFtwo\n'],
  ])(
    'keep their line breaks, and the file its byte order mark, when it is written anew: %j, %j',
    async (before, text, after) => {
      const { tree } = await resultsOf([write('docs/a.md', text)], { files: { 'docs/a.md': before } });
      expect(tree.text('docs/a.md')).toBe(after);
    },
  );

  it('keep the encoding of the file', async () => {
    const bytes = Uint8Array.from(Buffer.from('# A\n\nLe caf\xe9 est rouge.\n', 'latin1'));
    const { results, tree } = await resultsOf(
      [
        ['read_file', { path: 'docs/a.md' }],
        edit('docs/a.md', 'rouge', 'très bleu'),
        edit('docs/a.md', 'bleu', '青'),
        edit('docs/a.md', 'café', 'caf\ufffd'),
      ],
      { files: { 'docs/a.md': bytes } },
    );
    expect(results[0]).toContain('Le café est rouge.');
    expect(results[1]).toBe('Edited docs/a.md.');
    expect(results[2]).toMatch(/^Error: the file is written in windows-1252, which has no "青"/);
    expect(results[3]).toMatch(/^Error: .*U\+FFFD/);
    expect(Buffer.from(tree.bytes('docs/a.md') ?? []).toString('latin1')).toBe(
      '# A\n\nLe café est très bleu.\n',
    );
  });

  it('keep the encoding of a file that is deleted and written anew', async () => {
    const bytes = Uint8Array.from(Buffer.from('Le caf\xe9.\r\n', 'latin1'));
    const { tree } = await resultsOf(
      [['delete_file', { path: 'docs/a.md' }], write('docs/a.md', 'Un café.\n')],
      {
        files: { 'docs/a.md': bytes },
      },
    );
    expect(Buffer.from(tree.bytes('docs/a.md') ?? []).toString('latin1')).toBe('Un café.\r\n');
  });

  it('stay in a file that is larger than a new one may be', async () => {
    const text = `The colour is red.\n${lines(40_000, (n) => `Fact ${n} stands here, and it holds.`)}`;
    const { results, tree } = await resultsOf(
      [edit('docs/a.md', 'The colour is red.', 'The colour is blue.')],
      {
        files: { 'docs/a.md': text },
      },
    );
    expect(text.length).toBeGreaterThan(1_200_000);
    expect(results[0]).toBe('Edited docs/a.md.');
    expect(tree.text('docs/a.md')).toBe(text.replace('red', 'blue'));
  });
});

describe('an old text that is not there', () => {
  it.each([
    ['The\u00a0colour isn\u2019t red.\n', "The colour isn't red.", 'a no-break space (U+00A0), ’ (U+2019)'],
    ['if x:\n\treturn 1\n', 'if x:\n    return 1', 'the file has tabs, your text has spaces'],
    ['a \nb\n', 'a\nb', 'blanks'],
    ['one  two\n', 'one two', 'how many blanks are between words'],
    ['a\u200bb c\n', 'ab c', 'a space without width (U+200B)'],
    ['cafe\u0301 au lait\n', 'café au lait', 'decomposed'],
    ['a plain - dash\n', 'a plain \u2013 dash', 'your text has – (U+2013), the file has not'],
  ])('is told from what looks like it: %j, %j', async (text, old, words) => {
    const { results } = await resultsOf([edit('docs/a.md', old, 'x')], { files: { 'docs/a.md': text } });
    expect(results[0]).toContain('matched 0 times in docs/a.md');
    expect(results[0]).toContain(words);
    expect(results[0]).toContain(`${OPEN}\n${text.replace(/\n$/, '')}\n${CLOSE}`);
  });

  it('is answered by the nearest text', async () => {
    const files = { 'docs/a.md': '# A\n\nThe shape is round.\nThe colour is red today.\n' };
    const { results } = await resultsOf([edit('docs/a.md', 'The color is red.', 'x')], { files });
    expect(results[0]).toContain(`Nearest to it is line 4:\n${OPEN}\nThe colour is red today.\n${CLOSE}`);
  });

  it('shows no half of a secret', async () => {
    const files = { 'docs/a.md': `The key is  ${KNOWN_SECRET} and more.\n` };
    const { results } = await resultsOf([edit('docs/a.md', 'The key is [masked] and more.', 'x')], { files });
    expect(results[0]).not.toContain(KNOWN_SECRET.slice(4, 12));
    expect(results[0]).toContain('[masked]');
  });
});

describe('a text that leaves most of a file out', () => {
  const LONG = `# A\n\nThe colour is red.\n${lines(57, (n) => `Fact ${n}: it holds.`)}`;
  const SHORT = '# A\n\nThe colour is blue.\n';

  it.each([
    [
      'a line that stands for the rest',
      `${SHORT}<!-- ... rest of the file unchanged ... -->\n`,
      'One line of it only stands for',
    ],
    ['nothing for the rest', SHORT, '58 of the 59 lines of docs/a.md would be gone'],
    ['// ... existing code ...', `${SHORT}// ... existing code ...\n`, 'One line of it only stands for'],
    ['[remaining facts omitted]', `${SHORT}[remaining facts omitted]\n`, 'One line of it only stands for'],
  ])('is asked about once: %s', async (_, text, words) => {
    const scene = { files: { 'docs/a.md': LONG } };
    const once = await resultsOf([write('docs/a.md', text)], scene);
    expect(once.results[0]).toContain(words);
    expect(once.tree.changedPaths()).toEqual([]);
    const twice = await resultsOf([write('docs/a.md', text), write('docs/a.md', text)], scene);
    expect(twice.results[1]).toMatch(/^Wrote docs\/a\.md/);
    expect(twice.tree.text('docs/a.md')).toBe(text);
  });

  it('is asked about where the file was deleted before', async () => {
    const { results } = await resultsOf([['delete_file', { path: 'docs/a.md' }], write('docs/a.md', SHORT)], {
      files: { 'docs/a.md': LONG },
    });
    expect(results[1]).toContain('nothing was written');
  });

  it('is asked about in an edit as well', async () => {
    const code = `function a() {\n${lines(8, (n) => `  step(${n});`)}}\n`;
    const next = 'function b() {\n  // ... existing code ...\n}\n';
    const { results } = await resultsOf([edit('docs/a.js', code, next)], { files: { 'docs/a.js': code } });
    expect(results[0]).toContain('nothing was changed');
  });

  it.each([
    ['a short file', '# A\n\nThe colour is red.\n', 'Nothing.\n'],
    ['a file that is written anew in full', LONG, lines(50, (n) => `Another fact ${n}.`)],
    [
      'a file that speaks of the rest',
      `${LONG}The rest of the file is unchanged.\n`,
      `${LONG.replace('red', 'blue')}The rest of the file is unchanged.\n`,
    ],
  ])('is nothing to ask about: %s', async (_, before, text) => {
    const { results } = await resultsOf([write('docs/a.md', text)], { files: { 'docs/a.md': before } });
    expect(results[0]).toMatch(/^Wrote/);
  });
});
