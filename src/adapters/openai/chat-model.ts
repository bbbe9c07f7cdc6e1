import type OpenAI from 'openai';
import type { ModelSettings } from '../../core/settings.ts';
import type { Model, ModelAnswer, Question } from '../../ports.ts';
import { readAnswer } from './answer.ts';
import { faultOf } from './fault.ts';
import { type MaxTokensField, requestBody } from './request.ts';

export interface ChatModelOptions {
  readonly client: OpenAI;
  readonly library: Pick<typeof import('openai'), 'APIError'>;
  readonly settings: ModelSettings;
  readonly timeoutMs: number;
}

/** One model of one server. */
export class ChatModel implements Model {
  readonly #options: ChatModelOptions;
  #field: MaxTokensField = 'max_completion_tokens';

  constructor(options: ChatModelOptions) {
    this.#options = options;
  }

  async ask(question: Question, signal: AbortSignal): Promise<ModelAnswer> {
    const answer = await this.#send(question, signal);
    if (!this.#isUnknownField(answer)) return answer;
    // The server refused the request for its newer name of the limit, so nothing was spent: once more, with the older one.
    this.#field = 'max_tokens';
    return this.#send(question, signal);
  }

  #isUnknownField(answer: ModelAnswer): boolean {
    return (
      this.#field === 'max_completion_tokens' &&
      answer.kind === 'fault' &&
      answer.fault === 'bad_request' &&
      answer.detail.includes('max_completion_tokens')
    );
  }

  /** The package's own timeout ends with the headers; this one covers the body as well. */
  async #send(question: Question, signal: AbortSignal): Promise<ModelAnswer> {
    signal.throwIfAborted();
    const timeout = AbortSignal.timeout(this.#options.timeoutMs);
    const either = AbortSignal.any([signal, timeout]);
    try {
      const response = await this.#post(question, either);
      return await readAnswer(response);
    } catch (error) {
      signal.throwIfAborted();
      return faultOf(error, { APIError: this.#options.library.APIError, hasTimedOut: timeout.aborted });
    }
  }

  #post(question: Question, signal: AbortSignal): Promise<Response> {
    const { client, settings } = this.#options;
    const body = requestBody(question, { model: settings.model, field: this.#field });
    return client.chat.completions.create(body, { signal }).asResponse();
  }
}
