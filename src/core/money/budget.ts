import type { BudgetLimit } from '../budget-state.ts';
import type { Limits } from '../goal.ts';
import type { TotalBudget } from '../settings.ts';
import type { Account, Budget, Reservation, Sums } from '../state.ts';
import { monthOf } from '../time.ts';
import type { Cost } from './cost.ts';

export { addCosts, type Cost, NO_COST, subtractCost } from './cost.ts';

/** What may still be set aside. Null dollars: nothing limits them. */
export interface Allowance {
  readonly tokens: number;
  readonly usdMicros: number | null;
  /** The limit that leaves the least. */
  readonly tightest: BudgetLimit;
}

interface Cap {
  readonly name: BudgetLimit;
  readonly tokens: number | null;
  readonly usd: number | null;
  readonly used: Sums;
}

/** The rest of every limit that applies to one goal's wake today: wake, goal's day and month, total day and month. */
export function allowance(budget: Budget, goal: string, facts: AllowanceFacts): Allowance {
  const day = budget.days[facts.day] ?? {};
  const month = budget.months[monthOf(facts.day)] ?? {};
  const { limits, total } = facts;
  return tightestOf([
    { name: 'wake', tokens: limits.tokens, usd: null, used: NO_SUMS },
    {
      name: 'goal_day',
      tokens: limits.tokensPerDay,
      usd: limits.usdPerDay,
      used: day[goal] ?? NO_SUMS,
    },
    {
      name: 'goal_month',
      tokens: null,
      usd: limits.usdPerMonth,
      used: month[goal] ?? NO_SUMS,
    },
    {
      name: 'total_day',
      tokens: total.tokensPerDay,
      usd: total.usdPerDay,
      used: totalOf(day),
    },
    {
      name: 'total_month',
      tokens: total.tokensPerMonth,
      usd: total.usdPerMonth,
      used: totalOf(month),
    },
  ]);
}

export interface AllowanceFacts {
  /** The UTC day on which the reservation is made. */
  readonly day: string;
  readonly limits: Limits;
  readonly total: TotalBudget;
}

function tightestOf(caps: readonly Cap[]): Allowance {
  let tokens = Number.MAX_SAFE_INTEGER;
  let usdMicros: number | null = null;
  let tightest: BudgetLimit = 'wake';
  for (const cap of caps) {
    const restTokens =
      cap.tokens === null ? tokens : cap.tokens - cap.used.reserved_tokens - cap.used.spent_tokens;
    if (restTokens < tokens) {
      tokens = Math.max(0, restTokens);
      tightest = cap.name;
    }
    if (cap.usd === null) continue;
    const rest = Math.max(
      0,
      Math.round(cap.usd * 1e6) - cap.used.reserved_usd_micros - cap.used.spent_usd_micros,
    );
    if (usdMicros === null || rest < usdMicros) {
      usdMicros = rest;
      if (rest === 0) tightest = cap.name;
    }
  }
  return { tokens, usdMicros, tightest };
}

export const NO_SUMS: Sums = {
  reserved_tokens: 0,
  reserved_usd_micros: 0,
  spent_tokens: 0,
  spent_usd_micros: 0,
  calls: 0,
};

function addSums(a: Sums, b: Sums): Sums {
  return {
    ...a,
    reserved_tokens: a.reserved_tokens + b.reserved_tokens,
    reserved_usd_micros: a.reserved_usd_micros + b.reserved_usd_micros,
    spent_tokens: a.spent_tokens + b.spent_tokens,
    spent_usd_micros: a.spent_usd_micros + b.spent_usd_micros,
    calls: a.calls + b.calls,
    ...lostSums(a, b),
    ...readerSums(a, b),
  };
}

function lostSums(a: Sums, b: Sums): Pick<Sums, 'lost_tokens' | 'lost_usd_micros'> {
  const tokens = (a.lost_tokens ?? 0) + (b.lost_tokens ?? 0);
  const usdMicros = (a.lost_usd_micros ?? 0) + (b.lost_usd_micros ?? 0);
  return tokens === 0 && usdMicros === 0 ? {} : { lost_tokens: tokens, lost_usd_micros: usdMicros };
}

