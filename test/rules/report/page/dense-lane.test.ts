import { describe, expect, test } from 'vitest';
import type { LaneMark } from '../../../../src/pages/lane.ts';
import type { ShapeName } from '../../../../src/pages/shapes.ts';
import { daysUntil } from '../../../../src/pages/time-scale.ts';
import { laneContent } from '../../../../src/report/page/dense-lane.ts';

const HOUR = 3_600_000;
const week = daysUntil(Date.UTC(2026, 10, 23, 12), 7);

function mark(n: number, shape: ShapeName = 'due-ran'): LaneMark {
  return { at: week.from + n * HOUR, shape, sentence: `${n}: ${shape}`, href: null };
}

const content = (marks: readonly LaneMark[]) => laneContent(marks, { week, most: 8, noun: 'due time' });

describe('a lane', () => {
  test('shows each mark as it is, as long as they are few', () => {
    const marks = [mark(0), mark(30, 'due-missed')];
    expect(content(marks)).toEqual({ marks, ticks: [] });
  });

  test('leaves out what is older than the chart', () => {
    expect(content([mark(-1), mark(1)]).marks).toEqual([mark(1)]);
  });

  test('of many draws each as a thin line, and keeps what people should look at', () => {
    const marks = Array.from({ length: 100 }, (_, n) =>
      mark(n, n === 60 ? 'due-failed' : n === 61 ? 'due-missed' : 'due-ran'),
    );
    const { marks: shown, ticks } = content(marks);
    expect(ticks).toHaveLength(100);
    expect(ticks[0]?.height).toBe('tall');
    expect(ticks[60]?.height).toBe('middle');
    expect(shown).toHaveLength(1);
    expect(shown[0]?.sentence).toBe('60: due-failed. And 1 more due time of this kind close to it.');
  });
});
