import type { CheckReport } from '../core/progress/check-report.ts';

/** The newest report of each of the goal's checks, kept for the draft, with what is known of the check from before. */
export class LastChecks {
  #reports: readonly CheckReport[] = [];
  /** By command: when it failed for the last time. */
  readonly #failed = new Map<string, 'untouched' | 'changed'>();

  get reports(): readonly CheckReport[] {
    return this.#reports;
  }

  /** `isChanged`: whether anything differed from the files of the repository when it ran. */
  note({ kind, command }: CheckReport, isChanged: boolean): void {
    if (kind === 'failed') this.#failed.set(command, isChanged ? 'changed' : 'untouched');
  }

  /** All checks have run on the finished work. */
  take(reports: readonly CheckReport[]): void {
    this.#reports = reports.map((report) => {
      const failedBefore = this.#failed.get(report.command);
      return report.kind === 'passed' && failedBefore !== undefined ? { ...report, failedBefore } : report;
    });
    for (const report of reports) this.note(report, true);
  }
}
