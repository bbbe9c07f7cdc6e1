import { describe, expect, test } from 'vitest';
import { type Characters, occurrencesOf } from '../../../src/agent/tools/occurrences.ts';
import { parseGoalFile } from '../../../src/config/goal/goal-file.ts';
import { parseSettingsFile } from '../../../src/config/settings/settings-file.ts';
import { createMask } from '../../../src/core/access/mask.ts';
import { readPattern } from '../../../src/core/access/matching/linear-pattern.ts';
import { matchesIn, placesIn } from '../../../src/core/access/read-text.ts';
import { withoutRest } from '../../../src/core/text/steps.ts';
import { textWithCode } from '../../../src/report/words/code-blocks.ts';
import { withoutOrders } from '../../../src/report/words/orders.ts';

/** A text that counts how often it is looked at. */
function counting(text: string): Characters & { readonly looks: () => number } {
  let looks = 0;
  return {
    length: text.length,
    charCodeAt(at) {
      looks += 1;
      return text.charCodeAt(at);
    },
    looks: () => looks,
  };
}

const LENGTH = 20_000;
const HALF = LENGTH / 2;

/** What a model may give to `edit_file`, and what the file may hold. */
const ATTEMPTS: readonly (readonly [name: string, text: string, part: string])[] = [
  ['one character, half of it searched for', 'a'.repeat(LENGTH), 'a'.repeat(HALF)],
  ['one character, another at the end of the part', 'a'.repeat(LENGTH), `${'a'.repeat(HALF)}b`],
  ['one character, another at the start of the part', 'a'.repeat(LENGTH), `b${'a'.repeat(HALF)}`],
  [
    'one character, another in the middle of the part',
    'a'.repeat(LENGTH),
    `${'a'.repeat(99)}b${'a'.repeat(HALF)}`,
  ],
  ['two characters in turns', 'ab'.repeat(HALF), 'ab'.repeat(HALF / 2)],
  ['two characters in turns, ending otherwise', 'ab'.repeat(HALF), `${'ab'.repeat(HALF / 2)}b`],
  ['blocks that almost match', `${'a'.repeat(99)}c`.repeat(LENGTH / 100), `${'a'.repeat(99)}b`],
  ['line breaks', '\n'.repeat(LENGTH), '\n'.repeat(HALF)],
  ['a part as long as the text', 'a'.repeat(LENGTH), 'a'.repeat(LENGTH)],
  ['a part that is longer than the text', 'a'.repeat(HALF), 'a'.repeat(LENGTH)],
  ['a pattern of periods within periods', 'aabaabaaab'.repeat(LENGTH / 10), 'aabaabaaab'.repeat(HALF / 10)],
  ['one character searched for', 'a'.repeat(LENGTH), 'a'],
];

describe('a part of a long text', () => {
  test.each(ATTEMPTS)('is counted in proportion to both: %s', (_, text, part) => {
    const [inText, inPart] = [counting(text), counting(part)];
    occurrencesOf(inText, inPart);
    expect(inText.looks()).toBeLessThanOrEqual(text.length);
    expect(inPart.looks()).toBeLessThanOrEqual(6 * (text.length + part.length));
  });

  test.each([
    ['banana', 'ana', { times: 2, first: 1 }],
    ['banana', 'nab', { times: 0, first: -1 }],
    ['banana', 'banana', { times: 1, first: 0 }],
    ['aabaabaaab', 'aabaaab', { times: 1, first: 3 }],
    ['a\r\nb\r\n', '\r\n', { times: 2, first: 1 }],
    ['', 'a', { times: 0, first: -1 }],
    ['a', '', { times: 0, first: -1 }],
  ])('is found where it is: %j holds %j', (text, part, expected) => {
    expect(occurrencesOf(text, part)).toEqual(expected);
  });
});

describe('a word that closes an issue', () => {
  test.each([
    'fixes #1',
    'fixes: #1',
    'fixes : #1',
    'fixes  :   #1',
    'fixes   a/b#1',
    'Closes GH-1',
    'fix :\t#1',
  ])('is broken with whatever blanks and colon: %j', (text) => {
    expect(withoutOrders(text)).not.toBe(text);
  });

  test.each(['fixes:#1', 'fixes #x', 'fixes : : #1', 'prefixes 1', `fix${' '.repeat(60_000)}`])(
    'is left alone where nothing is closed',
    (text) => {
      expect(withoutOrders(text)).toBe(text);
    },
  );
});

/** What a parser of YAML takes long for, and where it stops. */
const YAML: readonly (readonly [name: string, text: string, line: number, reason: string])[] = [
  ['lists within lists', `a: 1\nb: ${'['.repeat(20_000)}`, 2, 'nested too deeply'],
  ['mappings within mappings', `a: 1\n\nb: ${'{a: '.repeat(10_000)}`, 3, 'nested too deeply'],
  ['lists and mappings in turns', '[{a: '.repeat(10_000), 1, 'nested too deeply'],
  ['hyphens in one line', '- '.repeat(30_000), 1, 'nested too deeply'],
  ['question marks in one line', '? '.repeat(30_000), 1, 'nested too deeply'],
  ['hyphens and question marks', '- ? '.repeat(15_000), 1, 'nested too deeply'],
  [
    'one level a line',
    Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    19,
    'nested too deeply',
  ],
  ['brackets behind a comment', `# [[[[\n${'['.repeat(20_000)}`, 2, 'nested too deeply'],
  ['brackets that are closed', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 1, 'nested too deeply'],
  ['very many fields', 'a: b\n'.repeat(13_000), 2_000, 'too many values'],
  ['very many lines', '- a\n'.repeat(16_000), 2_800, 'too many values'],
  ['very many line breaks', '\n'.repeat(60_000), 14_001, 'too many values'],
  ['very many values in a list', `[${'a,'.repeat(30_000)}]`, 1, 'too many values'],
];

