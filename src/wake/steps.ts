import { goalId } from '../config/goal/goal-file.ts';
import { AGENT, isUnswept } from '../core/alert-state.ts';
import type { DueGoal } from '../core/due/due.ts';
import { withinFirstRun } from '../core/due/first-run.ts';
import { Halt } from '../core/ending.ts';
import { stoppedAtStart } from '../core/halt.ts';
import type { LogEvent } from '../core/log/log-event.ts';
import { stopReason } from '../core/stop.ts';
import type { AlertResult, WakeResult } from '../core/wake-result.ts';
import { maskResult } from '../ledger/mask-deep.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { type Preparation, prepareLedger } from '../ledger/prepare-ledger.ts';
import { RaisedAlerts } from '../ledger/raised-alerts.ts';
import type { GoalSnapshot } from '../ledger/snapshot.ts';
import { formatProblem } from '../report/problems/problem.ts';
import type { GoalsInTurn } from './goals-in-turn.ts';
import { DraftsElsewhere } from './lease/drafts-elsewhere.ts';
import type { Hold } from './lease/held-goal.ts';
import type { Session } from './lease/session.ts';
import type { Worked } from './lease/worked.ts';
import { wakeResult } from './results.ts';
import { owesSignOfLife } from './sign-of-life.ts';

export { dueNow } from './goal/due-now.ts';
export { wakeResult } from './results.ts';

/*
 * The steps of a wake up to the first goal, in the order of `wake.ts`. This file is loaded while the remote answers.
 * What only a wake needs that has something to do is loaded where that is known, so that the others pay nothing for it.
 */

/** What a wake knows when the remote has answered. */
type Fetched = Pick<Session, 'world' | 'order' | 'deadline' | 'startedAt' | 'tips'>;

/** What it knows when goals and settings are read, and the state is not. */
export type Prepared = Fetched & Preparation;

export async function prepare(fetched: Fetched): Promise<Prepared> {
  const { world, order, deadline, tips } = fetched;
  const { repository, repositoryId, serverUrl, papers, secrets } = order;
  const facts = { repository, repositoryId, serverUrl, papers, wake: order.wake.id, secrets };
  const at = { commit: tips.base.commit, overrides: order.model };
  return { ...fetched, ...(await prepareLedger(world, facts, at, deadline.work)) };
}

/** Raises an alert where the state branch cannot be read, and masks what will be printed. */
export async function completeResult(prepared: Prepared, result: WakeResult): Promise<WakeResult> {
  const { mask, settings } = prepared;
  const bad = [result, ...result.goals].find((each) => each.ending === 'bad_state_file');
  const raised = bad === undefined ? [] : [await raiseStateAlert(prepared, bad.detail)];
  return maskResult(
    { ...result, stateBranch: settings.stateBranch, alerts: [...result.alerts, ...raised] },
    mask,
  );
}

async function raiseStateAlert(prepared: Prepared, detail: string): Promise<AlertResult> {
  const alert = await import('../alerts/state-branch-alert.ts');
  return alert.raiseStateAlert(prepared, detail);
}

/** Reads the state. Throws `Halt` when it cannot be read. */
export async function openSession(prepared: Prepared): Promise<Session> {
  const { tips, deadline, snapshot } = prepared;
  const acceptsFuture = prepared.order.acceptsFuture ?? false;
  const ledger = await openLedger({ ...prepared, acceptsFuture }, tips.state, deadline.work);
  const goalIds = idsOf(snapshot);
  const elsewhere = new DraftsElsewhere();
  const deferral = { isOn: prepared.order.isDeferring ?? false, goals: [] };
  return { ...prepared, goalIds, ledger, elsewhere, found: new Map(), raised: new RaisedAlerts(), deferral };
}

function idsOf({ goals, goalProblems }: GoalSnapshot): ReadonlySet<string> {
  return new Set([...goals.map(({ id }) => id), ...goalProblems.map(({ file }) => goalId(file))]);
}

