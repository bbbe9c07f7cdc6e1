import { describe, expect, test } from 'vitest';
import type { ModelSettings } from '../../../src/core/settings.ts';
import type { Message, ModelAnswer, ModelFault, ModelProvider, Question } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

const SETTINGS = `models:
  default: {model: large, price: {in: 1, out: 1}, fallback: [small, last]}
  small: {model: small, price: {in: 3, out: 3}, max_output_tokens: 512}
  last: {model: last, price: {in: 1, out: 1}}
`;

function fault(kind: ModelFault, isCharged = false): ModelAnswer {
  return { kind: 'fault', fault: kind, isCharged, retryAfter: null, detail: '404: no such model' };
}

/** By the name that its server knows: how a model answers. Those that are not named work. */
function provider(
  broken: Readonly<Record<string, (n: number) => ModelAnswer | null>>,
  asked: (model: string, question: Question) => void = () => {},
): ModelProvider {
  const counts = new Map<string, number>();
  return {
    name: ({ model }: ModelSettings) => model,
    open: async (settings) => {
      const { model } = settings;
      const works = await modelOf(diligent).open(settings);
      return {
        async ask(question, signal) {
          asked(model, question);
          const n = counts.get(model) ?? 0;
          counts.set(model, n + 1);
          return broken[model]?.(n) ?? works.ask(question, signal);
        },
      };
    },
  };
}

function replaced(night: Night): readonly string[] {
  return night
    .log()
    .filter(({ event }) => event === 'model_replaced')
    .map(({ message }) => message);
}

describe('a model that answers no more', () => {
  test.each(['unknown_model', 'no_credit'] as const)('is replaced at once: %s', async (kind) => {
    const night = await Night.begin({ goals: { tidy: PLAIN }, settings: SETTINGS });
    const asked: string[] = [];
    const model = provider({ large: () => fault(kind) }, (name) => asked.push(name));
    const { result } = await night.wake({ model });
    expect(result.ending).toBe('worked');
    expect(asked).toEqual(['large', 'small', 'small']);
    expect(replaced(night)).toEqual([
      'The model small answers in the place of large from here on: 404: no such model.',
    ]);
    expect(night.github.drafts[0]?.body).toContain('large, then small');
  });

  test('is waited for a little where it is only down, and replaced then', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN }, settings: SETTINGS });
    const asked: string[] = [];
    const model = provider({ large: () => fault('server_error') }, (name) => asked.push(name));
    expect((await night.wake({ model })).result.ending).toBe('worked');
    expect(asked).toEqual(['large', 'large', 'large', 'small', 'small']);
  });

  test('is not replaced for what concerns the task, the key or the speed', async () => {
    for (const kind of ['refused_text', 'key_refused'] as const) {
      const night = await Night.begin({ goals: { tidy: PLAIN }, settings: SETTINGS });
      const asked: string[] = [];
      await night.wake({ model: provider({ large: () => fault(kind) }, (name) => asked.push(name)) });
      expect(new Set(asked)).toEqual(new Set(['large']));
    }
  });

  test('is replaced by one after the other, and the last one ends the work', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN }, settings: SETTINGS });
    const down = () => fault('unknown_model');
    const { result } = await night.wake({ model: provider({ large: down, small: down, last: down }) });
    expect(result.ending).toBe('model_unavailable');
    expect(replaced(night)).toHaveLength(2);
  });

  test('hands over neither its own fields nor its own limit of an answer', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN }, settings: SETTINGS });
    const seen: Question[] = [];
    const extra = new Map([['fields', { signature: 'x' }]]) as NonNullable<
      Extract<Message, { role: 'assistant' }>['extra']
    >;
    const first: ModelAnswer = {
      ...{
        kind: 'answer',
        content: '',
        finish: 'tool_calls',
        usage: { tokensIn: 100, tokensOut: 20 },
        extra,
      },
      toolCalls: [{ id: 'a', name: 'list_files', arguments: '{}', extra }],
    };
    const model = provider(
      { large: (n) => (n === 0 ? first : fault('unknown_model')) },
      (name, question) => name === 'small' && seen.push(question),
    );
    await night.wake({ model });
    expect(seen[0]?.maxTokens).toBe(512);
    expect(seen[0]?.messages.some(({ role }) => role === 'assistant')).toBe(true);
    expect(JSON.stringify(seen[0]?.messages)).not.toContain('extra');
    // Some servers take only ids of nine letters and digits.
    const ids = seen[0]?.messages.flatMap((message) =>
      message.role === 'tool'
        ? [message.toolCallId]
        : message.role === 'assistant'
          ? message.toolCalls.map(({ id }) => id)
          : [],
    );
    expect(ids).toEqual(['call10000', 'call10000']);
  });
});

describe('what takes its place', () => {
  test('is paid at its own price, within the dollars of the goal', async () => {
    const limits = 'limits: {usd_per_day: 1}\n';
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${limits}` }, settings: SETTINGS });
    await night.wake({ model: provider({ large: () => fault('unknown_model') }) });
    const [item] = Object.values(night.state().checkpoints['tidy']?.items ?? {});
    expect(item?.spent).toMatchObject({ tokens: 240, usd_micros: 720 });
  });

  test('is not asked what the dollars that were set aside do not pay for', async () => {
    const limits = 'limits: {usd_per_day: 0.01}\n';
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${limits}` }, settings: SETTINGS });
    const asked: string[] = [];
    const model = provider({ large: () => fault('unknown_model') }, (name) => asked.push(name));
    const { result } = await night.wake({ model });
    expect(asked).toEqual(['large']);
    expect(result.ending).toBe('budget_spent');
  });
});
