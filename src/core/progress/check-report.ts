/** What became of one of the goal's commands. `detail` is part of a sentence, without a full stop. */
export type CheckReport =
  | {
      readonly kind: 'passed';
      readonly command: string;
      readonly detail: string;
      readonly output: string;
      /** When it failed in this task before it passed: with nothing changed, or with an earlier state of the change; missing: never. */
      readonly failedBefore?: 'untouched' | 'changed';
    }
  | { readonly kind: 'failed'; readonly command: string; readonly detail: string; readonly output: string }
  | { readonly kind: 'not_run'; readonly command: string; readonly detail: string };

/** One plain sentence for the log and the draft. */
export function checkSentence(report: CheckReport): string {
  const { kind, command, detail } = report;
  const verb = { passed: 'passed', failed: 'failed', not_run: 'was not run' }[kind];
  const before = kind === 'passed' && report.failedBefore !== undefined ? report.failedBefore : null;
  const rest = before === null ? '' : `; failed before, ${BEFORE[before]}`;
  return `\`${command}\` ${verb}: ${detail}${rest}.`;
}

const BEFORE = { untouched: 'without any change', changed: 'with earlier changes' } as const;
