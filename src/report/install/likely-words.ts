import { likelyDollars, roughDollars, roughTokens } from '../words/rough-figures.ts';

/** What a model probably costs, before anything has run. */
export interface LikelyInput {
  /** Tokens, once. */
  readonly first: number;
  /** Tokens of a usual month after that. */
  readonly month: { readonly least: number; readonly most: number };
  /** US dollars per million tokens; null: not known. */
  readonly price: { readonly in: number; readonly out: number } | null;
}

export function likelyWords({ first, month, price }: LikelyInput): string {
  if (first === 0) return 'nothing before there is a goal.';
  const dollars = (tokens: number): string =>
    price === null ? '' : `, ${roughDollars(likelyDollars(tokens, price))}`;
  const range =
    roughTokens(month.least) === roughTokens(month.most)
      ? `about ${roughTokens(month.most)} tokens${dollars(month.most)}`
      : `${roughTokens(month.least)} to ${roughTokens(month.most)} tokens${dollars(month.most).replace(', ', ', at most about ')}`;
  return `about ${roughTokens(first)} tokens${dollars(first)} once, for what is there already; then ${range} in a usual month. A rough estimate, from rehearsals of the sample goals on Wakeful's own repository; a model may need more or less. Where nothing has changed, no model is asked.`;
}
