import type { HealthCheckFailure } from '../../core/health/health-check.ts';

/** What the log of the job says where the service that watches from outside was not told. */
export function healthCheckWords(failure: HealthCheckFailure): string {
  return `The service behind health-check-url was not told that this run was well: ${why(failure)} Nothing else follows from that.`;
}

function why(failure: HealthCheckFailure): string {
  switch (failure.kind) {
    case 'not_an_address':
      return 'its value is no web address. Write one such as https://hc-ping.com/<uuid> into the secret.';
    case 'open_http':
      return 'its address is plain http:// to a host outside the local network, so anybody could read it. Write https://.';
    case 'status':
      return `it answered with status ${failure.status}.`;
    case 'unreachable':
      return 'it could not be reached within 5 seconds.';
  }
}
