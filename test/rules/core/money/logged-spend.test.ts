import { describe, expect, test } from 'vitest';
import type { EventName, LogEntry } from '../../../../src/core/event.ts';
import { NO_SUMS } from '../../../../src/core/money/budget.ts';
import { loggedSpend, spendGaps, withLoggedSpend } from '../../../../src/core/money/logged-spend.ts';

const DAY = '2026-11-22';

function line(event: EventName, data: LogEntry['data'], at = `${DAY}T03:00:00Z`, goal = 'tidy'): LogEntry {
  return { ts: at, level: 'info', event, message: 'x', wake: 'w', goal, ...(data && { data }) };
}

const taken = (at?: string) => line('lease_taken', { reserved_tokens: 500 }, at);
const item = (tokens: number, usd_micros: number) => line('item_ended', { tokens, usd_micros });
const released = (tokens: number, at?: string) => line('lease_released', { tokens }, at);

const shownOf = (entries: readonly LogEntry[], day = DAY) => loggedSpend(entries).days.get(day)?.get('tidy');

describe('the log shows as spent', () => {
  test.each([
    { what: 'what a release says', entries: [taken(), released(90)], shown: [90, 0] },
    {
      what: 'the dollars of its items',
      entries: [taken(), item(60, 6), item(30, 3), released(90)],
      shown: [90, 9],
    },
    {
      what: 'no dollars of an item that is told twice',
      entries: [taken(), item(90, 9), item(90, 9), released(90)],
      shown: [90, 0],
    },
    {
      what: 'what a dead run had set aside',
      entries: [taken(), line('took_over', {}), taken()],
      shown: [500, 0],
    },
    {
      what: 'what a dead run had spent and may have spent, where its line says so',
      entries: [taken(), item(60, 6), line('took_over', { lost_tokens: 40 }), taken()],
      shown: [100, 0],
    },
    {
      what: 'what a dead run had spent, where it died between two items',
      entries: [taken(), item(60, 6), line('took_over', { lost_tokens: 0 }), taken()],
      shown: [60, 6],
    },
    { what: 'nothing of a lease that is open', entries: [taken(), item(60, 6)], shown: undefined },
    {
      what: 'nothing of a lease whose beginning is not known',
      entries: [item(60, 6), released(90)],
      shown: undefined,
    },
  ])('$what', ({ entries, shown }) => {
    const found = shownOf(entries);
    expect(found && [found.tokens, found.usdMicros]).toEqual(shown);
  });

  test('on the day on which the lease was taken', () => {
    const entries = [taken('2026-11-21T23:59:00Z'), released(90, `${DAY}T00:05:00Z`)];
    expect([shownOf(entries), shownOf(entries, '2026-11-21')?.tokens]).toEqual([undefined, 90]);
  });
});

describe('a budget', () => {
  const spent = (tokens: number) => ({ tidy: { ...NO_SUMS, spent_tokens: tokens, calls: 3 } });
  const budgetOf = (tokens: number) => ({
    ...{ version: 1, days: { [DAY]: spent(tokens) }, months: { '2026-11': spent(tokens) } },
  });
  const logged = loggedSpend([taken(), released(90)]);

  test.each([90, 100])('of %i tokens stays the same object', (tokens) => {
    const budget = budgetOf(tokens);
    const believed = withLoggedSpend(budget, logged, DAY);
    expect([believed.days === budget.days, believed.months === budget.months]).toEqual([true, true]);
    expect(spendGaps(budget, believed, DAY)).toEqual([]);
  });

  test('of less is raised, and one gap is told', () => {
    const budget = budgetOf(10);
    const believed = withLoggedSpend(budget, logged, DAY);
    expect(believed).toEqual(budgetOf(90));
    expect(spendGaps(budget, believed, DAY)).toMatchObject([{ goal: 'tidy', period: '2026-11' }]);
  });
});
