import { itemOf, LONGEST_QUEUE, statusByDraft } from '../item.ts';
import { type Cost, spentWith } from '../money/cost.ts';
import type { Checkpoint, DraftRecord, ItemRecord, ItemStatus, OpenWindow } from '../state.ts';
import { NO_SLOTS, STATE_VERSION } from '../state.ts';
import { compareText } from '../text/compare-text.ts';

type Keys = readonly string[];

export function newCheckpoint(goal: string): Checkpoint {
  return {
    version: STATE_VERSION,
    goal,
    goal_blob: null,
    last_lease: null,
    finished: null,
    classified_to: null,
    counters: NO_SLOTS,
    window: null,
    items: {},
    drafts: {},
    own_versions: [],
    consecutive_failures: 0,
    dead_wakes: 0,
    pause: null,
  };
}

const NEW_ITEM: Omit<ItemRecord, 'updated_at'> = {
  status: 'open',
  attempts: 0,
  ending: null,
  detail: '',
  summary: '',
  notes: [],
  checks: [],
  draft: null,
  spent: { tokens: 0, usd_micros: 0, calls: 0 },
  outbox: [],
};

export function itemRecord(checkpoint: Checkpoint, key: string): ItemRecord {
  return checkpoint.items[key] ?? { ...NEW_ITEM, updated_at: '' };
}

/** What people call an item. */
export function itemTitle(checkpoint: Checkpoint, key: string): string {
  return checkpoint.items[key]?.title ?? itemOf(key).title;
}

export function withItem(checkpoint: Checkpoint, key: string, record: ItemRecord): Checkpoint {
  return { ...checkpoint, items: { ...checkpoint.items, [key]: record } };
}

export function withDraft(checkpoint: Checkpoint, key: string, record: DraftRecord): Checkpoint {
  return { ...checkpoint, drafts: { ...checkpoint.drafts, [key]: record } };
}

/** An attempt counts when it starts, so that a wake that is killed outright still used it up. */
export function startAttempt(checkpoint: Checkpoint, key: string, at: string): Checkpoint {
  const record = itemRecord(checkpoint, key);
  return withItem(checkpoint, key, { ...record, attempts: record.attempts + 1, updated_at: at });
}

/** For endings that are not the item's fault. */
export function giveAttemptBack(checkpoint: Checkpoint, key: string): Checkpoint {
  const record = itemRecord(checkpoint, key);
  return withItem(checkpoint, key, { ...record, attempts: Math.max(0, record.attempts - 1) });
}

export function addItemCost(record: ItemRecord, cost: Cost): ItemRecord {
  return { ...record, spent: spentWith(record.spent, cost) };
}

/** Keys of the open window that still need work, in order. */
export function openItems(checkpoint: Checkpoint): readonly string[] {
  const queue = checkpoint.window?.queue ?? [];
  return queue.filter((key) => itemRecord(checkpoint, key).status === 'open');
}

/** Effects decided on and not carried out yet, oldest item first. */
export function unfinishedOutbox(checkpoint: Checkpoint): readonly string[] {
  return Object.keys(checkpoint.items).filter((key) => itemRecord(checkpoint, key).outbox.length > 0);
}

/** Drafts that wait for a person. Taken-over ones do not count. */
export function openDrafts(checkpoint: Checkpoint): readonly (readonly [string, DraftRecord])[] {
  return Object.entries(checkpoint.drafts).filter(([, draft]) => draft.outcome === 'open');
}

/** Open, or pushed with its receipt still to come. */
export function isInUse({ outcome, tip }: DraftRecord): boolean {
  return outcome === 'open' || (outcome === 'none' && tip !== null);
}

/** Closes the window once every item of it is done, stuck or answered. */
export function finishWindow(checkpoint: Checkpoint): Checkpoint {
  const window = checkpoint.window;
  if (window === null || openItems(checkpoint).length > 0) return checkpoint;
  const current = withoutOldVersions(checkpoint, window.queue);
  return prune({
    ...current,
    window: null,
    given_up: givenUp(current, window),
    finished: {
      slot: window.slot,
      time: window.to.time,
      commit: window.to.commit,
      ...(window.input === undefined ? {} : { input: window.input }),
    },
  });
}

/** Once an element has been worked on in its newest version, what became of older ones no longer matters. */
function withoutOldVersions(checkpoint: Checkpoint, queue: readonly string[]): Checkpoint {
  const keys = new Set(queue);
  const elements = new Set(queue.map((key) => itemOf(key).element));
  const items = Object.entries(checkpoint.items).flatMap(
    ([key, record]): (readonly [string, ItemRecord])[] => {
      const isLeft = (record.status === 'open' || record.status === 'stuck') && record.outbox.length === 0;
      if (!isLeft || keys.has(key)) return [[key, record]];
      if (elements.has(itemOf(key).element)) return [];
      if (record.status === 'stuck') return [[key, record]];
      // It is about something that is gone: its draft is its answer.
      const status = statusByDraft(record.draft === null ? undefined : checkpoint.drafts[record.draft]);
      return status === null ? [] : [[key, { ...record, status }]];
    },
  );
  return { ...checkpoint, items: Object.fromEntries(items) };
}

