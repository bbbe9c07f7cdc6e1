/** Characters that look like others, by what people and models write in their place. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, ''],
  [/[‘’‚‛′ʼ]/g, "'"],
  [/[“”„‟″]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/…/g, '...'],
  [/\s+/gu, ' '],
];
const ODD =
  /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000‘’‚‛′ʼ“”„‟″‐‑‒–—―−…\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** A text as it looks: one blank for any, plain quotes and dashes, nothing that cannot be seen. */
export function looksLike(text: string): string {
  return LOOKS.reduce(
    (plain, [odd, ordinary]) => plain.replaceAll(odd, ordinary),
    text.normalize('NFC'),
  ).trim();
}

/** In what a piece of a file differs from a text that looks like it, in words. */
export function lookDifferences(inFile: string, given: string): readonly string[] {
  const [odd, given1] = [oddIn(inFile), oddIn(given)];
  const more = odd.filter((name) => !given1.includes(name));
  const less = given1.filter((name) => !odd.includes(name));
  const differences = [
    more.length > 0 ? `the file has ${more.join(', ')}` : null,
    less.length > 0 ? `your text has ${less.join(', ')}, the file has not` : null,
    differs(inFile, given, blanksBefore)
      ? `the blanks at the beginning of a line (${blanks(inFile, given)})`
      : null,
    differs(inFile, given, blanksBehind) ? 'blanks at the end of a line' : null,
    inFile.normalize('NFC') !== inFile ? 'the file has letters in their decomposed Unicode form' : null,
  ].filter((each) => each !== null);
  return differences.length > 0 ? differences : ['how many blanks are between words, or the line breaks'];
}

const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'a no-break space',
  '\u202f': 'a narrow no-break space',
  '\ufeff': 'a byte order mark',
  '\u200b': 'a space without width',
  '\u00ad': 'a soft hyphen',
};

function oddIn(text: string): readonly string[] {
  return [...new Set(text.match(ODD) ?? [])].map((char) => {
    const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return `${NAMES[char] ?? (/\s|\p{Cf}|\p{Default_Ignorable_Code_Point}/u.test(char) ? 'a character' : char)} (${code})`;
  });
}

/** Whether some line has another such part than the line at its place. */
function differs(inFile: string, given: string, part: (line: string) => string): boolean {
  const [theirs, ours] = [inFile.split(/\r\n|\r|\n/), given.split(/\r\n|\r|\n/)];
  // The first line of what is given may begin in the middle of one.
  return theirs.some((line, at) => at > 0 && part(line) !== part(ours[at] ?? line));
}

function blanksBefore(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** From the end on: a pattern would begin at each of very many blanks. */
function blanksBehind(line: string): string {
  let from = line.length;
  while (from > 0 && (line[from - 1] === ' ' || line[from - 1] === '\t')) from -= 1;
  return line.slice(from);
}

function blanks(inFile: string, given: string): string {
  const has = (text: string): string => (/(?:^|\n)[ ]*\t/.test(text) ? 'tabs' : 'spaces');
  const [theirs, ours] = [has(inFile), has(given)];
  return theirs === ours ? 'another number of them' : `the file has ${theirs}, your text has ${ours}`;
}
