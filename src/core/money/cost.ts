/** A cost. `usdMicros` are millionths of a US dollar. */
export interface Cost {
  readonly tokens: number;
  readonly usdMicros: number;
  readonly calls: number;
  /** Of `tokens`: read from a server's cache; missing: none. */
  readonly cachedTokens?: number;
  /** Of `tokens`: thinking; missing: none. */
  readonly reasoningTokens?: number;
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
  return {
    tokens: a.tokens + sign * b.tokens,
    usdMicros: a.usdMicros + sign * b.usdMicros,
    calls: a.calls + sign * b.calls,
    ...(cached !== 0 && { cachedTokens: cached }),
    ...(reasoning !== 0 && { reasoningTokens: reasoning }),
  };
}
