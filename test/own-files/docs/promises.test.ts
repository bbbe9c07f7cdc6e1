/**
 * Pages that explain much promise something too. A sentence that says what cannot happen, or never does, names the test that holds
 * it; where it promises nothing about safety, `<!-- explains -->` stands behind it.
 */
import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  readPage,
  reasonNotHeld,
  referencesOf,
  testsBehind,
  unheldPromises,
} from '../../support/docs/held-by.ts';

describe.each([
  ['goals/README.md', 30],
  ['docs/workflows.md', 30],
  ['docs/oversight.md', 15],
  ['docs/design.md', 25],
  ['SECURITY.md', 15],
])('%s', (path, least) => {
  const page = readPage(path);

  test('names a test behind each sentence that says what cannot happen', () => {
    expect(
      blocksOf(page).flatMap(unheldPromises),
      'name the test behind each, take the sentence away, or put <!-- explains --> behind what promises nothing about safety',
    ).toEqual([]);
  });

  test('names tests that are there, and many', () => {
    expect(referencesOf(page).flatMap((reference) => reasonNotHeld(reference) ?? [])).toEqual([]);
    expect(testsBehind(page)).toBeGreaterThanOrEqual(least);
  });
});

test.each([
  ['It can never be written.', 1],
  ['It can never be written. <!-- held by a.test.ts: b -->', 0],
  ['A goal that never ran is due. <!-- explains --> It cannot be read.', 1],
  ['| a | It is sent to no other server. |', 1],
  ['It runs every day.', 0],
])('a promise without a test is found: %s', (page, found) => {
  expect(blocksOf(page).flatMap(unheldPromises)).toHaveLength(found);
});
