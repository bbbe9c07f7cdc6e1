import type { ModelAnswer } from '../../ports.ts';
import {
  budgetIn,
  checkpointIn,
  endingIn,
  leasesIn,
  type RawLease,
  type RawSums,
} from '../world/raw-state.ts';
import { leaseOf } from './effect-checks.ts';
import { type CheckContext, isAgentRun, type LandedPush } from './observed.ts';

const sumOf = (all: Iterable<RawSums>): number => {
  let sum = 0;
  for (const { reserved, spent } of all) sum += reserved + spent;
  return sum;
};

const monthsOf = (after: LandedPush['after'] | undefined): number =>
  [...budgetIn(after, 'months').values()].reduce((sum, goals) => sum + sumOf(goals.values()), 0);

const spentOn = (goal: string, after: LandedPush['after'] | undefined): number =>
  [...budgetIn(after, 'months').values()].reduce((sum, goals) => sum + (goals.get(goal)?.spent ?? 0), 0);

/** What was spent under one lock, by the model server's own count. */
interface LockMoney {
  readonly goal: string;
  /** What was set aside when it was taken, and what the goal had spent by then. */
  readonly reserved: number;
  readonly spentBefore: number;
  served: number;
  /** A call of it may have cost what no answer says. */
  isUncertain: boolean;
}

/** Endings at which no call was called off. */
const CALM_ENDINGS = new Set([
  '',
  'worked',
  'no_change',
  'no_progress',
  'gave_up',
  'checks_failed',
  'call_limit',
]);

/** I5: no limit is exceeded, and what the model's server has counted is paid for, and no more. */
export class MoneyChecks {
  #served = 0;
  readonly #locks = new Map<string, LockMoney>();
  /** Runs of before the state was put back: what they spend is known to nobody. */
  #strangers: ReadonlySet<string> = new Set();

  /** The state was put back to `now`. What is set aside there may be free again. */
  forget({ world, repository }: CheckContext, now: LandedPush['after'] | undefined): void {
    this.#served = repository.goals.reduce((sum, { id }) => sum + spentOn(id, now), 0);
    this.#locks.clear();
    this.#strangers = new Set(world.runs.map(({ runner }) => runner.id));
  }

  /** Something has happened to a call of the model, or to its run. */
  disturbed(context: CheckContext, run: string): void {
    const money = this.#locks.get(leaseOf(context, run)?.nonce ?? '');
    if (money !== undefined) money.isUncertain = true;
  }

  answered(
    context: CheckContext,
    run: string,
    answer: ModelAnswer,
    after: LandedPush['after'] | undefined,
  ): void {
    const usage = answer.usage ?? null;
    if (this.#strangers.has(run)) return;
    const money = this.#locks.get(leaseOf(context, run)?.nonce ?? '');
    if (usage === null) {
      if (money !== undefined && answer.kind === 'fault' && answer.isCharged) money.isUncertain = true;
      return;
    }
    const tokens = usage.tokensIn + usage.tokensOut;
    this.#served += tokens;
    this.#expectPaid(context, after);
    if (money === undefined) return;
    money.served += tokens;
    const { served, reserved, goal } = money;
    context.expect(
      'I5',
      served <= reserved,
      () => `${run} has used ${served} of the ${reserved} tokens that it had set aside for ${goal}.`,
    );
  }

  look(context: CheckContext, push: LandedPush): void {
    const { after } = push;
    this.#lookAtLimits(context, after);
    this.#expectPaid(context, after);
    this.#lookAtReserved(context, after);
    this.#lookAtLocks(context, push);
  }

  #lookAtLimits({ repository, expect }: CheckContext, after: LandedPush['after']): void {
    for (const [day, goals] of budgetIn(after, 'days')) {
      for (const goal of repository.goals) {
        const sums = goals.get(goal.id);
        if (sums === undefined) continue;
        expect(
          'I5',
          sums.reserved >= 0 && sums.reserved + sums.spent <= goal.tokensPerDay,
          () => `On ${day}, ${goal.id} has ${sums.reserved} + ${sums.spent} of ${goal.tokensPerDay} tokens.`,
        );
      }
      const all = sumOf(goals.values());
      const most = repository.tokensPerDay;
      expect('I5', all <= most, () => `On ${day}, all goals have ${all} of ${most} tokens.`);
    }
    for (const [month, goals] of budgetIn(after, 'months')) {
      const all = sumOf(goals.values());
      const most = repository.tokensPerMonth;
      expect('I5', all <= most, () => `In ${month}, all goals have ${all} of ${most} tokens.`);
    }
  }

  /** What is reserved is reserved for a lock, to the token. */
  #lookAtReserved({ expect }: CheckContext, after: LandedPush['after']): void {
    const held = leasesIn(after);
    for (const [day, goals] of budgetIn(after, 'days'))
      for (const [goal, { reserved }] of goals) {
        const lease = held.get(goal);
        const meant = lease?.day === day ? lease.reserved : 0;
        expect(
          'I5',
          reserved === meant,
          () => `On ${day}, ${goal} has ${reserved} tokens reserved, and its lock ${meant}.`,
        );
      }
  }

  #lookAtLocks(context: CheckContext, { run, before, after }: LandedPush): void {
    const [held, holds] = [leasesIn(before), leasesIn(after)];
    for (const [goal, lease] of holds)
      if (held.get(goal)?.nonce !== lease.nonce) this.#took(goal, lease, spentOn(goal, after));
    for (const [goal, { wake, nonce, item }] of held) {
      const ending = checkpointIn(after, goal)?.items.get(item ?? '')?.ending ?? '';
      const money = this.#locks.get(nonce);
      if (wake === run && money !== undefined && !CALM_ENDINGS.has(ending)) money.isUncertain = true;
    }
    for (const [goal, lease] of held)
      if (lease.wake === run && isAgentRun(run) && holds.get(goal)?.nonce !== lease.nonce)
        this.#released(context, lease, after);
  }

  #took(goal: string, { nonce, reserved }: RawLease, spentBefore: number): void {
    this.#locks.set(nonce, { goal, reserved, spentBefore, served: 0, isUncertain: false });
  }

  /** Every answer came, so what is booked is what the server has counted. */
  #released({ expect }: CheckContext, lease: RawLease, after: LandedPush['after']): void {
    const money = this.#locks.get(lease.nonce);
    this.#locks.delete(lease.nonce);
    if (money === undefined || money.isUncertain || !CALM_ENDINGS.has(endingIn(after, money.goal))) return;
    const booked = spentOn(money.goal, after) - money.spentBefore;
    expect(
      'I5',
      booked === money.served,
      () =>
        `${lease.wake} has booked ${booked} tokens for ${money.goal}, and the model has served ${money.served}.`,
    );
  }

  #expectPaid({ expect }: CheckContext, after: LandedPush['after'] | undefined): void {
    const paid = monthsOf(after);
    expect(
      'I5',
      paid >= this.#served,
      () => `The model has served ${this.#served} tokens, and ${paid} are booked.`,
    );
  }
}
