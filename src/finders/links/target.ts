/** Where a relative link leads. */
export type LinkTarget =
  | { readonly kind: 'page'; readonly fragment: string }
  | {
      readonly kind: 'path';
      /** From the repository's root, in the spellings that it may have: as written, and decoded. */
      readonly paths: readonly string[];
      readonly fragment: string;
      /** It is written from the root. */
      readonly isFromRoot: boolean;
    }
  /** So many folders above the repository. */
  | { readonly kind: 'above'; readonly levels: number };

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const TEMPLATE = /\{\{|\{%|\$\{|<%|\{[\w.-]{1,50}\}/;

/** Null: it is no relative link (a web address, a template), or leads nowhere on purpose. */
export function targetOf(page: string, destination: string): LinkTarget | null {
  if (destination === '' || ADDRESS.test(destination) || TEMPLATE.test(destination)) return null;
  const hash = destination.indexOf('#');
  const before = hash < 0 ? destination : destination.slice(0, hash);
  const fragment = hash < 0 ? '' : decoded(destination.slice(hash + 1));
  const query = before.indexOf('?');
  const path = query < 0 ? before : before.slice(0, query);
  if (path === '') return { kind: 'page', fragment };
  const isFromRoot = path.startsWith('/');
  const folder = isFromRoot ? '' : folderOf(page);
  const spellings = [...new Set([path, decoded(path)])].map((each) => resolved(folder, each));
  const above = spellings.find(({ levels }) => levels > 0);
  if (above !== undefined) return { kind: 'above', levels: above.levels };
  return { kind: 'path', paths: spellings.map((each) => each.path), fragment, isFromRoot };
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function resolved(folder: string, relative: string): { readonly path: string; readonly levels: number } {
  const parts = folder === '' ? [] : folder.split('/');
  let levels = 0;
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length === 0) levels += 1;
    else if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return { path: parts.join('/'), levels };
}

/** The destination that leads to `target`, written the way the old one was. */
export function rewritten(page: string, destination: string, target: string): string {
  const hash = destination.indexOf('#');
  const before = hash < 0 ? destination : destination.slice(0, hash);
  const query = before.includes('?') ? before.slice(before.indexOf('?')) : '';
  const path = query === '' ? before : before.slice(0, before.indexOf('?'));
  const relative = path.startsWith('/') ? `/${target}` : relativePath(folderOf(page), target);
  const dot = path.startsWith('./') && !relative.startsWith('../') ? './' : '';
  // What holds a blank already stands between angle brackets.
  const isPlain = path.includes(' ') || !/[^\w./@+~-]/.test(relative);
  const written = isPlain ? relative : encodedPath(relative);
  return `${dot}${written}${query}${hash < 0 ? '' : destination.slice(hash)}`;
}

/** The same destination with another fragment. */
export function withFragment(destination: string, fragment: string): string {
  const hash = destination.indexOf('#');
  return `${hash < 0 ? destination : destination.slice(0, hash)}#${fragment}`;
}

function relativePath(folder: string, target: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function encodedPath(path: string): string {
  const marks = /[()'*]/g;
  const hexOf = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(marks, hexOf))
    .join('/');
}
