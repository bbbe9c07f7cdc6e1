import type { CheckReport } from '../core/progress/check-report.ts';

/** The files that a check ran on. */
interface CheckedFiles {
  /** Whether anything differed from the files of the repository. */
  readonly isChanged: boolean;
  /** The same number: the same files. */
  readonly version: number;
}

/** The newest report of each of the goal's checks, kept for the draft, with what is known of the check from before. */
export class LastChecks {
  #reports: readonly CheckReport[] = [];
  /** By command: what it came to, and with which version of the files. */
  readonly #newest = new Map<string, { readonly report: CheckReport; readonly version: number }>();
  /** By command: when it failed for the last time. */
  readonly #failed = new Map<string, 'untouched' | 'changed'>();

  get reports(): readonly CheckReport[] {
    return this.#reports;
  }

  /** What a command came to with these very files; null: it has not run on them, or could not. */
  knownOf(command: string, version: number): CheckReport | null {
    const newest = this.#newest.get(command);
    return newest?.version === version && newest.report.kind !== 'not_run' ? newest.report : null;
  }

  note(report: CheckReport, { isChanged, version }: CheckedFiles): void {
    const { kind, command } = report;
    this.#newest.set(command, { report, version });
    if (kind === 'failed') this.#failed.set(command, isChanged ? 'changed' : 'untouched');
  }

  /** More is known of some checks than when they ran. */
  replace(reports: readonly CheckReport[]): void {
    const known = new Map(reports.map((report) => [report.command, report]));
    this.#reports = this.#reports.map((report) => known.get(report.command) ?? report);
  }

  /** All checks have run on the finished work. */
  take(reports: readonly CheckReport[], version: number): void {
    this.#reports = reports.map((report) => {
      const failedBefore = this.#failed.get(report.command);
      return report.kind === 'passed' && failedBefore !== undefined ? { ...report, failedBefore } : report;
    });
    for (const report of reports) this.note(report, { isChanged: true, version });
  }
}
