import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/event.ts';
import { harmlessLine, jobLogLine, jobProgressLine } from '../../../src/report/job/job-log.ts';

const ENTRY: LogEntry = {
  ts: '2026-11-22T03:00:12Z',
  level: 'info',
  event: 'item_ended',
  message: 'The work is done.',
  wake: '1-1',
};

/** What the runner takes for a command: `::` after white space at the start of a line, or `##[` anywhere. */
function isCommand(line: string): boolean {
  return line
    .split(/[\r\n\u0085\u2028\u2029]/)
    .some((each) => /^[\s\u0085]*::/.test(each) || each.includes('##['));
}

describe('a line of the job log', () => {
  it('says when, what about and what', () => {
    expect(jobLogLine(ENTRY)).toBe('03:00:12 The work is done.');
    expect(jobLogLine({ ...ENTRY, level: 'warn', goal: 'docs-index' })).toBe(
      '03:00:12 warn: docs-index: The work is done.',
    );
  });

  it('says where a wake is', () => {
    const progress = { goal: 'docs-index', item: 2, items: 3, itemTitle: 'docs/a.md', modelCalls: 1 };
    expect(jobProgressLine({ ...progress, tokens: 1_200, secondsLeft: 65, doing: 'asks the model' })).toBe(
      '- docs-index 2/3 docs/a.md: asks the model (1 call, 1,200 tokens, 1 min 5 s left)',
    );
  });

  it.each([
    '::set-output name=x::y',
    '  ::add-mask::e',
    '\n::warning::forged',
    'harmless\r\n::stop-commands::x',
    '\u0085::error::x',
    'before ##[group]after',
    '#\u200E#[error]hidden',
    '\u001B[31m::notice::x',
  ])('gives no order to the runner: %j', (text) => {
    expect(isCommand(harmlessLine(text))).toBe(false);
    expect(isCommand(jobLogLine({ ...ENTRY, message: text, goal: text }))).toBe(false);
  });

  it('gives no order whatever the text is', () => {
    const piece = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      '\n',
      '\r',
      ' ',
      '\t',
      '\u0085',
      '\u200E',
      '\u001B[1m',
      'error',
      ']',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 12 }), (pieces) => {
        expect(isCommand(harmlessLine(pieces.join('')))).toBe(false);
      }),
    );
  });
});
