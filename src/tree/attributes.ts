/** What `.gitattributes` says of a file, as far as it decides what a commit may hold. */
export interface AttributeRules {
  /** The driver that git passes the file through, e.g. `lfs`; null: none. */
  readonly filter: string | null;
  /** Commits hold it with LF, whatever a work tree has. */
  readonly isStoredWithLf: boolean;
}

type Value = string | boolean | null;

/** `folder` is empty at the root; otherwise it ends in `/`. */
export interface AttributeFile {
  readonly folder: string;
  readonly text: string;
}

export const ATTRIBUTES_FILE = '.gitattributes';

/** Where attributes of a file may stand, from the root down. */
export function attributeFolders(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`)];
}

/** As git reads them: the last line that matches decides, and a file further down goes before one further up. */
export function attributesOf(path: string, files: readonly AttributeFile[]): AttributeRules {
  const values = new Map<string, Value>();
  const macros = new Map<string, readonly string[]>([['binary', ['-diff', '-merge', '-text']]]);
  for (const { folder, pattern, names } of files.flatMap(linesOf)) {
    if (!pattern.startsWith('[attr]')) {
      if (matches(pattern, path.slice(folder.length))) for (const name of names) set(values, name, macros);
    } else if (folder === '') macros.set(pattern.slice('[attr]'.length), names);
  }
  return rulesFrom(values);
}

function linesOf({ folder, text }: AttributeFile) {
  return text
    .split(/\r?\n/)
    .map((line) => {
      const [pattern = '', ...names] = wordsOf(line);
      return { folder, pattern, names };
    })
    .filter(({ pattern }) => pattern !== '' && !pattern.startsWith('#'));
}

function rulesFrom(values: ReadonlyMap<string, Value>): AttributeRules {
  const filter = values.get('filter') ?? null;
  const text = values.get('text') ?? null;
  const eol = values.get('eol') ?? null;
  const isText = text === true || text === 'auto' || (text === null && typeof eol === 'string');
  return { filter: typeof filter === 'string' ? filter : null, isStoredWithLf: isText };
}

/** `name`, `-name`, `!name` or `name=value`; a macro sets others as well. */
function set(values: Map<string, Value>, word: string, macros: ReadonlyMap<string, readonly string[]>): void {
  const [, sign = '', name = '', value] = /^([-!]?)([^=]+)(?:=(.*))?$/.exec(word) ?? [];
  if (name === '') return;
  values.set(name, sign === '-' ? false : sign === '!' ? null : (value ?? true));
  if (sign !== '' || value !== undefined) return;
  const rest = new Map([...macros].filter(([other]) => other !== name));
  for (const each of macros.get(name) ?? []) set(values, each, rest);
}

/** A pattern may stand in double quotes. */
function wordsOf(line: string): readonly string[] {
  const quoted = /^\s*"((?:[^"\\]|\\.)*)"(.*)$/.exec(line);
  if (quoted === null) return line.trim().split(/\s+/);
  const pattern = (quoted[1] ?? '').replace(/\\(.)/g, '$1');
  return [pattern, ...(quoted[2] ?? '').trim().split(/\s+/)];
}

/** Without a slash a pattern is about names, with one about paths below the folder of its file. One that ends in a slash is about none. */
function matches(pattern: string, path: string): boolean {
  if (pattern.endsWith('/')) return false;
  const isOfPath = pattern.includes('/');
  const subject = isOfPath ? path : path.slice(path.lastIndexOf('/') + 1);
  const source = sourceOf(pattern.replace(/^\//, ''));
  return source !== null && new RegExp(`^${source}$`, 's').test(subject);
}

/** Null: it is no pattern. */
function sourceOf(pattern: string): string | null {
  const parts = /(^|\/)\*\*\/|\/\*\*$|\*+|\?|\[[!^]?\]?[^\]]*\]|\\.|[\s\S]/g;
  const source = pattern.replace(parts, (part, before: string | undefined) => {
    if (part.endsWith('**/')) return `${before ?? ''}(?:.*/)?`;
    if (part === '/**') return '/.*';
    if (part.startsWith('*')) return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1 && part.startsWith('[')) return classOf(part);
    return (part.length > 1 ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  try {
    new RegExp(source, 's');
    return source;
  } catch {
    return null;
  }
}

function classOf(part: string): string {
  const [, not = '', inside = ''] = /^\[([!^]?)(.*)\]$/s.exec(part) ?? [];
  return `(?!/)[${not === '' ? '' : '^'}${inside.replace(/[[\]\\]/g, '\\$&')}]`;
}

/** A text as a commit holds it. A file that has CR LF already keeps them: nobody has asked to change all its lines. */
export function storedText(
  text: string,
  { isStoredWithLf }: AttributeRules,
  before: { readonly hasCrLf: boolean },
): string {
  return isStoredWithLf && !before.hasCrLf ? text.replaceAll('\r\n', '\n') : text;
}
