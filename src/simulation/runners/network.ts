import { Halt } from '../../core/ending.ts';
import type { ModelAnswer, PushOutcome, RefUpdate } from '../../ports.ts';
import { refused } from '../world/memory-remote.ts';
import type { CallKind, PortName } from './call-kinds.ts';

/**
 * What happens to a call on its way. `lost`: it never arrives, and nobody answers; `unanswered`: it is carried out, and the
 * connection breaks; `late`: it is carried out, and the caller has given up when the answer comes; `refused`: by a rule or a
 * permission; `outage`: the other side answers that it cannot; `rate_limited`: it answers that there were too many.
 */
export type NetworkFault = 'lost' | 'unanswered' | 'late' | 'refused' | 'outage' | 'rate_limited';

/**
 * What happens to the process that calls. A frozen one is thawed after so many milliseconds, and
 * has sent its call before or sends it only then; a jump puts the wall clock of its
 * machine forward by so many, or back.
 */
export type RunnerFault =
  | { readonly kind: 'killed_before' }
  | { readonly kind: 'killed_after' }
  | { readonly kind: 'frozen'; readonly ms: number; readonly isBefore?: boolean }
  | { readonly kind: 'clock_jump'; readonly ms: number };

export interface PortCall {
  readonly runner: string;
  readonly port: PortName | 'model';
  readonly name: string;
  readonly kind: CallKind;
}

export interface CallPlan {
  /** Until the call arrives, and until its answer does, ms. */
  readonly there: number;
  readonly back: number;
  readonly fault: NetworkFault | null;
  readonly runner: RunnerFault | null;
}

export interface Network {
  plan(call: PortCall): CallPlan;
}

/** Nothing goes wrong, and each call takes as long. */
export function reliableNetwork(ms: number): Network {
  const plan: CallPlan = { there: ms / 2, back: ms / 2, fault: null, runner: null };
  return { plan: () => plan };
}

/** How long an adapter waits for an answer, ms. */
export function timeoutOf({ port, kind }: PortCall): number {
  if (kind === 'model') return 120_000;
  return port === 'state' || port === 'workspace' ? 60_000 : 5_000;
}

/** What the adapter makes of a call that failed: an outcome, or an error. */
export function failureOf(call: PortCall, fault: NetworkFault, inputs: readonly unknown[]): unknown {
  if (call.kind === 'push') return pushFailure(fault, inputs[0] as readonly RefUpdate[]);
  if (call.kind === 'model') return modelFailure(fault);
  if (fault === 'refused') throw new Halt('forbidden', `A permission is missing for ${call.name}.`);
  throw new Halt('github_unavailable', `GitHub did not answer ${call.name} (${fault}).`);
}

/** A push that is called off may have landed. */
export const CUT_OFF: PushOutcome = {
  kind: 'unknown',
  reason: 'The push was cut off before the remote answered.',
};

function pushFailure(fault: NetworkFault, refs: readonly RefUpdate[]): PushOutcome {
  if (fault === 'refused') return refused(refs, 'forbidden', 'GH013: Repository rule violations found.');
  if (fault === 'outage') return refused(refs, 'other', '[remote rejected] (Internal Server Error)');
  return CUT_OFF;
}

const MODEL_FAULTS = {
  lost: 'timeout',
  late: 'timeout',
  unanswered: 'dropped',
  refused: 'server_error',
  outage: 'server_error',
  rate_limited: 'rate_limited',
} as const satisfies Record<NetworkFault, string>;

function modelFailure(fault: NetworkFault): ModelAnswer {
  const isCharged = fault === 'late' || fault === 'unanswered' || fault === 'lost';
  const detail = `The model server did not answer (${fault}).`;
  return { kind: 'fault', fault: MODEL_FAULTS[fault], isCharged, retryAfter: null, detail };
}
