import { isOpenToOthers } from '../../core/access/plain-http.ts';
import type { HealthCheckFailure } from '../../core/health/health-check.ts';

/** It answers in a moment or not at all; a run does not wait for it. */
const TIMEOUT_MS = 5_000;

/**
 * Tells a service outside that all is well: one GET of its secret address, as services that watch scheduled jobs expect
 * (https://healthchecks.io/docs/http_api/). When it hears nothing for too long, it raises the alarm. Never throws.
 */
export async function tellHealthCheck(
  address: string,
  timeoutMs = TIMEOUT_MS,
): Promise<HealthCheckFailure | null> {
  if (!URL.canParse(address) || !/^https?:/i.test(address)) return { kind: 'not_an_address' };
  if (isOpenToOthers(address)) return { kind: 'open_http' };
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    return answer.ok ? null : { kind: 'status', status: answer.status };
  } catch {
    return { kind: 'unreachable' };
  }
}
