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
  | {
      readonly kind: 'failed';
      readonly command: string;
      readonly detail: string;
      readonly output: string;
      /** What it comes to without the change; missing: not known. */
      readonly atBase?: 'passed' | 'failed';
    }
  | { readonly kind: 'not_run'; readonly command: string; readonly detail: string };

/** One plain sentence for the log and the draft. */
export function checkSentence(report: CheckReport): string {
  const { kind, command, detail } = report;
  const verb = { passed: 'passed', failed: 'failed', not_run: 'was not run' }[kind];
  const before = kind === 'passed' && report.failedBefore !== undefined ? report.failedBefore : null;
  const atBase = kind === 'failed' ? report.atBase : undefined;
  const rest =
    atBase === undefined
      ? before === null
        ? ''
        : `; failed before, ${BEFORE[before]}`
      : `; ${AT_BASE[atBase]} ${WITHOUT}`;
  return `\`${command}\` ${verb}: ${detail}${rest}.`;
}

const WITHOUT = 'without this change';
const AT_BASE = { passed: 'passes', failed: 'also fails' } as const;
const BEFORE = { untouched: 'without any change', changed: 'with earlier changes' } as const;
