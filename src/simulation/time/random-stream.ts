import { digest } from '../../core/text/digest.ts';

/**
 * Random numbers that depend on a seed and a name alone. What asks for more of one name moves no other, so that a change to one
 * part of a simulation leaves the rest as it was. The generator is sfc32 of PractRand.
 */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(seed: number, name: string) {
    const digits = digest([String(seed), name], 32);
    const word = (at: number): number => Number.parseInt(digits.slice(8 * at, 8 * at + 8), 16) | 0;
    [this.#a, this.#b, this.#c, this.#counter] = [word(0), word(1), word(2), word(3)];
  }

  /** In [0, 1). */
  fraction(): number {
    return this.#word() / 4_294_967_296;
  }

  /** From `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  isDrawn(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of them. */
  pick<const List extends readonly [unknown, ...unknown[]]>(all: List): List[number] {
    return all[this.integer(0, all.length - 1)];
  }

  /** One of them; null: there are none. */
  pickOf<T>(all: readonly T[]): T | null {
    return all[this.integer(0, all.length - 1)] ?? null;
  }

  /** 128 random bits in hex. */
  nonce(): string {
    return Array.from({ length: 4 }, () => this.#word().toString(16).padStart(8, '0')).join('');
  }

  #word(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }
}
