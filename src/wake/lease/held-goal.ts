import type { EffectReceipt } from '../../core/effect.ts';
import type { Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { asHalt, leaseLost, stoppedBy, yieldedTo } from '../../core/halt.ts';
import { isAskedToYield, myLease, withLease } from '../../core/lease.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import {
  addCosts,
  afterSpending,
  type Cost,
  NO_COST,
  settle,
  subtractCost,
} from '../../core/money/budget.ts';
import type { Meter } from '../../core/money/meter.ts';
import { newCheckpoint } from '../../core/progress/checkpoint.ts';
import type { CommitForm } from '../../core/progress/commit-form.ts';
import type { Checkpoint, Lease, State } from '../../core/state.ts';
import type { GoalPlan } from '../../core/work/goal-plan.ts';
import type { BranchUpdate } from '../../ledger/branch-update.ts';
import type { Committed, Step, StepDescription } from '../../ledger/step.ts';
import type { Diff, Model } from '../../ports.ts';
import { commitFormReader } from './commit-form.ts';
import { modelOpener } from './open-model.ts';
import type { Session } from './session.ts';
import { Watch } from './still-allowed.ts';

export type CheckpointChange = (checkpoint: Checkpoint) => Checkpoint;

export interface HeldChange {
  /** Begins with a verb, for the commit message. */
  readonly what: string;
  readonly change: CheckpointChange;
  readonly refs?: readonly BranchUpdate[];
  readonly events?: readonly LogEvent[];
  /** The item that is worked on after this step. */
  readonly item: string | null;
  /** What is written instead when a work branch is refused and no further push is allowed. */
  readonly withoutWork?: HeldChange;
  /** If the wake must end, `commit` returns `stale` and pushes nothing. The release then saves what the step held. */
  readonly givesWay?: true;
}

/** One goal's lease in the hands of this wake: every write of it goes through here, under its fence. */
export class Hold {
  readonly session: Session;
  readonly plan: GoalPlan;
  readonly nonce: string;
  readonly meter: Meter;
  /** Asked before every model call, tool call and effect. */
  readonly watch: Watch;
  /** Opens the goal's model when the first item needs it, and once. */
  /** Names of the settings, in the order in which the models have answered. */
  modelsInUse: readonly string[];
  readonly openModel: () => Promise<Model>;
  /** What checks came to without any change, by commit and command. */
  readonly atBase = new Map<string, 'passed' | 'failed'>();
  /** Null: the repository has none. */
  readonly commitForm: () => Promise<CommitForm | null>;
  readonly #shownOnce = new Set<string>();
  readonly #work = new Map<string, Diff['files']>();
  #effects: readonly EffectReceipt[] = [];
  /** Steps that have landed. */
  #step = 1;
  #settled: Cost = NO_COST;
  /** Receipts of effects, to be written with the next step. */
  #receipts: readonly CheckpointChange[] = [];

  constructor(session: Session, plan: GoalPlan, given: { readonly nonce: string; readonly meter: Meter }) {
    this.session = session;
    this.plan = plan;
    this.nonce = given.nonce;
    this.meter = given.meter;
    this.watch = new Watch(this);
    this.commitForm = commitFormReader(session, plan.goal);
    this.modelsInUse = [plan.goal.model];
    this.openModel = modelOpener({
      ...{ session, goal: plan.goal, meter: given.meter },
      onReplaced: (name) => {
        this.modelsInUse = [...this.modelsInUse, name];
      },
    });
  }

  get goal(): Goal {
    return this.plan.goal;
  }

  get epoch(): number {
    return this.leaseIn(this.session.ledger.state)?.epoch ?? 0;
  }

  /** The checkpoint as it will be: what has landed, with the receipts that wait. */
  get checkpoint(): Checkpoint {
    return this.#receipts.reduce((checkpoint, receipt) => receipt(checkpoint), this.#landed());
  }

  /** What the goal has spent in this wake. */
  get spent(): Cost {
    return this.meter.spent;
  }

  /** What this wake has put into drafts, by draft key, as it stands against their base. */
  get work(): ReadonlyMap<string, Diff['files']> {
    return this.#work;
  }

  noteWork(draftKey: string, files: Diff['files']): void {
    this.#work.set(draftKey, files);
  }

  /** What this wake has done on issues. */
  get effects(): readonly EffectReceipt[] {
    return this.#effects;
  }

