import { Halt } from '../core/ending.ts';
import type { ModelProvider } from '../ports.ts';
import type { ServerFacts } from './openai/chat-model.ts';

export interface OpenAiOptions {
  /** Null: none is configured. */
  readonly key: string | null;
  /** For one request, its answer included. Default: `answer_seconds` of the model, else by the size of the answer. */
  readonly timeoutMs?: number;
}

const DEFAULT_BASE_URL = 'https://api.openai.com/v1';
/** A local server needs no key, the package insists on one. */
const NO_KEY = 'no-key';

/** Any server that speaks OpenAI chat completions, or the Responses API. The package is loaded when the first model is opened. */
export function createOpenAiModels({ key, timeoutMs }: OpenAiOptions): ModelProvider {
  const learntFrom = new Map<string, ServerFacts>();
  return {
    name: (settings) => settings.model,
    async open(settings) {
      if (key === null && settings.baseUrl === null) {
        throw new Halt(
          'missing_key',
          'No model key is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys.',
        );
      }
      const [{ default: Client, ...library }, { ChatModel, nothingLearnt }] = await Promise.all([
        import('openai'),
        import('./openai/chat-model.ts'),
      ]);
      const client = new Client({
        apiKey: key ?? NO_KEY,
        baseURL: addressOf(settings.baseUrl ?? DEFAULT_BASE_URL),
        // Named here, so that nothing is taken from the environment.
        organization: null,
        project: null,
        adminAPIKey: null,
        webhookSecret: null,
        logLevel: 'off',
        maxRetries: 0,
        // Another server than the one that was chosen gets neither the prompt nor the key.
        fetchOptions: { redirect: 'manual' },
      });
      const name = `${settings.baseUrl} ${settings.model} ${settings.api}`;
      const learnt = learntFrom.get(name) ?? nothingLearnt();
      learntFrom.set(name, learnt);
      return new ChatModel({ client, library, settings, timeoutMs: timeoutMs ?? null, learnt });
    },
  };
}

/** The address as the package wants it: people paste that of the request, which has more behind it. */
function addressOf(given: string): string {
  const [path = '', ...query] = given.trim().split('?');
  const base = path.replace(/\/+$/, '').replace(/\/(?:(?:chat\/)?completions|responses)$/, '');
  return [base, ...query].join('?');
}
