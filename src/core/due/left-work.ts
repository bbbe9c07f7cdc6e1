import { type Goal, hasCommands } from '../goal.ts';
import type { LeftGoal, State, Status } from '../state.ts';
import { HOUR_MS } from '../time.ts';

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
  const before = stillLeft(state);
  const others = looked === null ? [] : before.filter(({ goal }) => !looked.includes(goal));
  const own = left.map((goal) => before.find((each) => each.goal === goal) ?? { goal, since: at });
  return own.length + others.length === 0 ? status : { ...status, left: [...others, ...own] };
}

function stillLeft({ status, checkpoints }: State): readonly LeftGoal[] {
  const { left = [] } = status;
  return left.filter(({ goal, since }) => (checkpoints[goal]?.last_lease?.at ?? '') < since);
}

/** Goals that no job has begun with although they were left to one for too long, the oldest first. `now` in ms. */
export function notBegun(
  state: State,
  goals: readonly Goal[],
  { now, silentHours }: { readonly now: number; readonly silentHours: number },
): readonly LeftGoal[] {
  const oldest = now - silentHours * HOUR_MS;
  return stillLeft(state)
    .filter(({ goal: id, since }) => {
      const goal = goals.find((each) => each.id === id);
      const isWanted = goal?.enabled === true && hasCommands(goal);
      const isPaused = (state.checkpoints[id]?.pause ?? null) !== null;
      return isWanted && !isPaused && state.lock.leases[id] === undefined && Date.parse(since) < oldest;
    })
    .sort((a, b) => (a.since < b.since ? -1 : 1));
}
