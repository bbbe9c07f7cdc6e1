/** The little of Markdown that the sample goals need. Offsets of a masked text are those of the original. */

/** The text with fenced code, HTML comments and code spans blanked out, line breaks kept. */
export function maskCode(text: string): string {
  const lines = maskBlocks(text.split('\n'));
  return blank(
    blank(lines.join('\n'), /<!--[\s\S]*?(?:-->|$)/g),
    /(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\1(?!`)/g,
  );
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, blankText);
}

function blankText(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Fenced blocks, and blocks indented by four after an empty line outside of lists. */
function maskBlocks(lines: readonly string[]): readonly string[] {
  let fence: string | null = null;
  let afterBlank = true;
  let inList = false;
  return lines.map((line) => {
    const mark = /^(?: {0,3}|\s*(?:[-*+>]|\d+[.)])\s+|\s{2,})(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence !== null) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = null;
      return blankText(line);
    }
    if (mark?.[1] !== undefined && !mark[2]?.includes('`')) {
      fence = mark[1];
      return blankText(line);
    }
    if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) inList = true;
    else if (/^\S/.test(line)) inList = false;
    const indented = afterBlank && !inList && /^(?: {4}|\t)\s*\S/.test(line);
    afterBlank = indented || line.trim() === '';
    return indented ? blankText(line) : line;
  });
}

export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** ATX and setext headings outside of code, in order. */
export function headings(text: string): readonly Heading[] {
  const original = withoutFrontMatter(text).split('\n');
  const masked = maskBlocks(original);
  return masked.flatMap((line, index) => {
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t\r]*$/.exec(line);
    if (atx?.[1] !== undefined) return [{ level: atx[1].length, text: atx[2] ?? '' }];
    const under = /^ {0,3}(=+|-+)[ \t\r]*$/.exec(masked[index + 1] ?? '');
    if (under?.[1] === undefined || !isParagraph(line)) return [];
    return [{ level: under[1].startsWith('=') ? 1 : 2, text: line.trim() }];
  });
}

function isParagraph(line: string): boolean {
  return /^ {0,3}[^\s#>|<\-*+=]/.test(line) && !/^\s*\d+[.)]\s/.test(line);
}

export function withoutFrontMatter(text: string): string {
  return frontMatter(text) === null
    ? text
    : text.replace(/^\uFEFF?---\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/, '');
}

export function frontMatter(text: string): string | null {
  return /^\uFEFF?---\r?\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.exec(text)?.[1] ?? null;
}

/** Inline Markdown as a reader sees it: link texts without targets, no images, no emphasis marks, no HTML. */
export function plainText(inline: string): string {
  return inline
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+)\*(?![\w*])|(?<!\w)_(?=\S)([^_]+)_(?!\w)/g, '$1$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
