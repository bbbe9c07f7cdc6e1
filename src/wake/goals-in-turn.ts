import { settleStateAlert } from '../alerts/state-branch-alert.ts';
import type { DueGoal } from '../core/due/due.ts';
import { lateGoals } from '../core/due/late-goals.ts';
import type { Goal } from '../core/goal.ts';
import { asHalt } from '../core/halt.ts';
import { itemEndingFacts } from '../core/item-ending.ts';
import type { State } from '../core/state.ts';
import type { GoalResult } from '../core/wake-result.ts';
import { endWake } from './end-wake.ts';
import { type Acquired, acquire } from './goal/acquire.ts';
import { ownGoals } from './goal/due-now.ts';
import { prepareRelease, type Release } from './goal/release.ts';
import { answerRuns } from './inbox/settle.ts';
import type { Hold } from './lease/held-goal.ts';
import type { Session } from './lease/session.ts';
import { SpendInLog } from './lease/spend-in-log.ts';
import type { Worked } from './lease/worked.ts';
import { goalResult, leftResult } from './results.ts';

/** The goals of one wake, one after the other: what came of them, and the release that waits for the next push. */
export class GoalsInTurn {
  readonly #session: Session;
  readonly #spendInLog: SpendInLog;
  #results: readonly GoalResult[] = [];
  /** Of the last goal. It travels with the next goal's acquire, so that handing over costs no push of its own. */
  #release: Release | null = null;
  #mustEnd = false;
  #allowed: (() => Promise<void>) | null = null;
  /** Ids of the requests that this wake has looked at. */
  readonly #known: Set<string>;
  #isStateAlertSettled = false;

  constructor(session: Session) {
    this.#session = session;
    this.#spendInLog = new SpendInLog(session);
    this.#known = new Set(Object.keys(session.ledger.state.requests));
  }

  get results(): readonly GoalResult[] {
    return this.#results;
  }

  /** Nothing but the last release may be pushed any more. */
  get mustEnd(): boolean {
    return this.#mustEnd;
  }

  /** A goal that would be cut off keeps its attempt, and its place in the order: the next wake begins with it. */
  hasTimeFor({ limits }: Goal): boolean {
    return this.#release === null || this.#session.deadline.hasTimeFor(limits.minutes);
  }

  /** Takes the goal's lease, and gives the last goal's back. Null: the goal is left to another wake, and its result says why. */
  async acquire(goal: Goal): Promise<Hold | null> {
    const acquired = await this.#acquireSafely(goal);
    if (acquired.kind === 'deferred') return null;
    if (acquired.kind === 'left') {
      this.#results = [...this.#results, leftResult(goal, acquired)];
      this.#mustEnd = itemEndingFacts(acquired.ending).endsWake;
      return null;
    }
    this.#release = null;
    await this.#settleStateAlert();
    return acquired.hold;
  }

  /** Decides on all that gives the lease back; it is pushed with the next goal's acquire, or at the end of the round. */
  async prepareRelease(hold: Hold, worked: Worked): Promise<void> {
    const release = await prepareRelease(hold, worked);
    this.#release = release;
    this.#allowed = () => hold.watch.effectAllowed(hold.session.world.github.requestTimeoutMs);
    this.#results = [...this.#results, goalResult(hold, worked)];
    const isOver = this.#session.deadline.work.aborted || hold.meter.isOverspent;
    this.#mustEnd = worked.endsWake || isOver || release.refs.length > 0;
  }

  /** The wake's last push, unless goals were asked for meanwhile that there is time for: then it gives these. */
  async endRound(): Promise<readonly DueGoal[]> {
    const release = this.#release;
    const goesOn = (state: State) => this.#lateGoals(state).length > 0;
    const allowed = release === null ? null : this.#allowed;
    const ended = await endWake(this.#session, { release, results: this.#results, allowed, goesOn });
    this.#release = null;
    this.#results = ended.results;
    if (!ended.goesOn) return [];
    const { state } = this.#session.ledger;
    const late = this.#lateGoals(state);
    for (const id of Object.keys(state.requests)) this.#known.add(id);
    // The time for them may have run out during the push.
    return late.length > 0 ? late : this.endRound();
  }

  #lateGoals(state: State): readonly DueGoal[] {
    if (this.#mustEnd) return [];
    const { settings, world, deadline } = this.#session;
    return lateGoals({
      goals: ownGoals(this.#session),
      state,
      now: world.clock.now(),
      known: this.#known,
      mostAlerts: settings.alerts.open,
      hasTimeFor: ({ limits }) => deadline.hasTimeFor(limits.minutes),
    });
  }

  /** Once, and only by a wake that holds a goal: of many that start at once, all but one end without asking GitHub. */
  async #settleStateAlert(): Promise<void> {
    if (this.#isStateAlertSettled) return;
    this.#isStateAlertSettled = true;
    await settleStateAlert(this.#session);
  }

  async #acquireSafely(goal: Goal): Promise<Acquired> {
    try {
      const acquired = await acquire(this.#session, goal, {
        handover: this.#release,
        spendInLog: this.#spendInLog,
      });
      const isImpossible = acquired.kind === 'left' && acquired.ending === 'bad_goal';
      if (isImpossible) await answerRuns(this.#session, goal.id, acquired.detail);
      return acquired;
    } catch (reason) {
      const { ending, detail } = asHalt(reason);
      return { kind: 'left', ending, detail };
    }
  }
}
