import { blockText, codeLines } from './markdown.ts';

const OPENING = /^ {0,3}(`{3,}|~{3,})\s*([\w+#.-]{0,30})\s*$/;

/** Text of others like `blockText`, with its blocks of code kept: nothing inside them is interpreted either. */
export function textWithCode(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const closings = new Closings(lines);
  const parts: string[] = [];
  let plain: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const block = blockAt({ lines, closings }, at);
    if (block === null) {
      plain.push(lines[at] ?? '');
      continue;
    }
    parts.push(blockText(plain.join('\n')), block.text);
    plain = [];
    at = block.end;
  }
  return [...parts, blockText(plain.join('\n'))].filter((part) => part !== '').join('\n\n');
}

/** The block of code that begins in a line, and the line that ends it; null: none does. */
function blockAt(
  { lines, closings }: { readonly lines: readonly string[]; readonly closings: Closings },
  at: number,
): { readonly text: string; readonly end: number } | null {
  const [, fence, language = ''] = OPENING.exec(lines[at] ?? '') ?? [];
  if (fence === undefined) return null;
  const end = closings.after(at, fence);
  if (end === null) return null;
  const code = codeLines(lines.slice(at + 1, end));
  // Longer than any run inside, so that the block ends where it is meant to.
  const longest = code.flatMap((line) => line.match(/`+/g) ?? []).reduce(longer, '``');
  const marks = `${longest}\``;
  return { text: [`${marks}${colouring(language)}`, ...code, marks].join('\n'), end };
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}

/** Finds the ends of blocks. What was looked for in vain is not looked for again: a text may be full of beginnings. */
class Closings {
  readonly #lines: readonly string[];
  /** By the character of a fence: from this length on, nothing closes it any more. */
  readonly #hopeless = new Map<string, number>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The first line behind `at` that closes the fence; null: none does. */
  after(at: number, fence: string): number | null {
    const mark = fence.charAt(0);
    if (fence.length >= (this.#hopeless.get(mark) ?? Number.POSITIVE_INFINITY)) return null;
    for (let line = at + 1; line < this.#lines.length; line++)
      if (isClosing(this.#lines[line] ?? '', fence)) return line;
    this.#hopeless.set(mark, fence.length);
    return null;
  }
}

/** Languages that are only coloured. Others are drawn, applied or run by one program or another: no list of those is complete. */
const COLOURED: ReadonlySet<string> = new Set(
  `bash sh shell console zsh powershell text txt diff patch js javascript jsx ts typescript tsx mjs json jsonc json5 yaml yml toml
  ini xml html css scss less md markdown python py ruby rb go rust rs java kotlin kt scala c h cpp c++ csharp cs c# php sql swift
  lua perl r elixir erlang haskell clojure dart vue svelte graphql proto dockerfile makefile make cmake nix hcl groovy csv log`.split(
    /\s+/,
  ),
);

function colouring(language: string): string {
  return COLOURED.has(language.toLowerCase()) ? language : '';
}

function isClosing(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}
