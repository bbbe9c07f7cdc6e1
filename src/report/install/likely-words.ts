/** What a model probably costs, before anything has run. */
export interface LikelyInput {
  /** Tokens, once. */
  readonly first: number;
  /** Tokens of a usual month after that. */
  readonly month: { readonly least: number; readonly most: number };
  /** US dollars per million tokens; null: not known. */
  readonly price: { readonly in: number; readonly out: number } | null;
}

/** Nearly all tokens go in. */
const SHARE_OUT = 0.15;

export function likelyWords({ first, month, price }: LikelyInput): string {
  if (first === 0) return 'nothing before there is a goal.';
  const dollars = (tokens: number): string =>
    price === null ? '' : `, ${roundDollars((tokens / 1e6) * mixed(price))}`;
  const range =
    rounded(month.least) === rounded(month.most)
      ? `about ${rounded(month.most)} tokens${dollars(month.most)}`
      : `${rounded(month.least)} to ${rounded(month.most)} tokens${dollars(month.most).replace(', ', ', at most about ')}`;
  return `about ${rounded(first)} tokens${dollars(first)} once, for what is there already; then ${range} in a usual month. A rough estimate, from rehearsals of the sample goals on Wakeful's own repository; a model may need more or less. Where nothing has changed, no model is asked.`;
}

function mixed({ in: input, out }: { readonly in: number; readonly out: number }): number {
  return input * (1 - SHARE_OUT) + out * SHARE_OUT;
}

/** Two digits at most: it is an estimate. */
function rounded(tokens: number): string {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, tokens))) - 1);
  const value = Math.round(tokens / 10 ** digits) * 10 ** digits;
  if (value >= 1e6) return `${(value / 1e6).toLocaleString('en')} million`;
  return value.toLocaleString('en');
}

function roundDollars(usd: number): string {
  if (usd < 0.1) return 'less than 10 cents';
  return usd < 10 ? `$${(Math.round(usd * 10) / 10).toFixed(2)}` : `$${Math.round(usd)}`;
}
