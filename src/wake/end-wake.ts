import { settleStateAlert } from '../alerts/state-branch-alert.ts';
import { PAUSED_BY_AGENT, withPauseOf } from '../core/due/pause.ts';
import { type Ending, worstEnding } from '../core/ending.ts';
import { asHalt, leaseLost } from '../core/halt.ts';
import { itemEndingFacts } from '../core/item-ending.ts';
import { type LogEvent, levelOf } from '../core/log/log-event.ts';
import { isExpectedEnd, isRepeatedHeartbeat } from '../core/log/routine.ts';
import { openedSince } from '../core/progress/draft.ts';
import { endStop } from '../core/schedule/gaps.ts';
import type { State } from '../core/state.ts';
import { isoTime } from '../core/time.ts';
import type { GoalResult } from '../core/wake-result.ts';
import { endingOfRun } from '../core/work/worst-end.ts';
import type { Step } from '../ledger/step.ts';
import { STATE_COMMITS } from '../report/on-github/state-commits.ts';
import { dashboardOf } from './dashboard-of.ts';
import { wakeRecord } from './goal/acquire.ts';
import { withDeferral } from './goal/deferral.ts';
import type { Release } from './goal/release.ts';
import type { Session } from './lease/session.ts';
import { type OutcomesElsewhere, outcomesElsewhere } from './outbox/outcomes-elsewhere.ts';
import { isOtherEnding, owesSignOfLife } from './sign-of-life.ts';

export interface WakeEnd {
  /** The last goal's release, still to be pushed; null: this wake held no goal. */
  readonly release: Release | null;
  readonly results: readonly GoalResult[];
  /** Asked before a request that the release's lease covers: throws when it may not be sent. Null: there is no release. */
  readonly allowed: (() => Promise<void>) | null;
  /** Whether the wake goes on once the last goal is released, by the state that the release makes. */
  readonly goesOn: (released: State) => boolean;
}

export interface WakeEnded {
  readonly results: readonly GoalResult[];
  /** Nothing has ended: the last goal is released, and there is more to do. */
  readonly goesOn: boolean;
}

/**
 * The wake's last push. Without a release there is nothing to give back. Returns the results as they are after it:
 * whatever keeps a release from landing becomes the ending of its goal, and what the other goals did still stands.
 */
export async function endWake(session: Session, end: WakeEnd): Promise<WakeEnded> {
  const { release, results } = end;
  if (release === null) {
    if (!results.some((result) => itemEndingFacts(result.ending).endsWake))
      await signOfLife(session, results);
    return { results, goesOn: false };
  }
  try {
    return { results, goesOn: await pushRelease(session, release, end) };
  } catch (reason) {
    const { ending, detail } = asHalt(reason);
    const worse = (result: GoalResult) =>
      worstEnding([result.ending, ending]) === ending ? { ...result, ending, detail } : result;
    const after = results.map((result) => (result.goal === release.goal ? worse(result) : result));
    return { results: after, goesOn: false };
  }
}

/**
 * The last release and how the wake ended; true: it goes on. A wake that has lost its lease changes nothing any more.
 */
async function pushRelease(session: Session, release: Release, end: WakeEnd): Promise<boolean> {
  const elsewhere = await outcomesOf(session, end);
  const changes = await dashboardOf(session, { ...end, elsewhere }, (given) =>
    lastStep(session, release, { ...end, elsewhere, ...given }),
  );
  const step = lastStep(session, release, { ...end, elsewhere, changes });
  const before = session.ledger.state;
  const first = await session.ledger.commit(step, session.deadline.save);
  // A work branch was refused, so nothing has landed: the checkpoint goes without the work.
  const withoutWork =
    first.kind === 'branches_refused' && release.withoutWork !== null
      ? lastStep(session, release.withoutWork, { ...end, elsewhere, changes })
      : null;
  const last = withoutWork === null ? first : await session.ledger.commit(withoutWork, session.deadline.save);
  if (last.kind === 'landed_without_branches') await withdrawWork(session, release, before);
  if (last.kind !== 'stale') return (withoutWork ?? step).goesOn();
  session.journal.write({ event: 'lease_lost', goal: release.goal });
  throw leaseLost(release.goal);
}

/**
 * The release has landed and the work that it saves has not: the checkpoint is put back to what it is without the work. No lease
 * fences this step, unlike `putBack` of `finish-item.ts`: it is dropped where another wake has taken the goal since, or where the
 * checkpoint speaks of other work, and it keeps the pause of a person. `before`: the state that the release changed.
 */
async function withdrawWork({ ledger, deadline }: Session, release: Release, before: State): Promise<void> {
  const { goal, withoutWork } = release;
  const saved = withoutWork?.apply(before) ?? 'stale';
  const checkpoint = saved === 'stale' ? undefined : saved.checkpoints[goal];
  if (withoutWork === null || checkpoint === undefined) return;
  const isClaimed = (state: State): boolean =>
    release.refs.some(({ draftKey, commit }) => state.checkpoints[goal]?.drafts[draftKey]?.tip === commit);
  const step: Step = {
    apply: (state) => {
      const newest = state.checkpoints[goal];
      if (newest === undefined || state.lock.leases[goal] !== undefined || !isClaimed(state)) return 'stale';
      const isPausedByPerson = newest.pause !== null && newest.pause.by !== PAUSED_BY_AGENT;
      const kept = isPausedByPerson ? withPauseOf(checkpoint, newest) : checkpoint;
      return { ...state, checkpoints: { ...state.checkpoints, [goal]: kept } };
    },
    describe: () => ({ goal, what: STATE_COMMITS.withdrawWork(), epoch: null, step: null }),
    events: () => withoutWork.workEvents,
    isIn: (state) => !isClaimed(state),
  };
  await ledger.commit(step, deadline.save);
}

