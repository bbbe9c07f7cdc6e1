/** An attribute of an HTML tag that leads somewhere, or that links can lead to. */
export interface TagField {
  readonly tag: string;
  readonly name: string;
  readonly value: string;
  /** Where the tag begins. */
  readonly at: number;
}

const LONGEST_TAG = 10_000;
const SPACE = /\s/;
const NAME = /[^\s"'<>/=]/;

/** The attributes of all tags outside of comments, in time that grows with the text alone. */
export function tagAttributes(html: string): readonly TagField[] {
  const found: TagField[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) break;
      at = end + 3;
      continue;
    }
    const name = /^[a-z][a-z0-9-]{0,40}/i.exec(html.slice(at + 1, at + 42))?.[0];
    if (name === undefined) {
      at += 1;
      continue;
    }
    const inside = html.slice(at + 1 + name.length, at + LONGEST_TAG);
    const { attributes, length } = readAttributes(inside);
    found.push(...attributes.map((each) => ({ ...each, tag: name.toLowerCase(), at })));
    at += 1 + name.length + length;
    // What stands in it is a program's.
    if (/^(?:script|style)$/i.test(name)) {
      const end = html.indexOf(`</${name}`, at);
      if (end < 0) break;
      at = end;
    }
  }
  return found;
}

interface Attributes {
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly length: number;
}

/** Up to the end of the tag, or to where another one begins. */
function readAttributes(text: string): Attributes {
  const attributes: { name: string; value: string }[] = [];
  let at = 0;
  while (at < text.length && text[at] !== '>' && text[at] !== '<') {
    const start = at;
    while (at < text.length && NAME.test(text[at] ?? '')) at += 1;
    if (at === start) {
      at += 1;
      continue;
    }
    const name = text.slice(start, at).toLowerCase();
    const read = readValue(text, at);
    at = read.end;
    if (read.value !== null) attributes.push({ name, value: read.value });
  }
  return { attributes, length: at };
}

/** Null: the attribute has no value. */
function readValue(text: string, from: number): { readonly value: string | null; readonly end: number } {
  let at = skipSpace(text, from);
  if (text[at] !== '=') return { value: null, end: from };
  at = skipSpace(text, at + 1);
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, at + 1);
    return end < 0 ? { value: null, end: text.length } : { value: text.slice(at + 1, end), end: end + 1 };
  }
  const start = at;
  while (at < text.length && text[at] !== '>' && !SPACE.test(text[at] ?? '')) at += 1;
  return { value: text.slice(start, at), end: at };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text[at] ?? '')) at += 1;
  return at;
}
