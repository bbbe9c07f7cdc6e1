import type { Steps } from '../../core/text/steps.ts';

/** Words that mark something as still to be done. */
const MARKERS = ['TODO', 'FIXME', 'XXX', 'HACK'] as const;

/** A comment that says that something is still to be done. */
export interface TodoComment {
  readonly path: string;
  /** From 1. */
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

/** No person writes longer ones. */
const LONGEST_LINE = 2_000;
/** What opens a comment anywhere in a line, and what does so only as the first thing in it. */
const ANYWHERE = String.raw`(?:^|[\s;{}(),>\]])(?://+!?|/\*+|\{/\*+|<!--|#+|--|'{3}|"{3}|\(\*)`;
const FIRST = String.raw`^\s*(?:\*+|;+|%+|REM\s)`;
const AT_LEAD = new RegExp(String.raw`(?:${ANYWHERE}|${FIRST})[\s@\-\[*!]{0,20}$`);
const MARKED = new RegExp(
  String.raw`\b(${MARKERS.join('|')})\b(?:\(([^()]{0,100})\))?(:|\]:?|\s-)?(?=(.*)$)`,
  'gs',
);
const WORD = new RegExp(MARKERS.join('|'));
const LONGEST_LEAD = 400;

/** The comments of one file, in order. */
export function* commentsOf(path: string, text: string): Steps<readonly TodoComment[]> {
  if (!WORD.test(text)) return [];
  const found: TodoComment[] = [];
  let line = 0;
  let marked = 0;
  for (const words of text.split('\n')) {
    line += 1;
    const comment = commentIn({ path, line }, words);
    if (comment !== null) found.push(comment);
    // Lines without a marker are told apart at once.
    if (WORD.test(words) && ++marked % IN_ONE_STEP === 0) yield;
  }
  return found;
}

/** So many lines with a marker are looked at in one step. */
const IN_ONE_STEP = 50;

/**
 * A marker counts where a comment begins with it, or where a line begins with it and a colon (inside a block comment). Null:
 * there is none in the line.
 */
function commentIn(place: Pick<TodoComment, 'path' | 'line'>, line: string): TodoComment | null {
  if (line.length > LONGEST_LINE || !WORD.test(line)) return null;
  for (const found of line.matchAll(MARKED)) {
    const before = line.slice(0, found.index);
    const opensLine = before.trim() === '' && found[3] === ':';
    if (!opensLine && !(AT_LEAD.test(before.slice(-LONGEST_LEAD)) && !isInsideString(before))) continue;
    const [, marker = '', owner = '', , text = ''] = found;
    return { ...place, marker, owner: owner.trim(), text: tidy(text) };
  }
  return null;
}

/** An odd number of one kind of quote before it means that a string is open there. */
function isInsideString(before: string): boolean {
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
