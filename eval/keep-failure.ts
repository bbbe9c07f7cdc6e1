import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMask } from '../src/core/access/mask.ts';
import type { Message } from '../src/ports.ts';
import type { Grading } from './grade.ts';
import type { Outcome } from './outcome.ts';

/** Writes what a failed run said and changed into a folder of its own, without secrets. */
export function keepFailure(
  folder: string,
  {
    outcome,
    grading,
    secrets,
  }: { readonly outcome: Outcome; readonly grading: Grading; readonly secrets: readonly string[] },
): void {
  const mask = createMask({ values: secrets, patterns: [] });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), mask.mask(text));
  write('transcript.md', transcript(outcome, grading));
  write('diff.patch', outcome.patch);
}

function transcript({ conversations, ending, detail, effects, issues }: Outcome, grading: Grading): string {
  return [
    `Failed at ${grading.failedAt}: ${grading.problem}`,
    `Ended as ${ending}: ${detail}`,
    ...(effects.length > 0 ? [`Issues afterwards: ${JSON.stringify(issues, null, 2)}`] : []),
    ...conversations.flatMap(({ messages, answer }, at) => [
      `\n# Conversation ${at + 1}`,
      ...messages.map(messageText),
      `\n## last answer\n\n${JSON.stringify(answer, null, 2)}`,
    ]),
    '',
  ].join('\n');
}

function messageText(message: Message): string {
  const calls =
    message.role === 'assistant'
      ? message.toolCalls.map(({ name, arguments: input }) => `\n${name} ${input}`).join('')
      : '';
  return `\n## ${message.role}\n\n${message.content}${calls}`;
}
