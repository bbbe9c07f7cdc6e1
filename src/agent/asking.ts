import { loggedTitle } from '../core/item.ts';
import type { Charge, Price } from '../core/money/meter.ts';
import type { Model, ModelAnswer, Question, QuestionSubject } from '../ports.ts';
import type { LoopSetup } from './loop-setup.ts';
import { promptBytes } from './prompt-bytes.ts';
import type { LoopDependencies } from './pursuit.ts';
import type { ServerFigures } from './server-figures.ts';

/** One call, allowed by the meter. */
interface AllowedCall {
  readonly model: Model;
  readonly question: Question;
  /** The most tokens that its prompt can have. */
  readonly most: number;
  /** See `CallCost`. */
  readonly reader?: { readonly price: Price | null };
}

/** The only place that asks a model about an item. The call is charged before its answer is looked at. */
export async function askCharged(
  { meter, report, signal }: Pick<LoopDependencies, 'meter' | 'report' | 'signal'>,
  { model, question, most, reader }: AllowedCall,
): Promise<{ readonly answer: ModelAnswer; readonly charge: Charge; readonly isCharged: boolean }> {
  const { maxTokens } = question;
  // What was set aside is what it can cost: the rest of the budget belongs to others.
  const worst = { promptBytes: most, maxTokens, usage: null, isCharged: true, ...(reader && { reader }) };
  let answer: ModelAnswer;
  try {
    answer = await model.ask(question, signal);
  } catch (error) {
    meter.charge(worst);
    throw error;
  }
  const usage = answer.usage ?? null;
  const isCharged = answer.kind === 'answer' || answer.isCharged;
  const charge = meter.charge({ ...worst, usage, isCharged });
  // The answer is paid for, so it is used.
  if (charge.hasOverspent) report({ event: 'overspent', tokens: charge.tokens, allowed: most + maxTokens });
  return { answer, charge, isCharged };
}

/** What a question about the item of a loop belongs to. */
export function subjectOf({ assignment, deps }: Pick<LoopSetup, 'assignment' | 'deps'>): QuestionSubject {
  const title = loggedTitle(assignment.item);
  return { goal: assignment.goal.id, task: title === null ? null : deps.mask.mask(title) };
}

/** Asks the model of one item: each call is allowed by the meter before. */
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
    deps.progress('asks the model');
    const begun = deps.clock.monotonic();
    const about = subjectOf(this.#setup);
    const question = { messages: transcript.messages, tools, maxTokens, about };
    const asked = askCharged(deps, { model: assignment.model, question, most });
    const { answer, isCharged } = await asked.finally(() =>
      this.#figures.noteWait(deps.clock.monotonic() - begun),
    );
    this.#setup.context.turns.begin();
    const usage = answer.usage ?? null;
    if (usage !== null) this.#setup.bound.learn(size, usage.tokensIn);
    if (isCharged) this.#figures.noteCall(usage);
    return answer;
  }
}
