const MOST_BYTES = 8_000_000;

/** All that was written, as long as it is not too much to be held. */
export class WholeOutput {
  #parts: Buffer[] = [];
  #size = 0;

  add(part: Buffer): void {
    this.#size += part.length;
    if (this.#size <= MOST_BYTES) this.#parts.push(part);
    else this.#parts = [];
  }

  /** Null: it was too much. */
  text(): string | null {
    return this.#size > MOST_BYTES ? null : Buffer.concat(this.#parts).toString('utf8');
  }
}
