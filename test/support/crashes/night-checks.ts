/** What must stand in the end, whatever happened on the way. */

import { expect } from 'vitest';
import { encodeLogLine } from '../../../src/config/state/state-files.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { Schedule } from '../../../src/core/goal.ts';
import { unfinishedOutbox } from '../../../src/core/progress/checkpoint.ts';
import { countSlots, newestSlot } from '../../../src/core/schedule/schedule.ts';
import type { Sums } from '../../../src/core/state.ts';
import { asMasked } from '../as-masked.ts';
import { type Night, type NightWake, STATE } from '../memory/night.ts';
import { SHOWN_WHEN_LANDED } from '../processes/arena-checks.ts';

export interface NightEnd {
  /** Head branches that have an open draft. */
  readonly drafts: number | ((night: Night) => number);
  /** Keys' elements that end as done, each once. */
  readonly items: readonly string[] | ((night: Night) => readonly string[]);
}

export function checkEnd(night: Night, end: NightEnd): void {
  const state = night.state();
  expect(state.lock.leases, 'no lease is left').toEqual({});
  const checkpoints = Object.values(state.checkpoints);
  expect(checkpoints.flatMap(unfinishedOutbox), 'no effect is left undone').toEqual([]);
  checkDrafts(night, end);
  checkItems(night, end);
  checkMoney(night);
  expect(doubles(night.log()), 'no log line is there twice').toEqual([]);
}

function checkDrafts(night: Night, end: NightEnd): void {
  const drafts = typeof end.drafts === 'number' ? end.drafts : end.drafts(night);
  const open = night.github.drafts.filter((draft) => draft.state === 'open');
  expect(open.length, 'one draft per task version').toBe(drafts);
  expect(new Set(open.map((draft) => draft.branch)).size, 'no branch has two drafts').toBe(drafts);
  for (const draft of open) expect(night.remote.branches.has(draft.branch), draft.branch).toBe(true);
  const known = Object.values(night.state().checkpoints)
    .flatMap((each) => Object.values(each.drafts))
    .flatMap(({ number }) => (number === null ? [] : [number]));
  const numbers = open.map((draft) => draft.number);
  expect(
    numbers.filter((number) => !known.includes(number)),
    'every draft has its receipt',
  ).toEqual([]);
  const all = night.github.drafts.map((draft) => draft.number);
  expect(
    known.filter((number) => !all.includes(number)),
    'every receipt has its draft',
  ).toEqual([]);
}

/** Keys of the items that a line says are finished: whoever ends a lease names those that needed no change. */
function finishedBy({ event, item, data }: LogEntry): readonly string[] {
  if (event === 'item_ended') return data?.['ending'] === 'worked' && item !== undefined ? [item] : [];
  const unchanged = data?.['unchanged_items'];
  return Array.isArray(unchanged) ? unchanged.map(String) : [];
}

function checkItems(night: Night, end: NightEnd): void {
  const items = typeof end.items === 'function' ? end.items(night) : end.items;
  const checkpoints = Object.values(night.state().checkpoints);
  const done = checkpoints.flatMap((each) =>
    Object.entries(each.items).flatMap(([key, item]) => (item.status === 'done' ? [elementOf(key)] : [])),
  );
  expect(done.toSorted(), 'every item is done').toEqual(items.toSorted());
  const ended = night.log().flatMap(finishedBy);
  expect(ended.map(elementOf).toSorted(), 'and was finished once').toEqual(items.toSorted());
  for (const branch of night.remote.branches.keys()) {
    if (!branch.startsWith('wakeful/')) continue;
    const commits = workCommits(night, branch);
    expect(new Set(commits).size, `one commit per item on ${branch}`).toBe(commits.length);
  }
}

/** What the commits of finished work say that a work branch adds, without who made them. Half-done work has no summary. */
function workCommits(night: Night, branch: string): readonly string[] {
  const main = new Set(night.ancestors(night.remote.branches.get('main')));
  const own = night.ancestors(night.remote.branches.get(branch)).filter((id) => !main.has(id));
  const messages = own.map((id) => night.remote.commits.get(id)?.message ?? '');
  return messages
    .map((text) => text.replace(/^Wakeful-.*$/gm, '').trim())
    .filter((text) => /\n\n/.test(text));
}

