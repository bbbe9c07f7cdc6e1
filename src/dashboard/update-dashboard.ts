import { maskedRecord } from '../core/access/masked-record.ts';
import {
  DASHBOARD,
  withAnswer,
  withDashboard,
  withoutRefusal,
  withSweptDashboard,
} from '../core/health/dashboard.ts';
import type { DashboardRecord } from '../core/status.ts';
import { utcDay } from '../core/time.ts';
import {
  type DashboardChange,
  type DashboardContext,
  type DashboardTurn,
  noteFailure,
  recording,
} from './dashboard-context.ts';
import { saysTheSame, textOf } from './dashboard-text.ts';
import { closeOthers, openDashboard } from './open-dashboard.ts';
import { readDashboard } from './read-dashboard.ts';
import { ticksIn } from './waiting-boxes.ts';

const NOTHING: DashboardChange = (state) => state;

/**
 * Opens the dashboard once, brings it up to date at the end of a run that has worked, or closes it where the settings switch it
 * off. It comments nothing and mentions nobody. Never throws: returns what is to be written down with the last push.
 */
export async function updateDashboard(
  context: DashboardContext,
  turn: DashboardTurn,
): Promise<DashboardChange> {
  const today = utcDay(context.world.clock.now());
  if (context.ledger.state.status.dashboard?.refused_on === today) return NOTHING;
  try {
    return await bringInLine(context, turn);
  } catch (reason) {
    return noteFailure(context, reason);
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
  if (record === undefined || issue === null) return openDashboard(context, turn);
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
  const seen = await readDashboard(world.issues, issue, deadline.work);
  if (seen === null || seen.state === 'closed') return NOTHING;
  const { waiting, lost } = ticksIn(seen, foreseen.state.status, world.clock.now());
  const answered = recording((record) => withoutRefusal(lost.reduce<DashboardRecord>(withAnswer, record)));
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
  const seen = await readDashboard(world.issues, issue, deadline.work);
  // One that is gone is forgotten: switched on again, the agent opens another one.
  if (seen === null) return recording(() => undefined);
  if (seen.state === 'open') {
    await allowed();
    await world.issues.change(issue, { state: 'closed' }, deadline.work);
    journal.write({ event: 'dashboard_closed', issue, why: 'switched_off' });
  }
  return recording((record) => ({ ...withoutRefusal(record), is_off: true }));
}

async function switchOn(
  context: DashboardContext,
  { foreseen, allowed }: DashboardTurn,
  issue: number,
): Promise<DashboardChange> {
  const { world, deadline, journal } = context;
  await allowed();
  const seen = await readDashboard(world.issues, issue, deadline.work);
  if (seen === null) return recording(() => undefined);
  await allowed();
  const { body } = textOf(context, foreseen);
  await world.issues.change(issue, { body, state: 'open' }, deadline.work);
  journal.write({ event: 'dashboard_opened', issue });
  return recording((record) => withDashboard(record, issue));
}

/** Closes what another run has opened whose answer never came. */
async function sweep(
  context: DashboardContext,
  turn: DashboardTurn,
  issue: number,
): Promise<DashboardChange> {
  await turn.allowed();
  const own = await context.world.issues.listOpened(DASHBOARD, context.deadline.work);
  await closeOthers(context, turn, { own, kept: issue });
  return recording(withSweptDashboard);
}
