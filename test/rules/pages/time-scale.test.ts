import { describe, expect, test } from 'vitest';
import { daysUntil, isOnScale, shareOf } from '../../../src/pages/time-scale.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 23, 12);

describe('a scale of days', () => {
  const scale = daysUntil(NOON, 7);

  test('goes from midnight to midnight, today included', () => {
    expect(scale.days).toHaveLength(8);
    expect(new Date(scale.from).toISOString()).toBe('2026-11-16T00:00:00.000Z');
    expect(new Date(scale.to).toISOString()).toBe('2026-11-24T00:00:00.000Z');
  });

  test('puts a time at its share of the width', () => {
    expect(shareOf(scale, scale.from)).toBe(0);
    expect(shareOf(scale, scale.to)).toBe(100);
    expect(shareOf(scale, scale.from + 2 * DAY)).toBe(25);
    expect(shareOf(scale, NOON)).toBe(93.75);
  });

  test('has its first moment and not its last one', () => {
    expect(isOnScale(scale, scale.from)).toBe(true);
    expect(isOnScale(scale, scale.to)).toBe(false);
    expect(isOnScale(scale, scale.from - 1)).toBe(false);
    expect(isOnScale(scale, Number.NaN)).toBe(false);
  });
});
