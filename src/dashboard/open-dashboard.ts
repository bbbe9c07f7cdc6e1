import { AGENT } from '../core/alert-state.ts';
import { DASHBOARD, withNewDashboard } from '../core/health/dashboard.ts';
import { oldestLease } from '../core/lease.ts';
import type { OwnIssue } from '../ports.ts';
import {
  type DashboardChange,
  type DashboardContext,
  type DashboardTurn,
  recording,
} from './dashboard-context.ts';
import { saysTheSame, textOf } from './dashboard-text.ts';

/**
 * Opens the dashboard, or finds the one that is there although no record knows it: a run may have died right behind its
 * request. Of all runs that hold a goal only the one that has held its goal longest does this, so that there are never two. It
 * costs no push of its own: the record travels with the last push of the run.
 */
export async function openDashboard(
  context: DashboardContext,
  turn: DashboardTurn,
): Promise<DashboardChange> {
  await turn.allowed();
  if (!isFirstInLine(context)) return (state) => state;
  const own = await context.world.issues.listOpened(DASHBOARD, context.deadline.work);
  const kept = own.find(({ state }) => state === 'open') ?? own.at(0);
  if (kept === undefined) return openNew(context, turn);
  await closeOthers(context, turn, { own, kept: kept.number });
  const { body } = textOf(context, turn.foreseen);
  if (isOutdated(kept, body)) {
    await turn.allowed();
    await context.world.issues.change(kept.number, { body }, context.deadline.work);
  }
  return recording((record) => withNewDashboard(record, kept.number));
}

async function openNew(
  context: DashboardContext,
  { foreseen, allowed }: DashboardTurn,
): Promise<DashboardChange> {
  const { world, deadline, journal } = context;
  const text = textOf(context, foreseen);
  await allowed();
  const { number } = await world.issues.open(text, deadline.work);
  journal.write({ event: 'dashboard_opened', issue: number });
  return recording((record) => withNewDashboard(record, number));
}

/** What is known of the others is as new as the last question whether the run may go on. */
function isFirstInLine({ ledger, order, world }: DashboardContext): boolean {
  const first = oldestLease(ledger.state.lock, { but: AGENT, now: world.clock.now() });
  return first?.wake === order.wake.id;
}

/** `kept`: the number of the one that stays. */
export async function closeOthers(
  { world, deadline, journal }: DashboardContext,
  { allowed }: DashboardTurn,
  { own, kept }: { readonly own: readonly OwnIssue[]; readonly kept: number },
): Promise<void> {
  for (const { number, state } of own) {
    if (number === kept || state === 'closed') continue;
    await allowed();
    await world.issues.change(number, { state: 'closed' }, deadline.work);
    journal.write({ event: 'dashboard_closed', issue: number, why: 'second' });
  }
}

/** One that a person has closed is left alone. */
function isOutdated({ state, body }: OwnIssue, wanted: string): boolean {
  return state === 'open' && !saysTheSame(body, wanted);
}
