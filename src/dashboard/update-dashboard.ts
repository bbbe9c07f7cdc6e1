import { maskedRecord } from '../core/access/masked-record.ts';
import { DASHBOARD, withAnswer, withDashboard, withSweptDashboard } from '../core/health/dashboard.ts';
import type { State } from '../core/state.ts';
import type { DashboardRecord } from '../core/status.ts';
import { type DashboardContext, type DashboardTurn, noteFailure } from './dashboard-context.ts';
import { saysTheSame, textOf } from './dashboard-text.ts';
import { openDashboard } from './open-dashboard.ts';
import { ticksIn } from './waiting-boxes.ts';

export type DashboardChange = (state: State) => State;

const NOTHING: DashboardChange = (state) => state;

/**
 * Opens the dashboard once, brings it up to date at the end of a run that has worked, or closes it where the settings switch it
 * off. It comments nothing and mentions nobody. Never throws: returns what is to be written down with the last push.
 */
export async function updateDashboard(
  context: DashboardContext,
  turn: DashboardTurn,
): Promise<DashboardChange> {
  try {
    return await bringInLine(context, turn);
  } catch (reason) {
    noteFailure(context, reason);
    return NOTHING;
  }
}

async function bringInLine(context: DashboardContext, turn: DashboardTurn): Promise<DashboardChange> {
  const { settings, ledger } = context;
  const record = ledger.state.status.dashboard;
  const issue = record?.issue ?? null;
  if (!settings.dashboardIssue) {
    return record === undefined || issue === null || record.is_off === true
      ? NOTHING
      : switchOff(context, turn, issue);
  }
  if (record === undefined || issue === null) {
    await openDashboard(context, turn);
    return NOTHING;
  }
  if (record.is_off === true) return switchOn(context, turn, issue);
  const answered = await update(context, turn, issue);
  if (record.is_unswept !== true) return answered;
  const swept = await sweep(context, turn, issue);
  return (state) => swept(answered(state));
}

/** One that a person has closed is left alone, and so is one that is gone. */
async function update(
  context: DashboardContext,
  { foreseen, allowed }: DashboardTurn,
  issue: number,
): Promise<DashboardChange> {
  const { world, deadline } = context;
  await allowed();
  const seen = await world.issues.readOpened(issue, DASHBOARD, deadline.work);
  if (seen === null || seen.state === 'closed') return NOTHING;
  const { waiting, lost } = ticksIn(seen, foreseen.state.status, world.clock.now());
  const answered = recording((record) => lost.reduce<DashboardRecord>(withAnswer, record));
  const state = maskedRecord(answered(foreseen.state), context.mask);
  const { body } = textOf(context, { ...foreseen, state }, waiting);
  if (saysTheSame(seen.body, body)) return NOTHING;
  await allowed();
  await world.issues.change(issue, { body }, deadline.work);
  return answered;
}

async function switchOff(
  { world, deadline, journal }: DashboardContext,
  { allowed }: DashboardTurn,
  issue: number,
): Promise<DashboardChange> {
  await allowed();
  const seen = await world.issues.readOpened(issue, DASHBOARD, deadline.work);
  // One that is gone is forgotten: switched on again, the agent opens another one.
  if (seen === null) return recording(() => undefined);
  if (seen.state === 'open') {
    await allowed();
    await world.issues.change(issue, { state: 'closed' }, deadline.work);
    journal.write({ event: 'dashboard_closed', issue, why: 'switched_off' });
  }
  return recording((record) => ({ ...record, is_off: true }));
}

async function switchOn(
  context: DashboardContext,
  { foreseen, allowed }: DashboardTurn,
  issue: number,
): Promise<DashboardChange> {
  const { world, deadline, journal } = context;
  await allowed();
  const seen = await world.issues.readOpened(issue, DASHBOARD, deadline.work);
  if (seen === null) return recording(() => undefined);
  await allowed();
  const { body } = textOf(context, foreseen);
  await world.issues.change(issue, { body, state: 'open' }, deadline.work);
  journal.write({ event: 'dashboard_opened', issue });
  return recording((record) => withDashboard(record, issue));
}

/** Closes what a run has opened that had died for the others. */
async function sweep(
  { world, deadline, journal }: DashboardContext,
  { allowed }: DashboardTurn,
  issue: number,
): Promise<DashboardChange> {
  await allowed();
  for (const other of await world.issues.listOpened(DASHBOARD, deadline.work)) {
    if (other.number === issue || other.state === 'closed') continue;
    await allowed();
    await world.issues.change(other.number, { state: 'closed' }, deadline.work);
    journal.write({ event: 'dashboard_closed', issue: other.number, why: 'second' });
  }
  return recording(withSweptDashboard);
}

/** Undefined: nothing is remembered any more. */
function recording(change: (record: DashboardRecord) => DashboardRecord | undefined): DashboardChange {
  return (state) => {
    const { dashboard, ...status } = state.status;
    if (dashboard === undefined) return state;
    const after = change(dashboard);
    return { ...state, status: after === undefined ? status : { ...status, dashboard: after } };
  };
}
