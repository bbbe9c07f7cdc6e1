import type { State, Status } from '../state.ts';

const KEPT = 100;

/** Whether the command of a comment has been carried out. Undefined: the command comes from no comment. */
export function isServed(status: Status, comment: number | undefined): boolean {
  return comment !== undefined && (status.comments ?? []).includes(comment);
}

/** Remembers it in the very commit that carries it out, so that a job that runs again does nothing twice. */
export function withServed(state: State, comment: number | undefined): State {
  if (comment === undefined || isServed(state.status, comment)) return state;
  const comments = [...(state.status.comments ?? []), comment].slice(-KEPT);
  return { ...state, status: { ...state.status, comments } };
}
