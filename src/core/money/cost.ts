import type { ItemRecord } from '../item-state.ts';

/** A cost. `usdMicros` are millionths of a US dollar. */
export interface Cost {
  readonly tokens: number;
  readonly usdMicros: number;
  readonly calls: number;
  /** Of `tokens`: read from a server's cache; missing: none. */
  readonly cachedTokens?: number;
  /** Of `tokens`: thinking; missing: none. */
  readonly reasoningTokens?: number;
  /** Of `tokens`: of a second reader; missing: none. */
  readonly readerTokens?: number;
}

export const NO_COST: Cost = { tokens: 0, usdMicros: 0, calls: 0 };

export function addCosts(a: Cost, b: Cost): Cost {
  return combined(a, b, 1);
}

export function subtractCost(a: Cost, b: Cost): Cost {
  return combined(a, b, -1);
}

function combined(a: Cost, b: Cost, sign: 1 | -1): Cost {
  const cached = (a.cachedTokens ?? 0) + sign * (b.cachedTokens ?? 0);
  const reasoning = (a.reasoningTokens ?? 0) + sign * (b.reasoningTokens ?? 0);
  const reader = (a.readerTokens ?? 0) + sign * (b.readerTokens ?? 0);
  return {
    tokens: a.tokens + sign * b.tokens,
    usdMicros: a.usdMicros + sign * b.usdMicros,
    calls: a.calls + sign * b.calls,
    ...(cached !== 0 && { cachedTokens: cached }),
    ...(reasoning !== 0 && { reasoningTokens: reasoning }),
    ...(reader !== 0 && { readerTokens: reader }),
  };
}

/** What an item has spent, as the state keeps it, with what another attempt cost. */
export function spentWith(spent: ItemRecord['spent'], cost: Cost): ItemRecord['spent'] {
  const cached = (spent.cached_tokens ?? 0) + (cost.cachedTokens ?? 0);
  const reasoning = (spent.reasoning_tokens ?? 0) + (cost.reasoningTokens ?? 0);
  const reader = (spent.reader_tokens ?? 0) + (cost.readerTokens ?? 0);
  return {
    ...spent,
    tokens: spent.tokens + cost.tokens,
    usd_micros: spent.usd_micros + cost.usdMicros,
    calls: spent.calls + cost.calls,
    ...(cached > 0 && { cached_tokens: cached }),
    ...(reasoning > 0 && { reasoning_tokens: reasoning }),
    ...(reader > 0 && { reader_tokens: reader }),
  };
}
