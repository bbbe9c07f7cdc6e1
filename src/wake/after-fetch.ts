import type { StateAlertFacts } from '../alerts/state-branch-alert.ts';
import { goalId } from '../config/goal/goal-file.ts';
import { createMask } from '../core/access/mask.ts';
import { AGENT } from '../core/alert-state.ts';
import { Halt } from '../core/ending.ts';
import { asHalt, stoppedAtStart } from '../core/halt.ts';
import { stopReason } from '../core/stop.ts';
import { type AlertResult, emptyResult, type WakeOrder, type WakeResult } from '../core/wake-result.ts';
import { Journal } from '../ledger/journal.ts';
import { maskResult } from '../ledger/mask-deep.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { type GoalSnapshot, readGoals } from '../ledger/snapshot.ts';
import { formatProblem } from '../report/problems/problem.ts';
import { dueNow } from './goal/due-now.ts';
import { DraftsElsewhere } from './lease/drafts-elsewhere.ts';
import type { Session } from './lease/session.ts';
import { wakeResult } from './results.ts';
import { owesSignOfLife } from './sign-of-life.ts';

/** What a wake knows when the remote has answered. */
export type Fetched = Pick<Session, 'world' | 'order' | 'deadline' | 'startedAt' | 'tips'>;

/** The rest of a wake, top to bottom. What only some wakes need is loaded where they turn off. */
export async function wakeAfterFetch(fetched: Fetched): Promise<WakeResult> {
  const { world, order, deadline, tips } = fetched;
  const at = { commit: tips.base.commit, overrides: order.model };
  const snapshot = await readGoals(world.state, at, deadline.work);
  const { settings, goals } = snapshot;
  const mask = createMask({ values: order.secrets, patterns: settings.secretPatterns });
  const journal = new Journal({ ...world, mask }, order.wake.id);
  const facts = { world, journal, mask, settings, goals, repository: order.repository, wake: order.wake.id };
  const begin = async (): Promise<WakeResult> => {
    const ledger = await openLedger(facts, tips.state, deadline.work);
    const goalIds = idsOf(snapshot);
    const elsewhere = new DraftsElsewhere();
    const same = { ...fetched, settings, goals, journal, mask };
    const session = { ...same, goalIds, ledger, elsewhere, raised: new Set<string>() };
    return workOf(session, snapshot);
  };
  const result = await begin().catch((reason: unknown) => halted(order, reason));
  const bad = [result, ...result.goals].find((each) => each.ending === 'bad_state_file');
  const told =
    bad === undefined ? [] : [await tellBadState({ world, settings, mask, journal, deadline }, bad.detail)];
  const { stateBranch } = settings;
  return maskResult({ ...result, stateBranch, alerts: [...result.alerts, ...told] }, mask);
}

async function tellBadState(facts: StateAlertFacts, detail: string): Promise<AlertResult> {
  const { raiseStateAlert } = await import('./on-demand.ts');
  return raiseStateAlert(facts, detail);
}

function idsOf({ goals, goalProblems }: GoalSnapshot): ReadonlySet<string> {
  return new Set([...goals.map(({ id }) => id), ...goalProblems.map(({ file }) => goalId(file))]);
}

function halted(order: WakeOrder, reason: unknown): WakeResult {
  const { ending, detail } = asHalt(reason);
  return emptyResult(order, ending, detail);
}

async function workOf(session: Session, snapshot: GoalSnapshot): Promise<WakeResult> {
  const { stop } = session.ledger.state;
  if (stop !== null) throw stoppedAtStart('state/STOP', stop);
  refuseUnknownGoals(session, snapshot);
  writeStopGone(session);
  await lookAfterAlerts(session, snapshot);
  if (snapshot.settingsProblems.length > 0) {
    // Nothing is known of models, budgets and bounds: no goal is worked on.
    const { endWake } = await import('./on-demand.ts');
    await endWake(session, { release: null, results: [], snapshot, goesOn: () => false });
    return wakeResult(session, snapshot, []);
  }
  const ignored = await storeWhatHappened(session);
  if (ignored !== null) return emptyResult(session.order, 'nothing_due', ignored);
  await settleRequests(session, snapshot);
  const due = await dueNow(session);
  // Most wakes end here.
  if (due.length === 0 && !owesSignOfLife(session, snapshot)) return wakeResult(session, snapshot, []);
  const { workOnDueGoals } = await import('./on-demand.ts');
  return wakeResult(session, snapshot, await workOnDueGoals(session, snapshot, due));
}

/** The commit that carries the line ends the stop as well. */
function writeStopGone({ ledger, journal }: Session): void {
  const { stop } = ledger.state.status;
  if (stop === null) return;
  journal.write({ event: 'stop_removed', message: `The stop is gone. It said: ${stopReason(stop.reason)}` });
}

function refuseUnknownGoals({ order, goals }: Session, snapshot: GoalSnapshot): void {
  const unknown = order.trigger.goals.filter((id) => !goals.some((goal) => goal.id === id));
  if (unknown.length === 0) return;
  const bad = snapshot.goalProblems.find(({ file }) => unknown.includes(goalId(file)));
  const known = goals.map((goal) => goal.id).join(', ') || 'none';
  const why = bad === undefined ? `There are: ${known}.` : `Its file is not valid: ${formatProblem(bad)}`;
  throw new Halt('bad_goal', `No goal can be run by the name ${unknown.join(', ')}. ${why}`);
}

/** Alerts about files, those that are recorded for goals that are no more, and what a dead wake has left of them. */
async function lookAfterAlerts(session: Session, snapshot: GoalSnapshot): Promise<void> {
  const problems = snapshot.settingsProblems.length + snapshot.goalProblems.length;
  const { alerts, lock } = session.ledger.state;
  const isQuiet = Object.keys(alerts.alerts).length === 0 && lock.leases[AGENT] === undefined;
  if (problems === 0 && isQuiet) return;
  const { globalAlertsInLine } = await import('./on-demand.ts');
  await globalAlertsInLine(session, snapshot);
}

/** Why the wake has nothing to do with the event that woke it; null: it goes on. */
async function storeWhatHappened(session: Session): Promise<string | null> {
  if (session.order.trigger.kind !== 'event') return null;
  const { storeEvent } = await import('./on-demand.ts');
  return storeEvent(session);
}

async function settleRequests(session: Session, snapshot: GoalSnapshot): Promise<void> {
  if (Object.keys(session.ledger.state.requests).length === 0) return;
  const { settleInbox } = await import('./on-demand.ts');
  await settleInbox(session, snapshot);
}
