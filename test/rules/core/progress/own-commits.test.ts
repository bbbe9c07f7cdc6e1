import { expect, test } from 'vitest';
import { parseLog } from '../../../../src/adapters/git/commit-log.ts';
import { baseOfOwn } from '../../../../src/core/progress/own-commits.ts';

const id = (n: number) => String(n).repeat(40);
const AGENT = 'wakeful <agent@localhost> 1764000000 +0000';
const FACTS = {
  goal: 'tidy',
  author: { name: 'wakeful', email: 'agent@localhost' },
  known: null,
  base: new Set([id(1), id(9)]),
};
const TRAILERS = 'Wakeful-Goal: tidy\nWakeful-Wake: 1.1\nWakeful-Epoch: 3\nWakeful-Nonce: ab';

interface Made {
  readonly n?: number;
  readonly parents?: readonly number[];
  readonly author?: string;
  readonly committer?: string;
  readonly trailers?: string;
}

/** As `git log --pretty=raw` shows it. */
function commit({
  n = 2,
  parents = [1],
  author = AGENT,
  committer = author,
  trailers = TRAILERS,
}: Made = {}) {
  const head = [`commit ${id(n)}`, `tree ${id(8)}`, ...parents.map((parent) => `parent ${id(parent)}`)];
  const text = [...head, `author ${author}`, `committer ${committer}`, '', '    Tidy', '', '    Done.', ''];
  const foot = trailers.split('\n').map((line) => `    ${line}`);
  return parseLog([...text, ...foot].join('\n'))[0] ?? expect.fail('no commit');
}

test('commits of the agent are its own, and what they are based on is known', () => {
  expect(baseOfOwn([commit()], FACTS)).toBe(id(1));
  expect(baseOfOwn([commit(), commit({ n: 3, parents: [2] })], FACTS)).toBe(id(1));
  expect(baseOfOwn([commit({ n: 3, parents: [2] })], { ...FACTS, known: id(2) })).toBe(id(2));
});

test('a merge of the default branch is the newer base', () => {
  expect(baseOfOwn([commit(), commit({ n: 3, parents: [2, 9] })], FACTS)).toBe(id(9));
});

test.each<[string, Made]>([
  ['amended by a person', { committer: 'Ann <ann@example.org> 1764000000 +0000' }],
  ['amended by somebody with the agent’s name', { committer: 'wakeful <agent@localhost> 1764000900 +0000' }],
  ['taken over as one’s own', { author: 'Ann <ann@example.org> 1764000000 +0000' }],
  ['of another address', { author: 'wakeful <ann@example.org> 1764000000 +0000' }],
  ['for another goal', { trailers: TRAILERS.replace('tidy', 'docs') }],
  ['without a nonce', { trailers: TRAILERS.replace('Nonce', 'Once') }],
  ['on something that nobody knows', { parents: [7] }],
])('a commit that is %s is not', (_how, made) => {
  expect(baseOfOwn([commit(made)], FACTS)).toBeNull();
  expect(baseOfOwn([commit(), commit({ n: 3, parents: [2], ...made })], FACTS)).toBeNull();
});

test('no commits are nobody’s', () => {
  expect(baseOfOwn([], { ...FACTS, known: id(2) })).toBeNull();
});