/** After a stop nothing but the release leaves the process. */
async function outcomesOf(session: Session, { results }: WakeEnd): Promise<OutcomesElsewhere | null> {
  const isHalted = results.some((result) => itemEndingFacts(result.ending).endsWake);
  return isHalted || session.deadline.work.aborted ? null : outcomesElsewhere(session, results);
}

/** What the last push brings besides the release. */
interface LastChanges extends WakeEnd {
  readonly elsewhere: OutcomesElsewhere | null;
  readonly changes: (state: State) => State;
}

interface LastStep extends Step {
  /** What was found when it was applied last, which is what has landed. */
  readonly goesOn: () => boolean;
}

/** The inbox is looked at in the very state that the release makes: what was asked for meanwhile is not overlooked. */
function lastStep(session: Session, release: Release, end: LastChanges): LastStep {
  const { results, elsewhere } = end;
  const ending = endingOfRun(results, session.snapshot);
  let goesOn = false;
  return {
    goesOn: () => goesOn,
    apply: (state) => {
      const released = release.apply(state);
      if (released === 'stale') return 'stale';
      goesOn = end.goesOn(released);
      if (goesOn) return released;
      return end.changes(withWakeEnd(session, elsewhere?.apply(released) ?? released, ending));
    },
    describe: release.describe,
    events: (after) => {
      const released = release.events?.(after) ?? [];
      if (goesOn) return released;
      const events = [...released, ...(elsewhere?.events() ?? [])];
      return [...events, lastLine(session, { results, ending, after }, events)];
    },
    isIn: release.isIn,
    refs: release.refs,
  };
}

function withWakeEnd(session: Session, state: State, ending: Ending): State {
  const at = isoTime(session.world.clock.now());
  const record = { ...wakeRecord(session), ended_at: at, ending };
  const { status } = withDeferral(session, state);
  return { ...state, status: { ...status, seen_at: at, last_wake: record } };
}

/** `after`: the state with all that the wake has done. */
function endLine(session: Session, { results, ending, after }: EndFacts): LogEvent {
  const goals = results.map((result) => ({ goal: result.goal, ending: result.ending }));
  const ids = goals.map(({ goal }) => goal);
  return {
    event: 'wake_ended',
    ending,
    milliseconds: session.world.clock.now() - session.startedAt,
    goals,
    drafts: openedSince(after, ids, isoTime(session.startedAt)),
  };
}

/** The same under a lease. `events`: what the last push says besides. */
function lastLine(session: Session, facts: EndFacts, events: readonly LogEvent[]): LogEvent {
  const line = endLine(session, facts);
  const own = events.flatMap((each) =>
    each.goal === undefined || levelOf(each) === 'debug' ? [] : [each.goal],
  );
  const isRoutine = isExpectedEnd({
    trigger: session.order.trigger.kind,
    goals: facts.results,
    goalsShown: new Set([...session.journal.goalsShown, ...own]).size,
    known: facts.after.status.goals,
  });
  return { ...line, isRoutine };
}

interface EndFacts {
  readonly results: readonly GoalResult[];
  readonly ending: Ending;
  readonly after: State;
}

/** Of a wake that held no goal. Dropped when it is refused. */
export async function signOfLife(session: Session, results: readonly GoalResult[]): Promise<void> {
  if (!owesSignOfLife(session, results)) return;
  const ending = endingOfRun(results, session.snapshot);
  await settleStateAlert(session);
  const isNews = isOtherEnding(session, ending);
  await dropIfRefused(session, isNews ? endedStep(session, results, ending) : heartbeatStep(session));
}

async function dropIfRefused(session: Session, step: Step): Promise<void> {
  try {
    await session.ledger.commit({ ...step, tries: 1, patienceMs: 0 }, session.deadline.work);
  } catch (reason) {
    if (asHalt(reason).ending === 'bad_state_file') throw reason;
  }
}

/** A wake that runs was not stopped when it began. A stop that has come since lasts, with all that is known of it. */
function withStopOver({ world }: Session, state: State): State {
  if (state.stop !== null) return state;
  return { ...state, status: endStop(state.status, isoTime(world.clock.now())) };
}

function heartbeatStep(session: Session): Step {
  const at = isoTime(session.world.clock.now());
  return {
    apply: (state) => {
      const { status } = withDeferral(session, withStopOver(session, state));
      return { ...state, status: { ...status, seen_at: at } };
    },
    describe: () => ({ goal: null, what: STATE_COMMITS.showLife(), epoch: null, step: null }),
    events: () => [{ event: 'heartbeat', isRoutine: isRepeatedHeartbeat(session.ledger.state.status) }],
    // Any wake's sign of life looks the same: only where nothing has come since is it known to be this one.
    isIn: () => false,
  };
}

function endedStep(session: Session, results: readonly GoalResult[], ending: Ending): Step {
  return {
    apply: (state) => withWakeEnd(session, withStopOver(session, state), ending),
    describe: () => ({ goal: null, what: STATE_COMMITS.endRun(ending), epoch: null, step: null }),
    events: (after) => [endLine(session, { results, ending, after })],
    isIn: ({ status: { last_wake: last } }) => last?.id === session.order.wake.id && last.ended_at !== null,
  };
}
