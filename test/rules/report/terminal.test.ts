import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../src/commands/terminal/style.ts';
import {
  cutToWidth,
  displayWidth,
  padToWidth,
  plainLine,
  wrapToWidth,
} from '../../../src/report/words/display-width.ts';
import { endingTone } from '../../../src/report/words/palette.ts';
import { renderTable } from '../../../src/report/words/table.ts';

const PLAIN = createPaint(false);
const text = fc.string({
  unit: fc.constantFrom('a', 'bc', ' ', '目', '한', '😀', 'é', 'e\u0301', '👨‍👩‍👧', '-'),
});

describe('display width', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['한국어', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['😀', 2],
    ['👨‍👩‍👧', 2],
    ['1\u20E3', 2],
    ['☰', 2],
    ['ｶﾞ', 2],
    ['\u1100\u1161', 2],
    ['\u3164', 0],
    ['…', 1],
    ['–', 1],
  ])('of %s is %i', (shown, width) => {
    expect(displayWidth(shown)).toBe(width);
  });

  it('is never exceeded by cut text, and padded text fills it', () => {
    fc.assert(
      fc.property(text, fc.nat(40), (any, width) => {
        expect(displayWidth(cutToWidth(any, width))).toBeLessThanOrEqual(width);
        expect(displayWidth(padToWidth(cutToWidth(any, width), width, 'right'))).toBe(width);
      }),
    );
  });

  it('is never exceeded by wrapped lines, which lose nothing but spaces', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (any, width) => {
        const lines = wrapToWidth(any, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(any.replaceAll(' ', ''));
      }),
    );
  });
});

it('takes terminal escapes and control characters out of text of others', () => {
  expect(plainLine('\u001B[2J\u001B[31mred\u001B[0m \u001B]0;title\u0007x\n\ty\u0000\u202Ez')).not.toMatch(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    /[\u0000-\u001F\u007F-\u009F\u202E]/,
  );
  expect(plainLine('\u001B[31mred\u001B[0m\nblue')).toBe('red blue');
  expect(plainLine('\u001B]0;title\u0007a \u001B]8;;https://x.y\u0007link\u001B]8;;\u0007')).toBe('a link');
});

describe('paint', () => {
  it('colours when colour is on, and passes text through when it is off', () => {
    expect(createPaint(true)('bad', 'x')).toBe('\u001B[31mx\u001B[39m');
    expect(createPaint(true)('plain', 'x')).toBe('x');
    expect(PLAIN('bad', 'x')).toBe('x');
  });

  it('follows the level of an ending', () => {
    expect([
      endingTone('worked'),
      endingTone('no_change'),
      endingTone('stopped'),
      endingTone('bad_goal'),
    ]).toEqual(['good', 'plain', 'warn', 'bad']);
  });
});

describe('tables', () => {
  const columns = [
    { title: 'Goal', shrinkTo: 4 },
    { title: 'Items', align: 'right' as const },
  ];

  it('align their columns by what is seen', () => {
    const rows = [
      ['docs', '1/1'],
      ['日本語', '10/12'],
    ];
    expect(renderTable(columns, rows, { width: 80, paint: PLAIN })).toBe(
      'Goal    Items\ndocs      1/1\n日本語  10/12',
    );
  });

  it('colour cells without moving them', () => {
    const rows = [[{ text: 'docs', tone: 'good' as const }, '1']];
    const table = renderTable(columns, rows, { width: 80, paint: createPaint(true) });
    expect(table).toBe('\u001B[2mGoal  Items\u001B[22m\n\u001B[32mdocs\u001B[39m      1');
  });

  it('cut the columns that may shrink first', () => {
    const table = renderTable(columns, [['a-very-long-name', '1,000']], { width: 15, paint: PLAIN });
    expect(table).toBe('Goal      Items\na-very-…  1,000');
  });

  it('fit into any width and keep one line a row', () => {
    const cell = fc.oneof(text, fc.constant('a\nb'), fc.constant('\u001B[31mx'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { maxLength: 5 }),
        fc.integer({ min: 6, max: 60 }),
        (rows, width) => {
          const lines = renderTable(columns, rows, { width, paint: PLAIN }).split('\n');
          expect(lines).toHaveLength(rows.length + 1);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
