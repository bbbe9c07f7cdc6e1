import { SANDBOX_TEXTS } from '../../report/failures/sandbox-texts.ts';

const KEPT_BYTES = 20_000;

/** The last 20 kB of what was written, however much it was. */
export class OutputTail {
  #parts: Buffer[] = [];
  #size = 0;
  #cut = false;
  readonly #note: string;

  /** `note`: what stands in the place of what was left out. */
  constructor(note: string = SANDBOX_TEXTS.beginningLeftOut) {
    this.#note = note;
  }

  get isCut(): boolean {
    return this.#cut;
  }

  add(part: Buffer): void {
    this.#parts.push(part);
    this.#size += part.length;
    if (this.#size <= 2 * KEPT_BYTES) return;
    this.#keepEnd();
  }

  /** Starts with a note when something was left out; never with half a word, which might be half of a secret. */
  text(): string {
    if (this.#size > KEPT_BYTES) this.#keepEnd();
    const bytes = this.bytes();
    if (!this.#cut) return bytes.toString('utf8');
    return `${this.#note}\n${bytes.subarray(wholeWordFrom(bytes)).toString('utf8')}`;
  }

  /** All that is kept. */
  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #keepEnd(): void {
    const end = Buffer.concat(this.#parts).subarray(-KEPT_BYTES);
    this.#parts = [end];
    this.#size = end.length;
    this.#cut = true;
  }
}

const LINE_BREAK = 0x0a;
const BLANK = 0x20;
/** A word without an end is shown from here on all the same. */
const LONGEST_WORD = 4_000;

/** Where the first whole line begins; where there is none soon, the first whole word; else the first whole character. */
function wholeWordFrom(bytes: Buffer): number {
  const start = bytes.subarray(0, LONGEST_WORD);
  const line = start.indexOf(LINE_BREAK);
  if (line >= 0 && line + 1 < bytes.length) return line + 1;
  const word = start.indexOf(BLANK);
  if (word >= 0 && word + 1 < bytes.length) return word + 1;
  return bytes.findIndex(
    (byte, at) => at >= Math.min(LONGEST_WORD, bytes.length - 1) && (byte & 0xc0) !== 0x80,
  );
}
