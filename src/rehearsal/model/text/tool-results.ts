/** What a tool answered, with the fence around repository text taken off. */
export type ParsedToolResult =
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'data'; readonly header: string; readonly body: string; readonly isCut: boolean }
  | { readonly kind: 'said'; readonly text: string };

const FENCE = /<data-([0-9a-f]{4,64})>\n/;

export function readToolResult(content: string): ParsedToolResult {
  const failure = /^(?:Refused|Error): ?/.exec(content);
  if (failure !== null) return { kind: 'failed', reason: content.slice(failure[0].length).trim() };
  const fenced = unfence(content);
  if (fenced !== null) return { kind: 'data', ...fenced, isCut: /^\(cut\b/m.test(fenced.after) };
  const header = content.trim();
  if (/^\d+ (?:files? match|match(?:es)? of)/.test(header))
    return { kind: 'data', header, body: '', isCut: false };
  return { kind: 'said', text: header };
}

export interface Fenced {
  readonly header: string;
  readonly body: string;
  readonly after: string;
}

/** The first fenced block of a text; null: there is none. */
export function unfence(content: string): Fenced | null {
  const open = FENCE.exec(content);
  if (open === null) return null;
  const start = open.index + open[0].length;
  const close = content.indexOf(`</data-${open[1]}>`, start);
  const end = close < 0 ? content.length : close;
  return {
    header: content.slice(0, open.index).trim(),
    body: content.slice(start, end).replace(/\n$/, ''),
    after: content.slice(end).replace(/^<\/data-[^>]*>/, ''),
  };
}

/** A path as tools print it: quoted as JSON only where it holds control characters. */
export function readPath(printed: string): string {
  if (!printed.startsWith('"') || !printed.includes('\\')) return printed;
  try {
    const parsed: unknown = JSON.parse(printed);
    return typeof parsed === 'string' && hasControl(parsed) ? parsed : printed;
  } catch {
    return printed;
  }
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
