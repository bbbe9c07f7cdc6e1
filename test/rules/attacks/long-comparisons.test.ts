import { expect, test } from 'vitest';
import { changedFiles } from '../../../src/adapters/git/compare-commits.ts';
import { inTurns, recordsOf } from '../../../src/adapters/git/in-turns.ts';
import { eachInSteps, type Steps } from '../../../src/core/text/steps.ts';

const ID = 'a'.repeat(40);
const FILES = 10_000;

/** How git tells of one changed file in the list, and in the patch. */
const listed = (path: string) => `:100644 100644 ${ID} ${ID} M\0${path}\0`;
const counted = (path: string) => `1\t0\t${path}\0`;
const patched = (path: string, text: string) =>
  `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -0,0 +1 @@\n+${text}\n`;

interface Comparison {
  readonly paths: readonly string[];
  readonly text: string;
}

function compared({ paths, text }: Comparison): Steps<readonly { readonly path: string }[]> {
  const list = Buffer.from([...paths.map(listed), ...paths.map(counted)].join(''));
  return changedFiles(list, Buffer.from(paths.map((path) => patched(path, text)).join('')));
}

function taken<T>(steps: Steps<T>): { readonly value: T; readonly rests: number } {
  for (let rests = 0; ; rests++) {
    const step = steps.next();
    if (step.done === true) return { value: step.value, rests };
  }
}

const paths = (count: number) => Array.from({ length: count }, (_, at) => `src/${at}.ts`);

test.each<readonly [name: string, comparison: Comparison, rests: number]>([
  ['very many files', { paths: paths(FILES), text: 'a' }, (3 * FILES) / 2_000],
  [
    'very many files with names like records',
    { paths: paths(FILES).map((path) => `:${path}`), text: 'a' },
    15,
  ],
  ['some files of very long lines', { paths: paths(4), text: 'a'.repeat(2_000_000) }, 4],
  ['some files of very many lines', { paths: paths(4), text: 'a\n'.repeat(1_000_000) }, 4],
])('a comparison rests now and then: %s', (_, comparison, rests) => {
  const comparing = taken(compared(comparison));
  expect(comparing.value.map(({ path }) => path)).toEqual(comparison.paths);
  expect(comparing.rests).toBeGreaterThanOrEqual(rests);
});

test('a list of very many files is read with rests', () => {
  const reading = taken(eachInSteps(recordsOf(Buffer.from('a\0'.repeat(FILES))), (path) => path));
  expect(reading.value).toHaveLength(FILES);
  expect(reading.rests).toBeGreaterThanOrEqual(FILES / 2_000);
});

test('others have their turn while a long output of git is read', async () => {
  let turns = 0;
  const count = (): void => {
    turns += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  await inTurns(waiting(10), new AbortController().signal);
  clearImmediate(counting);
  expect(turns).toBeGreaterThanOrEqual(9);
});

test('a stop ends the reading of a long output of git', async () => {
  const stopping = new AbortController();
  setImmediate(() => stopping.abort(new Error('stopped')));
  await expect(inTurns(waiting(100), stopping.signal)).rejects.toThrow('stopped');
});

function* waiting(steps: number): Steps<number> {
  for (let step = 0; step < steps; step++) yield;
  return steps;
}
