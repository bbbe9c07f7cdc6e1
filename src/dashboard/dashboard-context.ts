import type { Ending } from '../core/ending.ts';
import { Halt } from '../core/ending.ts';
import { asHalt } from '../core/halt.ts';
import { NO_DASHBOARD, withRefusal } from '../core/health/dashboard.ts';
import type { State } from '../core/state.ts';
import type { DashboardRecord } from '../core/status.ts';
import { utcDay } from '../core/time.ts';
import type { AgentContext } from '../ledger/agent-context.ts';
import type { StatusPageFacts } from '../ledger/open-ledger.ts';
import type { ForeseenState } from '../ledger/step.ts';
import type { Issues } from '../ports.ts';

/** What it takes to keep the dashboard: a run has it. */
export interface DashboardContext
  extends AgentContext,
    Pick<StatusPageFacts, 'goals' | 'serverUrl' | 'papers'> {
  readonly world: AgentContext['world'] & { readonly issues: Issues };
}

/** How a run that has worked is about to leave the state. */
export interface DashboardTurn {
  readonly foreseen: ForeseenState;
  /** Asked before each request: throws when it may not be sent. */
  readonly allowed: () => Promise<void>;
}

/** They say that the run itself may go on no further: nothing is wrong with the dashboard. */
const NOT_NOW: ReadonlySet<Ending> = new Set([
  ...(['stopped', 'cancelled', 'yielded_to_person', 'taken_over', 'lease_lost', 'time_limit'] as const),
]);

/** What the last push of a run writes down about the dashboard. */
export type DashboardChange = (state: State) => State;

/** Undefined: nothing is remembered any more. */
export function recording(change: (record: DashboardRecord) => DashboardRecord | undefined): DashboardChange {
  return (state) => {
    const { dashboard = NO_DASHBOARD, ...status } = state.status;
    const after = change(dashboard);
    return { ...state, status: after === undefined ? status : { ...status, dashboard: after } };
  };
}

/**
 * Whatever becomes of the dashboard, the run keeps its own ending. Where GitHub refuses, as it does without a permission or in a
 * repository without issues, nothing is asked for again on the same day, and that is told once and not every day anew.
 */
export function noteFailure({ journal, ledger, world }: DashboardContext, reason: unknown): DashboardChange {
  const unchanged: DashboardChange = (state) => state;
  const { ending, detail } = asHalt(reason);
  if (reason instanceof Halt && NOT_NOW.has(ending)) return unchanged;
  const isRoutine = ledger.state.status.dashboard?.refused_on !== undefined;
  journal.write({ event: 'effect_failed', failure: { kind: 'dashboard', detail }, isRoutine });
  if (!(reason instanceof Halt) || ending !== 'forbidden') return unchanged;
  return recording((record) => withRefusal(record, utcDay(world.clock.now())));
}
