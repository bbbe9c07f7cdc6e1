import { describe, expect, it, test } from 'vitest';
import { partsOf, shownWithin } from '../../../src/agent/reading/shown-diff.ts';
import { readVerdict, VERDICT_TOOL } from '../../../src/agent/reading/verdict.ts';
import { createMask } from '../../../src/core/access/mask.ts';
import { MOST_OBJECTIONS } from '../../../src/core/item-state.ts';
import { utf8Length } from '../../../src/core/text/bytes.ts';

const mask = createMask({ values: [], patterns: [] });

function verdict(input: unknown) {
  const call = { id: '1', name: VERDICT_TOOL.name, arguments: JSON.stringify(input) };
  return readVerdict(
    { kind: 'answer', content: '', toolCalls: [call], finish: 'tool_calls', usage: null },
    mask,
  );
}

describe('a verdict in an odd shape', () => {
  const CLAIM = { kind: 'claim', text: 'x' };
  const written = (content: string, ...calls: readonly object[]) =>
    readVerdict(
      {
        ...{ kind: 'answer', content, finish: 'stop', usage: null },
        toolCalls: calls.map((input, at) => ({
          ...{ id: String(at), name: VERDICT_TOOL.name, arguments: JSON.stringify(input) },
        })),
      },
      mask,
    );

  it.each<[how: string, input: unknown, count: number]>([
    ['null for none', { objections: null, argues_against: false }, 0],
    ['nothing for none, beside the rest', { argues_against: false }, 0],
    ['JSON text', { objections: JSON.stringify([CLAIM]) }, 1],
    ['one in the place of the list', { objections: CLAIM }, 1],
    ['all in a field of its own', { arguments: { objections: [CLAIM] } }, 1],
  ])('is read as it is meant: %s', (_, input, count) => {
    expect(verdict(input)).toMatchObject({ kind: 'verdict', objections: { length: count } });
  });

  it.each([
    ['behind other braces', 'The set {a} is fine, and f() { } too.\n{"objections": []}'],
    ['before other braces', '{"objections": []}\nI looked at {a} and {b}.'],
    ['in a fence', 'Fine.\n```json\n{"objections": []}\n```'],
    ['behind an example', '<think>I could write {"objections": [{"text":"x"}]}.</think>{"objections": []}'],
    ['as the bare list', '[]'],
  ])('is found in words: %s', (_, content) => {
    expect(written(content)).toEqual({ kind: 'verdict', objections: [] });
  });

  it('counts what each of several calls objects to, and is unreadable where one of them is', () => {
    expect(written('', { objections: [] }, { objections: [CLAIM] })).toMatchObject({
      objections: { length: 1 },
    });
    expect(written('', { objections: [CLAIM] }, {})).toMatchObject({ kind: 'unreadable' });
  });

  it('is none where it says nothing', () => {
    expect(verdict({})).toMatchObject({ kind: 'unreadable' });
    expect(written('No objections.')).toMatchObject({ kind: 'unreadable' });
  });
});

describe('the answer of a second reader', () => {
  it.each<[what: string, objection: unknown, read: object]>([
    ['a line in digits', { kind: 'claim', path: 'a.md', line: '7', text: 'x' }, { line: 7 }],
    ['a line that is none', { kind: 'claim', path: 'a.md', line: -1, text: 'x' }, { line: null }],
    ['a line of no file', { kind: 'claim', line: 3, text: 'x' }, { path: null, line: null }],
    ['an unknown kind', { kind: 'style', text: 'x' }, { kind: 'claim' }],
    ['a kind in capitals', { kind: 'HUNK', text: 'x' }, { kind: 'hunk' }],
    ['several lines', { kind: 'claim', path: 'a.md', line: '12-15', text: 'x' }, { line: 12 }],
    ['other names of its fields', { message: 'x', file: 'a.md' }, { text: 'x', path: 'a.md' }],
    ['words alone', 'The summary says more.', { kind: 'claim', text: 'The summary says more.' }],
    ['half a character', { kind: 'claim', text: 'a\ud83d' }, { text: 'a\ufffd' }],
    ['the kind that only the program gives', { kind: 'against', text: 'x' }, { kind: 'claim' }],
    ['line breaks and controls', { kind: 'hunk', text: 'a\n\u001b[31mb\u202e' }, { text: 'a [31mb' }],
  ])('may have %s', (_, objection, read) => {
    expect(verdict({ objections: [objection] })).toMatchObject({ kind: 'verdict', objections: [read] });
  });

  it('has a few objections of bounded length at most', () => {
    const read = verdict({
      objections: Array.from({ length: 50 }, () => ({
        kind: 'hunk',
        path: 'p'.repeat(900),
        text: 'x'.repeat(9_000),
      })),
    });
    expect(read.kind === 'verdict' ? read.objections.length : 0).toBe(MOST_OBJECTIONS);
    expect(JSON.stringify(read).length).toBeLessThan(6_500);
  });

  it('says with its own words that the summary argues against the change, first', () => {
    const read = verdict({ objections: [{ kind: 'claim', text: 'It says so.' }], argues_against: 'true' });
    expect(read).toMatchObject({ objections: [{ kind: 'against', text: 'It says so.' }, { kind: 'claim' }] });
    expect(verdict({ objections: [], argues_against: 'perhaps' })).toMatchObject({ objections: [] });
  });

  it.each([null, [], 'x', { objections: {} }, { objections: 'none' }, {}])('is not read from %j', (input) => {
    expect(verdict(input).kind).toBe('unreadable');
  });
});

describe('a diff that is shown', () => {
  const file = (path: string, lines: number) => ({
    path,
    text: mask.mask(`diff --git a/${path} b/${path}\n${'+äöü line\n'.repeat(lines)}`),
  });

  test('is whole where there is room', () => {
    const parts = [file('a.md', 3), file('b.md', 4)];
    expect(shownWithin(parts, 10_000)).toEqual({ text: parts.map(({ text }) => text).join(''), rest: '' });
  });

  test('gives each file its share, and what short ones leave to the long ones', () => {
    const parts = [file('a.md', 1_000), file('b.md', 2), file('c.md', 1_000)];
    const { text, rest } = shownWithin(parts, 4_000);
    expect(utf8Length(text)).toBeLessThanOrEqual(4_002);
    expect(utf8Length(text)).toBeGreaterThan(3_900);
    expect(text).toContain(parts[1]?.text);
    expect(rest).toMatch(/^Of 2 files only the first 1,9\d\d bytes of the diff are shown\.$/);
  });

  test('names how many files it leaves out', () => {
    const { rest } = shownWithin(
      Array.from({ length: 60 }, (_, n) => file(`${n}.md`, 1)),
      100_000,
    );
    expect(rest).toBe('The diff of 10 more files is not shown.');
  });

  test('has the files that may be read only', () => {
    const patch = ['a.md', 'secret/b.md']
      .map((path) => `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-x\n+y\n`)
      .join('');
    expect(partsOf(patch, (path) => !path.startsWith('secret/')).map(({ path }) => path)).toEqual(['a.md']);
  });
});
