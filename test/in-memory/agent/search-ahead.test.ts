import { expect, test } from 'vitest';
import { searchFiles } from '../../../src/agent/tools/search.ts';
import { Turns } from '../../../src/agent/tools/turns.ts';
import { createMask } from '../../../src/core/access/mask.ts';
import type { FileContent } from '../../../src/ports.ts';
import { MemoryWorkTree } from '../../support/memory/memory-work-tree.ts';
import { TestClock } from './bench.ts';

/** A tree whose contents are with a remote that takes its time. */
class DistantTree extends MemoryWorkTree {
  readonly fetched: string[][] = [];
  readonly readAlone: string[] = [];
  readonly #clock: TestClock;

  constructor(count: number, clock: TestClock) {
    super(Object.fromEntries(Array.from({ length: count }, (_, n) => [`docs/${n}.md`, `page ${n}\n`])));
    this.#clock = clock;
  }

  override async fetchContents(paths: readonly string[] = []): Promise<void> {
    this.fetched.push([...paths]);
    this.#clock.ms += 60_000;
  }

  override async read(path: string): Promise<FileContent> {
    if (!this.fetched.some((paths) => paths.includes(path))) this.readAlone.push(path);
    return super.read(path);
  }
}

test('a search has thousands of files fetched in few goes, and what that takes is not counted as searching', async () => {
  const clock = new TestClock();
  const { signal } = new AbortController();
  const tree = new DistantTree(4_500, clock);
  const readable = async () => (await tree.list()).map((entry) => ({ ...entry, size: null }));
  const mask = createMask({ values: [], patterns: [] });
  const context = { tree, clock, signal, mask, readable, turns: new Turns({ clock, signal }) };
  const found = await searchFiles({ pattern: 'page', glob: '**', most: 10 }, context);
  expect(found).toMatchObject({ kind: 'found', count: 4_500, gaps: [] });
  expect(tree.fetched.map(({ length }) => length)).toEqual([2_000, 2_000, 500]);
  expect(tree.readAlone).toEqual([]);
});
