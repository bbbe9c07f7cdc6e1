import type { ViewMatch } from './views.ts';

export const MARKERS = ['TODO', 'FIXME', 'XXX', 'HACK', 'BUG', 'OPTIMIZE'] as const;

export interface CodeComment {
  readonly path: string;
  readonly line: number;
  readonly marker: string;
  /** Who is named in brackets; empty: nobody. */
  readonly owner: string;
  readonly text: string;
}

/** Prose and data, where the words are not comments. */
const NOT_CODE =
  /\.(?:md|markdown|mdx|txt|rst|adoc|json|jsonl|json5|lock|csv|tsv|svg|map|snap|patch|diff|log|po|ipynb)$|(?:^|\/)(?:LICENSE|NOTICE|COPYING|CHANGELOG|AUTHORS)[^/]*$|\.min\.(?:js|css)$/i;

export function isCode(path: string): boolean {
  return !NOT_CODE.test(path);
}

/** What opens a comment anywhere in a line, and what does so only as the first thing in it. */
const ANYWHERE = String.raw`(?:^|[\s;{}(),>\]])(?://+!?|/\*+|\{/\*+|<!--|#+|--|'{3}|"{3}|\(\*)`;
const FIRST = String.raw`^\s*(?:\*+|;+|%+|REM\s)`;
const AT_LEAD = new RegExp(String.raw`(?:${ANYWHERE}|${FIRST})[\s@\-\[*!]*$`);

/**
 * A marker counts where a comment begins with it, or where a line begins with it and a colon (inside a block comment).
 * FIXME: inside a multi-line string such a line is taken for a comment; only a parser for each language would know.
 */
export function readComment(match: ViewMatch, markers: readonly string[]): readonly CodeComment[] {
  if (!isCode(match.path)) return [];
  const pattern = new RegExp(
    String.raw`\b(${markers.join('|')})\b(?:\(([^()]*)\))?(:|\]:?|\s-)?(?=(.*)$)`,
    'gs',
  );
  for (const found of match.text.matchAll(pattern)) {
    const before = match.text.slice(0, found.index);
    const opensLine = before.trim() === '' && found[3] === ':';
    if (!opensLine && !(AT_LEAD.test(before) && !insideString(before))) continue;
    const [, marker = '', owner = '', , text = ''] = found;
    return [{ path: match.path, line: match.line, marker, owner: owner.trim(), text: tidy(text) }];
  }
  return [];
}

/** An odd number of one kind of quote before it means that a string is open there. */
function insideString(before: string): boolean {
  const code = before.replace(/(?:'''|""")[\s@\-[*!]*$/, '').replace(/\\./g, '');
  return ['"', "'", '`'].some((quote) => code.split(quote).length % 2 === 0);
}

function tidy(text: string): string {
  return text
    .replace(/\s*(?:\*+\/\}?|-->|\*\)|'''|""")\s*$/, '')
    .replace(/^[\s:\-–]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
