import type { ModelAnswer } from '../../ports.ts';
import { budgetIn, checkpointIn, type RawSums } from '../world/raw-state.ts';
import type { CheckContext, LandedPush } from './observed.ts';

const sumOf = (all: Iterable<RawSums>): number => {
  let sum = 0;
  for (const { reserved, spent } of all) sum += reserved + spent;
  return sum;
};

/** I5: no limit is exceeded, and what the model's server has counted is paid for. */
export class BudgetCheck {
  #served = 0;

  /** Tokens that the model's server has counted. */
  get served(): number {
    return this.#served;
  }

  answered(context: CheckContext, answer: ModelAnswer, after: LandedPush['after'] | undefined): void {
    const usage = answer.usage ?? null;
    if (usage === null) return;
    this.#served += usage.tokensIn + usage.tokensOut;
    this.#expectPaid(context, after);
  }

  look(context: CheckContext, { after }: LandedPush): void {
    const { repository } = context;
    for (const [day, goals] of budgetIn(after, 'days')) {
      for (const goal of repository.goals) {
        const sums = goals.get(goal.id);
        if (sums === undefined) continue;
        context.expect(
          'I5',
          sums.reserved >= 0 && sums.reserved + sums.spent <= goal.tokensPerDay,
          () => `On ${day}, ${goal.id} has ${sums.reserved} + ${sums.spent} of ${goal.tokensPerDay} tokens.`,
        );
      }
      const all = sumOf(goals.values());
      context.expect(
        'I5',
        all <= repository.tokensPerDay,
        () => `On ${day}, all goals have ${all} of ${repository.tokensPerDay} tokens.`,
      );
    }
    for (const [month, goals] of budgetIn(after, 'months')) {
      const all = sumOf(goals.values());
      context.expect(
        'I5',
        all <= repository.tokensPerMonth,
        () => `In ${month}, all goals have ${all} of ${repository.tokensPerMonth} tokens.`,
      );
    }
    this.#expectPaid(context, after);
  }

  #expectPaid(context: CheckContext, after: LandedPush['after'] | undefined): void {
    const paid = [...budgetIn(after, 'months').values()].reduce(
      (sum, goals) => sum + sumOf(goals.values()),
      0,
    );
    context.expect(
      'I5',
      paid >= this.#served,
      () => `The model has served ${this.#served} tokens, and ${paid} are booked.`,
    );
  }
}

interface Counted {
  readonly slots: number;
  readonly to: number;
}

/** I15: as many slots are counted as lie between two times. */
export class SlotCheck {
  readonly #first = new Map<string, Counted>();

  look(context: CheckContext, { before, after }: LandedPush): void {
    for (const { id, period, offset } of context.repository.goals) {
      const path = `state/checkpoints/${id}.json`;
      if (before?.tree.get(path)?.bytes === after.tree.get(path)?.bytes) continue;
      const now = checkpointIn(after, id);
      if (now === null || now.countedTo === null) continue;
      const first = this.#first.get(id) ?? { slots: now.slots, to: now.countedTo };
      this.#first.set(id, first);
      const newest = (time: number): number => Math.floor((time - offset) / period);
      const due = newest(now.countedTo) - newest(first.to);
      context.expect(
        'I15',
        now.slots - first.slots === due,
        () => `${id} has counted ${now.slots - first.slots} due times where ${due} lie between the two.`,
      );
    }
  }
}
