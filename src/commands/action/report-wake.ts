import type { OutputName } from '../../config/github/action-registry.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import type { LogEntry } from '../../core/event.ts';
import { verdictOf } from '../../core/health/verdict.ts';
import type { Trigger } from '../../core/trigger.ts';
import type { WakeResult } from '../../core/wake-result.ts';
import { actionOutputs } from '../../report/job/action-outputs.ts';
import { annotationsOf } from '../../report/job/annotations.ts';
import { healthCheckWords } from '../../report/job/health-check-words.ts';
import { jobSummary } from '../../report/job/job-summary.ts';
import { headline, ownDetail } from '../../report/words/headline.ts';
import { EXIT_NEEDS_PERSON } from '../terminal/command.ts';
import type { ActionCall } from './call.ts';
import { report, say } from './say.ts';

export interface WakeReport {
  readonly result: WakeResult;
  readonly trigger: Trigger;
  /** What the wake has said, oldest first. */
  readonly log: readonly LogEntry[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Outputs, notes and summary of a wake; gives the exit code. */
export async function tellWake(call: ActionCall, wake: WakeReport): Promise<number> {
  const { facts, inputs, mask } = call;
  const { result } = wake;
  const verdict = verdictOf(result);
  say(call, `${headline(result)} ${ownDetail(result)}`.trim());
  const outputs: Readonly<Record<OutputName, string>> = actionOutputs(result, facts);
  const { serverUrl, repository, papers } = facts;
  const said = maskedRecord({ ...wake, stop: inputs.stop, site: { serverUrl, repository, papers } }, mask);
  await report(call, {
    outputs,
    notes: annotationsOf({ ...said, verdict }),
    summary: jobSummary({ ...said, verdict }),
  });
  if (verdict === 'needs_person') return EXIT_NEEDS_PERSON;
  await tellOutside(call);
  return 0;
}

/** Somebody outside hears that this run was well, so that silence is noticed even where nothing here runs any more. */
async function tellOutside(call: ActionCall): Promise<void> {
  const { healthCheck } = call.inputs;
  if (healthCheck === '') return;
  const { tellHealthCheck } = await import('../../adapters/actions/health-check.ts');
  const failure = await tellHealthCheck(healthCheck);
  if (failure !== null) say(call, healthCheckWords(failure));
}
