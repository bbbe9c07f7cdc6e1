import { frontMatter, headings, plainText, withoutFrontMatter } from './markdown.ts';

export interface PageSummary {
  /** Null: the page has none, or it was not reached. */
  readonly title: string | null;
  readonly sentence: string | null;
}

const LONGEST_SENTENCE = 160;

/** Title and first sentence, from the page's own words. `complete`: the text is the whole page. */
export function summarisePage(text: string, isComplete: boolean): PageSummary {
  const plain = text.replaceAll('\r', '');
  const title = frontMatterTitle(plain) ?? firstHeading(plain);
  return { title, sentence: firstSentence(withoutFrontMatter(plain), isComplete) };
}

function frontMatterTitle(text: string): string | null {
  const title = /^title:[ \t]*(.+)$/m
    .exec(frontMatter(text) ?? '')?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return title === undefined || title === '' ? null : title;
}

function firstHeading(text: string): string | null {
  const all = headings(text);
  const heading = all.find(({ level }) => level === 1) ?? all[0];
  const title = plainText(heading?.text.replace(/\{#[\w-]+\}\s*$/, '') ?? '');
  return title === '' ? null : title;
}

/** A paragraph that the end of the text cuts off counts only when the page ends there as well. */
function firstSentence(text: string, isComplete: boolean): string | null {
  const blocks = withoutFences(text).split(/\n[ \t]*\n/);
  for (const [index, block] of blocks.entries()) {
    const paragraph = paragraphOf(block);
    if (paragraph === '') continue;
    const sentence = cutSentence(paragraph);
    if (sentence.whole || isComplete || index < blocks.length - 1) return sentence.text;
    return null;
  }
  return null;
}

function withoutFences(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm, '');
}

/** The prose of a block; empty for headings, lists, tables, quotes, HTML, admonitions, badges. */
function paragraphOf(block: string): string {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  while (/^ {0,3}#{1,6}(?:\s|$)/.test(lines[0] ?? '')) lines.shift();
  if (/^ {0,3}(?:=+|-+)\s*$/.test(lines[1] ?? '')) lines.splice(0, 2);
  const first = lines[0] ?? '';
  if (
    /^(?: {4}|\t)|^\s*(?:[-*+>|<]\s|[>|<]|\d+[.)]\s|[-*_=]{3,}\s*$|\[[^\]]+\]:|:::|!!!|import\s|export\s)/.test(
      first,
    )
  )
    return '';
  return plainText(lines.map((line) => line.trim()).join(' ')).replace(/\s+/g, ' ');
}

const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|dr|mr|mrs|st)|\b[A-Z])\.$/i;

function cutSentence(paragraph: string): { readonly text: string; readonly whole: boolean } {
  for (const match of paragraph.matchAll(/[.!?]["')\]]?(?=\s|$)/g)) {
    const sentence = paragraph.slice(0, (match.index ?? 0) + match[0].length);
    if (!ABBREVIATION.test(sentence) || sentence.length === paragraph.length) {
      return { text: cutWords(sentence), whole: true };
    }
  }
  return { text: cutWords(paragraph.replace(/:$/, '')), whole: false };
}

function cutWords(text: string): string {
  if (text.length <= LONGEST_SENTENCE) return text;
  const cut = text.slice(0, LONGEST_SENTENCE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SENTENCE / 2)).replace(/[\s,;:.]+$/, '')}…`;
}
