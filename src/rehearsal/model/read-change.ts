import type { ChatMessage } from './text/conversation.ts';
import { type Turn, use } from './text/turn.ts';

const PIPED = /^\+.*\b(?:curl|wget)\b.*\|\s*(?:sudo\s+)?(?:ba|z)?sh\b/;

/** What the scripted model answers as a second reader: it finds what a program can find, and has nothing else to say. */
export function readChange(messages: readonly ChatMessage[]): Turn {
  const lines = messages.flatMap(({ content }) => content.split('\n'));
  const from = lines.indexOf('The diff:');
  const piped = lines.slice(from < 0 ? 0 : from).filter((line) => PIPED.test(line));
  const objections = piped.map((line) => ({
    kind: 'order',
    text: `A line pipes what it fetches into a shell: ${line.slice(1, 200)}`,
  }));
  return { say: '', calls: [use('verdict', { objections })] };
}
