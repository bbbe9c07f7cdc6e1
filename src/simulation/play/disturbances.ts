/** Counts what goes wrong and what persons do. Behind a limit nothing of it happens any more, so that a failure can be cut short. */
export class DisturbanceLimit {
  readonly #most: number;
  #made = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** How many there were so far. */
  get made(): number {
    return this.#made;
  }

  /** The same disturbance, or nothing where the limit is used up. What is drawn at random is drawn all the same. */
  allow<T>(disturbance: T | null): T | null {
    if (disturbance === null || this.#made >= this.#most) return null;
    this.#made += 1;
    return disturbance;
  }
}
