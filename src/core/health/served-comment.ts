import type { State, Status } from '../state.ts';

const KEPT = 100;

/** Where a command of a person stands: the id of a comment, or that of a tick in the dashboard, which begins with its time. */
export type CommandSource = number | string;

/**
 * Whether a command has been carried out. Undefined: it comes from neither a comment nor a tick. Ids grow with time:
 * once older ones are forgotten, whatever is older than all that are remembered counts as carried out, so that no
 * command is ever repeated.
 */
export function isServed(status: Status, source: CommandSource | undefined): boolean {
  switch (typeof source) {
    case 'undefined':
      return false;
    case 'number':
      return isAmong(status.comments ?? [], source);
    case 'string':
      return isAmong(status.ticks ?? [], source);
  }
}

/** Remembers it in the very commit that carries it out, so that a job that runs again does nothing twice. */
export function withServed(state: State, source: CommandSource | undefined): State {
  const { status } = state;
  if (source === undefined || isServed(status, source)) return state;
  const served =
    typeof source === 'number'
      ? { comments: withOne(status.comments ?? [], source) }
      : { ticks: withOne(status.ticks ?? [], source) };
  return { ...state, status: { ...status, ...served } };
}

/** `served`: oldest first. */
function isAmong<T extends CommandSource>(served: readonly T[], source: T): boolean {
  const [oldest] = served;
  return (
    served.includes(source) || (served.length >= KEPT && oldest !== undefined && isBefore(source, oldest))
  );
}

function withOne<T extends CommandSource>(served: readonly T[], source: T): readonly T[] {
  return [...served, source].toSorted((a, b) => (isBefore(a, b) ? -1 : 1)).slice(-KEPT);
}

function isBefore<T extends CommandSource>(one: T, other: T): boolean {
  return one < other;
}
