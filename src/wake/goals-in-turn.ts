import { settleStateAlert } from '../alerts/state-branch-alert.ts';
import { type DueGoal, dueGoals } from '../core/due/due.ts';
import { isRipe, runsWanted } from '../core/due/inbox.ts';
import { count } from '../core/figures.ts';
import type { Goal } from '../core/goal.ts';
import { asHalt } from '../core/halt.ts';
import { itemEndingFacts } from '../core/item-ending.ts';
import type { State } from '../core/state.ts';
import { MINUTE_MS } from '../core/time.ts';
import type { GoalResult } from '../core/wake-result.ts';
import type { Happening } from '../ledger/journal.ts';
import { endWake, type WakeEnd } from './end-wake.ts';
import { type Acquired, acquire } from './goal/acquire.ts';
import type { Release } from './goal/release.ts';
import { holdGoal } from './hold-goal.ts';
import { answerRuns } from './inbox/settle.ts';
import type { Session } from './lease/session.ts';
import { leftResult } from './results.ts';

/** Works on what is due, and then on what was asked for meanwhile, while time allows. */
export async function workOnDueGoals(
  session: Session,
  snapshot: WakeEnd['snapshot'],
  first: readonly DueGoal[],
): Promise<readonly GoalResult[]> {
  const { ledger } = session;
  let due = first;
  if (due.length > 0) session.journal.write(startLine(session, due.length));
  const settle = settling(session);
  let results: readonly GoalResult[] = [];
  const seen = new Set(Object.keys(ledger.state.requests));
  for (;;) {
    const round = await workOn(session, due, settle);
    const late = (state: State) => (round.endsWake ? [] : lateGoals(session, state, seen));
    const ended = await endWake(session, {
      release: round.release,
      results: [...results, ...round.results],
      snapshot,
      goesOn: (state) => late(state).length > 0,
    });
    if (!ended.goesOn) return ended.results;
    results = ended.results;
    due = late(ledger.state);
    for (const id of Object.keys(ledger.state.requests)) seen.add(id);
  }
}

interface Round {
  readonly results: readonly GoalResult[];
  /** The last goal's release, still to be pushed. */
  readonly release: Release | null;
  readonly endsWake: boolean;
}

/** Once, and only by a wake that holds a goal: of many that start at once, all but one end without asking GitHub. */
function settling(session: Session): () => Promise<void> {
  let settled: Promise<void> | null = null;
  return () => {
    settled ??= settleStateAlert(session);
    return settled;
  };
}

/** One goal at a time; the release of one travels with the acquire of the next. */
async function workOn(
  session: Session,
  due: readonly DueGoal[],
  settle: () => Promise<void>,
): Promise<Round> {
  const results: GoalResult[] = [];
  let release: Release | null = null;
  for (const { goal } of due) {
    // A goal that would be cut off keeps its attempt, and its place in the order: the next wake begins with it.
    if (release !== null && !fits(session, goal)) continue;
    const acquired = await acquireSafely(session, goal, release);
    if (acquired.kind === 'left') {
      results.push(leftResult(goal, acquired));
      if (itemEndingFacts(acquired.ending).endsWake) return { results, release, endsWake: true };
      continue;
    }
    await settle();
    const held = await holdGoal(acquired.hold);
    results.push(held.result);
    release = held.release;
    if (held.endsWake) return { results, release, endsWake: true };
  }
  return { results, release, endsWake: false };
}

/** Whether there is time for a whole item of the goal. */
function fits({ deadline }: Session, goal: Goal): boolean {
  return deadline.msLeft() >= goal.limits.minutes * MINUTE_MS;
}

/** Goals that were asked for since the wake looked last, and that it still has time for. */
function lateGoals(session: Session, state: State, seen: ReadonlySet<string>) {
  const { goals, settings, world } = session;
  const now = world.clock.now();
  const wanted = goals.filter(
    (goal) =>
      state.lock.leases[goal.id] === undefined &&
      fits(session, goal) &&
      runsWanted(state, goal.id).some((request) => !seen.has(request.id) && isRipe(request, state, now)),
  );
  const due = dueGoals({
    goals: wanted,
    state,
    now,
    asked: [],
    met: new Set(),
    mostAlerts: settings.alerts.open,
  });
  return due.filter(({ why }) => why === 'request' || why === 'event');
}

function startLine({ order }: Session, due: number): Happening {
  const { kind, by, reason, goals: chosen } = order.trigger;
  const goals = `${count(due, 'goal')} ${due === 1 ? 'is' : 'are'} ${chosen.length > 0 ? 'chosen' : 'due'}`;
  return {
    event: 'wake_started',
    message: `Woken by ${by} (${kind}): ${reason}. ${goals}.`,
    data: { trigger: kind },
  };
}

async function acquireSafely(session: Session, goal: Goal, release: Release | null): Promise<Acquired> {
  try {
    const acquired = await acquire(session, goal, release);
    const isImpossible = acquired.kind === 'left' && acquired.ending === 'bad_goal';
    if (isImpossible) await answerRuns(session, goal.id, acquired.detail);
    return acquired;
  } catch (reason) {
    const { ending, detail } = asHalt(reason);
    return { kind: 'left', ending, detail };
  }
}