function readerSums(a: Sums, b: Sums): Pick<Sums, 'reader_tokens'> {
  const tokens = (a.reader_tokens ?? 0) + (b.reader_tokens ?? 0);
  return tokens === 0 ? {} : { reader_tokens: tokens };
}

/** All goals of a day or month together. */
export function totalOf(account: Account): Sums {
  return Object.values(account).reduce(addSums, NO_SUMS);
}

/** Sets money aside before it can be spent. */
export function reserve(budget: Budget, goal: string, reservation: Reservation): Budget {
  return book(budget, goal, {
    day: reservation.day,
    sums: {
      ...NO_SUMS,
      reserved_tokens: reservation.tokens,
      reserved_usd_micros: reservation.usd_micros,
    },
  });
}

/** Turns part of a reservation into what was really spent. Booked on the day the reservation was made. */
export function settle(budget: Budget, goal: string, settlement: Settlement): Budget {
  return book(budget, goal, {
    day: settlement.from.day,
    sums: {
      reserved_tokens: settlement.left.tokens - settlement.from.tokens,
      reserved_usd_micros: settlement.left.usd_micros - settlement.from.usd_micros,
      spent_tokens: settlement.spent.tokens,
      spent_usd_micros: settlement.spent.usdMicros,
      calls: settlement.spent.calls,
      ...(settlement.spent.readerTokens !== undefined && { reader_tokens: settlement.spent.readerTokens }),
      ...(settlement.isLost === true
        ? { lost_tokens: settlement.spent.tokens, lost_usd_micros: settlement.spent.usdMicros }
        : {}),
    },
  });
}

export interface Settlement {
  /** The reservation as the lease has it now. */
  readonly from: Reservation;
  /** What stays reserved afterwards. */
  readonly left: Reservation;
  /** Spent since the last settlement. */
  readonly spent: Cost;
  /** It only counts as spent, because nobody knows whether it was. */
  readonly isLost?: boolean;
}

/** The reservation after some of it was spent; never below nothing. */
export function afterSpending(reservation: Reservation, spent: Cost): Reservation {
  return {
    ...reservation,
    tokens: Math.max(0, reservation.tokens - spent.tokens),
    usd_micros: Math.max(0, reservation.usd_micros - spent.usdMicros),
  };
}

const DAYS_KEPT = 3;
const MONTHS_KEPT = 13;

function book(budget: Budget, goal: string, entry: BudgetEntry): Budget {
  return {
    ...budget,
    days: bookPeriod(budget.days, goal, { ...entry, period: entry.day, kept: DAYS_KEPT }),
    months: bookPeriod(budget.months, goal, { ...entry, period: monthOf(entry.day), kept: MONTHS_KEPT }),
  };
}

interface BudgetEntry {
  readonly day: string;
  readonly sums: Sums;
}

type Periods = Readonly<Record<string, Account>>;

/**
 * Keeps the newest periods, the one that is booked, and those in which something is still set aside: a clock that has
 * jumped back finds its day again. What was set aside in a period that is forgotten all the same is not settled there.
 */
function bookPeriod(
  periods: Periods,
  goal: string,
  { period, sums, kept }: { readonly period: string; readonly sums: Sums; readonly kept: number },
): Periods {
  const isForgotten =
    periods[period] === undefined && (sums.reserved_tokens < 0 || sums.reserved_usd_micros < 0);
  if (isForgotten) return periods;
  const booked = { ...periods, [period]: bookAccount(periods[period], goal, sums) };
  const newest = Object.keys(booked).sort().slice(-kept);
  return Object.fromEntries(
    Object.entries(booked).filter(
      ([name, account]) => name === period || newest.includes(name) || isAnySetAside(account),
    ),
  );
}

/** A wake that has used up its tokens may still have dollars set aside. */
function isAnySetAside(account: Account): boolean {
  const { reserved_tokens, reserved_usd_micros } = totalOf(account);
  return reserved_tokens > 0 || reserved_usd_micros > 0;
}

function bookAccount(account: Account | undefined, goal: string, sums: Sums): Account {
  return { ...account, [goal]: addSums(account?.[goal] ?? NO_SUMS, sums) };
}

/** A reservation of nothing, for a lease that carries out effects only. `day`: UTC, e.g. `2026-11-22`. */
export function noReservation(day: string): Reservation {
  return { day, tokens: 0, usd_micros: 0 };
}
