import { describe, expect, test } from 'vitest';
import { keysToDo } from '../../../src/core/due/due.ts';
import { LONGEST_QUEUE } from '../../../src/core/item.ts';
import { finishWindow, itemRecord, newCheckpoint } from '../../../src/core/progress/checkpoint.ts';
import type { Checkpoint, ItemRecord } from '../../../src/core/state.ts';

const WINDOW = {
  slot: 's',
  kind: 'ran',
  from: { time: '1', commit: null },
  to: { time: '2', commit: 'c' },
} as const;

const keysOf = (count: number, version: string): readonly string[] =>
  Array.from({ length: count }, (_, n) => `docs/${n}.md@${version}`);

/** The checkpoint after a window in which all these ended so; `at` is when. */
function finished(
  before: Checkpoint,
  queue: readonly string[],
  { status, at }: Pick<ItemRecord, 'status'> & { at: string },
) {
  const records = queue.map((key) => [key, { ...itemRecord(before, key), status, updated_at: at }] as const);
  return finishWindow({
    ...before,
    items: { ...before.items, ...Object.fromEntries(records) },
    window: { ...WINDOW, queue },
  });
}

describe('I7: what is finished', () => {
  const all = keysOf(LONGEST_QUEUE, 'v1');

  test.each(['done', 'refused', 'merged', 'taken_over'] as const)(
    'is not done again as %s, be the queue as long as it may, and the records stay few',
    (status) => {
      const checkpoint = finished(newCheckpoint('tidy'), all, { status, at: '2026-11-22' });
      expect(keysToDo(checkpoint, all)).toEqual([]);
      expect(Object.keys(checkpoint.items).length).toBeLessThanOrEqual(2_000);
    },
  );

  test('is not forgotten because others change often', () => {
    let checkpoint = finished(newCheckpoint('tidy'), all, { status: 'done', at: '2026-11-01' });
    for (let day = 10; day < 40; day++) {
      checkpoint = finished(checkpoint, keysOf(500, `v${day}`), { status: 'done', at: `2026-12-${day}` });
    }
    expect(keysToDo(checkpoint, all.slice(500))).toEqual([]);
    expect(checkpoint.own_versions.length).toBeLessThanOrEqual(2 * LONGEST_QUEUE);
  });
});
