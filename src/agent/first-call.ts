import { createMask } from '../core/access/mask.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { Goal } from '../core/goal.ts';
import { SMALLEST_ANSWER } from '../core/money/meter.ts';
import { utf8Length } from '../core/text/bytes.ts';
import { firstMessage, type Room, SYSTEM_PROMPT } from './prompt.ts';
import { promptBytes } from './prompt-bytes.ts';
import type { Assignment } from './pursuit.ts';
import { createFence } from './tools/fence.ts';
import { toolsFor } from './tools/tools.ts';

/** What the first call for an item takes at least: its prompt as far as the goal makes it, and a short answer. */
export interface FirstCall {
  readonly promptBytes: number;
  readonly answerTokens: number;
}

/** It is counted and goes nowhere. */
const NOTHING_SECRET = createMask({ values: [], patterns: [] });
const LENGTH_OF_A_NONCE = 32;

export function firstCall(
  goal: Goal,
  settings: { readonly protectedPaths: readonly string[]; readonly goalsFolder: string },
): FirstCall {
  const fence = createFence({ nonce: () => '0'.repeat(LENGTH_OF_A_NONCE), fraction: () => 0 });
  const task = {
    goal,
    item: { key: '', title: 'the whole window' },
    window: { from: '', to: '', commits: [], changed: [] },
    notes: [],
    issue: null,
    protectedGlobs: settings.protectedPaths,
    goalsFolder: settings.goalsFolder,
  };
  const messages = [
    { role: 'system', content: SYSTEM_PROMPT },
    {
      role: 'user',
      content: firstMessage(maskedRecord(task, NOTHING_SECRET), fence, {
        tokens: goal.limits.tokens,
        issueBytes: 0,
      }),
    },
  ] as const;
  const tools = toolsFor(goal).map(({ schema }) => schema);
  return { promptBytes: promptBytes(messages, tools), answerTokens: SMALLEST_ANSWER };
}

/** Of what an item is about: a file, an issue, a run. */
const MOST_FIRST_BYTES = 16_000;

/** What there is room for in the first message, where so many tokens are left. */
export function roomFor(assignment: Assignment, left: number): Room {
  const tokens = Math.min(assignment.goal.limits.tokens, left);
  return { tokens, issueBytes: firstDataBytes(assignment, tokens) };
}

/** A third of what the rest of the first call leaves of so many tokens: each call sends the issue again. */
function firstDataBytes({ goal, notes, protectedGlobs, goalsFolder }: Assignment, tokens: number): number {
  const rest = firstCall(goal, { protectedPaths: protectedGlobs, goalsFolder });
  const noted = utf8Length(notes.join('\n'));
  const left = tokens - rest.promptBytes - rest.answerTokens - noted;
  return Math.min(MOST_FIRST_BYTES, Math.max(0, Math.floor(left / 3)));
}
