/**
 * The state branch as a stranger reads it: files as JSON, without the code that writes them. What the checks compare is taken from
 * here, so that a mistake in the agent's own reading cannot hide itself.
 */
import { type MemoryCommit, textOf } from './memory-remote.ts';

type Json = { readonly [name: string]: Json | undefined } & readonly Json[];

export interface RawLease {
  readonly wake: string;
  readonly epoch: number;
  readonly nonce: string;
  /** Milliseconds since 1970 UTC. */
  readonly taken: number;
  readonly expires: number;
  /** Tokens that are set aside and not settled. */
  readonly reserved: number;
  /** The day that they are set aside for. */
  readonly day: string;
  /** Key of the task that is worked on. */
  readonly item: string | null;
}

export interface RawItem {
  readonly attempts: number;
  readonly status: string;
  /** How its last attempt has ended; empty: none has. */
  readonly ending: string;
  /** It was stuck, and is tried again. */
  readonly isLifted: boolean;
  /** Effects that are decided on and not carried out. */
  readonly owed: number;
  /** Key of the draft that carries its change. */
  readonly draft: string | null;
}

export interface RawDraft {
  readonly key: string;
  readonly branch: string;
  readonly number: number | null;
  readonly outcome: string;
  readonly base: string;
  readonly tip: string | null;
}

export interface RawAlert {
  readonly isWanted: boolean;
  readonly issue: number | null;
}

export interface RawCheckpoint {
  /** The goal file that it is about. */
  readonly goalBlob: string;
  readonly items: ReadonlyMap<string, RawItem>;
  /** Sum of all counted slots. */
  readonly slots: number;
  /** Milliseconds since 1970 UTC; null: nothing has been counted. */
  readonly countedTo: number | null;
  readonly isPaused: boolean;
  readonly finishedSlot: number | null;
  readonly drafts: readonly RawDraft[];
  /** Slot of the window that is open; null: none is. */
  readonly slot: string | null;
  /** Tasks of the window that is open, and of the one that was given up. */
  readonly queued: ReadonlySet<string>;
}

export interface RawSums {
  readonly reserved: number;
  readonly spent: number;
}

const parsed = new WeakMap<Uint8Array, Json>();

export function jsonAt(commit: MemoryCommit | undefined, path: string): Json | null {
  const bytes = commit?.tree.get(path)?.bytes;
  if (bytes === undefined) return null;
  const known = parsed.get(bytes) ?? parse(textOf(bytes));
  parsed.set(bytes, known);
  return known;
}

