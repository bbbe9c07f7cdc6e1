import type { TraceFailure } from '../../core/health/trace.ts';
import { duration } from '../words/sentences.ts';

/** What the log of the job says where the trace of a run did not arrive. */
export function traceFailureWords(failure: TraceFailure): string {
  const why =
    failure.kind === 'status'
      ? `its server answered with status ${failure.status}.`
      : `its server could not be reached within ${duration(failure.timeoutMs)}.`;
  return `The trace of this run was not sent: ${why} Nothing else follows from that.`;
}

/** The same where no trace is made, because a variable is not right. */
export function wrongTargetWords({
  variable,
  why,
}: {
  readonly variable: string;
  readonly why: 'not_an_address' | 'open_http';
}): string {
  const what =
    why === 'not_an_address'
      ? 'is no web address. Write one such as https://otlp.example.com.'
      : 'is plain http:// to a host outside the local network, so anybody could read it. Write https://.';
  return `No trace of this run is sent: the variable ${variable} ${what}`;
}
