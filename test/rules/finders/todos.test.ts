import { describe, expect, test } from 'vitest';
import { findTodos } from '../../../src/finders/todos/find-todos.ts';
import { searched } from '../../support/finders/searched.ts';

const CODE = {
  'src/boil.js': [
    "const label = 'TODO: not a comment';",
    'export function boil() {',
    '  // TODO(ada): stop at the boiling point of the place',
    '  return label; // plain words',
    '}',
    '/* FIXME the whistle is a semitone flat */',
  ].join('\n'),
  'src/style.css': 'a { color: red } /* HACK: the theme has no red */\n',
  'docs/a.md': 'TODO: prose is no code\n',
  'tides.py': 'def plot():\n    """FIXME: label the axes"""\n    text = "# TODO: only text"\n',
};

describe('comments about what is left to do', () => {
  test('are found with line, marker, owner and text, and nothing that only looks like one', async () => {
    const { findings, files } = await findTodos(searched(CODE), null);
    expect(files).toBe(3);
    expect(findings.map(({ path, line, rule, text }) => [path, line, rule, text])).toEqual([
      ['src/boil.js', 3, 'TODO', 'TODO(ada): stop at the boiling point of the place'],
      ['src/boil.js', 6, 'FIXME', 'FIXME: the whistle is a semitone flat'],
      ['src/style.css', 1, 'HACK', 'HACK: the theme has no red'],
      ['tides.py', 2, 'FIXME', 'FIXME: label the axes'],
    ]);
  });
});

describe('a list of them', () => {
  const listed = async (list: string | null) => {
    const files = { ...CODE, ...(list === null ? {} : { 'docs/todo.md': list }) };
    const { findings } = await findTodos(searched(files), 'docs/todo.md');
    expect(findings.every(({ path }) => path === 'docs/todo.md')).toBe(true);
    return findings.map(({ line, rule, text }) => `${line} ${rule}: ${text}`);
  };

  test('that is not there lacks all of them', async () => {
    expect(await listed(null)).toEqual([
      '0 missing: src/boil.js:3 is not listed: TODO(ada): stop at the boiling point of the place',
      '0 missing: src/boil.js:6 is not listed: FIXME: the whistle is a semitone flat',
      '0 missing: src/style.css:1 is not listed: HACK: the theme has no red',
      '0 missing: tides.py:2 is not listed: FIXME: label the axes',
    ]);
  });

  const RIGHT = [
    '# Left to do',
    '- [Line 3](../src/boil.js#L3) TODO (ada): stop at the *boiling point* of the place',
    '- [Line 6](../src/boil.js#L6): the whistle is a semitone flat (FIXME)',
    '- HACK [style](/src/style.css#L1) the theme has no red',
    '- [axes](../tides.py#L2) – label the axes',
  ];

  test('is complete where each line is linked and says the same, in whatever form', async () => {
    expect(await listed(RIGHT.join('\n'))).toEqual([]);
  });

  test('is told what is gone, what has moved and what reads otherwise now', async () => {
    const list = [
      ...RIGHT.slice(0, 2),
      '- [Line 6](../src/boil.js#L6): the whistle is too loud',
      '- [style](/src/style.css#L9) the theme has no red',
      RIGHT[4],
      '- [other](../src/gone.js#L1) something else',
    ].join('\n');
    expect(await listed(list)).toEqual([
      '3 other: src/boil.js:6 is listed with other words than: FIXME: the whistle is a semitone flat',
      '0 missing: src/style.css:1 is not listed: HACK: the theme has no red',
      '4 gone: src/style.css:9 is listed, and there is no such comment',
      '6 gone: src/gone.js:1 is listed, and there is no such comment',
    ]);
  });
});