/** A file that somebody has damaged holds nothing. */
function parse(content: string): Json {
  try {
    return JSON.parse(content) as Json;
  } catch {
    return [] as unknown as Json;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const entries = (value: unknown): readonly (readonly [string, Json])[] =>
  Object.entries((value ?? {}) as Readonly<Record<string, Json>>);

export function leasesIn(commit: MemoryCommit | undefined): ReadonlyMap<string, RawLease> {
  const leases = entries(jsonAt(commit, 'state/lock.json')?.['leases']);
  return new Map(
    leases.map(([goal, lease]) => [
      goal,
      {
        wake: text(lease['wake']),
        epoch: number(lease['epoch']),
        nonce: text(lease['nonce']),
        taken: Date.parse(text(lease['taken_at'])),
        expires: Date.parse(text(lease['expires_at'])),
        reserved: number(lease['reservation']?.['tokens']),
        day: text(lease['reservation']?.['day']),
        item: text(lease['item']) || null,
      },
    ]),
  );
}

export function epochIn(commit: MemoryCommit | undefined): number {
  return number(jsonAt(commit, 'state/lock.json')?.['epoch']);
}

export function checkpointIn(commit: MemoryCommit | undefined, goal: string): RawCheckpoint | null {
  const file = jsonAt(commit, `state/checkpoints/${goal}.json`);
  if (file === null) return null;
  const items = entries(file['items']).map(([key, item]) => [key, itemFrom(item)] as const);
  const to = text(file['classified_to']);
  const finished = text(file['finished']?.['slot']);
  return {
    goalBlob: text(file['goal_blob']),
    items: new Map(items),
    slots: entries(file['counters']).reduce((sum, [, count]) => sum + number(count), 0),
    countedTo: to === '' ? null : Date.parse(to),
    isPaused: file['pause'] !== null && file['pause'] !== undefined,
    finishedSlot: finished === '' ? null : Date.parse(finished),
    drafts: entries(file['drafts']).map(([key, draft]) => draftFrom(key, draft)),
    slot: text(file['window']?.['slot']) || null,
    queued: new Set([...(file['window']?.['queue'] ?? []), ...(file['given_up']?.['queue'] ?? [])].map(text)),
  };
}

function itemFrom(item: Json): RawItem {
  return {
    attempts: number(item['attempts']),
    status: text(item['status']),
    ending: text(item['ending']),
    isLifted: Boolean(item['lifted']),
    owed: item['outbox']?.length ?? 0,
    draft: text(item['draft']) || null,
  };
}

function draftFrom(key: string, draft: Json): RawDraft {
  const count = number(draft['number']);
  return {
    key,
    branch: text(draft['branch']),
    number: count === 0 ? null : count,
    outcome: text(draft['outcome']),
    base: text(draft['base']),
    tip: text(draft['tip']) || null,
  };
}

/** By day (`days`) or month (`months`), then by goal. */
export function budgetIn(
  commit: MemoryCommit | undefined,
  span: 'days' | 'months',
): ReadonlyMap<string, ReadonlyMap<string, RawSums>> {
  const spans = entries(jsonAt(commit, 'state/budget.json')?.[span]);
  return new Map(
    spans.map(([name, goals]) => [
      name,
      new Map(
        entries(goals).map(([goal, sums]) => [
          goal,
          { reserved: number(sums['reserved_tokens']), spent: number(sums['spent_tokens']) },
        ]),
      ),
    ]),
  );
}

/** Lines of one day's log, as text. */
export function logLines(commit: MemoryCommit | undefined, path: string): readonly string[] {
  const bytes = commit?.tree.get(path)?.bytes;
  if (bytes === undefined) return [];
  const known = lines.get(bytes) ?? textOf(bytes).split('\n').filter(Boolean);
  lines.set(bytes, known);
  return known;
}

const lines = new WeakMap<Uint8Array, readonly string[]>();

export function requestFiles(commit: MemoryCommit | undefined): readonly string[] {
  return [...(commit?.tree.keys() ?? [])].filter((path) => path.startsWith('state/requests/'));
}

/** Who asks for something by a request: `person` or `event`. */
export function originOf(commit: MemoryCommit | undefined, path: string): string {
  return text(jsonAt(commit, path)?.['origin']);
}

/** Text of `state/STOP`; null: there is none. */
export function stopIn(commit: MemoryCommit | undefined): string | null {
  const bytes = commit?.tree.get('state/STOP')?.bytes;
  return bytes === undefined ? null : textOf(bytes);
}

/** What the status says of a stop, as it is written; null: nothing. */
export function stopRecordIn(commit: MemoryCommit | undefined): string | null {
  const record = jsonAt(commit, 'state/status.json')?.['stop'] ?? null;
  return record === null ? null : JSON.stringify(record);
}

/** How the goal has ended last, as the status says. */
export function endingIn(commit: MemoryCommit | undefined, goal: string): string {
  return text(jsonAt(commit, 'state/status.json')?.['goals']?.[goal]?.['ending']);
}

/** By fingerprint. */
export function alertsIn(commit: MemoryCommit | undefined): ReadonlyMap<string, RawAlert> {
  const alerts = entries(jsonAt(commit, 'state/alerts.json')?.['alerts']);
  return new Map(
    alerts.map(([name, alert]) => [
      name,
      { isWanted: Boolean(alert['wanted']), issue: number(alert['issue']) || null },
    ]),
  );
}

/** The name of the repository that the state is of. */
export function repositoryIn(commit: MemoryCommit | undefined): string {
  return text(jsonAt(commit, 'state/lock.json')?.['repository']);
}

/** Whether a person has asked for a run of the goal, and nobody has served it yet. */
export function isAskedFor(commit: MemoryCommit | undefined, goal: string): boolean {
  return requestFiles(commit).some((path) => {
    const request = jsonAt(commit, path);
    return text(request?.['goal']) === goal && text(request?.['kind']) === 'run';
  });
}

/** A trailer of a commit's message, e.g. `Wakeful-Nonce`; null: it has none. */
export function trailerOf({ message }: MemoryCommit, name: string): string | null {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1] ?? null;
}
