import type { ModelSettings } from '../../core/settings.ts';
import { type Masked, masked } from '../../core/text/masked.ts';
import type { Message, Model, ModelAnswer, ModelFault, Question } from '../../ports.ts';
import { MODEL_CHANGES } from '../../report/log/model-changes.ts';

/** A model of the settings, by the name that they give it. */
export interface NamedModel {
  readonly name: string;
  readonly settings: ModelSettings;
  open(): Promise<Model>;
}

/** After these the same question would be answered the same way. */
const AT_ONCE: ReadonlySet<ModelFault> = new Set(['no_credit', 'unknown_model']);
/** These pass by themselves, or do not. */
const AFTER_SOME: ReadonlySet<ModelFault> = new Set(['unreachable', 'server_error', 'timeout', 'dropped']);
const MOST_IN_A_ROW = 3;

interface Replaced {
  readonly from: NamedModel;
  readonly to: NamedModel;
  readonly why: string;
}

/**
 * A model, and others that take its place when it is retired, out of credit or down. Who asks is told of the change by a fault, before
 * the next one is asked: its price and its limits are others.
 */
export class FallbackModel implements Model {
  #current: NamedModel;
  #opened: Promise<Model> | null = null;
  #rest: readonly NamedModel[];
  #failures = 0;
  #hasChanged = false;
  readonly #onChange: (replaced: Replaced) => void;

  constructor(
    models: { readonly first: NamedModel; readonly rest: readonly NamedModel[] },
    onChange: (replaced: Replaced) => void,
  ) {
    this.#current = models.first;
    this.#rest = models.rest;
    this.#onChange = onChange;
  }

  /** Opens the first model, so that a missing key is known before anything is asked. */
  async start(): Promise<this> {
    await this.#model();
    return this;
  }

  async ask(question: Question, signal: AbortSignal): Promise<ModelAnswer> {
    const model = await this.#model();
    const maxTokens = Math.min(question.maxTokens, this.#current.settings.maxOutputTokens);
    const messages = this.#hasChanged ? forAnotherServer(question.messages) : question.messages;
    const answer = await model.ask({ ...question, messages, maxTokens }, signal);
    const isOver = answer.kind === 'fault' && this.#isOver(answer.fault);
    return isOver ? this.#replace(answer) : answer;
  }

  #model(): Promise<Model> {
    this.#opened ??= this.#current.open();
    return this.#opened;
  }

  #isOver(fault: ModelFault): boolean {
    if (AT_ONCE.has(fault)) return true;
    if (!AFTER_SOME.has(fault)) return false;
    this.#failures += 1;
    return this.#failures >= MOST_IN_A_ROW;
  }

  #replace(fault: Extract<ModelAnswer, { kind: 'fault' }>): ModelAnswer {
    const [next, ...rest] = this.#rest;
    if (next === undefined) return fault;
    const from = this.#current;
    this.#current = next;
    this.#rest = rest;
    this.#opened = null;
    this.#failures = 0;
    this.#hasChanged = true;
    this.#onChange({ from, to: next, why: fault.detail });
    return {
      ...fault,
      fault: 'replaced',
      retryAfter: null,
      detail: MODEL_CHANGES.replaced(next.name, fault.detail),
    };
  }
}

/**
 * What one server has sent of its own means nothing to another, and some take only ids of the form that they give themselves: nine
 * letters and digits suit all.
 */
function forAnotherServer(messages: readonly Message[]): readonly Message[] {
  const ids = new Map<Masked, Masked>();
  const idOf = (id: Masked): Masked => {
    const plain = ids.get(id) ?? (/^[a-z0-9]{9}$/i.test(id) ? id : masked`call${10_000 + ids.size}`);
    ids.set(id, plain);
    return plain;
  };
  return messages.map((message): Message => {
    if (message.role === 'tool') return { ...message, toolCallId: idOf(message.toolCallId) };
    if (message.role !== 'assistant') return message;
    const { extra: _, ...plain } = message;
    const toolCalls = message.toolCalls.map(({ extra: __, ...call }) => ({ ...call, id: idOf(call.id) }));
    return { ...plain, toolCalls };
  });
}
