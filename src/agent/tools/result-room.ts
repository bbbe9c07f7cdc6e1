import type { Meter } from '../../core/money/meter.ts';

/** The largest result of a tool, bytes. */
export const MOST_RESULT_BYTES = 24_000;
/** Tokens of an answer that can do some work. */
const USEFUL_ANSWER = 2_000;
/** As much as always says what a result is about. */
const LEAST_BYTES = 300;

/** How many bytes a result may have, so that a useful call still fits into what is left. `prompt`: tokens of the next one without it. */
export function resultRoom({ meter, prompt }: { readonly meter: Meter; readonly prompt: number }): number {
  const { tokens, usdMicros } = meter.left();
  const byTokens = tokens - prompt - USEFUL_ANSWER;
  return Math.max(LEAST_BYTES, Math.min(MOST_RESULT_BYTES, byTokens, byDollars()));

  function byDollars(): number {
    const { price } = meter;
    if (price === null || usdMicros === null || price.in === 0) return MOST_RESULT_BYTES;
    return Math.floor((usdMicros - prompt * price.in - USEFUL_ANSWER * price.out) / price.in);
  }
}
