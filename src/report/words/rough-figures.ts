/** Two digits at most, for what is estimated: `12,000`, `1.5 million`. */
export function roughTokens(tokens: number): string {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, tokens))) - 1);
  const value = Math.round(tokens / 10 ** digits) * 10 ** digits;
  if (value >= 1e6) return `${(value / 1e6).toLocaleString('en')} million`;
  return value.toLocaleString('en');
}

export function roughDollars(usd: number): string {
  if (usd < 0.1) return 'less than 10 cents';
  return usd < 10 ? `$${(Math.round(usd * 10) / 10).toFixed(2)}` : `$${Math.round(usd)}`;
}

/** Nearly all tokens go in. */
const SHARE_OUT = 0.15;

/** Dollars of so many tokens, at dollars per million. */
export function likelyDollars(tokens: number, price: { readonly in: number; readonly out: number }): number {
  return (tokens / 1e6) * (price.in * (1 - SHARE_OUT) + price.out * SHARE_OUT);
}
