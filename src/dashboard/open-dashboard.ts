import { type AgentLease, agentAllowed, releaseAgentLease, takeAgentLease } from '../alerts/agent-lease.ts';
import { Halt } from '../core/ending.ts';
import { DASHBOARD, NO_DASHBOARD, withDashboard } from '../core/health/dashboard.ts';
import type { State } from '../core/state.ts';
import { utcDay } from '../core/time.ts';
import type { OwnIssue } from '../ports.ts';
import { STATE_COMMITS } from '../report/on-github/state-commits.ts';
import { type DashboardContext, type DashboardTurn, noteFailure } from './dashboard-context.ts';
import { saysTheSame, textOf } from './dashboard-text.ts';

/**
 * Opens the dashboard, or finds the one that is there although no record knows it: a run may have died right behind its
 * request. The lease lets one run do this at a time, so that there are never two.
 */
export async function openDashboard(context: DashboardContext, turn: DashboardTurn): Promise<void> {
  const { ledger, world } = context;
  const today = utcDay(world.clock.now());
  if (ledger.state.status.dashboard?.refused_on === today) return;
  await turn.allowed();
  const lease = await takeAgentLease(context, { what: STATE_COMMITS.lockDashboard() });
  if (lease === null) return;
  const change = await ensure(context, turn, lease).catch((reason: unknown) => {
    noteFailure(context, reason);
    const isRefused = reason instanceof Halt && reason.ending === 'forbidden';
    return isRefused ? refusedOn(today) : (state: State) => state;
  });
  await releaseAgentLease(context, lease, { what: STATE_COMMITS.unlockDashboard(), change });
}

async function ensure(
  context: DashboardContext,
  turn: DashboardTurn,
  lease: AgentLease,
): Promise<(state: State) => State> {
  const { world, deadline, journal } = context;
  const allowed = async () => {
    await turn.allowed();
    await agentAllowed(context, lease);
  };
  await allowed();
  const own = await world.issues.listOpened(DASHBOARD, deadline.work);
  const kept = own.find(({ state }) => state === 'open') ?? own.at(0);
  const text = textOf(context, turn.foreseen);
  if (kept === undefined) {
    await allowed();
    const { number } = await world.issues.open(text, deadline.work);
    journal.write({ event: 'dashboard_opened', issue: number });
    return known(number);
  }
  const others = own.filter(({ number, state }) => number !== kept.number && state === 'open');
  for (const { number } of others) {
    await allowed();
    await world.issues.change(number, { state: 'closed' }, deadline.work);
    journal.write({ event: 'dashboard_closed', issue: number, why: 'second' });
  }
  if (isOutdated(kept, text.body)) {
    await allowed();
    await world.issues.change(kept.number, { body: text.body }, deadline.work);
  }
  return known(kept.number);
}

/** One that a person has closed is left alone. */
function isOutdated({ state, body }: OwnIssue, wanted: string): boolean {
  return state === 'open' && !saysTheSame(body, wanted);
}

function known(issue: number): (state: State) => State {
  return ({ status, ...state }) => ({
    ...state,
    status: { ...status, dashboard: withDashboard(status.dashboard, issue) },
  });
}

function refusedOn(day: string): (state: State) => State {
  return ({ status, ...state }) => {
    const dashboard = { ...(status.dashboard ?? NO_DASHBOARD), refused_on: day };
    return { ...state, status: { ...status, dashboard } };
  };
}