/** I16: whatever was stored is served or answered, once. */
export function checkRequests(night: Night): void {
  expect(night.state().requests, 'no request is left').toEqual({});
  const stored = night.log().filter(({ event }) => event === 'request_stored');
  const asked = stored.flatMap(({ data }) => [data?.['request'] ?? data?.['requests']].flat().map(String));
  const ends = night.log().filter(({ event }) => event === 'request_served' || event === 'request_answered');
  const ids = ends.map((line) => String(line.data?.['request']));
  expect(
    ids.filter((id) => asked.includes(id)).toSorted(),
    'each request is served or answered once',
  ).toEqual(asked.toSorted());
}

/** I5: nothing stays set aside, and no day of a goal holds more than its limit. */
function checkMoney(night: Night, tokensPerDay = 100_000): void {
  const sums = Object.values(night.state().budget.days).flatMap((day) => Object.values(day));
  expect(
    sums.reduce((sum, each) => sum + each.reserved_tokens, 0),
    'nothing stays reserved',
  ).toBe(0);
  for (const each of sums) {
    expect(each.spent_tokens).toBeGreaterThanOrEqual(0);
    expect(each.spent_tokens, 'no day holds more than its limit').toBeLessThanOrEqual(tokensPerDay);
  }
}

/** Tokens that are booked as spent, of all goals and months. */
export function spentIn(night: Night): number {
  if (!night.remote.branches.has(STATE)) return 0;
  const sums = Object.values(night.state().budget.months).flatMap((month): Sums[] => Object.values(month));
  return sums.reduce((sum, each) => sum + each.spent_tokens, 0);
}

/** I8: a wake that left a lease behind is named by whoever takes over, once. */
export function checkTakeOver(
  night: Night,
  facts: { readonly heldAtDeath: string | null; readonly dead: string },
): void {
  const lines = night
    .log()
    .filter((line) => line.event === 'took_over' && line.data?.['dead_wake'] === facts.dead);
  expect(lines.length, 'whoever takes over names the dead wake').toBe(
    facts.heldAtDeath === facts.dead ? 1 : 0,
  );
}

/** Who holds a goal; null: nobody. */
export function leaseHolder(night: Night): string | null {
  if (!night.remote.branches.has(STATE)) return null;
  const [lease] = Object.values(night.state().lock.leases);
  return lease?.wake ?? null;
}

/** I14: what was shown because its commit had landed is in the log, once. */
export function checkLines(night: Night, wakes: readonly NightWake[]): void {
  const committed = new Set(night.log().map(encoded));
  const shown = wakes.flatMap(({ lines }) => lines.filter(({ event }) => SHOWN_WHEN_LANDED.has(event)));
  expect(
    shown.map(encoded).filter((text) => !committed.has(text)),
    'no line of a landed commit is lost',
  ).toEqual([]);
}

/** I15: every slot since the one of a goal's first window is counted once. `schedule` is that of all goals. */
export function checkSlots(night: Night, schedule: Schedule): void {
  for (const { goal, classified_to, counters } of Object.values(night.state().checkpoints)) {
    const begun = night.log().find((line) => line.event === 'window_started' && line.goal === goal);
    if (classified_to === null || begun === undefined) continue;
    const first = newestSlot(schedule, Date.parse(begun.ts)) ?? 0;
    const counted = Object.values(counters).reduce((sum, each) => sum + each, 0);
    expect(counted, `every slot of ${goal} is counted once`).toBe(
      countSlots(schedule, first - 1, Date.parse(classified_to)),
    );
  }
}

/** Without the version, and without the short id of a commit. */
function elementOf(key: string): string {
  return key.slice(0, key.lastIndexOf('@')).replace(/^[0-9a-f]{7} /, '');
}

function doubles(lines: readonly LogEntry[]): readonly string[] {
  const seen = new Set<string>();
  return lines.map(encoded).filter((text) => seen.size === seen.add(text).size);
}

/** An entry never changes, so it is written once, however many checks want it. */
const written = new WeakMap<LogEntry, string>();

function encoded(entry: LogEntry): string {
  const text = written.get(entry) ?? encodeLogLine(asMasked(entry));
  written.set(entry, text);
  return text;
}
