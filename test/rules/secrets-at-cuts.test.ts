import { APIError } from 'openai';
import { describe, expect, it, test } from 'vitest';
import { gitWords } from '../../src/adapters/git/git-failure.ts';
import { refusalOf } from '../../src/adapters/github/http/failures.ts';
import { oneLine as gitHubWords, RefusedRequest } from '../../src/adapters/github/http/refused.ts';
import { faultOf } from '../../src/adapters/openai/fault.ts';
import { OutputTail } from '../../src/adapters/sandbox/output-tail.ts';
import { createMask } from '../../src/core/access/mask.ts';
import { asHalt } from '../../src/core/halt.ts';
import { newRequest, oneLine } from '../../src/core/request.ts';
import { cutBetweenWords, cutText, cutToBytes, onOneLine } from '../../src/core/text/plain-text.ts';
import { printable, show } from '../../src/report/problems/problem.ts';
import { textWithCode } from '../../src/report/words/code-blocks.ts';
import { plainLine } from '../../src/report/words/display-width.ts';
import {
  blockText,
  codeLines,
  codeSpan,
  inlineText,
  link,
  quotedText,
  renderWithin,
  titleText,
  valueSpan,
} from '../../src/report/words/markdown.ts';
import { asMasked } from '../support/as-masked.ts';

const TOKEN = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7r8'].join('');
/** It is spelt otherwise wherever a text is escaped. */
const VALUE = 'p@ss_<w*rd>&#42`/fix~{x}|42!z';
const MASK = createMask({ values: [VALUE], patterns: [] });

const SECRETS: Readonly<Record<string, string>> = {
  'a token': TOKEN,
  'a known value': VALUE,
  'a token between zero-width spaces': [...TOKEN].join('\u200b'),
  'a token between soft hyphens': [...TOKEN].join('\u00ad'),
};

/** Parts of the secret that can still be read. */
function partsLeft(text: string, secret: string): readonly string[] {
  const plain = secret.replace(/[\u200b\u00ad]/g, '');
  const read = text.replace(/[\u200b\u00ad]|\\u200b|\\u00ad/g, '');
  const parts = Array.from({ length: plain.length - 9 }, (_, at) => plain.slice(at, at + 10));
  return parts.filter((part) => read.includes(part));
}

interface Cut {
  readonly length: number;
  readonly cut: (text: string) => string;
  /** What is kept is the end. */
  readonly isTail?: boolean;
}

/** Every place that shortens a text, in the order in which its mask comes. */
const CUTS: Readonly<Record<string, Cut>> = {
  'words of others on one line': { length: 500, cut: (text) => MASK.mask(oneLine(text, 500)) },
  'the reason of a request': {
    length: 500,
    cut: (reason) => {
      const facts = { kind: 'run', goal: 'x', origin: 'person', by: 'ann', now: 0, nonce: 'n' } as const;
      return MASK.mask(newRequest({ ...facts, reason }, 1).reason);
    },
  },
  'a text between two words': { length: 57, cut: (text) => MASK.mask(cutBetweenWords(text, 57)) },
  'a defect': { length: 2_000, cut: (text) => MASK.mask(asHalt(text).detail) },
  'a value in a problem': { length: 57, cut: (text) => MASK.mask(show(text)) },
  'an error of the model server': {
    length: 400,
    cut: (text) => {
      const error = APIError.generate(400, { error: { message: text } }, undefined, new Headers());
      return MASK.mask(faultOf(error, { APIError, waitedMs: null }).detail);
    },
  },
  'a connection that broke off': {
    length: 460,
    cut: (text) => MASK.mask(faultOf(new Error(text), { APIError, waitedMs: null }).detail),
  },
  'words of GitHub': { length: 300, cut: (text) => MASK.mask(gitHubWords(text)) },
  'a refusal of GitHub': {
    length: 300,
    cut: (message) =>
      MASK.mask(
        new RefusedRequest(
          { route: 'GET /', url: '/' } as never,
          { status: 422, headers: {}, data: { message } } as never,
        ).words,
      ),
  },
  'the cause of a fetch that failed': {
    length: 300,
    cut: (text) => {
      const error = Object.assign(new Error('fetch failed', { cause: new Error(text) }), {
        name: 'HttpError',
      });
      const halt = refusalOf({ route: 'GET /' } as never, error);
      return MASK.mask(halt instanceof Error ? halt.message : '');
    },
  },
  'words of git': { length: 500, cut: (text) => MASK.mask(gitWords(text)) },
  'the end of an output': {
    length: 20_000,
    isTail: true,
    cut: (text) => {
      const tail = new OutputTail();
      tail.add(Buffer.from(text));
      return MASK.mask(tail.text());
    },
  },
  'a text that is masked': { length: 120, cut: (text) => cutText(MASK.mask(text), 120) },
  'bytes of a text that is masked': { length: 120, cut: (text) => cutToBytes(MASK.mask(text), 120) },
  'a title': { length: 120, cut: (text) => MASK.mask(titleText(MASK.mask(text), 120)) },
  'a text in Markdown': {
    length: 500,
    cut: (text) => MASK.mask(renderWithin(MASK.mask(text), 500, quotedText)),
  },
};

describe.each(Object.entries(CUTS))('where %s is cut', (_, { length, cut, isTail = false }) => {
  test.each(Object.entries(SECRETS))('no part of %s is left, wherever it stands', (_name, secret) => {
    for (let before = -3; before <= secret.length + 3; before++) {
      const room = Math.max(1, length - before);
      const start = 'word '.repeat(Math.ceil(room / 5)).slice(-room);
      const end = ' and more'.repeat(Math.ceil(length / 9)).slice(0, length);
      const text = isTail ? `${end} ${secret} ${start}` : `${start.slice(1)} ${secret}${end}`;
      expect([before, partsLeft(cut(text), secret)]).toEqual([before, []]);
    }
  });
});

/** Every function that spells a text otherwise for where it is going. The mask that comes last reads through it. */
const ESCAPES: Readonly<Record<string, (text: string) => string>> = {
  inlineText,
  blockText,
  quotedText,
  codeLine: (text) => codeLines([text]).join(),
  codeSpan,
  valueSpan,
  link: (text) => link(text, 'https://example.com'),
  titleText: (text) => titleText(asMasked(text), 200),
  textWithCode,
  plainLine,
  printable,
  show,
  JSON: (text) => JSON.stringify(text),
  address: encodeURIComponent,
};

describe.each(Object.keys(ESCAPES))('behind %s', (name) => {
  it.each(Object.entries(SECRETS))('%s is masked all the same', (_name, secret) => {
    const escaped = ESCAPES[name]?.(`See ${secret} there.`) ?? '';
    expect(partsLeft(MASK.mask(escaped), secret)).toEqual([]);
    expect(MASK.mask(escaped)).toContain('[masked]');
  });
});

it('a text that is masked before it is put on one line is masked as a whole', () => {
  const secret = SECRETS['a token between zero-width spaces'] ?? '';
  expect(onOneLine(MASK.mask(`See ${secret}.`))).toBe('See [masked].');
});
