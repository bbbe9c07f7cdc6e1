import GithubSlugger from 'github-slugger';
import MarkdownIt, { type Env, type Token } from 'markdown-it';
import type { Steps } from '../../core/text/steps.ts';
import { tagAttributes } from './html-tags.ts';

/** A link as it stands in a page. */
export interface PageLink {
  /** From 1. */
  readonly line: number;
  /** As it is written, without marks around it; entities and backslashes are read. */
  readonly destination: string;
  /** An attribute of an HTML tag. */
  readonly isHtml: boolean;
}

/** What a Markdown page has to do with links. */
export interface Page {
  readonly links: readonly PageLink[];
  /** What `#…` can name in it, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

/** Where in its text an inline token begins, under this name in `meta`. */
const OFFSET = 'offset';
const LEADS: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src'],
  source: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
};

class PlacedInline extends MarkdownIt.StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    if (type === 'html_inline') token.meta = { [OFFSET]: this.pos };
    if (type !== 'link_open' && type !== 'image') return token;
    const end =
      type === 'link_open' ? this.posMax : this.md.helpers.parseLinkLabel(this, this.pos + 1, false);
    // A link by name leads where its definition says, and definitions are looked at by themselves.
    if (this.src[end + 1] === '(') token.meta = { [OFFSET]: this.pos };
    return token;
  }
}

const parser = new MarkdownIt('commonmark').enable(['table', 'strikethrough']);
parser.inline.State = PlacedInline;
// What stands inside of blocks is read by itself, so that others have their turn in between.
parser.core.ruler.enableOnly(['normalize', 'block']);
// Destinations are needed as they are written.
parser.normalizeLink = (link) => link;
parser.validateLink = () => true;

/** Of lines, or in one paragraph. */
class TooMuch extends Error {}

/** More than people write. Between two rests the parser reads all lines once, or one paragraph. */
const MOST_LINES = 30_000;
const LONGEST_PARAGRAPH = 50_000;
/** So many characters of paragraphs are read in one step. */
const STEP = 20_000;

/** Reads a page as GitHub does: CommonMark, tables, HTML, front matter. Throws where it has too many lines, or too long ones. */
export function* readPage(text: string): Steps<Page> {
  const shown = withoutFrontMatter(text);
  if (lineBreaks(shown) > MOST_LINES) throw new TooMuch();
  const env: Env = {};
  const tokens = parser.parse(shown, env);
  const found: PageLink[] = [...definedLinks(shown, env)];
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  let line = 0;
  let isHeading = false;
  let sinceRest = 0;
  yield;
  for (const token of tokens) {
    sinceRest += token.content.length + 1;
    if (sinceRest > STEP) {
      yield;
      sinceRest = 0;
    }
    if (token.type === 'inline') readInline(token, env);
    line = token.map?.[0] ?? line;
    const part = partOf(token);
    const from = line + 1;
    found.push(...part.links.map(({ at, ...link }) => ({ ...link, line: from + at })));
    for (const anchor of part.anchors) anchors.add(anchor);
    if (isHeading) for (const anchor of headingAnchors(part.text, slugger)) anchors.add(anchor);
    isHeading = token.type === 'heading_open';
  }
  return { links: found.sort((a, b) => a.line - b.line), anchors };
}

function readInline(token: Token, env: Env): void {
  const { content } = token;
  if (content.length > LONGEST_PARAGRAPH) throw new TooMuch();
  token.children = [];
  parser.inline.parse(content, parser, env, token.children);
}

interface PagePart {
  /** `at`: so many lines below the first. */
  readonly links: readonly (Omit<PageLink, 'line'> & { readonly at: number })[];
  readonly anchors: readonly string[];
  /** As a reader sees it. */
  readonly text: string;
}

const NO_PART: PagePart = { links: [], anchors: [], text: '' };

function partOf(token: Token): PagePart {
  if (token.type === 'html_block') return htmlPart(token.content);
  return token.type === 'inline' ? inlinePart(token) : NO_PART;
}

/** The last is a character that was written with a backslash or as an entity. */
const WITH_TEXT: ReadonlySet<string> = new Set(['text', 'code_inline', 'text_special']);

function inlinePart({ children, content }: Token): PagePart {
  const links: PagePart['links'][number][] = [];
  const anchors: string[] = [];
  const lines = new LineCount(content);
  let text = '';
  for (const child of children ?? []) {
    if (WITH_TEXT.has(child.type)) text += child.content;
    else if (child.type === 'softbreak') text += ' ';
    const offset = child.meta?.[OFFSET];
    if (typeof offset !== 'number') continue;
    const at = lines.above(offset);
    if (child.type === 'html_inline') {
      const part = htmlPart(child.content);
      links.push(...part.links.map((link) => ({ ...link, at: link.at + at })));
      anchors.push(...part.anchors);
    } else {
      const destination = child.attrGet(child.type === 'image' ? 'src' : 'href');
      links.push({ destination: String(destination ?? ''), at, isHtml: false });
    }
  }
  return { links, anchors, text };
}

function htmlPart(html: string): PagePart {
  const attributes = tagAttributes(html);
  const lines = new LineCount(html);
  const links = attributes.filter(({ tag, name }) => LEADS[tag]?.includes(name) === true);
  const named = attributes.filter(({ tag, name }) => name === 'id' || (tag === 'a' && name === 'name'));
  return {
    links: links.map(({ value, at }) => ({
      destination: entitiesRead(value.trim()),
      at: lines.above(at),
      isHtml: true,
    })),
    anchors: named.map(({ value }) => value),
    text: '',
  };
}

function entitiesRead(text: string): string {
  return text.includes('&') ? parser.utils.unescapeAll(text) : text;
}

/** Some sites take `{#name}` behind a heading for its anchor. */
function headingAnchors(text: string, slugger: GithubSlugger): readonly string[] {
  const named = /\{#([\w:.-]{1,200})\}\s*$/.exec(text.slice(-220))?.[1];
  return [slugger.slug(text.trim()), ...(named === undefined ? [] : [named])];
}

/** `[name]: destination`, once for each name, at its line. Footnotes look alike and lead nowhere else. */
function definedLinks(text: string, { references = {} }: Env): readonly PageLink[] {
  const links: PageLink[] = [];
  const open = new Set(Object.keys(references));
  if (open.size === 0) return links;
  for (const [at, line] of text.split('\n').entries()) {
    const label = /^[ >\t]*\[((?:[^[\]\\]|\\.){1,999})\]:/.exec(line.slice(0, 1_100))?.[1];
    if (label === undefined) continue;
    const name = parser.utils.normalizeReference(label);
    if (!open.delete(name) || label.startsWith('^')) continue;
    links.push({ line: at + 1, destination: references[name]?.href ?? '', isHtml: false });
  }
  return links;
}

/** Counts line breaks from the place on that was asked for last, so that many questions about one text take one pass. */
class LineCount {
  readonly #text: string;
  #at = 0;
  #lines = 0;

  constructor(text: string) {
    this.#text = text;
  }

  above(offset: number): number {
    if (offset < this.#at) {
      this.#at = 0;
      this.#lines = 0;
    }
    this.#lines += lineBreaks(this.#text.slice(this.#at, offset));
    this.#at = offset;
    return this.#lines;
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** With empty lines in its place, so that all others keep their numbers. */
function withoutFrontMatter(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!plain.startsWith('---\n')) return plain;
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(plain.slice(3));
  if (end === null) return plain;
  const front = plain.slice(0, 3 + end.index + end[0].length);
  return '\n'.repeat(lineBreaks(front)) + plain.slice(front.length);
}
