import * as v from 'valibot';
import type { AnswerUsage } from '../../ports.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** What is no count is left out, not refused. */
const maybe = v.fallback(v.nullish(count), null);

/** Where servers say what of it was cheaper or never seen. */
const DETAILS = {
  prompt_tokens_details: v.fallback(v.nullish(v.object({ cached_tokens: maybe })), null),
  completion_tokens_details: v.fallback(v.nullish(v.object({ reasoning_tokens: maybe })), null),
  prompt_cache_hit_tokens: maybe,
  cache_read_input_tokens: maybe,
  cached_tokens: maybe,
} as const;

const usageSchema = v.object({
  usage: v.object({
    prompt_tokens: maybe,
    completion_tokens: maybe,
    total_tokens: maybe,
    // The names of other APIs, which some servers of this one use.
    input_tokens: maybe,
    output_tokens: maybe,
    ...DETAILS,
  }),
});

/**
 * What a chat completion took; null: the server does not say. Some servers count their thinking only in the total: whatever is not
 * prompt was answer. Where neither the answer nor the total is told, nobody knows what the answer took.
 */
export function usageOf(body: unknown): AnswerUsage | null {
  const checked = v.safeParse(usageSchema, body);
  if (!checked.success) return null;
  const { usage } = checked.output;
  const tokensIn = usage.prompt_tokens ?? usage.input_tokens ?? 0;
  const answered = usage.completion_tokens ?? usage.output_tokens ?? null;
  const total = usage.total_tokens ?? 0;
  // No prompt has no tokens: a server that says so does not count.
  if (tokensIn === 0 || (answered === null && total <= tokensIn)) return null;
  const unnamed = total - tokensIn - (answered ?? 0);
  const tokensOut = (answered ?? 0) + Math.max(0, unnamed);
  const thought = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  const reasoning = answered === null ? thought : Math.max(thought, unnamed);
  const cached =
    usage.prompt_tokens_details?.cached_tokens ??
    usage.prompt_cache_hit_tokens ??
    usage.cache_read_input_tokens ??
    usage.cached_tokens ??
    0;
  return {
    ...{ tokensIn, tokensOut },
    ...(cached > 0 && { cachedIn: Math.min(cached, tokensIn) }),
    ...(reasoning > 0 && { reasoningOut: Math.min(reasoning, tokensOut) }),
  };
}
