import type { LogEntry } from '../event.ts';
import { figureIn } from '../log-data.ts';
import type { Account, Budget, Sums } from '../state.ts';
import { monthOf } from '../time.ts';
import { NO_SUMS } from './budget.ts';

/** What goals have spent at least. */
interface SpendShown {
  readonly tokens: number;
  readonly usdMicros: number;
}

/** The same by day or month, and goal. */
export interface LoggedCost {
  readonly days: ReadonlyMap<string, ReadonlyMap<string, SpendShown>>;
  readonly months: ReadonlyMap<string, ReadonlyMap<string, SpendShown>>;
}

/** A lease of which the log has told how it was taken, and not yet how it ended. */
interface OpenSpend {
  readonly goal: string;
  /** The run that took it. */
  readonly wake: string;
  readonly epoch: unknown;
  readonly day: string;
  readonly reserved: number;
  readonly items: SpendShown;
}

const NOTHING: SpendShown = { tokens: 0, usdMicros: 0 };

/** Events that tell of money; a line of any other need not be read. */
export const MONEY_EVENTS = [
  'lease_taken',
  'lease_released',
  'took_over',
  'item_ended',
  'item_failed',
  'secret_found',
] as const;

/**
 * What the log shows as spent, by the day on which its lease was taken, as the budget books it. Never too much: a day's log may
 * lack lines, and a lease whose beginning or end is not among the entries is left out. Oldest entry first.
 */
export function loggedSpend(entries: readonly LogEntry[]): LoggedCost {
  const open = new Map<string, OpenSpend>();
  const days: SpendSums = new Map();
  const months: SpendSums = new Map();
  const close = ({ goal, day, items }: OpenSpend, tokens: number): void => {
    open.delete(goal);
    // An item whose work the remote did not take is told twice and paid once: then its dollars are not known.
    const spent = { tokens, usdMicros: items.tokens === tokens ? items.usdMicros : 0 };
    addTo(days, day, { goal, spent });
    addTo(months, monthOf(day), { goal, spent });
  };
  for (const entry of entries) {
    const { event, goal, ts, wake, data } = entry;
    if (goal === undefined) continue;
    const lease = open.get(goal);
    if (event === 'lease_taken') {
      const taken = { goal, wake, epoch: data?.['epoch'], day: ts.slice(0, 10) };
      open.set(goal, { ...taken, reserved: figureIn(data, 'reserved_tokens'), items: NOTHING });
    } else if (lease === undefined || !isAbout(entry, lease)) continue;
    else if (event === 'lease_released') close(lease, figureIn(data, 'tokens'));
    else if (event === 'took_over') close(lease, spentByDead(lease, data));
    else open.set(goal, { ...lease, items: plus(lease.items, itemSpend(data)) });
  }
  return { days, months };
}

/**
 * What a dead run had set aside counts as spent, but for what it surely has not spent. An older line does not say how much that
 * is.
 */
function spentByDead({ reserved, items }: OpenSpend, data: LogEntry['data']): number {
  const lost = data?.['lost_tokens'];
  return typeof lost === 'number'
    ? Math.min(reserved, items.tokens + figureIn(data, 'lost_tokens'))
    : reserved;
}

/** Where lines are missing, the next one may tell of another lease. */
function isAbout({ event, wake, data }: LogEntry, lease: OpenSpend): boolean {
  if (event !== 'took_over') return wake === lease.wake;
  const epoch = data?.['epoch'] ?? lease.epoch;
  return lease.epoch === undefined || epoch === lease.epoch;
}

type SpendSums = Map<string, Map<string, SpendShown>>;

function addTo(
  sums: SpendSums,
  period: string,
  { goal, spent }: { readonly goal: string; readonly spent: SpendShown },
): void {
  const account = sums.get(period) ?? new Map<string, SpendShown>();
  sums.set(period, account.set(goal, plus(account.get(goal) ?? NOTHING, spent)));
}

function plus(a: SpendShown, b: SpendShown): SpendShown {
  return { tokens: a.tokens + b.tokens, usdMicros: a.usdMicros + b.usdMicros };
}

function itemSpend(data: LogEntry['data']): SpendShown {
  return { tokens: figureIn(data, 'tokens'), usdMicros: figureIn(data, 'usd_micros') };
}

/** The budget with the larger of what it says and what the log shows, for the day and its month. */
export function withLoggedSpend(budget: Budget, logged: LoggedCost, day: string): Budget {
  const month = monthOf(day);
  return {
    ...budget,
    days: raised(budget.days, day, logged.days.get(day)),
    months: raised(budget.months, month, logged.months.get(month)),
  };
}

type Periods = Readonly<Record<string, Account>>;

/** The same object where nothing is missing, so that nothing is written. */
function raised(
  periods: Periods,
  period: string,
  shown: ReadonlyMap<string, SpendShown> | undefined,
): Periods {
  const account = periods[period] ?? {};
  const changes = [...(shown ?? [])].flatMap(([goal, spent]): readonly (readonly [string, Sums])[] => {
    const stated = account[goal] ?? NO_SUMS;
    return isLess(stated, spent) ? [[goal, atLeast(stated, spent)]] : [];
  });
  return changes.length === 0
    ? periods
    : { ...periods, [period]: { ...account, ...Object.fromEntries(changes) } };
}

function isLess(stated: Sums, shown: SpendShown): boolean {
  return stated.spent_tokens < shown.tokens || stated.spent_usd_micros < shown.usdMicros;
}

function atLeast(stated: Sums, { tokens, usdMicros }: SpendShown): Sums {
  return {
    ...stated,
    spent_tokens: Math.max(stated.spent_tokens, tokens),
    spent_usd_micros: Math.max(stated.spent_usd_micros, usdMicros),
  };
}

/** What the state says of a goal's spending, where the log shows more. */
export interface SpendGap {
  readonly goal: string;
  /** `2026-11-22` or `2026-11`. */
  readonly period: string;
  readonly stated: Sums;
  readonly shown: Sums;
}

/** Where one budget says less than the other, each goal once. */
export function spendGaps(stated: Budget, shown: Budget, day: string): readonly SpendGap[] {
  const month = monthOf(day);
  const gaps = [
    ...gapsIn(month, stated.months[month], shown.months[month]),
    ...gapsIn(day, stated.days[day], shown.days[day]),
  ];
  return gaps.filter(({ goal }, index) => gaps.findIndex((each) => each.goal === goal) === index);
}

function gapsIn(period: string, stated: Account = {}, shown: Account = {}): readonly SpendGap[] {
  if (stated === shown) return [];
  return Object.entries(shown).flatMap(([goal, sums]) => {
    const before = stated[goal] ?? NO_SUMS;
    return before === sums ? [] : [{ goal, period, stated: before, shown: sums }];
  });
}
