import type { TextRange } from './read-text.ts';

const BEGIN =
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|---- BEGIN SSH2 [A-Z ]{0,20}PRIVATE KEY ----/g;
const END = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|---- END SSH2 [A-Z ]{0,20}PRIVATE KEY ----/g;

/** Blocks of private keys, searched by hand so that many beginnings without an end stay cheap. */
export function privateKeys(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  for (;;) {
    const begin = firstFrom(BEGIN, text, at);
    if (begin === null) return ranges;
    // A key that was cut off is a key too: without an end it goes on to the end of the text.
    at = firstFrom(END, text, begin.to)?.to ?? text.length;
    ranges.push({ from: begin.from, to: at });
  }
}

/** The rest of a key whose beginning was cut off: lines of base64 before an end. */
export function cutKeys(text: string): readonly TextRange[] {
  return [...text.matchAll(END)].flatMap(({ index, 0: end }) => {
    const from = startOfBase64(text, index);
    return from === index ? [] : [{ from, to: index + end.length }];
  });
}

function startOfBase64(text: string, end: number): number {
  let from = end;
  while (from > 0 && /[A-Za-z0-9+/=\s]/.test(text.charAt(from - 1))) from--;
  return from;
}

function firstFrom(pattern: RegExp, text: string, at: number): TextRange | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : { from: match.index, to: match.index + match[0].length };
}
