import type { Mask } from '../../core/access/mask.ts';
import type { TracedCall, TracedUsage } from '../../core/health/trace.ts';
import { costOf } from '../../core/money/meter.ts';
import type { ModelSettings } from '../../core/settings.ts';
import type { AnswerUsage, Clock, Model, ModelAnswer, ModelProvider, Question } from '../../ports.ts';

interface Tracing {
  readonly clock: Pick<Clock, 'now'>;
  readonly mask: Mask;
  /** Whether what is asked and answered is kept as well. */
  readonly hasTexts: boolean;
  readonly add: (call: TracedCall) => void;
}

/** A trace with more calls than this is cut: what is kept is sent at once, and nobody reads it all. */
export const MOST_CALLS = 1_000;

/** The same models. Each call is noted when it is over. */
export function tracedModels(provider: ModelProvider, tracing: Tracing): ModelProvider {
  return {
    name: (settings) => provider.name(settings),
    open: async (settings) => traced(await provider.open(settings), settings, tracing),
  };
}

function traced(model: Model, settings: ModelSettings, tracing: Tracing): Model {
  const ask: Model['ask'] = async (question, signal) => {
    const startedAt = tracing.clock.now();
    const note = (answer: ModelAnswer | null): void =>
      tracing.add(callOf({ question, answer, settings, startedAt }, tracing));
    try {
      const answer = await model.ask(question, signal);
      note(answer);
      return answer;
    } catch (reason) {
      note(null);
      throw reason;
    }
  };
  return new Proxy(model, { get: (target, key) => (key === 'ask' ? ask : Reflect.get(target, key)) });
}

interface Asked {
  readonly question: Question;
  /** Null: the run has given up on it. */
  readonly answer: ModelAnswer | null;
  readonly settings: ModelSettings;
  readonly startedAt: number;
}

function callOf({ question, answer, settings, startedAt }: Asked, tracing: Tracing): TracedCall {
  const { clock, mask, hasTexts } = tracing;
  const asked = question.messages.map(({ role, content }) => ({ role, content }));
  const answered = mask.mask(answer?.kind === 'answer' ? answer.content : '');
  return {
    model: settings.model,
    goal: question.about?.goal ?? null,
    task: question.about?.task ?? null,
    server: settings.baseUrl === null ? null : serverOf(new URL(settings.baseUrl)),
    startedAt,
    endedAt: clock.now(),
    mostTokens: question.maxTokens,
    end: endOf(answer, mask),
    usage: usageOf(answer?.usage ?? null, settings),
    ...(hasTexts ? { texts: { asked, answered } } : {}),
  };
}

function serverOf({ hostname, port }: URL): TracedCall['server'] {
  return { host: hostname, port: port === '' ? null : Number(port) };
}

function endOf(answer: ModelAnswer | null, mask: Mask): TracedCall['end'] {
  if (answer === null) return { kind: 'aborted' };
  return answer.kind === 'answer'
    ? { kind: 'answer', finish: answer.finish }
    : { kind: 'fault', fault: answer.fault, detail: mask.mask(answer.detail) };
}

function usageOf(usage: AnswerUsage | null, { price }: ModelSettings): TracedUsage | null {
  return usage === null ? null : { ...usage, usdMicros: price === null ? null : costOf(usage, price) };
}
