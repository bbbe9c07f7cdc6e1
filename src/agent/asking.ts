import type { Charge } from '../core/money/meter.ts';
import type { ModelAnswer } from '../ports.ts';
import type { LoopSetup } from './loop-setup.ts';
import { promptBytes } from './prompt-bytes.ts';
import type { ServerFigures } from './server-figures.ts';

/** Asks the model of one item: each call is allowed by the meter before, and charged before its answer is looked at. */
export class AskedModel {
  readonly #setup: LoopSetup;
  readonly #figures: ServerFigures;

  constructor(setup: LoopSetup, figures: ServerFigures) {
    this.#setup = setup;
    this.#figures = figures;
  }

  /** The most tokens that the next prompt can have. */
  get nextPrompt(): number {
    return this.#setup.nextPrompt();
  }

  /** How long the next answer may well take, seconds. */
  get answerSeconds(): number {
    return this.#figures.slowestSeconds;
  }

  async ask(): Promise<ModelAnswer> {
    const { assignment, gate, deps, transcript } = this.#setup;
    const tools = gate.schemas;
    const size = promptBytes(transcript.messages, tools);
    const most = this.#setup.bound.mostTokens(size);
    const maxTokens = deps.meter.allow(most, assignment.maxOutputTokens);
    // What was set aside is what it can cost: the rest of the budget belongs to others.
    const worst = { promptBytes: most, maxTokens, usage: null, isCharged: true };
    deps.progress('asks the model');
    const begun = deps.clock.monotonic();
    let answer: ModelAnswer;
    try {
      answer = await assignment.model.ask({ messages: transcript.messages, tools, maxTokens }, deps.signal);
    } catch (error) {
      deps.meter.charge(worst);
      throw error;
    } finally {
      this.#figures.noteWait(deps.clock.monotonic() - begun);
    }
    this.#setup.context.turns.begin();
    const usage = answer.usage ?? null;
    const isCharged = answer.kind === 'answer' || answer.isCharged;
    if (usage !== null) this.#setup.bound.learn(size, usage.tokensIn);
    if (isCharged) this.#figures.noteCall(usage);
    this.#tellIfOverspent(deps.meter.charge({ ...worst, usage, isCharged }), most + maxTokens);
    return answer;
  }

  /** The answer is paid for, so it is used. */
  #tellIfOverspent({ hasOverspent, tokens }: Charge, allowed: number): void {
    if (hasOverspent) this.#setup.deps.report({ event: 'overspent', tokens, allowed });
  }
}
