import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { SYSTEM_PROMPT } from '../src/agent/prompt.ts';
import { EVERY_TOOL } from '../src/agent/tools/tools.ts';

export const PROMPT_TOKENS_ALLOWED = 1_800;

/** Exact counts of the tokenizer of OpenAI's newer models, with every tool there is, as JSON on the wire. */
export function measurePrompt(): { readonly system: number; readonly tools: number; readonly total: number } {
  const system = encode(SYSTEM_PROMPT).length;
  const wire = EVERY_TOOL.map(({ schema }) => ({ type: 'function', function: schema }));
  const tools = encode(JSON.stringify(wire)).length;
  return { system, tools, total: system + tools };
}
