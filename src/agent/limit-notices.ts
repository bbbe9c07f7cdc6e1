import { SMALLEST_ANSWER } from '../core/money/meter.ts';
import type { AskedModel } from './asking.ts';
import { limitsNear, type NearLimit } from './limits-near.ts';
import type { LoopSetup } from './loop-setup.ts';

const SOON = 'Write what you have, note what is open, and finish soon.';
const LAST =
  'your last call: put what is left to write into this answer, and finish (or give_up) at its end.';

interface LastCall {
  readonly why: string;
  /** How sure that is. */
  readonly verb: 'is' | 'may be';
}

/** Tells the model of each limit once when it is near, and when the next answer is the last one, so that it is not cut off. */
export class NearLimits {
  readonly #setup: LoopSetup;
  readonly #asking: AskedModel;
  readonly #secondsAtStart: number;
  readonly #told = new Set<string>();

  constructor(setup: LoopSetup, asking: AskedModel) {
    this.#setup = setup;
    this.#asking = asking;
    this.#secondsAtStart = setup.deps.secondsLeft();
  }

  tell(): void {
    const { deps, transcript } = this.#setup;
    const near = this.#near().filter(({ name }) => !this.#told.has(name));
    for (const { name, text } of near) {
      this.#told.add(name);
      deps.report({ event: 'limit_near', limit: name, text });
    }
    const last = this.#lastCall();
    if (last !== null && !this.#told.has(last.verb)) {
      this.#told.add(last.verb);
      transcript.tell([...near.map(({ text }) => text), last.why, `This ${last.verb} ${LAST}`].join(' '));
    } else if (near.length > 0) {
      transcript.tell(`${near.map(({ text }) => text).join(' ')} ${SOON}`);
    }
  }

  #near(): readonly NearLimit[] {
    const { assignment, context, deps } = this.#setup;
    const { modelCalls, changedFiles, changedLines } = assignment.goal.limits;
    return limitsNear({
      meter: deps.meter,
      promptBytes: this.#asking.nextPrompt,
      calls: modelCalls,
      files: { changed: context.changes.files, most: changedFiles },
      lines: { changed: context.changes.lines, most: changedLines },
      seconds: { left: deps.secondsLeft(), all: this.#secondsAtStart },
    });
  }

  /** Why no call can follow the next one; null: one can. */
  #lastCall(): LastCall | null {
    const { deps } = this.#setup;
    const left = deps.meter.left();
    if (left.calls === 1) return { why: 'No model call is left after the next one.', verb: 'is' };
    const prompt = this.#asking.nextPrompt;
    // What the next answer and its results add to the prompt after it is not known: at least this.
    if (left.tokens < 2 * (prompt + SMALLEST_ANSWER))
      return { why: 'The tokens may suffice for one more call only.', verb: 'may be' };
    const { price } = deps.meter;
    if (price !== null && left.usdMicros !== null) {
      const call = prompt * price.in + SMALLEST_ANSWER * price.out;
      if (left.usdMicros < 2 * call)
        return { why: 'The dollars may suffice for one more call only.', verb: 'may be' };
    }
    const seconds = this.#asking.answerSeconds;
    if (seconds < 1 || deps.secondsLeft() >= 2 * seconds) return null;
    const rest = Math.max(0, Math.floor(deps.secondsLeft()));
    return {
      why: `An answer took ${Math.ceil(seconds)} seconds, and ${rest} are left.`,
      verb: 'may be',
    };
  }
}
