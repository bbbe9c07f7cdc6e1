import type { PageLine } from './line-ids.ts';

/** Lines in one part: so many are opened at once without a pause that people notice. */
const PART_LINES = 4_000;

/** The log for the script of the page, the newest part first; in each part the oldest line first. */
export function linesJson(lines: readonly PageLine[]): readonly string[] {
  const parts: string[] = [];
  for (let end = lines.length; end > 0; end -= PART_LINES)
    parts.push(withoutTurns(JSON.stringify(lines.slice(Math.max(0, end - PART_LINES), end))));
  return parts;
}

/** Without what turns the direction of a text. All other hidden characters are escaped in JSON, and shown as nothing. */
function withoutTurns(json: string): string {
  return json.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
