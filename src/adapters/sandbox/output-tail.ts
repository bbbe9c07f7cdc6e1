import { SANDBOX_TEXTS } from '../../report/failures/sandbox-texts.ts';

const KEPT_BYTES = 20_000;

/** The last 20 kB of what was written, however much it was. */
export class OutputTail {
  #parts: Buffer[] = [];
  #size = 0;
  #cut = false;

  add(part: Buffer): void {
    this.#parts.push(part);
    this.#size += part.length;
    if (this.#size <= 2 * KEPT_BYTES) return;
    this.#keepEnd();
  }

  /** Starts with a note when something was left out; never with half a character. */
  text(): string {
    if (this.#size > KEPT_BYTES) this.#keepEnd();
    const bytes = Buffer.concat(this.#parts);
    if (!this.#cut) return bytes.toString('utf8');
    const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
    return `${SANDBOX_TEXTS.beginningLeftOut}\n${bytes.subarray(Math.max(0, start)).toString('utf8')}`;
  }

  #keepEnd(): void {
    const end = Buffer.concat(this.#parts).subarray(-KEPT_BYTES);
    this.#parts = [end];
    this.#size = end.length;
    this.#cut = true;
  }
}