export function refuseStop({ ledger }: Session): void {
  const { stop } = ledger.state;
  if (stop !== null) throw stoppedAtStart('state/STOP', stop);
}

export function refuseUnknownGoals({ order, goals, snapshot }: Session): void {
  const unknown = order.trigger.goals.filter((id) => !goals.some((goal) => goal.id === id));
  if (unknown.length === 0) return;
  const bad = snapshot.goalProblems.find(({ file }) => unknown.includes(goalId(file)));
  const known = goals.map((goal) => goal.id).join(', ') || 'none';
  const why = bad === undefined ? `The goals are: ${known}.` : `Its file is not valid: ${formatProblem(bad)}`;
  throw new Halt('bad_goal', `No goal can be run by the name ${unknown.join(', ')}. ${why}`);
}

/** Writes that a stop is over. The commit that carries the line ends it in the status as well. */
export function noteEndOfStop({ ledger, journal }: Session): void {
  const { stop } = ledger.state.status;
  if (stop === null) return;
  journal.write({ event: 'stop_removed', what: { kind: 'over', reason: stopReason(stop.reason) } });
}

/** Alerts about files, alerts that are recorded for goals whose file is gone, and what a dead wake has left unfinished of either. */
export async function syncFileAlerts(session: Session): Promise<void> {
  const { ledger, snapshot } = session;
  const problems = snapshot.settingsProblems.length + snapshot.goalProblems.length;
  const { alerts, lock } = ledger.state;
  const isLeft = lock.leases[AGENT] !== undefined || isUnswept(alerts, AGENT);
  const isQuiet = Object.keys(alerts.alerts).length === 0 && !isLeft;
  if (problems === 0 && isQuiet) return;
  const { globalAlertsInLine } = await import('../alerts/file-alerts.ts');
  await globalAlertsInLine(session, snapshot);
}

/** Stores the event that woke this wake as requests. Why the wake has nothing to do with it; null: it goes on. */
export async function storeEvent(session: Session): Promise<string | null> {
  // The job before this one has stored it.
  if (session.order.trigger.kind !== 'event' || session.order.runGoal !== undefined) return null;
  const inbox = await import('./inbox/store-event.ts');
  return inbox.storeEvent(session);
}

/** Does at once what persons have asked for and needs no lease. */
export async function settleInbox(session: Session): Promise<void> {
  if (Object.keys(session.ledger.state.requests).length === 0) return;
  const inbox = await import('./inbox/settle.ts');
  await inbox.settleInbox(session);
}

/** The end of a wake that holds no goal: it writes a sign of life where one is owed. */
export async function endIdle(session: Session): Promise<WakeResult> {
  if (owesSignOfLife(session)) {
    const { signOfLife } = await import('./end-wake.ts');
    await signOfLife(session, []);
  }
  return wakeResult(session, []);
}

/** Those of the due goals that this wake works on. */
export function taken({ order, ledger }: Session, due: readonly DueGoal[]): readonly DueGoal[] {
  return order.beginsWithOneGoal === true ? withinFirstRun(due, ledger.state.lock) : due;
}

interface GoalCounts {
  readonly due: number;
  /** Of these: what this wake works on. */
  readonly taken: number;
}

/** The beginning of a wake that works on goals. */
export async function startRun(session: Session, counts: GoalCounts): Promise<GoalsInTurn> {
  const { GoalsInTurn } = await import('./goals-in-turn.ts');
  session.journal.write(startLine(session, counts));
  return new GoalsInTurn(session);
}

function startLine({ order }: Session, { due, taken }: GoalCounts): LogEvent {
  const { trigger } = order;
  const isRoutine = trigger.kind === 'schedule' && taken === due;
  const areChosen = trigger.goals.length > 0;
  return { event: 'wake_started', trigger, goals: due, putOff: due - taken, areChosen, isRoutine };
}

/** Works on the items of a goal whose lease is held: one push each, then its effects. */
export async function workOnItems(hold: Hold): Promise<Worked> {
  const items = await import('./item/items.ts');
  return items.workOnItems(hold);
}
