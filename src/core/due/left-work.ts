import { type Goal, hasCommands } from '../goal.ts';
import type { State, Status } from '../state.ts';
import { HOUR_MS } from '../time.ts';

/** Goals by id, with the ISO time since when they are left to a job that has not begun with them. */
export type LeftGoals = Readonly<Record<string, string>>;

export interface LeaveFacts {
  /** Ids of the goals that this run leaves to jobs with a sandbox. */
  readonly left: readonly string[];
  /** Ids of the goals that this run has looked at; null: all. */
  readonly looked: readonly string[] | null;
  /** ISO time. */
  readonly at: string;
}

/** The status with what a run leaves to other jobs. What was left before stays so, unless a job has begun with it since. */
export function withLeft(state: State, { left, looked, at }: LeaveFacts): Status {
  const { left: _, ...status } = state.status;
  const others =
    looked === null ? [] : Object.entries(stillLeft(state)).filter(([id]) => !looked.includes(id));
  const own = left.map((id) => [id, stillLeft(state)[id] ?? at] as const);
  return own.length + others.length === 0
    ? status
    : { ...status, left: Object.fromEntries([...others, ...own]) };
}

function stillLeft({ status, checkpoints }: State): LeftGoals {
  const left = Object.entries(status.left ?? {});
  return Object.fromEntries(left.filter(([id, since]) => (checkpoints[id]?.last_lease?.at ?? '') < since));
}

/** Goals that no job has begun with although they were left to one for too long, the oldest first. `now` in ms. */
export function notBegun(
  state: State,
  goals: readonly Goal[],
  { now, silentHours }: { readonly now: number; readonly silentHours: number },
): readonly (readonly [string, string])[] {
  const oldest = now - silentHours * HOUR_MS;
  return Object.entries(stillLeft(state))
    .filter(([id, since]) => {
      const goal = goals.find((each) => each.id === id);
      const isWanted = goal?.enabled === true && hasCommands(goal);
      const isPaused = (state.checkpoints[id]?.pause ?? null) !== null;
      return isWanted && !isPaused && state.lock.leases[id] === undefined && Date.parse(since) < oldest;
    })
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
}
