/** Prints how many tokens the system prompt and the tools' schemas take; fails from 1,800 on. */
import { measurePrompt, PROMPT_TOKENS_ALLOWED } from './prompt-tokens.ts';

const { system, tools, total } = measurePrompt();
console.log(`system prompt  ${system} tokens`);
console.log(`tool schemas   ${tools} tokens`);
console.log(`together       ${total} tokens of at most ${PROMPT_TOKENS_ALLOWED}`);
process.exitCode = total < PROMPT_TOKENS_ALLOWED ? 0 : 1;
