/** What must hold of a state branch whatever happened to the wakes that wrote it. */

import { expect } from 'vitest';
import { encodeLogLine } from '../../../src/config/state/state-files.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { State } from '../../../src/core/state.ts';
import { asMasked } from '../as-masked.ts';
import type { EndedWake } from './arena.ts';

/** Values that occur more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Lines that are shown only once the commit that carries them has landed. Their epoch or item makes them differ. */
export const SHOWN_WHEN_LANDED = new Set([
  'lease_taken',
  'item_ended',
  'window_finished',
  'lease_released',
  'wake_ended',
]);

/**
 * I14. Times are whole seconds, so a wake may say the same twice: lines are counted. What a wake that ended by itself
 * has shown is in the log as often as it was shown. A killed one may have shown lines that no commit carried any more,
 * and may have died between the commit of its last lines and showing them.
 */
export function expectNoLineLost(wakes: readonly EndedWake[], log: readonly LogEntry[]): void {
  for (const wake of wakes) {
    const own = log.filter((line) => line.wake === wake.id);
    if (wake.result !== null && own.length === 0) continue;
    const committed = countsOf(own);
    const shown = countsOf(wake.lines);
    if (wake.result !== null) {
      expect(committed, `lines of ${wake.id}`).toEqual(shown);
      continue;
    }
    for (const line of own) expectOfKilled(line, { committed, shown });
    const landed = wake.lines
      .filter(({ event }) => SHOWN_WHEN_LANDED.has(event))
      .map((line) => encodeLogLine(asMasked(line)));
    expect(
      landed.filter((text) => !committed.has(text)),
      `lines of ${wake.id} are not lost`,
    ).toEqual([]);
  }
}

type Counts = ReadonlyMap<string, number>;

function expectOfKilled(line: LogEntry, { committed, shown }: Record<'committed' | 'shown', Counts>): void {
  const text = encodeLogLine(asMasked(line));
  const most = SHOWN_WHEN_LANDED.has(line.event) ? 1 : Math.max(1, shown.get(text) ?? 0);
  expect(committed.get(text), `not doubled: ${text}`).toBeLessThanOrEqual(most);
}

function countsOf(lines: readonly LogEntry[]): Counts {
  const counts = new Map<string, number>();
  for (const text of lines.map((line) => encodeLogLine(asMasked(line))))
    counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b)));
}

/** I1, I8: epochs are given one after the other, and each lease ends once: given back, or taken over with its holder's name. */
export function expectLeasesInOrder(state: State, log: readonly LogEntry[]): void {
  const taken = log.filter((line) => line.event === 'lease_taken');
  expect(
    taken.map((line) => line.data?.['epoch']),
    'epochs have no gap',
  ).toEqual(Array.from({ length: state.lock.epoch }, (_, n) => n + 1));
  let holder: string | null = null;
  for (const line of log) {
    if (line.event === 'took_over') {
      expect(line.data?.['dead_wake'], 'whoever takes over names the dead wake').toBe(holder);
      holder = null;
    } else if (line.event === 'lease_taken') {
      expect(holder, `${line.wake} takes a lease that nobody holds`).toBeNull();
      holder = line.wake;
    } else if (line.event === 'lease_released') {
      expect(line.wake).toBe(holder);
      holder = null;
    }
  }
  expect(holder, 'nobody holds it in the end').toBeNull();
  expect(state.lock.leases).toEqual({});
}

/** I5: nothing stays set aside, and what was asked of the model is paid for. */
export function expectMoneyKept(state: State, tokensServed: number): void {
  const sums = Object.values(state.budget.days).flatMap((day) => Object.values(day));
  const total = (field: 'reserved_tokens' | 'spent_tokens') =>
    sums.reduce((sum, each) => sum + each[field], 0);
  expect(total('reserved_tokens'), 'nothing stays reserved').toBe(0);
  expect(total('spent_tokens')).toBeGreaterThanOrEqual(tokensServed);
}

/** I7: every item was finished by exactly one attempt. */
export function expectEachItemOnce(state: State, log: readonly LogEntry[]): void {
  const items = Object.values(state.checkpoints).flatMap((each) => Object.entries(each.items));
  expect(items.filter(([, item]) => item.status !== 'done' || item.outbox.length > 0)).toEqual([]);
  const worked = log.filter((line) => line.event === 'item_ended' && line.data?.['ending'] === 'worked');
  expect(worked.map((line) => line.item ?? '').toSorted()).toEqual(items.map(([key]) => key).toSorted());
}
