/** `npm run bench -- stall`: how long work on the longest texts keeps the process from everything else. */

import { occurrencesOf } from '../src/agent/tools/occurrences.ts';
import { parseSettingsFile } from '../src/config/settings/settings-file.ts';
import { createMask } from '../src/core/access/mask.ts';
import { globMatcher } from '../src/core/access/matching/globs.ts';
import { textWithCode } from '../src/report/words/code-blocks.ts';
import { blockText, codeLines, inlineText } from '../src/report/words/markdown.ts';
import { longestStall } from '../test/support/stall-meter.ts';
import { gitWork } from './stall-git.ts';
import { TOOL_CALLS } from './stall-tools.ts';

/** What a tick may take at most, ms. */
const LIMIT_MS = 200;
/** How often what is over the limit is measured. */
const ROUNDS = 3;
/** The longest comment that GitHub takes. */
const COMMENT = 65_536;
/** The longest file that the model may write. */
const FILE = 1_000_000;

const mask = createMask({ values: ['the-secret-value'], patterns: [] });
const filled = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));

/** Work by its name; the worst of its texts is told. */
const WORK: Readonly<Record<string, readonly (() => unknown)[]>> = {
  'edit_file, counting the old text': [
    () => occurrencesOf(filled('a', FILE), filled('a', FILE / 2)),
    () => occurrencesOf(filled('ab', FILE), `${filled('ab', FILE / 2)}b`),
  ],
  'a glob over 500 folders': [
    () => globMatcher(['**/**/**/**/*.x'])(`${filled('folder/', 3_500)}a`),
    () => globMatcher(['(a+)+b'])(filled('a', 4_000)),
  ],
  'a comment, masked': ['…', 'a', '=', 'A1', '\\u0061', '&#97;', '\n'].map(
    (text) => () => mask.mask(filled(text, COMMENT)),
  ),
  'a file, masked': ['…', 'a', 'word ', 'A1b2'].map((text) => () => mask.mask(filled(text, FILE))),
  'a comment as a block of text': ['`a', '\n', '/a\n', '[', '@a', '1) '].map(
    (text) => () => blockText(filled(text, COMMENT)),
  ),
  'a comment as one line': ['`a', '[no ', 'fix ', '@a', '_'].map(
    (text) => () => inlineText(filled(text, COMMENT)),
  ),
  'a comment with blocks of code': ['```a\n', '```\n~~~', '@a\n'].map(
    (text) => () => textWithCode(filled(text, COMMENT)),
  ),
  'a line of code': [() => codeLines([`fix${filled(' ', COMMENT)}`])],
  'a settings file': [
    () => parseSettingsFile({ file: 'x.yml', text: filled('[', 20_000) }),
    () => parseSettingsFile({ file: 'x.yml', text: `protected_paths: [${filled('a,', 50_000)}]` }),
    () => parseSettingsFile({ file: 'x.yml', text: filled('!}', COMMENT) }),
    () => parseSettingsFile({ file: 'x.yml', text: filled('a: b\n', COMMENT) }),
    () => parseSettingsFile({ file: 'x.yml', text: filled('- ', COMMENT) }),
  ],
};

/** Prints one row for each kind of work and for each tool; false: one of them is over the limit. */
export async function measureStalls(print: (line: string) => void): Promise<boolean> {
  print(`| work | longest stall, ms | limit, ms | |\n|---|--:|--:|---|`);
  const isMet = await measureRows({ ...WORK, ...TOOL_CALLS }, print);
  const git = await gitWork();
  try {
    return (await measureRows(git.work, print)) && isMet;
  } finally {
    await git.close();
  }
}

async function measureRows(
  rows: Readonly<Record<string, readonly (() => unknown)[]>>,
  print: (line: string) => void,
): Promise<boolean> {
  let isWithin = true;
  for (const [name, texts] of Object.entries(rows)) {
    const stalls: number[] = [];
    for (const work of texts) stalls.push(await shortest(work));
    const worst = Math.max(...stalls);
    if (worst > LIMIT_MS) isWithin = false;
    print(`| ${name} | ${Math.round(worst)} | ${LIMIT_MS} | ${worst > LIMIT_MS ? 'missed' : 'met'} |`);
  }
  return isWithin;
}

/** Compiling and collecting garbage fall on one measurement or another, so a long stall is measured again. */
async function shortest(work: () => unknown): Promise<number> {
  let stall = await longestStall(work);
  for (let times = 1; stall > LIMIT_MS && times < ROUNDS; times++)
    stall = Math.min(stall, await longestStall(work));
  return stall;
}
