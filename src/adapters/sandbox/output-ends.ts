import { SANDBOX_TEXTS } from '../../report/failures/sandbox-texts.ts';
import { OutputTail } from './output-tail.ts';

const FIRST_BYTES = 20_000;

/** The first 20 kB and the last 20 kB of what was written, however much it was. */
export class OutputEnds {
  #first: Buffer = Buffer.alloc(0);
  readonly #rest = new OutputTail(SANDBOX_TEXTS.middleLeftOut);

  add(part: Buffer): void {
    const fits = part.subarray(0, FIRST_BYTES - this.#first.length);
    if (fits.length > 0) this.#first = Buffer.concat([this.#first, fits]);
    if (fits.length < part.length) this.#rest.add(part.subarray(fits.length));
  }

  /** Where something was left out, both parts end at whole words: half of one might be half of a secret. */
  text(): string {
    const rest = this.#rest.text();
    if (!this.#rest.isCut) return Buffer.concat([this.#first, this.#rest.bytes()]).toString('utf8');
    return `${this.#first.subarray(0, wholeWordTo(this.#first)).toString('utf8')}\n${rest}`;
  }
}

/** Behind the last whole line; where there is none, behind the last whole word, or nothing at all. */
function wholeWordTo(bytes: Buffer): number {
  const line = bytes.lastIndexOf(0x0a);
  return line >= 0 ? line : Math.max(0, bytes.lastIndexOf(0x20));
}
