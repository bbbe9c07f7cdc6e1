import type { State, Status } from '../state.ts';

const KEPT = 100;

/**
 * Whether the command of a comment has been carried out. Undefined: the command comes from no comment. Ids grow with time:
 * once older comments are forgotten, whatever is older than all that are remembered counts as carried out, so that no
 * command is ever repeated.
 */
export function isServed(status: Status, comment: number | undefined): boolean {
  if (comment === undefined) return false;
  const served = status.comments ?? [];
  return served.includes(comment) || (served.length >= KEPT && comment < Math.min(...served));
}

/** Remembers it in the very commit that carries it out, so that a job that runs again does nothing twice. */
export function withServed(state: State, comment: number | undefined): State {
  if (comment === undefined || isServed(state.status, comment)) return state;
  const comments = [...(state.status.comments ?? []), comment]
    .toSorted((one, other) => one - other)
    .slice(-KEPT);
  return { ...state, status: { ...state.status, comments } };
}
