import type { TracedWake, TraceFailure, TraceTarget } from '../../core/health/trace.ts';
import { otlpTrace } from './otlp.ts';

/** Sends the trace of one run, once. It never throws, and takes no longer than the target allows. */
export async function sendTrace(
  target: TraceTarget,
  wake: TracedWake,
  newId: () => string,
): Promise<TraceFailure | null> {
  const { address, headers, timeoutMs, resource } = target;
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(otlpTrace(wake, resource, newId)),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    return answer.ok ? null : { kind: 'status', status: answer.status };
  } catch {
    return { kind: 'unreachable', timeoutMs };
  }
}
