import { describe, expect, it } from 'vitest';
import {
  formatDuration,
  type InputReading,
  parseDuration,
  parseSince,
  parseTime,
} from '../../../src/config/fields/inputs.ts';
import { nearestName } from '../../../src/config/yaml/nearest-name.ts';
import { problemLine } from '../../../src/report/problems/problem.ts';

const at = (text: string) => ({ kind: 'value', value: Date.parse(text) });
/** What is wrong and what would be right, in one line. */
function wordsOf(reading: InputReading<number>): string {
  return reading.kind === 'wrong' ? problemLine(reading.problem) : '';
}

describe('a duration', () => {
  it.each([
    ['1m', 1],
    ['90m', 90],
    ['6h', 360],
    ['1d', 1440],
    [' 366d ', 366 * 1440],
  ])('%s is %d minutes', (text, minutes) => {
    expect(parseDuration(text)).toEqual({ kind: 'value', value: minutes });
  });

  it.each([
    ['', 'is not a duration; write a whole number and m, h or d'],
    ['6', 'is not a duration'],
    ['6 h', 'is not a duration'],
    ['1.5h', 'is not a duration'],
    ['6H', 'is not a duration'],
    ['0m', 'not longer than zero'],
    ['367d', 'at most 366d'],
    ['99999999m', 'is not a duration'],
  ])('is not "%s": %s', (text, words) => {
    expect(wordsOf(parseDuration(text))).toContain(words);
  });

  it.each([
    [5, '5m'],
    [60, '1h'],
    [90, '90m'],
    [1440, '1d'],
    [2160, '36h'],
  ])('of %d minutes is written %s', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });
});

describe('a time', () => {
  it.each([
    ['2026-11-22', '2026-11-22T00:00:00Z'],
    ['2026-11-22T03:00', '2026-11-22T03:00:00Z'],
    ['2026-11-22 03:00', '2026-11-22T03:00:00Z'],
    ['2026-11-22T03:00Z', '2026-11-22T03:00:00Z'],
    ['2026-11-22T03:00:59.123Z', '2026-11-22T03:00:59Z'],
    ['2026-11-22T03:00+01:00', '2026-11-22T02:00:00Z'],
    ['2026-11-22T03:00-0530', '2026-11-22T08:30:00Z'],
    ['2028-02-29', '2028-02-29T00:00:00Z'],
  ])('%s is %s', (text, time) => {
    expect(parseTime(text)).toEqual(at(time));
  });

  it.each([
    ['tomorrow', 'is not a time; write e.g. 2026-11-22T03:00Z'],
    ['22.11.2026', 'is not a time'],
    ['2026-11-22T3:00', 'is not a time'],
    ['2026-02-30', 'does not exist in the calendar'],
    ['2026-13-01', 'does not exist in the calendar'],
    ['2026-11-22T25:00Z', 'does not exist in the calendar'],
    ['2026-11-22T03:00+15:00', 'does not exist in the calendar'],
  ])('is not "%s": %s', (text, words) => {
    expect(wordsOf(parseTime(text))).toContain(words);
  });

  it('may be given as a duration before now', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(parseSince('24h', now)).toEqual(at('2026-11-21T12:00:00Z'));
    expect(parseSince('2026-11-22T03:00Z', now)).toEqual(at('2026-11-22T03:00:00Z'));
    expect(wordsOf(parseSince('lately', now))).toContain('neither a duration such as 24h or 7d nor a time');
  });
});

describe('the nearest name', () => {
  const known = ['model_calls', 'minutes', 'tokens', 'tokens_per_day'];
  it.each([
    ['modelCalls', 'model_calls'],
    ['model-calls', 'model_calls'],
    ['mintues', 'minutes'],
    ['token', 'tokens'],
    ['tokensperday', 'tokens_per_day'],
    ['colour', null],
    ['', null],
    ['x'.repeat(50_000), null],
  ])('of %s is %s', (name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest);
  });
});
