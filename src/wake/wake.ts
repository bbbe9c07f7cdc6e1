import { dueGoals } from '../core/due.ts';
import { Halt } from '../core/ending.ts';
import type { Goal } from '../core/goal.ts';
import { itemEndingFacts } from '../core/item-ending.ts';
import { createMask } from '../core/mask.ts';
import type { World } from '../ports.ts';
import { type Acquired, acquire } from './acquire.ts';
import { globalAlertsInLine } from './agent-lease.ts';
import { Deadline } from './deadline.ts';
import { endWake } from './end-wake.ts';
import { asHalt } from './halt.ts';
import { holdGoal } from './hold-goal.ts';
import { type Happening, Journal } from './journal.ts';
import { maskResult } from './masking.ts';
import { openLedger } from './open-ledger.ts';
import type { Release } from './release.ts';
import { emptyResult, leftResult, wakeResult } from './results.ts';
import type { Session } from './session.ts';
import { type GoalSnapshot, readGoals } from './snapshot.ts';
import { raiseStateAlert, settleStateAlert } from './state-alert.ts';
import type { GoalResult, WakeOrder, WakeResult } from './wake-result.ts';

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
    const session = { world, order, startedAt, tips, settings, goals, ledger, journal, mask, deadline };
    return workOf(session, snapshot);
  };
  const result = await begin().catch((reason: unknown) => halted(order, reason));
  const bad = [result, ...result.goals].find((each) => each.ending === 'bad_state_file');
  if (bad !== undefined) await raiseStateAlert({ world, settings, mask, journal, deadline }, bad.detail);
  return maskResult(result, mask);
}

function halted(order: WakeOrder, reason: unknown): WakeResult {
  const { ending, detail } = asHalt(reason);
  return emptyResult(order, ending, detail);
}

async function workOf(session: Session, snapshot: GoalSnapshot): Promise<WakeResult> {
  const { stop } = session.ledger.state;
  if (stop !== null) throw new Halt('stopped', stopWords('state/STOP', stop));
  refuseUnknownGoals(session, snapshot);
  await globalAlertsInLine(session, snapshot);
  const results = snapshot.settingsProblems.length > 0 ? [] : await workOnDueGoals(session);
  return wakeResult(session, snapshot, results);
}

function stopWords(where: string, reason: string): string {
  return `${where} is set: ${reason.trim()}. Nothing was started and nothing was written. Remove it to resume.`;
}

function refuseUnknownGoals({ order, goals }: Session, snapshot: GoalSnapshot): void {
  const unknown = order.trigger.goals.filter((id) => !goals.some((goal) => goal.id === id));
  if (unknown.length === 0) return;
  const files = snapshot.goalProblems.map((problem) => problem.file);
  const isBad = unknown.some((id) => files.some((file) => file.endsWith(`/${id}.yml`)));
  const known = goals.map((goal) => goal.id).join(', ') || 'none';
  const why = isBad ? 'Its file is not valid.' : `There are: ${known}.`;
  throw new Halt('bad_goal', `No goal can be run by the name ${unknown.join(', ')}. ${why}`);
}

/** One goal at a time; the release of one travels with the acquire of the next. */
async function workOnDueGoals(session: Session): Promise<readonly GoalResult[]> {
  const { ledger, goals, order, world } = session;
  const due = dueGoals({ goals, state: ledger.state, now: world.clock.now(), asked: order.trigger.goals });
  if (due.length > 0) {
    session.journal.write(startLine(session, due.length));
    await settleStateAlert(session);
  }
  const results: GoalResult[] = [];
  let release: Release | null = null;
  for (const { goal } of due) {
    const acquired = await acquireSafely(session, goal, release);
    if (acquired.kind === 'left') {
      results.push(leftResult(goal, acquired));
      if (itemEndingFacts(acquired.ending).endsWake) break;
      continue;
    }
    const held = await holdGoal(acquired.hold);
    results.push(held.result);
    release = held.release;
    if (held.endsWake) break;
  }
  return endWake(session, { release, results });
}

function startLine({ order }: Session, due: number): Happening {
  const { kind, by, reason } = order.trigger;
  const goals = due === 1 ? '1 goal is' : `${due} goals are`;
  return {
    event: 'wake_started',
    message: `Woken by ${by} (${kind}): ${reason}. ${goals} due.`,
    data: { trigger: kind },
  };
}

async function acquireSafely(session: Session, goal: Goal, release: Release | null): Promise<Acquired> {
  try {
    return await acquire(session, goal, release);
  } catch (reason) {
    const { ending, detail } = asHalt(reason);
    return { kind: 'left', ending, detail };
  }
}