describe('a file of YAML is not parsed to its end', () => {
  test.each(YAML)('that holds %s', (_, text, line, reason) => {
    const reading = parseSettingsFile({ file: '.github/wakeful.yml', text });
    expect(reading).toMatchObject({
      kind: 'problems',
      problems: [{ line, message: expect.stringContaining(reason) }],
    });
    const usual = parseSettingsFile({ file: '.github/wakeful.yml', text: '' });
    const settings = usual.kind === 'settings' ? usual.settings : expect.fail('no settings');
    const goal = parseGoalFile({ file: 'goals/a.yml', blob: 'b', text, settings, isProtected: () => false });
    expect(goal).toMatchObject({
      kind: 'problems',
      problems: [{ line, message: expect.stringContaining(reason) }],
    });
  });

  test.each(['!}', '{]', '- }', '}', '\n%'])('that is full of faults: %j', (text) => {
    const reading = parseSettingsFile({ file: '.github/wakeful.yml', text: text.repeat(30_000) });
    expect(reading).toMatchObject({ kind: 'problems' });
  });

  test('but one with as many fields as are read is', () => {
    const text = Array.from({ length: 1_999 }, (_, at) => `zzz${at}: 1`).join('\n');
    const reading = parseSettingsFile({ file: '.github/wakeful.yml', text });
    const first = reading.kind === 'problems' ? reading.problems[0] : null;
    expect(first?.message).toContain('zzz0');
  });
});

/** Texts with very many false starts for one pattern or another. */
const MASKED: readonly (readonly [name: string, text: string])[] = [
  ['backslashes', '\\'],
  ['marks of a cut', '…'],
  ['names of secrets', '=61password='],
  ['other names of secrets', '1password='],
  ['escapes', '\\u0061'],
  ['entities', '&#97;'],
  ['escapes between marks of a cut', '…%61'],
  ['base64', 'aA1+/'],
  ['hexadecimal digits', 'deadbeef '],
  ['line breaks', '\n'],
  ['characters that nobody sees', '\u200b'],
  ['passwords', 'password=A1b2c3d4e5f6\n'],
];

/** Work that is not in proportion to the text takes minutes or hours. */
const FAR_TOO_LONG_MS = 20_000;

describe('a text of very many characters', { timeout: FAR_TOO_LONG_MS }, () => {
  const length = 400_000;

  test.each(MASKED)('is masked in many small steps: %s', (_, text) => {
    const mask = createMask({ values: ['the-secret-value'], patterns: [] });
    const long = text.repeat(length / text.length);
    let steps = 0;
    for (const work = mask.inSteps.mask(long); work.next().done !== true; ) steps += 1;
    expect(steps).toBeGreaterThan(25);
  });

  test.each([/a{3,9}b?/g, /(?<!x)b+/g, /\bc\w{0,20}/g, /d(?=\s|$)/g, /$/g])(
    'is searched piece by piece as in one go: %s',
    (pattern) => {
      const words = ['aaaa', 'ab ', 'xb', 'b\n', 'c', 'ccc ', 'd', ' '];
      let text = '';
      for (let at = 0; text.length < 200_000; at = (at * 31 + 7) % 1_009) text += words[at % words.length];
      const places = (found: Iterable<{ readonly 0: string; readonly index: number }>) =>
        [...found].map((match) => [match.index, match[0]]);
      const steps = matchesIn(text, pattern);
      expect(places(withoutRest(steps))).toEqual(places(text.matchAll(pattern)));
    },
  );
});

describe('a pattern of the settings', () => {
  const words = ['ACME-1234 ', 'a@b ', 'aaab', 'b@@', '\n', 'x '];
  const text = Array.from({ length: 40_000 }, (_, at) => words[(at * 7 + (at >> 3)) % words.length]).join('');

  test.each(['ACME-[0-9]{4}', '\\w+@\\w+', 'a+b', '[^\\n]{3,}@', '(?:ACME-[0-9]+ [\\s\\S]+)+'])(
    'finds in pieces what it finds in one go, and rests between them: %s',
    (source) => {
      const reading = readPattern(source);
      const find = reading.kind === 'pattern' ? reading.pattern.spans : expect.fail('no pattern');
      let rests = 0;
      const work = placesIn(text, find);
      let step = work.next();
      for (; step.done !== true; step = work.next()) rests += 1;
      expect(step.value).toEqual(find(text));
      expect(rests).toBeGreaterThan(0);
    },
  );
});

test('a search rests behind each piece of a text', () => {
  let rests = 0;
  for (const work = matchesIn('a'.repeat(1_000_000), /b/g); work.next().done !== true; ) rests += 1;
  expect(rests).toBe(Math.ceil(1_000_000 / 32_768) - 1);
});

describe('a comment full of blocks of code without an end', { timeout: FAR_TOO_LONG_MS }, () => {
  test.each(['```a\n', '~~~a\n', '```a\n~~~b\n'])('is gone through once: %j', (text) => {
    expect(textWithCode(text.repeat(200_000 / text.length)).length).toBeGreaterThan(0);
  });
});
