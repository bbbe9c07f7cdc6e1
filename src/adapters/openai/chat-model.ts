import type OpenAI from 'openai';
import type { ModelSettings } from '../../core/settings.ts';
import type { Model, ModelAnswer, Question } from '../../ports.ts';
import { readAnswer } from './answer.ts';
import { AnswerTime } from './answer-time.ts';
import { faultOf } from './fault.ts';
import { asRecord } from './json.ts';
import { smallerAnswer } from './refusal.ts';
import { type MaxTokensField, requestBody } from './request.ts';
import { readResponse, responsesBody } from './responses.ts';

export interface ChatModelOptions {
  readonly client: OpenAI;
  readonly library: Pick<typeof import('openai'), 'APIError'>;
  readonly settings: ModelSettings;
  /** For one request, its answer included; null: by the size of the answer. */
  readonly timeoutMs: number | null;
  readonly learnt: ServerFacts;
}

/** What the refusals of a server have taught: it is kept for the next question. */
export interface ServerFacts {
  field: MaxTokensField;
  /** Whether the server has refused the newer or the older name of the limit. */
  hasChangedField: boolean;
  mostTokens: number;
  isExtraSent: boolean;
  /** Whether it is asked for the usage at the end of a stream, which some older servers do not know. */
  isUsageAsked: boolean;
}

export function nothingLearnt(): ServerFacts {
  return {
    field: 'max_completion_tokens',
    hasChangedField: false,
    mostTokens: Number.POSITIVE_INFINITY,
    isExtraSent: true,
    isUsageAsked: true,
  };
}

/** A refused request costs nothing, so it is sent again in what the server understands, a few times. */
const MOST_TRIES = 5;

/** One model of one server, which speaks chat completions or the Responses API. */
export class ChatModel implements Model {
  readonly #options: ChatModelOptions;

  constructor(options: ChatModelOptions) {
    this.#options = options;
  }

  get limitField(): string {
    return this.#isResponses ? 'max_output_tokens' : this.#options.learnt.field;
  }

  async ask(question: Question, signal: AbortSignal): Promise<ModelAnswer> {
    const { learnt } = this.#options;
    let asked = { ...question, maxTokens: Math.min(question.maxTokens, learnt.mostTokens) };
    for (let tries = 1; ; tries++) {
      const answer = await this.#send(asked, signal);
      const next = tries < MOST_TRIES ? this.#changed(asked, answer) : null;
      if (next === null) return answer;
      asked = next;
    }
  }

  /** The question as the server's refusal wants it; null: it was answered, or nothing can be changed about it. */
  #changed(asked: Question, answer: ModelAnswer): Question | null {
    const { learnt } = this.#options;
    if (answer.kind !== 'fault' || answer.isCharged) return null;
    if (!['bad_request', 'refused_text', 'server_error', 'no_credit'].includes(answer.fault)) return null;
    const { detail } = answer;
    const isOfField = !this.#isResponses && detail.includes(learnt.field) && NOT_KNOWN.test(detail);
    if (isOfField && !learnt.hasChangedField) {
      learnt.field = learnt.field === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
      learnt.hasChangedField = true;
      return asked;
    }
    if (
      learnt.isExtraSent &&
      NOT_KNOWN.test(detail) &&
      [...namesOfExtra(asked), ...(this.#isResponses ? OF_THINKING : [])].some((name) =>
        detail.toLowerCase().includes(name.toLowerCase()),
      )
    ) {
      learnt.isExtraSent = false;
      return asked;
    }
    if (learnt.isUsageAsked && detail.includes('stream_options') && NOT_KNOWN.test(detail)) {
      learnt.isUsageAsked = false;
      return asked;
    }
    return this.#smaller(asked, answer);
  }

  #smaller(asked: Question, { fault, detail }: Extract<ModelAnswer, { kind: 'fault' }>): Question | null {
    const isOfMoney = fault === 'no_credit';
    const maxTokens = smallerAnswer(detail, asked.maxTokens);
    if (maxTokens === null || (isOfMoney && maxTokens < LEAST_PAID)) return null;
    // What an account can still pay, and what a text leaves room for, says nothing about the next question.
    if (!/context/i.test(detail) && !isOfMoney) this.#options.learnt.mostTokens = maxTokens;
    return { ...asked, maxTokens };
  }

  /** The package's own timeout ends with the headers; this one covers the body as well. */
  async #send(question: Question, signal: AbortSignal): Promise<ModelAnswer> {
    signal.throwIfAborted();
    const { timeoutMs, settings, library } = this.#options;
    const time = new AnswerTime(timeoutMs ?? answerMs(question, settings.answerSeconds ?? null));
    const signals = AbortSignal.any([signal, time.signal]);
    try {
      const given = await this.#post(question, { signal: signals, timeout: time.limitMs });
      const response = settings.isStreamed === true ? time.ofStream(given) : given;
      return await (this.#isResponses ? readResponse : readAnswer)(response, question.tools, signals);
    } catch (error) {
      signal.throwIfAborted();
      return faultOf(error, { APIError: library.APIError, waitedMs: time.waitedMs });
    }
  }

  get #isResponses(): boolean {
    return this.#options.settings.api === 'responses';
  }

  #post(question: Question, options: { readonly signal: AbortSignal; readonly timeout: number }) {
    const { client, settings, learnt } = this.#options;
    const { model, isStreamed = false } = settings;
    if (this.#isResponses) {
      const body = responsesBody(question, { ...learnt, model, isStreamed });
      return client.post('/responses', { ...options, body }).asResponse();
    }
    const body = requestBody(question, { ...learnt, model, isStreamed });
    return client.chat.completions.create(body, options).asResponse();
  }
}

/** Tokens of an answer that is worth its price: with fewer, a call of a tool is cut off. */
const LEAST_PAID = 1_000;

/** How servers of the Responses API name what they do not take back. */
const OF_THINKING = ['encrypted', 'include', 'reasoning'];

const NOT_KNOWN =
  /unrecogni[sz]ed|unknown|unsupported|not supported|extra|not permitted|unexpected|additional propert|not allowed|invalid (?:field|argument|parameter)|no longer/i;

function namesOfExtra({ messages }: Question): readonly string[] {
  const extras = messages.flatMap((message) =>
    message.role === 'assistant' ? [message.extra, ...message.toolCalls.map(({ extra }) => extra)] : [],
  );
  return extras.flatMap((extra) => {
    const { function: inside, ...fields } = extra?.get('fields') ?? {};
    return [...Object.keys(fields), ...Object.keys(asRecord(inside) ?? {})];
  });
}

/** Slow servers on a processor write a few tokens a second; a model that is being loaded takes a minute or two. */
const LOADING_SECONDS = 180;
const TOKENS_A_SECOND = 20;

/** How long an answer of that size may take, ms. */
function answerMs({ maxTokens }: Question, answerSeconds: number | null): number {
  if (answerSeconds !== null) return answerSeconds * 1000;
  return Math.ceil(LOADING_SECONDS + maxTokens / TOKENS_A_SECOND) * 1000;
}
