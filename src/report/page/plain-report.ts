import type { Report } from '../../core/report/report.ts';
import { withoutHidden } from '../words/markdown.ts';

/** A report in which no text has hidden characters or half of one, or is longer than `length`. What is the same stays the same. */
export function plainReport(report: Report, length: number): Report {
  return plain(report, length) as Report;
}

function plain(value: unknown, length: number): unknown {
  if (typeof value === 'string') return plainText(value, length);
  if (Array.isArray(value)) return value.map((each) => plain(each, length));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, length)]));
}

/** One text of others, as a page may show it. */
export function plainText(text: string, length: number): string {
  // A long text is cut twice, so that the part that nobody reads costs nothing.
  return shortened(withoutHidden(text.slice(0, 8 * length)).toWellFormed(), length);
}

/** Never half a character; what was cut ends in `…`. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** How much each of several parts may take, so that a page of many parts stays as small as one of a few. */
export function roomFor(
  parts: number,
  { total, least, most }: { readonly total: number; readonly least: number; readonly most: number },
): number {
  return Math.max(least, Math.min(most, Math.floor(total / Math.max(1, parts))));
}
