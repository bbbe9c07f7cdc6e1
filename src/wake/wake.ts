import { goalId } from '../config/goal-file.ts';
import { Halt } from '../core/ending.ts';
import { createMask } from '../core/mask.ts';
import { stopReason } from '../core/stop.ts';
import type { World } from '../ports.ts';
import { Deadline } from './deadline.ts';
import { DraftsElsewhere } from './drafts-elsewhere.ts';
import { endWake } from './end-wake.ts';
import { storeEvent } from './events.ts';
import { globalAlertsInLine } from './file-alerts.ts';
import { asHalt } from './halt.ts';
import { Journal } from './journal.ts';
import { maskResult } from './masking.ts';
import { openLedger } from './open-ledger.ts';
import { emptyResult, wakeResult } from './results.ts';
import { workOnDueGoals } from './rounds.ts';
import type { Session } from './session.ts';
import { settleInbox } from './settle-inbox.ts';
import { type GoalSnapshot, readGoals } from './snapshot.ts';
import { raiseStateAlert } from './state-alert.ts';
import type { WakeOrder, WakeResult } from './wake-result.ts';

/** One wake, top to bottom. Never throws: whatever happens becomes its ending. */
export async function wake(world: World, order: WakeOrder): Promise<WakeResult> {
  const deadline = new Deadline(world.clock, order.minutes, order.cancel);
  try {
    return await runWake(world, order, deadline);
  } catch (reason) {
    return maskResult(halted(order, reason), createMask({ values: order.secrets, patterns: [] }));
  } finally {
    deadline.close();
  }
}

async function runWake(world: World, order: WakeOrder, deadline: Deadline): Promise<WakeResult> {
  const startedAt = world.clock.now();
  if (order.stop !== '') throw new Halt('stopped', stopWords('WAKEFUL_STOP', order.stop));
  const tips = await world.state.fetch(deadline.work);
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
    const same = { world, order, settings, goals, journal, mask, deadline };
    const session = { ...same, startedAt, tips, goalIds, ledger, elsewhere, raised: new Set<string>() };
    return workOf(session, snapshot);
  };
  const result = await begin().catch((reason: unknown) => halted(order, reason));
  const bad = [result, ...result.goals].find((each) => each.ending === 'bad_state_file');
  const told =
    bad === undefined
      ? []
      : [await raiseStateAlert({ world, settings, mask, journal, deadline }, bad.detail)];
  const { stateBranch } = settings;
  return maskResult({ ...result, stateBranch, alerts: [...result.alerts, ...told] }, mask);
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
  if (stop !== null) throw new Halt('stopped', stopWords('state/STOP', stop));
  refuseUnknownGoals(session, snapshot);
  writeStopGone(session);
  await globalAlertsInLine(session, snapshot);
  if (snapshot.settingsProblems.length > 0) {
    // Nothing is known of models, budgets and bounds: no goal is worked on.
    await endWake(session, { release: null, results: [], snapshot, goesOn: () => false });
    return wakeResult(session, snapshot, []);
  }
  const ignored = await storeEvent(session);
  if (ignored !== null) return emptyResult(session.order, 'nothing_due', ignored);
  await settleInbox(session, snapshot);
  return wakeResult(session, snapshot, await workOnDueGoals(session, snapshot));
}

function stopWords(where: string, reason: string): string {
  return `${where} is set: ${stopReason(reason)}. Nothing was started and nothing was written. Remove it to resume.`;
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
  const bad = new Set(snapshot.goalProblems.map(({ file }) => goalId(file)));
  const isBad = unknown.some((id) => bad.has(id));
  const known = goals.map((goal) => goal.id).join(', ') || 'none';
  const why = isBad ? 'Its file is not valid.' : `There are: ${known}.`;
  throw new Halt('bad_goal', `No goal can be run by the name ${unknown.join(', ')}. ${why}`);
}
