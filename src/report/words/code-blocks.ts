import { blockText, codeLine } from './markdown.ts';

const OPENING = /^ {0,3}(`{3,}|~{3,})\s*([\w+#.-]{0,30})\s*$/;

/** Text of others like `blockText`, with its blocks of code kept: nothing inside them is interpreted either. */
export function textWithCode(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const parts: string[] = [];
  let plain: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const block = blockAt(lines, at);
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
  lines: readonly string[],
  at: number,
): { readonly text: string; readonly end: number } | null {
  const [, fence, language = ''] = OPENING.exec(lines[at] ?? '') ?? [];
  if (fence === undefined) return null;
  const end = lines.findIndex((line, index) => index > at && isClosing(line, fence));
  if (end < 0) return null;
  const code = lines.slice(at + 1, end).map(codeLine);
  // Longer than any run inside, so that the block ends where it is meant to.
  const runs = code.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length);
  const marks = '`'.repeat(Math.max(2, ...runs) + 1);
  return { text: [`${marks}${colouring(language)}`, ...code, marks].join('\n'), end };
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
