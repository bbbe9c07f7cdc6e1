/**
 * The state branch as a stranger reads it: files as JSON, without the code that writes them. What the checks compare is taken from
 * here, so that a mistake in the agent's own reading cannot hide itself.
 */
import { type MemoryCommit, textOf } from './memory-remote.ts';

type Json = { readonly [name: string]: Json | undefined } & readonly Json[];

export interface RawLease {
  readonly wake: string;
  readonly epoch: number;
  /** Milliseconds since 1970 UTC. */
  readonly expires: number;
}

export interface RawItem {
  readonly attempts: number;
  readonly status: string;
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
}

export interface RawSums {
  readonly reserved: number;
  readonly spent: number;
}

const parsed = new WeakMap<Uint8Array, Json>();

function jsonAt(commit: MemoryCommit | undefined, path: string): Json | null {
  const bytes = commit?.tree.get(path)?.bytes;
  if (bytes === undefined) return null;
  const known = parsed.get(bytes) ?? (JSON.parse(textOf(bytes)) as Json);
  parsed.set(bytes, known);
  return known;
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
        expires: Date.parse(text(lease['expires_at'])),
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
  const items = entries(file['items']).map(
    ([key, item]) => [key, { attempts: number(item['attempts']), status: text(item['status']) }] as const,
  );
  const to = text(file['classified_to']);
  const finished = text(file['finished']?.['slot']);
  return {
    goalBlob: text(file['goal_blob']),
    items: new Map(items),
    slots: entries(file['counters']).reduce((sum, [, count]) => sum + number(count), 0),
    countedTo: to === '' ? null : Date.parse(to),
    isPaused: file['pause'] !== null && file['pause'] !== undefined,
    finishedSlot: finished === '' ? null : Date.parse(finished),
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
