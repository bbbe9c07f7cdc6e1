import type OpenAI from 'openai';
import { Halt } from '../core/ending.ts';
import type { ModelSettings } from '../core/settings.ts';
import type { Answer, Model, ModelDoor, Question } from '../ports.ts';
import { readAnswer } from './openai/answer.ts';
import { faultOf } from './openai/fault.ts';
import { type MaxTokensField, requestBody } from './openai/request.ts';

export interface OpenAiOptions {
  /** Null: none is configured. */
  readonly key: string | null;
  /** For one request, its answer included. Default: 120 seconds. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 120_000;
const DEFAULT_BASE_URL = 'https://api.openai.com/v1';
/** A local server needs no key, the package insists on one. */
const NO_KEY = 'no-key';

/** Any server that speaks OpenAI chat completions. The package is loaded when the first model is opened. */
export function createOpenAiModels({ key, timeoutMs }: OpenAiOptions): ModelDoor {
  return {
    name: (settings) => settings.model,
    async open(settings) {
      if (key === null && settings.baseUrl === null) {
        throw new Halt(
          'missing_key',
          'No model key is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys.',
        );
      }
      const { default: Client, ...library } = await import('openai');
      const client = new Client({
        apiKey: key ?? NO_KEY,
        baseURL: settings.baseUrl ?? DEFAULT_BASE_URL,
        // Named here, so that nothing is taken from the environment.
        organization: null,
        project: null,
        adminAPIKey: null,
        webhookSecret: null,
        logLevel: 'off',
        maxRetries: 0,
        timeout: timeoutMs ?? DEFAULT_TIMEOUT_MS,
      });
      return new OpenAiModel({ client, library, settings, timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS });
    },
  };
}

interface Fittings {
  readonly client: OpenAI;
  readonly library: Pick<typeof import('openai'), 'APIError'>;
  readonly settings: ModelSettings;
  readonly timeoutMs: number;
}

class OpenAiModel implements Model {
  readonly #fittings: Fittings;
  #field: MaxTokensField = 'max_completion_tokens';

  constructor(fittings: Fittings) {
    this.#fittings = fittings;
  }

  async ask(question: Question, signal: AbortSignal): Promise<Answer> {
    const answer = await this.#send(question, signal);
    if (!this.#isUnknownField(answer)) return answer;
    // The server refused the request for its newer name of the limit, so nothing was spent: once more, with the older one.
    this.#field = 'max_tokens';
    return this.#send(question, signal);
  }

  #isUnknownField(answer: Answer): boolean {
    return (
      this.#field === 'max_completion_tokens' &&
      answer.kind === 'fault' &&
      answer.fault === 'bad_request' &&
      answer.detail.includes('max_completion_tokens')
    );
  }

  /** The package's own timeout ends with the headers; this one covers the body as well. */
  async #send(question: Question, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const timeout = AbortSignal.timeout(this.#fittings.timeoutMs);
    const either = AbortSignal.any([signal, timeout]);
    try {
      const response = await this.#post(question, either);
      return await readAnswer(response);
    } catch (error) {
      signal.throwIfAborted();
      return faultOf(error, { APIError: this.#fittings.library.APIError, timedOut: timeout.aborted });
    }
  }

  #post(question: Question, signal: AbortSignal): Promise<Response> {
    const { client, settings } = this.#fittings;
    const body = requestBody(question, { model: settings.model, field: this.#field });
    return client.chat.completions.create(body, { signal }).asResponse();
  }
}
