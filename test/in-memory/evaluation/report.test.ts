import { describe, expect, test } from 'vitest';
import { compare, isReport } from '../../../eval/compare.ts';
import { shareOf, signTest } from '../../../eval/interval.ts';
import { readOptions } from '../../../eval/options.ts';
import { evaluationReport, type RunReport } from '../../../eval/report.ts';
import { table } from '../../../eval/table.ts';

function run(failedAt: RunReport['failedAt']): RunReport {
  const problem = failedAt === null ? '' : 'It was wrong.';
  return {
    failedAt,
    problem,
    ending: 'worked',
    isAnswered: true,
    tokens: 100,
    calls: 2,
    seconds: 1,
    kept: null,
  };
}

function reportOf(passes: Readonly<Record<string, readonly boolean[]>>, model = 'one') {
  return evaluationReport(
    { at: '2026-11-22T03:00:00Z', model, prompt: 'abc', runs: 2 },
    Object.entries(passes).map(([id, all]) => ({
      ...{ id, difficulty: 'easy', about: id },
      runs: all.map((isPassed) => run(isPassed ? null : 'hidden')),
    })),
  );
}

describe('an interval', () => {
  test("is Wilson's: 8 of 10 lie between 49 and 94 percent", () => {
    const { low, high } = shareOf(8, 10);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.490', '0.943']);
  });

  test('is no narrower for runs of the same cases', () => {
    expect(shareOf(80, 100, 10)).toMatchObject({ share: 0.8, low: shareOf(8, 10).low });
  });

  test('of nothing says nothing', () => {
    expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});

describe('a report', () => {
  test('tells runs that pass from cases of which all runs pass', () => {
    const { passAt1, passAll } = reportOf({ a: [true, true], b: [true, false] });
    expect([passAt1.share, passAll.share]).toEqual([0.75, 0.5]);
  });

  test('is a table with each case and each failure', () => {
    const text = table(reportOf({ a: [true, true], b: [true, false] }), null);
    expect(text).toContain('| pass^2 | 50 % (1/2) |');
    expect(text).toContain('| b | easy | 1/2 | hidden | 100 | 2 |');
    expect(text).toContain('- b, run 2, hidden: It was wrong.');
  });
});

describe('a comparison', () => {
  test('is over the cases of both, and says how much chance can do', () => {
    const earlier = reportOf({ a: [true, true], b: [false, false], c: [true, false], d: [true] });
    const now = reportOf({ a: [true, false], b: [true, true], c: [true, true], e: [true] }, 'two');
    const found = compare(earlier, now);
    expect(found).toMatchObject({ better: ['b', 'c'], worse: ['a'], chance: 1 });
    expect(found.before).toMatchObject({ hits: 3, of: 6 });
    expect(table(now, found)).toContain('Better: b, c. Worse: a.');
  });

  test('of five cases that all got better leaves six percent to chance', () => {
    expect(signTest(5, 0)).toBe(0.0625);
    expect(signTest(0, 0)).toBe(1);
  });

  test('takes only what an evaluation has written', () => {
    expect(isReport(JSON.parse(JSON.stringify(reportOf({ a: [true] }))))).toBe(true);
    for (const other of [null, [], { version: 1 }, { version: 2, cases: [] }, { version: 1, cases: [1] }])
      expect(isReport(other)).toBe(false);
  });
});

describe('options', () => {
  test.each([
    [[], /--model is missing/],
    [['--model', ' '], /--model is missing/],
    [['--model', 'x', '--runs', '0'], /--runs takes a whole number from 1 to 100/],
    [['--model', 'x', '--at-once', '1.5'], /--at-once takes a whole number/],
    [['--modle', 'x'], /Unknown option '--modle'/],
  ])('%j are refused with what would be right', (args, message) => {
    expect(readOptions(args)).toMatchObject({ kind: 'mistake', message: expect.stringMatching(message) });
  });

  test('have defaults', () => {
    expect(readOptions(['--model', 'x'])).toEqual({
      kind: 'options',
      options: { model: 'x', runs: 1, out: '.wakeful/eval', only: '', against: null, atOnce: 4 },
    });
  });
});