/** The window that stuck items go back to when they are lifted, with those of earlier windows in it. */
function givenUp(checkpoint: Checkpoint, window: OpenWindow): OpenWindow | null {
  const keys = [...new Set([...(checkpoint.given_up?.queue ?? []), ...window.queue])];
  const queue = keys.filter((key) => itemRecord(checkpoint, key).status === 'stuck');
  return queue.length === 0 ? null : { ...window, queue };
}

/** Takes up again what was given up on: in the window that it belonged to, or in the one that is open by now. */
export function reopenWindow(checkpoint: Checkpoint): Checkpoint {
  const { window, given_up } = checkpoint;
  if (given_up === undefined || given_up === null) return checkpoint;
  const queue = [...new Set([...(window?.queue ?? []), ...given_up.queue])];
  return { ...checkpoint, window: { ...(window ?? given_up), queue }, given_up: null };
}

/** Items that are stuck, and items that were stuck and are being tried again. */
export function stuckItems(checkpoint: Checkpoint): { readonly now: Keys; readonly before: Keys } {
  const keys = Object.keys(checkpoint.items);
  return {
    now: keys.filter((key) => itemRecord(checkpoint, key).status === 'stuck'),
    before: openItems(checkpoint).filter((key) => itemRecord(checkpoint, key).lifted === true),
  };
}

/**
 * A goal edit, or a person who asks, gives unfinished and stuck items a new start. Notes were made for a goal, and go only with it.
 */
export function restartUnfinished(
  checkpoint: Checkpoint,
  { isEdited }: { readonly isEdited: boolean },
): Checkpoint {
  const items = Object.entries(checkpoint.items).map(([key, record]): [string, ItemRecord] =>
    record.status === 'open' || record.status === 'stuck'
      ? [
          key,
          {
            ...record,
            ...liftedFrom(record),
            status: 'open',
            attempts: 0,
            notes: isEdited ? [] : record.notes,
          },
        ]
      : [key, record],
  );
  return { ...checkpoint, items: Object.fromEntries(items) };
}

function liftedFrom({ status }: ItemRecord): Pick<ItemRecord, 'lifted'> {
  return status === 'stuck' ? { lifted: true } : {};
}

const ITEMS_KEPT = 2_000;
const DRAFTS_KEPT = 50;
/** The one that was worked on and the one that this made. */
const VERSIONS_OF_AN_ELEMENT = 2;
const OWN_VERSIONS_KEPT = VERSIONS_OF_AN_ELEMENT * LONGEST_QUEUE;

/**
 * Keeps the newest records, so that the file does not grow with history. What somebody still waits for is never dropped,
 * and of finished items the key stays: the element may be in the queue of every window to come.
 */
function prune(checkpoint: Checkpoint): Checkpoint {
  const items = keepNewest(checkpoint.items, ITEMS_KEPT, {
    isNeeded: (record) => record.outbox.length > 0,
    age: (record) => record.updated_at,
  });
  const dropped = Object.entries(checkpoint.items).filter(([key]) => !Object.hasOwn(items, key));
  const finished = dropped.filter(([, { status }]) => status !== 'open' && status !== 'stuck');
  return {
    ...checkpoint,
    items,
    drafts: keepNewest(checkpoint.drafts, DRAFTS_KEPT, {
      isNeeded: isInUse,
      age: (draft) => draft.opened_at ?? '',
    }),
    own_versions: newestVersions([...checkpoint.own_versions, ...finished.map(([key]) => key)]),
  };
}

/** An element that changes often does not make the others forgotten. */
function newestVersions(keys: Keys): Keys {
  if (keys.length <= OWN_VERSIONS_KEPT) return keys;
  const counts = new Map<string, number>();
  const newestFirst = keys.toReversed().filter((key) => {
    const { element } = itemOf(key);
    const count = (counts.get(element) ?? 0) + 1;
    counts.set(element, count);
    return count <= VERSIONS_OF_AN_ELEMENT;
  });
  return newestFirst.slice(0, OWN_VERSIONS_KEPT).reverse();
}

interface Keeping<T> {
  readonly isNeeded: (record: T) => boolean;
  readonly age: (record: T) => string;
}

function keepNewest<T>(records: Readonly<Record<string, T>>, kept: number, keeping: Keeping<T>) {
  const entries = Object.entries(records);
  if (entries.length <= kept) return records;
  const newestFirst = entries
    .filter(([, record]) => !keeping.isNeeded(record))
    .sort(([, a], [, b]) => compareText(keeping.age(b), keeping.age(a)));
  const keep = new Set(newestFirst.slice(0, kept).map(([key]) => key));
  return Object.fromEntries(entries.filter(([key, record]) => keeping.isNeeded(record) || keep.has(key)));
}

/** How the status of an item follows from how its last attempt ended. */
export function statusAfter(fate: ItemFate): ItemStatus {
  if (fate.isFinished) return 'done';
  return fate.attempts >= fate.attemptsAllowed ? 'stuck' : 'open';
}

export interface ItemFate {
  readonly isFinished: boolean;
  readonly attempts: number;
  readonly attemptsAllowed: number;
}
