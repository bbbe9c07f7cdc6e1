/** A share with the bounds of its interval, all between 0 and 1. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided, 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson's interval. `independent`: how many of the tries tell something new; runs of one case are alike, so they count as one.
 * Default: all.
 */
export function shareOf(hits: number, of: number, independent = of): Share {
  if (of === 0) return { hits, of, share: 0, low: 0, high: 1 };
  const share = hits / of;
  const n = independent;
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { hits, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** How often at least as one-sided an outcome comes by chance where neither is better: the exact sign test, two-sided. */
export function signTest(better: number, worse: number): number {
  const n = better + worse;
  const most = Math.max(better, worse);
  let tail = 0;
  for (let hits = most; hits <= n; hits += 1) tail += choose(n, hits);
  return n === 0 ? 1 : Math.min(1, (2 * tail) / 2 ** n);
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return ways;
}
