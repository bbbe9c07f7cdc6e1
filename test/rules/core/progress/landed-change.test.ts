import { expect, test } from 'vitest';
import { type FileVersion, isLanded } from '../../../../src/core/progress/landed-change.ts';

const file = (text: string | null): FileVersion | null => (text === null ? null : { blob: text, text });
const BASE = 'one\ntwo\nthree\nfour\nfive\nsix\n';
const DRAFT = 'one\ntwo\nTHREE\nfour\nfive\nsix\nseven\n';

test.each([
  ['the very file', BASE, DRAFT, DRAFT],
  ['with line ends of another system', BASE, DRAFT, DRAFT.replaceAll('\n', '\r\n')],
  ['with a line above that somebody has put in', BASE, DRAFT, `zero\n${DRAFT}`],
  ['with the line beside it changed since', BASE, DRAFT, DRAFT.replace('four', 'FOUR')],
  ['with a line put in between the lines of the change', BASE, `${BASE}a\nb\nc\n`, `${BASE}a\nb\nnew\nc\n`],
  ['with a word touched up in a large change', BASE, `${BASE}a\nb\nc\nd\ne\n`, `${BASE}a\nb\nc\nD\ne\n`],
  ['in another order', 'pear\napple\n', 'apple\npear\n', 'apple\npear\nplum\n'],
  ['lines taken out', BASE, 'one\nsix\n', 'one\nsix\nseven\n'],
  ['a new file', null, 'one\ntwo\n', 'one\ntwo\nthree\n'],
  ['a deleted file', BASE, null, null],
])('it holds the change: %s', (_how, base, draft, now) => {
  expect(isLanded({ base: file(base), draft: file(draft) }, file(now))).toBe(true);
});

test.each([
  ['nothing has happened', BASE, DRAFT, BASE],
  ['something else has happened', BASE, DRAFT, `zero\n${BASE}`],
  ['one of two places', BASE, DRAFT, BASE.replace('three', 'THREE')],
  ['other words in the same place', BASE, DRAFT, BASE.replace('three', 'tres').concat('siete\n')],
  ['the lines stay that it takes out', BASE, 'one\nsix\n', BASE.replace('six', 'SIX')],
  ['there is no such file', null, 'one\n', null],
  ['a file with other words', null, 'one\ntwo\n', 'three\n'],
  ['the file was deleted instead', BASE, DRAFT, null],
  ['the file was changed instead of deleted', BASE, null, DRAFT],
])('it does not hold the change: %s', (_how, base, draft, now) => {
  expect(isLanded({ base: file(base), draft: file(draft) }, file(now))).toBe(false);
});

test('files that are no text are compared as a whole', () => {
  const binary = (blob: string): FileVersion => ({ blob, text: null });
  expect(isLanded({ base: binary('a'), draft: binary('b') }, binary('b'))).toBe(true);
  expect(isLanded({ base: binary('a'), draft: binary('b') }, binary('c'))).toBe(false);
});
