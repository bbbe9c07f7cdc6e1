import type { LogEntry } from '../../core/event.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import { codeSpan, inlineText } from '../words/markdown.ts';
import { exactTime } from '../words/sentences.ts';

const SENTENCE_LENGTH = 400;

/** An entry never changes, and each push of a run shows most of the entries of the one before. */
const written = new WeakMap<LogEntry, string>();

/** Log lines as a Markdown list, in the order given. */
export function logList(entries: readonly LogEntry[]): string {
  return entries
    .map((entry) => {
      const line = written.get(entry) ?? listLine(entry);
      written.set(entry, line);
      return line;
    })
    .join('\n');
}

function listLine(entry: LogEntry): string {
  const level = entry.level === 'info' || entry.level === 'debug' ? '' : `**${entry.level}** `;
  const goal = entry.goal === undefined ? '' : `${codeSpan(entry.goal)} `;
  return `- ${exactTime(entry.ts)} ${level}${goal}${inlineText(cutBetweenWords(entry.message, SENTENCE_LENGTH))}`;
}
