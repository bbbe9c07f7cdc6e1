import type { Checkpoint } from '../state.ts';
import { DAY_MS } from '../time.ts';
import { itemRecord, openItems } from './checkpoint.ts';

/** Unfinished items now and a day ago, over all goals. */
export interface Backlog {
  readonly left: number;
  /** Items that were due a day ago and not finished then, as far as the checkpoints still know. */
  readonly leftDayAgo: number;
  /** Items given up on; they wait for a person. */
  readonly stuck: number;
  /** Slot of the oldest unfinished window; null: none is open. */
  readonly oldest: string | null;
}

/** Whether work comes in faster than it is done follows from the two figures. `now` in ms. */
export function backlogOf(checkpoints: readonly Checkpoint[], now: number): Backlog {
  const dayAgo = now - DAY_MS;
  const slots = checkpoints.flatMap((checkpoint) =>
    checkpoint.window === null ? [] : [checkpoint.window.slot],
  );
  return {
    left: sumOf(checkpoints, (checkpoint) => openItems(checkpoint).length),
    leftDayAgo: sumOf(checkpoints, (checkpoint) => leftAt(checkpoint, dayAgo)),
    stuck: sumOf(checkpoints, stuckItems),
    oldest: slots.sort()[0] ?? null,
  };
}

function stuckItems(checkpoint: Checkpoint): number {
  return Object.values(checkpoint.items).filter((item) => item.status === 'stuck').length;
}

/** What was not finished by then of a window that was due by then. */
function leftAt(checkpoint: Checkpoint, time: number): number {
  const { window, finished } = checkpoint;
  const wasDue = (slot: string | undefined) => slot !== undefined && Date.parse(slot) <= time;
  const inWindow = wasDue(window?.slot)
    ? (window?.queue ?? []).filter((key) => !isClosedBefore(checkpoint, key, time))
    : [];
  if (!wasDue(finished?.slot)) return inWindow.length;
  const queued = new Set(window?.queue ?? []);
  const closedSince = Object.entries(checkpoint.items).filter(
    ([key, item]) => !queued.has(key) && item.status !== 'open' && Date.parse(item.updated_at) > time,
  );
  return inWindow.length + closedSince.length;
}

function isClosedBefore(checkpoint: Checkpoint, key: string, time: number): boolean {
  const item = itemRecord(checkpoint, key);
  return item.status !== 'open' && Date.parse(item.updated_at) <= time;
}

function sumOf(checkpoints: readonly Checkpoint[], figure: (checkpoint: Checkpoint) => number): number {
  return checkpoints.reduce((sum, checkpoint) => sum + figure(checkpoint), 0);
}
