import { describe, expect, test } from 'vitest';
import { itemRecord, newCheckpoint, withItem } from '../../../../src/core/progress/checkpoint.ts';
import { isOfOneRun, openFindings, withinFindings } from '../../../../src/core/progress/work-finding.ts';
import type { Checkpoint, ItemRecord } from '../../../../src/core/state.ts';
import { MOST_FINDINGS } from '../../../../src/core/work-finding.ts';

const finding = (text: string) => ({ path: null, line: null, text });

function checkpointOf(items: Readonly<Record<string, Partial<ItemRecord>>>): Checkpoint {
  return Object.entries(items).reduce(
    (all, [key, record]) => withItem(all, key, { ...itemRecord(all, key), status: 'done', ...record }),
    newCheckpoint('look'),
  );
}

describe('what a goal has found', () => {
  test('is kept of the newest items only, two hundred in all', () => {
    const full = Array.from({ length: MOST_FINDINGS }, (_, n) => finding(`${n}`));
    const items = Array.from({ length: 12 }, (_, n) => {
      const at = `2026-11-22T03:${String(n).padStart(2, '0')}:00Z`;
      return [`docs/${n}.md@b`, { updated_at: at, findings: full }] as const;
    });
    const kept = withinFindings(checkpointOf(Object.fromEntries(items)));
    expect(Object.values(kept.items).map(({ findings = [] }) => findings.length)).toEqual([
      ...[0, 0],
      ...Array.from({ length: 10 }, () => 20),
    ]);
  });

  test('is told of the newest version of each element, and not where a draft tells it', () => {
    const checkpoint = checkpointOf({
      'docs/b.md@1': { updated_at: '1', findings: [finding('old')] },
      'docs/b.md@2': { updated_at: '2', findings: [finding('new')] },
      'docs/a.md@1': { updated_at: '3', findings: [finding('first')] },
      'docs/c.md@1': { updated_at: '3', findings: [finding('in a draft')], draft: 'window@1' },
      'docs/d.md@1': { updated_at: '3', findings: [finding('gone')] },
      'docs/e.md@1': { updated_at: '3', findings: [finding('not done')], status: 'open' },
    });
    const texts = openFindings(checkpoint, (path) => path !== 'docs/d.md').map(({ text }) => text);
    expect(texts).toEqual(['first', 'new']);
  });

  test('is told of the newest run where each run looks at something else', () => {
    const checkpoint = checkpointOf({
      'c1@c1': { updated_at: '1', found_in: '2026-11-21T00:00:00Z', findings: [finding('of yesterday')] },
      'c2@c2': { updated_at: '2', found_in: '2026-11-22T00:00:00Z', findings: [finding('of today')] },
    });
    expect(openFindings(checkpoint).map(({ text }) => text)).toEqual(['of today']);
    expect([
      isOfOneRun('c1', 'commits'),
      isOfOneRun('part 1/2', undefined),
      isOfOneRun('a', 'files'),
    ]).toEqual([true, true, false]);
  });
});
