import { NO_SUMS, totalOf } from '../money/budget.ts';
import type { TotalBudget } from '../settings.ts';
import type { Budget, Sums } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import { monthOf } from '../time.ts';
import type { DraftReport, SpendingSums, SpentSum } from './report.ts';

interface SpendingFacts {
  readonly budget: Budget;
  /** Null: they are not known here. */
  readonly limits: TotalBudget | null;
  readonly drafts: readonly DraftReport[];
  /** `2026-11-22`, in UTC. */
  readonly day: string;
}

const NO_LIMIT = { tokens: null, usd: null };

export function spendingOf({ budget, limits, drafts, day }: SpendingFacts): SpendingSums {
  const month = monthOf(day);
  const [ofDay, ofMonth] = [budget.days[day] ?? {}, budget.months[month] ?? {}];
  const total = totalOf(ofMonth);
  const merged = drafts.filter(
    ({ outcome, endedAt }) => outcome === 'merged' && endedAt?.startsWith(month) === true,
  ).length;
  return {
    today: spentSum(totalOf(ofDay), {
      tokens: limits?.tokensPerDay ?? null,
      usd: limits?.usdPerDay ?? null,
    }),
    month: spentSum(total, { tokens: limits?.tokensPerMonth ?? null, usd: limits?.usdPerMonth ?? null }),
    byGoal: Object.keys(ofMonth)
      .sort(compareText)
      .map((goal) => ({
        goal,
        today: spentSum(ofDay[goal] ?? NO_SUMS, NO_LIMIT),
        month: spentSum(ofMonth[goal] ?? NO_SUMS, NO_LIMIT),
      })),
    months: Object.entries(budget.months)
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, account]) => ({ month: name, sum: spentSum(totalOf(account), NO_LIMIT) })),
    perMergedDraft:
      merged === 0
        ? null
        : {
            tokens: Math.round(total.spent_tokens / merged),
            usdMicros: Math.round(total.spent_usd_micros / merged),
          },
  };
}

function spentSum(
  sums: Sums,
  limit: { readonly tokens: number | null; readonly usd: number | null },
): SpentSum {
  return {
    tokens: sums.spent_tokens,
    usdMicros: sums.spent_usd_micros,
    calls: sums.calls,
    reservedTokens: sums.reserved_tokens,
    reservedUsdMicros: sums.reserved_usd_micros,
    lostTokens: sums.lost_tokens ?? 0,
    lostUsdMicros: sums.lost_usd_micros ?? 0,
    readerTokens: sums.reader_tokens ?? 0,
    tokenLimit: limit.tokens,
    usdLimit: limit.usd,
  };
}
