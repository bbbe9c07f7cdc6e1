/**
 * Which test holds a sentence of a page. Its name stands behind the sentence, as a comment that GitHub does not show:
 * `<!-- held by in-memory/attacks/x.test.ts: the test's title -->`. `<!-- explains -->` marks what promises nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

const HELD = /<!-- held by ([\w./-]+): (.+?) -->/g;
const EXPLAINS = '<!-- explains -->';

export interface Reference {
  readonly file: string;
  readonly title: string;
}

export function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Paragraphs, list items and cells of tables, each on one line. */
export function blocksOf(page: string): readonly string[] {
  return page
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/^\|.*\|$/gm, (row) => `\n${row.replaceAll('|', '\n\n')}\n`)
    .split(/\n(?:\s*\n|(?=- |\d+\. ))/)
    .map((block) => block.replaceAll(/\s+/g, ' ').trim())
    .filter((block) => block !== '' && !/^(#|-+$)/.test(block));
}

/** Sentences of a block that promises, behind which no test is named. */
export function unheldSentences(block: string): readonly string[] {
  if (block.replace(/^- /, '').startsWith(EXPLAINS)) return [];
  return sentencesOf(block).filter((sentence) => !sentence.includes('§'));
}

/** What cannot happen, or never does. */
const PROMISES = /\b(?:never|cannot|nobody|nowhere|neither|twice|nothing else|no other|nothing of)\b/i;

/** Sentences of a page that explains much, which promise something by their words, and behind which no test is named. */
export function unheldPromises(block: string): readonly string[] {
  const marked = block.replaceAll(EXPLAINS, '§');
  return sentencesOf(marked).filter((sentence) => PROMISES.test(sentence) && !sentence.includes('§'));
}

/** `§` stands for the mark behind a sentence. */
function sentencesOf(block: string): readonly string[] {
  return block
    .replace(/^- /, '')
    .replaceAll(HELD, '§')
    .split(/(?<=[.:!?]\)?)\s+(?=[A-Z`])|(?<=§)\s*(?=[^\s§])/);
}

export function referencesOf(page: string): readonly Reference[] {
  return [...page.replaceAll(/\s+/g, ' ').matchAll(HELD)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));
}

/** Null: the test is there. */
export function reasonNotHeld({ file, title }: Reference): string | null {
  const path = join(ROOT, 'test', file);
  if (!existsSync(path)) return `there is no test/${file}`;
  // Where a title stands it begins behind a quotation mark, which a comment or a sample does not.
  const text = readFileSync(path, 'utf8').replaceAll("\\'", "'");
  const isThere = ["'", '"', '`'].some((mark) => text.includes(`${mark}${title}`));
  return isThere ? null : `test/${file} has no test "${title}"`;
}

/** How many tests a page rests on. */
export function testsBehind(page: string): number {
  return new Set(referencesOf(page).map(({ file, title }) => `${file} ${title}`)).size;
}
