import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenMarker, readMarker } from '../../../src/core/marker.ts';
import { cutText } from '../../../src/core/text/plain-text.ts';
import {
  blockText,
  codeSpan,
  inlineText,
  link,
  quotedText,
  titleText,
} from '../../../src/report/words/markdown.ts';
import { asMasked } from '../../support/as-masked.ts';

/** What a reader sees: without the invisible breaks. */
const visible = (text: string) => text.replaceAll('\u200B', '');
/** The same without code spans, where nothing is interpreted. */
const outsideCode = (text: string) => text.replace(/(?<!\\)`[^`\n]+`/g, '~');

describe('text of others on one line', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['a\n## b\r\nc', 'a ## b c'],
    ['# a', '\\# a'],
    ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
    ['<!-- wakeful: a/b/1 -->', '&lt;!-- wakeful: a/b/1 --&gt;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['[click](http://evil.example)', '\\[click\\](http\u200B://evil.example)'],
    ['![x](https://evil.example/?s=1)', '!\\[x\\](https\u200B://evil.example/?s=1)'],
    ['see www.evil.example', 'see www\u200B.evil.example'],
    ['**bold** _slanted_ ~~gone~~', '\\*\\*bold\\*\\* \\_slanted\\_ \\~\\~gone\\~\\~'],
    ['snake_case_name', 'snake_case_name'],
    ['ask @octocat and @acme/team', 'ask @\u200Boctocat and @\u200Bacme/team'],
    ['mail me@example.org', 'mail me@\u200Bexample.org'],
    ['fixes #12', 'f\u200Bixes #\u200B12'],
    ['Closes: GH-3', 'C\u200Bloses: GH-\u200B3'],
    ['resolved acme/site#4', 'r\u200Besolved acme/site#\u200B4'],
    ['fix the docs', 'fix the docs'],
    ['[skip ci]', '\\[skip \u200Bci\\]'],
    ['`a <b> @c`', '`a <b> @c`'],
    ['`fixes #1`', '`f\u200Bixes #1`'],
    ['`a | b`', '\\`a \\| b\\`'],
    ['``` a', '\\`\\`\\` a'],
    ['a\u202Eb\u0000c\u001B[31m', 'abc\\[31m'],
  ])('%j becomes %j', (text, shown) => {
    expect(inlineText(text)).toBe(shown);
  });

  it('never holds HTML, a line break, a cell border, a mention, or an address that links', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'<>|`\\[]()!@#_*~&\n\r\t ab1:/.-', 'https://', 'fixes #1'),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = inlineText(text);
        expect(shown).not.toMatch(/[\n\r\t]/);
        expect(shown.replace(/\\\\/g, '').match(/(?<!\\)\|/)).toBeNull();
        const plain = outsideCode(shown.replace(/\\[\\`]/g, '~'));
        expect(plain).not.toMatch(/<|>|@[A-Za-z0-9]|https?:\/\/|(?<!\\)\[/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('text of others on several lines', () => {
  it('keeps paragraphs and lists, and takes every other block apart', () => {
    const text =
      'Added:\r\n\r\n\r\n\r\n* one\n+ two\n1. three\n\n# Title\n---\n===\n    code\n~~~\n- # deep\n- - - rule';
    expect(blockText(text)).toBe(
      'Added:\n\n- one\n- two\n1. three\n\n\\# Title\n\\---\n\\===\ncode\n\\~\\~\\~\n- \\# deep\n- \\- - rule',
    );
  });

  it('stays inside its quotation', () => {
    expect(quotedText('a\n\nb\n> c')).toBe('> a\n>\n> b\n> &gt; c');
  });

  it('is escaped in time that grows with its length only', { timeout: 5_000 }, () => {
    const long = [
      '- '.repeat(50_000),
      '`'.repeat(100_000),
      'fix '.repeat(50_000),
      `fixes${' '.repeat(100_000)}`,
    ];
    for (const text of long) expect(blockText(text).length).toBeGreaterThan(0);
  });
});

describe('titles', () => {
  it('are one line without any effect', () => {
    expect(titleText(asMasked('Fix @octocat\nand closes #3'), 120)).toBe(
      'Fix @\u200Boctocat and c\u200Bloses #\u200B3',
    );
  });

  it('are cut without leaving half a character', () => {
    expect(titleText(asMasked('ab😀cd'), 4)).toBe('ab…');
    expect(cutText(asMasked('abcd'), 4)).toBe('abcd');
    expect(cutText(asMasked('abcde'), 4)).toBe('abc…');
  });
});

describe('links', () => {
  it('go to plain web addresses only', () => {
    expect(link('#7', 'https://github.com/acme/site/pull/7')).toBe(
      '[#\u200B7](https://github.com/acme/site/pull/7)',
    );
    for (const address of [
      'javascript:alert(1)',
      'https://x/)[y](z',
      'https://x y',
      '.wakeful/github/1.md',
      null,
    ]) {
      expect(visible(link('#7', address))).toBe('#7');
    }
  });
});

it('shows code spans that cannot be left', () => {
  expect(codeSpan('docs-index')).toBe('`docs-index`');
  expect(codeSpan('a`<b>')).toBe('a\\`&lt;b&gt;');
  expect(codeSpan('a|b')).toBe('a\\|b');
});

describe('hidden markers', () => {
  it('are read back as they were written, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (marker) => {
        const hidden = hiddenMarker(marker);
        expect(hidden.slice('<!--'.length, -'-->'.length)).not.toMatch(/--|>|<|\n|@|#\d/);
        expect(readMarker(`Some text.\n\n${hidden}\n`)).toBe(marker);
      }),
    );
  });

  it('look as documented', () => {
    expect(hiddenMarker('docs-index/2026-11-22T03:00:00Z/1')).toBe(
      '<!-- wakeful: docs-index/2026-11-22T03:00:00Z/1 -->',
    );
  });

  it('count only at the end of a body', () => {
    expect(readMarker(`${hiddenMarker('a/b/1')}\nSomething else.`)).toBeNull();
    expect(readMarker('<!-- wakeful: %E0%A4%A -->')).toBeNull();
    expect(readMarker('')).toBeNull();
  });
});
