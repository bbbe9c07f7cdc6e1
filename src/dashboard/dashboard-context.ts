import type { Ending } from '../core/ending.ts';
import { Halt } from '../core/ending.ts';
import { asHalt } from '../core/halt.ts';
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

/** Whatever becomes of the dashboard, the run keeps its own ending. */
export function noteFailure({ journal, ledger }: DashboardContext, reason: unknown): void {
  const { ending, detail } = asHalt(reason);
  if (reason instanceof Halt && NOT_NOW.has(ending)) return;
  // What GitHub refuses is told once, and not every day anew.
  const isRoutine = ledger.state.status.dashboard?.refused_on !== undefined;
  journal.write({ event: 'effect_failed', failure: { kind: 'dashboard', detail }, isRoutine });
}
