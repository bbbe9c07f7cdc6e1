import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../../src/core/event.ts';
import {
  draftId,
  goalPartId,
  lineId,
  numbered,
  runId,
  slotId,
} from '../../../../src/report/page/line-ids.ts';
import { linesJson } from '../../../../src/report/page/log-data.ts';

function line(ts: string): LogEntry {
  return { ts, level: 'info', event: 'heartbeat', message: 'x', wake: '1-1' };
}

describe('the address of a line', () => {
  test('is its number in the file of its day, whatever was removed before', () => {
    const entries = ['2026-11-21T23:00:00Z', '2026-11-22T01:00:00Z', '2026-11-22T02:00:00Z'].map(line);
    const ids = numbered(entries).map(lineId);
    expect(ids).toEqual(['line-2026-11-21-1', 'line-2026-11-22-1', 'line-2026-11-22-2']);
    expect(numbered(entries.slice(1)).map(lineId)).toEqual(ids.slice(1));
  });
});

describe('an address', () => {
  test('of a due time is the same with seconds and without', () => {
    expect(slotId('docs', '2026-11-22T02:00:00Z')).toBe('slot-docs-2026-11-22T02:00Z');
    expect(slotId('docs', '2026-11-22T02:00Z')).toBe('slot-docs-2026-11-22T02:00Z');
  });

  test('of a draft without a number is its branch', () => {
    expect(draftId({ draft: 3, branch: 'x' })).toBe('draft-3');
    expect(draftId({ draft: null, branch: 'wakeful/a-1' })).toBe('draft-wakeful_2f_a-1');
  });

  test('holds no sign that means something in a page, and no two texts share one', () => {
    const texts = ['a b', 'a_b', 'a"b', 'a_20_b', 'a#b', 'a<b', '\ud800', '😀'];
    const ids = texts.flatMap((text) => [runId(text), goalPartId(text)]);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_.-]+$/);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the log behind the page', () => {
  test('comes in parts, the newest first, and loses no line', () => {
    const lines = numbered(
      Array.from({ length: 9_001 }, (_, n) => line(`2026-11-22T00:00:00.${String(n).padStart(4, '0')}Z`)),
    );
    const parts = linesJson(lines).map((part) => JSON.parse(part));
    expect(parts.map(({ length }) => length)).toEqual([4_000, 4_000, 1_001]);
    expect(parts.toReversed().flat()).toEqual(lines);
  });

  test('turns no text around', () => {
    const [part] = linesJson(numbered([{ ...line('2026-11-22T00:00:00Z'), message: 'a\u202eb\u2066c' }]));
    expect(JSON.parse(part ?? '')[0].message).toBe('abc');
  });
});
