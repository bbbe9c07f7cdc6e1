import type { CheckReport } from '../core/progress/check-report.ts';

/** The newest report of each of the goal's checks, kept for the draft. */
export class LastChecks {
  reports: readonly CheckReport[] = [];
}
