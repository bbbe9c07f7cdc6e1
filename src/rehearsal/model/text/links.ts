import { maskCode } from './markdown.ts';

/** A link as it stands in a page. `start` and `end` enclose the destination, angle brackets included. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** Without angle brackets. */
  readonly destination: string;
  readonly isAngled: boolean;
  /** An attribute of an HTML tag. */
  readonly isHtml: boolean;
}

const FORMS = [
  // [text](destination "title"), ![image](destination)
  /(\]\(\s*)(<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))+)(?=\s*\)|\s+["'(])/g,
  // [name]: destination
  /(^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*)(<[^<>\n]*>|\S+)/gm,
  // <a href="destination">, <img src="destination">
  /(<(?:a|img)\s[^<>]*?\b(?:href|src)=["'])([^"'<>\n]+)/gi,
] as const;

// TODO: links inside template shortcodes and MDX components are not seen, only Markdown's own and HTML's.
/** All links outside of code and comments, in order. */
export function findLinks(text: string): readonly Link[] {
  const masked = maskCode(text);
  const found = FORMS.flatMap((form) => [...masked.matchAll(form)].map((match) => linkOf(text, match)));
  return found.sort((a, b) => a.start - b.start);
}

function linkOf(text: string, match: RegExpMatchArray): Link {
  const start = (match.index ?? 0) + (match[1]?.length ?? 0);
  const raw = match[2] ?? '';
  const isAngled = raw.startsWith('<');
  return {
    start,
    end: start + raw.length,
    line: text.slice(0, start).split('\n').length,
    destination: isAngled ? raw.slice(1, -1) : raw,
    isAngled,
    isHtml: match[1]?.startsWith('<') ?? false,
  };
}

/** Where a relative link leads. */
export interface Target {
  /** From the repository's root; null: the page itself, or a place above the root. */
  readonly path: string | null;
  readonly isOutside: boolean;
  /** The query as written, `?` included. */
  readonly query: string;
  /** Without `#`, decoded; null: none. */
  readonly fragment: string | null;
}

/** Null: not a relative link (a web address, a path from the site's root, a template). */
export function targetOf(page: string, destination: string): Target | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(destination) || /\{\{|\{%|\$\{/.test(destination)) return null;
  const [, path = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(destination) ?? [];
  const decoded = fragment === undefined ? null : decode(fragment);
  if (path === '') return { path: null, isOutside: false, query, fragment: decoded };
  const resolved = resolve(folderOf(page), decode(path));
  return { path: resolved, isOutside: resolved === null, query, fragment: decoded };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Null: above the root. A trailing slash stays off. */
function resolve(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length === 0) return null;
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The path to `target` as seen from a file in `folder`. */
export function relativePath(folder: string, target: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** A path as a link's destination. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(
        /[()'*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}
