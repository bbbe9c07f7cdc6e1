import { sendTrace } from '../../adapters/traces/send-trace.ts';
import { MOST_CALLS, tracedModels } from '../../adapters/traces/traced-model.ts';
import { readTraceTarget, type TraceEnvironment } from '../../config/fields/trace-target.ts';
import { ENDINGS } from '../../core/ending.ts';
import type { TracedCall, TracedWake } from '../../core/health/trace.ts';
import type { Trigger } from '../../core/trigger.ts';
import type { WakeResult } from '../../core/wake-result.ts';
import type { ModelProvider, World } from '../../ports.ts';
import { traceFailureWords, wrongTargetWords } from '../../report/job/trace-words.ts';
import { runUrl } from '../../report/words/github-pages.ts';
import type { ActionCall } from './call.ts';
import { say } from './say.ts';

/** The trace of one run: what is noted while it works, and sent when it is over. */
export interface RunTrace {
  /** The same models, whose calls are noted. */
  models(provider: ModelProvider): ModelProvider;
  send(result: WakeResult, trigger: Trigger): Promise<void>;
}

export interface TraceStart {
  readonly world: Pick<World, 'clock' | 'random'>;
  readonly does: TracedWake['does'];
  readonly variables: TraceEnvironment;
}

/** Loaded only where the variables of OpenTelemetry name an address. Null: they switch it off, or are not right, which is said. */
export function beginTrace(call: ActionCall, { world, does, variables }: TraceStart): RunTrace | null {
  const read = readTraceTarget(variables);
  if (read.kind === 'wrong') say(call, wrongTargetWords(read));
  if (read.kind !== 'target') return null;
  const { target } = read;
  const { facts, mask, cancel } = call;
  const calls: TracedCall[] = [];
  const add = (one: TracedCall): void => void (calls.length < MOST_CALLS && calls.push(one));
  const { clock, random } = world;
  const startedAt = clock.now();
  return {
    models: (provider) => tracedModels(provider, { clock, mask, hasTexts: target.hasTexts, add }),
    async send({ wake, ending, goals }, trigger) {
      // Whoever cancels a run waits for nothing.
      if (cancel.aborted) return;
      const run = { id: String(facts.runId), attempt: String(facts.attempt) };
      const traced = {
        ...{ does, id: wake, repository: facts.repository, url: runUrl(facts, run), trigger: trigger.kind },
        ...{ startedAt, endedAt: clock.now(), ending, isFailure: ENDINGS[ending].exitCode !== 0 },
        ...{ goals: goals.map(({ goal }) => goal), calls },
      };
      const failure = await sendTrace(target, traced, () => random.nonce());
      if (failure !== null) say(call, traceFailureWords(failure));
    },
  };
}
