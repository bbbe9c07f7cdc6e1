/** US dollars per million tokens. */
export interface KnownPrice {
  readonly in: number;
  readonly out: number;
  readonly cachedIn: number;
}

/**
 * The day as of which these prices are given, and the page that has them now. They were gathered from public price lists that
 * agree, not from that page itself. A price in the settings counts instead of them.
 */
export const PRICES_READ = {
  on: '2026-11-05',
  at: 'https://developers.openai.com/api/docs/pricing',
} as const;

const PRICES: Readonly<Record<string, KnownPrice>> = {
  'gpt-4.1': { in: 2, out: 8, cachedIn: 0.5 },
  'gpt-4.1-mini': { in: 0.4, out: 1.6, cachedIn: 0.1 },
  'gpt-4.1-nano': { in: 0.1, out: 0.4, cachedIn: 0.025 },
  'gpt-4o': { in: 2.5, out: 10, cachedIn: 1.25 },
  'gpt-4o-mini': { in: 0.15, out: 0.6, cachedIn: 0.075 },
  'gpt-5': { in: 1.25, out: 10, cachedIn: 0.125 },
  'gpt-5-mini': { in: 0.25, out: 2, cachedIn: 0.025 },
  'gpt-5-nano': { in: 0.05, out: 0.4, cachedIn: 0.005 },
  'gpt-5.1': { in: 1.25, out: 10, cachedIn: 0.125 },
  'gpt-5.2': { in: 1.75, out: 14, cachedIn: 0.175 },
};

/** What a model of OpenAI costs at OpenAI; null: it is not known, or another server sets its own price. */
export function knownPrice(model: string, baseUrl: string | null): KnownPrice | null {
  const isOpenAi = baseUrl === null || /^https:\/\/api\.openai\.com(\/|$)/.test(baseUrl);
  return isOpenAi && Object.hasOwn(PRICES, model) ? (PRICES[model] ?? null) : null;
}
