import type { LogEntry } from '../event.ts';
import { PASSED_REASONS } from '../log/run-events.ts';
import { endingIn, figureIn, timeIn, wordIn } from '../log-data.ts';
import type { SlotReport } from './report.ts';

const STARTED = ['ran', 'caught_up', 'asked'] as const;
const PASSED = ['missed', 'skipped', 'overlapped'] as const;

/** What became of each goal's due times, by goal id, as far as the log tells; oldest first. */
export function slotsOf(entries: readonly LogEntry[]): ReadonlyMap<string, readonly SlotReport[]> {
  const slots = new Map<string, SlotReport[]>();
  for (const entry of entries) {
    if (entry.goal === undefined) continue;
    const own = slots.get(entry.goal) ?? [];
    addTo(own, entry);
    if (own.length > 0) slots.set(entry.goal, own);
  }
  return slots;
}

function addTo(slots: SlotReport[], entry: LogEntry): void {
  const { event, data, wake, ts } = entry;
  const open = slots.findLastIndex((slot) => slot.why === null && isServed(slot));
  const current = slots[open];
  const change = (part: Partial<SlotReport>): void => {
    if (current !== undefined && current.finishedAt === null) slots[open] = { ...current, ...part };
  };
  switch (event) {
    case 'window_started': {
      const slot = timeIn(data, 'slot');
      if (slot !== null) slots.push(served(slot, entry));
      return;
    }
    case 'slots_classified':
    case 'slots_missed':
      slots.push(...passed(entry));
      return;
    case 'lease_taken':
      if (current !== undefined && !current.runs.includes(wake)) change({ runs: [...current.runs, wake] });
      return;
    case 'window_finished':
      change({ finishedAt: ts });
      return;
    case 'lease_released':
      // The last line of a window comes before the release, which says how it ended.
      if (current?.runs.includes(wake) === true) slots[open] = { ...current, ending: endingIn(data) };
      return;
    default:
      return;
  }
}

/** Whether a run was begun for it. */
export function isServed({ fate }: Pick<SlotReport, 'fate'>): boolean {
  return STARTED.some((each) => each === fate);
}

/** How many due times a line counts as missed; 0: it is about something else. */
export function missedIn({ event, data }: Pick<LogEntry, 'event' | 'data'>): number {
  if (event !== 'slots_missed' && event !== 'slots_classified') return 0;
  return wordIn(data, 'as', ['missed']) === null ? 0 : Math.max(1, figureIn(data, 'count'));
}

function served(slot: string, { data, wake }: LogEntry): SlotReport {
  return {
    from: slot,
    to: slot,
    count: 1,
    fate: wordIn(data, 'kind', STARTED) ?? 'ran',
    why: null,
    runs: [wake],
    ending: null,
    finishedAt: null,
  };
}

function passed(entry: LogEntry): readonly SlotReport[] {
  const slot = passedIn(entry);
  return slot === null ? [] : [slot];
}

/** The due times that a line counts as passed without a run; null: it is about something else. */
export function passedIn({ event, data }: Pick<LogEntry, 'event' | 'data'>): SlotReport | null {
  if (event !== 'slots_missed' && event !== 'slots_classified') return null;
  const [from, to] = [timeIn(data, 'from'), timeIn(data, 'to')];
  const fate = wordIn(data, 'as', PASSED);
  if (from === null || to === null || fate === null) return null;
  return {
    ...{ from, to, fate },
    count: Math.max(1, figureIn(data, 'count')),
    why: wordIn(data, 'why', PASSED_REASONS),
    runs: [],
    ending: null,
    finishedAt: null,
  };
}