  noteEffect(receipt: EffectReceipt): void {
    this.#effects = [...this.#effects, receipt];
  }

  /** What the log has said of the model's work and need not say again under this lease. */
  get shownOnce(): ReadonlySet<string> {
    return this.#shownOnce;
  }

  noteShown(what: string): void {
    this.#shownOnce.add(what);
  }

  leaseIn(state: State): Lease | null {
    const { goal, session } = this;
    const lease = state.lock.leases[goal.id];
    if (lease?.nonce !== this.nonce) return null;
    return myLease(state.lock, {
      goal: goal.id,
      wake: session.order.wake.id,
      nonce: this.nonce,
      epoch: lease.epoch,
    });
  }

  /** Why nothing may be pushed any more but what saves and releases, by the deadline and this state; null: nothing says so. */
  reasonToEnd(state: State): Halt | null {
    const { work } = this.session.deadline;
    if (work.aborted) return asHalt(work.reason);
    if (state.stop !== null) return stoppedBy(state.stop);
    const lease = this.leaseIn(state);
    return lease !== null && isAskedToYield(lease) ? yieldedTo(lease) : null;
  }

  /** Keeps a receipt for the next step. */
  receive(receipt: CheckpointChange): void {
    this.#receipts = [...this.#receipts, receipt];
  }

  /** Writes one step under the lease. `Halt('lease_lost')` when it is gone. */
  async commit(
    held: HeldChange,
    signal: AbortSignal,
  ): Promise<Exclude<Committed, { readonly kind: 'dropped' }>> {
    const settlement = this.settlement();
    const outcome = await this.session.ledger.commit(this.#stepOf(held, settlement), signal);
    if (outcome.kind === 'dropped') throw new Error('a step under a lease is tried until it is decided');
    const isLanded = outcome.kind === 'landed' || outcome.kind === 'landed_without_branches';
    if (isLanded) this.#advance(settlement);
    return outcome;
  }

  /** What is not settled yet, and the receipts that wait: fixed once, however often the step is tried. */
  settlement(): Settling {
    return {
      receipts: this.#receipts,
      spent: subtractCost(this.meter.spent, this.#settled),
      step: this.#step + 1,
    };
  }

  /** The state with this step's own fields changed. */
  apply(state: State, held: Pick<HeldChange, 'change' | 'item'>, settling: Settling): State {
    const { goal } = this;
    const lease = this.leaseIn(state);
    if (lease === null) throw leaseLost(goal.id);
    const left = afterSpending(lease.reservation, settling.spent);
    const received = settling.receipts.reduce(
      (checkpoint, receipt) => receipt(checkpoint),
      state.checkpoints[goal.id] ?? newCheckpoint(goal.id),
    );
    return {
      ...state,
      lock: withLease(state.lock, goal.id, {
        ...lease,
        step: settling.step,
        reservation: left,
        item: held.item,
      }),
      budget: settle(state.budget, goal.id, { from: lease.reservation, left, spent: settling.spent }),
      checkpoints: { ...state.checkpoints, [goal.id]: held.change(received) },
    };
  }

  /** Whether a step of this lease has landed, by the number it wrote. */
  isStepIn(state: State, step: number): boolean {
    const lease = this.leaseIn(state);
    if (lease !== null) return lease.step >= step;
    const last = state.checkpoints[this.goal.id]?.last_lease;
    return last?.nonce === this.nonce && last.step >= step;
  }

  describe(what: string, step: number): StepDescription {
    return { goal: this.goal.id, what, epoch: this.epoch, step };
  }

  #stepOf(held: HeldChange, settling: Settling): Step {
    return {
      apply: (state) =>
        held.givesWay && this.reasonToEnd(state) !== null ? 'stale' : this.apply(state, held, settling),
      describe: () => this.describe(held.what, settling.step),
      events: () => held.events ?? [],
      isIn: (state) => this.isStepIn(state, settling.step),
      refs: held.refs ?? [],
    };
  }

  #advance(settling: Settling): void {
    this.#step = settling.step;
    this.#settled = addCosts(this.#settled, settling.spent);
    this.#receipts = this.#receipts.slice(settling.receipts.length);
  }

  #landed(): Checkpoint {
    return this.session.ledger.state.checkpoints[this.goal.id] ?? newCheckpoint(this.goal.id);
  }
}

export interface Settling {
  readonly receipts: readonly CheckpointChange[];
  readonly spent: Cost;
  readonly step: number;
}
