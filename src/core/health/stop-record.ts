import { endStop } from '../schedule/gaps.ts';
import type { State, StopRecord } from '../state.ts';
import { stopReason } from '../stop.ts';

export interface SeenStops {
  /** Value of the variable as it may be written down; null: it is not set. */
  readonly variable: string | null;
  /** ISO time. */
  readonly at: string;
  /** Since when a stop lasts that is not recorded yet. Default: now. */
  readonly since?: string;
}

/**
 * The state with what stops it written down once: by the variable, by `state/STOP`, by workflows that a stop has disabled,
 * or by nothing, which ends the stop that was recorded. The very same state when it says so already.
 */
export function recordStops(state: State, { variable, at, since = at }: SeenStops): State {
  const { status, stop } = state;
  const isOver = stop === null && variable === null && (status.stop?.disabled ?? []).length === 0;
  if (isOver) return status.stop === null ? state : { ...state, status: endStop(status, at) };
  const { variable: _before, ...rest } = status.stop ?? { since };
  const record: StopRecord = {
    ...rest,
    reason: stopReason(stop ?? variable ?? status.stop?.reason ?? ''),
    ...(variable === null ? {} : { variable }),
  };
  return isSame(status.stop, record) ? state : { ...state, status: { ...status, stop: record } };
}

function isSame(before: StopRecord | null, after: StopRecord): boolean {
  return before !== null && before.reason === after.reason && before.variable === after.variable;
}

/** Workflows that the stop has disabled are enabled again. The very same state when it names none of them. */
export function withoutDisabled(state: State, enabled: readonly string[]): State {
  const { stop } = state.status;
  if (stop?.disabled === undefined) return state;
  const left = stop.disabled.filter((workflow) => !enabled.includes(workflow));
  if (left.length === stop.disabled.length) return state;
  const { disabled: _before, ...rest } = stop;
  const record = left.length === 0 ? rest : { ...rest, disabled: left };
  return { ...state, status: { ...state.status, stop: record } };
}
