import { nextDue } from '../../core/due/due.ts';
import type { Goal } from '../../core/goal.ts';
import { openItems } from '../../core/progress/checkpoint.ts';
import type { Checkpoint, OpenWindow, SlotCounters } from '../../core/state.ts';
import type { Style } from './palette.ts';
import { count, figure, shortTime } from './sentences.ts';
import { renderTable } from './table.ts';

/** What became of the due times of a goal, and when it is due next. */
export interface SlotListing {
  readonly goal: Goal;
  /** Null: it never ran. */
  readonly checkpoint: Checkpoint | null;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** For the end of a night: a line per goal. */
export function slotTable(listings: readonly SlotListing[], style: Style): string {
  const rows = listings.map((listing) => [
    listing.goal.id,
    counterWords(listing.checkpoint?.counters),
    shortWindow(listing.checkpoint),
    dueWords(listing),
  ]);
  return renderTable(COLUMNS, rows, style);
}

const COLUMNS = [
  { title: 'Goal', shrinkTo: 12 },
  { title: 'Due times so far', shrinkTo: 14 },
  { title: 'Run due', shrinkTo: 12 },
  { title: 'Next due (UTC)', shrinkTo: 14 },
];

/** For the list of goals: a sentence each. */
export function slotLines(listing: SlotListing): readonly string[] {
  const { checkpoint } = listing;
  const counted = checkpoint?.classified_to ?? null;
  const until = counted === null ? '' : ` (counted up to ${shortTime(counted)})`;
  return [
    `due times so far: ${counterWords(checkpoint?.counters)}${until}`,
    longWindow(checkpoint),
    `next due: ${dueWords(listing)}`,
  ];
}

/** `3 ran, 1 missed`: zeros are left out. */
function counterWords(counters: SlotCounters | undefined): string {
  const words = NAMES.flatMap(([name, word]) => {
    const amount = counters?.[name] ?? 0;
    return amount === 0 ? [] : [`${figure(amount)} ${word}`];
  });
  return words.length === 0 ? 'none yet' : words.join(', ');
}

const NAMES = [
  ['ran', 'ran'],
  ['caught_up', 'caught up'],
  ['missed', 'missed'],
  ['skipped', 'skipped'],
  ['overlapped', 'overlapped'],
] as const;

function shortWindow(checkpoint: Checkpoint | null): string {
  if (checkpoint === null) return '–';
  const { window, finished } = checkpoint;
  if (window !== null) return `${shortTime(window.slot)}, ${itemsLeft(checkpoint)}`;
  return finished === null ? '–' : `${shortTime(finished.slot)}, finished`;
}

function longWindow(checkpoint: Checkpoint | null): string {
  const { window = null, finished = null } = checkpoint ?? {};
  if (checkpoint !== null && window !== null)
    return `in progress: the run due ${shortTime(window.slot)}, ${itemsLeft(checkpoint)}; it covers ${endsWords(window)}`;
  if (finished === null) return 'finished so far: none';
  const stuck = checkpoint?.given_up?.queue.length ?? 0;
  const rest = stuck === 0 ? '' : `, ${count(stuck, 'task')} stuck`;
  return `last finished: the run due ${shortTime(finished.slot)}, which covers all up to ${endWords(finished)}${rest}`;
}

function endsWords({ from, to }: OpenWindow): string {
  return `${endWords(from)} to ${endWords(to)}`;
}

/** A run covers what lies between two times, and between two commits. */
function endWords({ time, commit }: { readonly time: string; readonly commit: string | null }): string {
  return `${shortTime(time)}${commit === null ? '' : ` (${commit.slice(0, 7)})`}`;
}

function itemsLeft(checkpoint: Checkpoint): string {
  const all = checkpoint.window?.queue.length ?? 0;
  return `${figure(openItems(checkpoint).length)} of ${count(all, 'task')} left`;
}

/** When a goal is due next, and why not where it never is. */
export function dueWords({ goal, checkpoint, now }: SlotListing): string {
  if (!goal.enabled) return 'never: it is not enabled';
  if (checkpoint !== null && checkpoint.pause !== null) return 'once it is resumed';
  const at = nextDue(goal, checkpoint ?? undefined, now);
  if (at === null) return 'once its file is edited';
  if (Date.parse(at) > now) return shortTime(at);
  return checkpoint !== null && checkpoint.window !== null ? 'now, to continue' : 'now';
}
