import { checkpointIn } from '../world/raw-state.ts';
import type { CheckContext, LandedPush } from './observed.ts';

interface Counted {
  readonly slots: number;
  readonly to: number;
}

/** I15: as many slots are counted as lie between two times. */
export class SlotCheck {
  readonly #first = new Map<string, Counted>();

  /** The state was put back. */
  forget(): void {
    this.#first.clear();
  }

  look(context: CheckContext, { before, after }: LandedPush): void {
    for (const { id, period, offset, isOnce } of context.repository.goals) {
      if (isOnce) continue;
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
