/** `npm run bench -- stall`: how long work on the longest texts keeps the process from everything else. */

import { setImmediate as nextTick } from 'node:timers/promises';
import { completionOfStream } from '../src/adapters/openai/event-stream.ts';
import { readVerdict } from '../src/agent/reading/verdict.ts';
import { occurrencesOf } from '../src/agent/tools/occurrences.ts';
import { parseSettingsFile } from '../src/config/settings/settings-file.ts';
import { createMask } from '../src/core/access/mask.ts';
import { globMatcher } from '../src/core/access/matching/globs.ts';
import type { Steps } from '../src/core/text/steps.ts';
import { findBrokenLinks, findTodos, readFormat } from '../src/finders/finders.ts';
import { textWithCode } from '../src/report/words/code-blocks.ts';
import { blockText, codeLines, inlineText } from '../src/report/words/markdown.ts';
import { searched } from '../test/support/finders/searched.ts';
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

/** The most that is taken of an answer, of what a linter prints, and of a file in which a finder looks. */
const ANSWER = 16_000_000;
const PRINTED = 8_000_000;
const SEARCHED = 1_000_000;

async function inTurns(steps: Steps<unknown>): Promise<void> {
  while (steps.next().done !== true) await nextTick();
}

const rest = () => nextTick();
const read = (content: string) =>
  readVerdict({ kind: 'answer', content, toolCalls: [], finish: 'stop', usage: null }, mask);

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
  'a streamed answer': [
    'data:{"choices":[{"delta":{"content":"a"}}]}\n',
    'data:{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"a","arguments":"{}"}}]}}]}\n',
    'data:{"a":[1]}\n',
    'data: \n',
    '\n',
  ].map((text) => () => inTurns(completionOfStream(`${filled(text, ANSWER)}data: [DONE]\n`))),
  "a second reader's answer": ['{', '}{', '{"objections":', '['].map(
    (text) => () => read(filled(text, FILE)),
  ),
  'a page with broken links': [
    '[',
    '![',
    '#\n',
    '[a\n',
    'a|b\n-|-\n',
    '[x](y.md)\n\n',
    '[x](#y)\n\n',
    'word ',
  ].map((text) => () => findBrokenLinks(searched({ 'a.md': filled(text, SEARCHED / 4) }, { rest }))),
  'a file with notes': ['// TODO: x\n', 'TODO ', '"// [TODO'].map(
    (text) => () => findTodos(searched({ 'a.ts': filled(text, SEARCHED) }, { rest }), null),
  ),
  'what a linter prints': (['lines', 'eslint', 'sarif', 'actionlint'] as const).flatMap((format) =>
    ['a.md:1:1: x\n', '[\n', '{}\n', '\n', '\t', ': '].map(
      (text) => () => inTurns(readFormat(format, { text: filled(text, PRINTED), folder: '/w' })),
    ),
  ),
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
