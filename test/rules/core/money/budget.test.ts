import { describe, expect, test } from 'vitest';
import type { Limits } from '../../../../src/core/goal.ts';
import { allowance, reserve, settle } from '../../../../src/core/money/budget.ts';
import { abandon } from '../../../../src/core/money/dead-reservation.ts';
import type { Budget, Reservation } from '../../../../src/core/state.ts';

const EMPTY: Budget = { version: 1, days: {}, months: {} };
const LIMITS = { tokens: 1_000, tokensPerDay: 1_500, usdPerDay: null, usdPerMonth: null } as Limits;
const TOTAL = { tokensPerDay: 1e9, tokensPerMonth: 1e9, usdPerDay: null, usdPerMonth: null };

const aside = (day: string) => ({ day, tokens: 1_000, usd_micros: 0 });
const dead = (reservation: Reservation) => ({ reservation, item: 'docs/a.md@1' });

/** Days on which something was set aside and spent. */
function after(days: readonly string[]): Budget {
  const nothing = (day: string) => ({ ...aside(day), tokens: 0 });
  return days.reduce((budget, day) => {
    const spent = { tokens: 1_000, usdMicros: 0, calls: 1 };
    return settle(reserve(budget, 'tidy', aside(day)), 'tidy', {
      from: aside(day),
      left: nothing(day),
      spent,
    });
  }, EMPTY);
}

describe('I5: a clock that jumps back by days', () => {
  const now = after(['2026-11-20', '2026-11-21', '2026-11-22']);

  test('finds what was set aside on that day, however many newer days are kept', () => {
    const reserved = reserve(now, 'tidy', aside('2026-11-10'));
    const left = allowance(reserved, 'tidy', { day: '2026-11-10', limits: LIMITS, total: TOTAL });
    expect(left.tokens).toBe(500);
  });

  test('keeps a day on which something is still set aside', () => {
    const reserved = reserve(now, 'tidy', aside('2026-11-10'));
    const later = reserve(reserved, 'tidy', aside('2026-11-23'));
    expect(later.days['2026-11-10']?.['tidy']).toMatchObject({ reserved_tokens: 1_000 });
    expect(Object.keys(abandon(later, 'tidy', dead(aside('2026-11-10'))).days)).toHaveLength(4);
  });

  test('keeps a day on which only dollars are still set aside, and never books them below nothing', () => {
    const dollars = { ...aside('2026-11-10'), tokens: 0, usd_micros: 500 };
    const later = reserve(reserve(now, 'tidy', dollars), 'tidy', aside('2026-11-23'));
    expect(later.days['2026-11-10']?.['tidy']).toMatchObject({ reserved_usd_micros: 500 });
    expect(abandon(later, 'tidy', dead(dollars)).days['2026-11-10']?.['tidy']).toMatchObject({
      reserved_usd_micros: 0,
      spent_usd_micros: 500,
    });
    expect(abandon(now, 'tidy', dead({ ...dollars, day: '2026-11-01' })).days).toEqual(now.days);
  });

  test('never books a day that is forgotten below nothing', () => {
    const forgotten = abandon(now, 'tidy', dead(aside('2026-11-01')));
    expect(forgotten.days).toEqual(now.days);
    expect(forgotten.months['2026-11']?.['tidy']).toMatchObject({
      spent_tokens: 4_000,
      reserved_tokens: -1_000,
    });
  });
});

describe('I5: what a dead run had set aside', () => {
  const reserved = reserve(EMPTY, 'tidy', aside('2026-11-22'));

  test.each([
    { when: 'while it worked on an item', item: 'docs/a.md@1', spent: 1_000, lost: 1_000 },
    { when: 'between two items', item: null, spent: 0, lost: undefined },
  ])('died $when: $spent tokens count as spent, and are shown as lost', ({ item, spent, lost }) => {
    const left = abandon(reserved, 'tidy', { reservation: aside('2026-11-22'), item });
    const sums = left.days['2026-11-22']?.['tidy'];
    expect([sums?.reserved_tokens, sums?.spent_tokens, sums?.lost_tokens]).toEqual([0, spent, lost]);
    expect(left.months['2026-11']?.['tidy']?.lost_tokens).toBe(lost);
  });
});
