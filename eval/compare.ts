import { type Share, shareOf, signTest } from './interval.ts';
import { answeredOf, type CaseReport, type EvaluationReport, hasPassed } from './report.ts';

/** Two evaluations on the cases that both have. */
export interface Comparison {
  /** Of the earlier one. */
  readonly model: string;
  readonly at: string;
  readonly before: Share;
  readonly after: Share;
  /** Cases of which a larger share of runs passes. */
  readonly better: readonly string[];
  readonly worse: readonly string[];
  /** How likely a result at least as one-sided is where nothing has changed. */
  readonly chance: number;
}

export function compare(earlier: EvaluationReport, now: EvaluationReport): Comparison {
  const pairs = now.cases.flatMap((each) => {
    const other = earlier.cases.find(({ id }) => id === each.id);
    return other === undefined || answeredOf(other).length * answeredOf(each).length === 0
      ? []
      : [{ id: each.id, before: other, after: each }];
  });
  const better = pairs.filter(({ before, after }) => rate(after) > rate(before)).map(({ id }) => id);
  const worse = pairs.filter(({ before, after }) => rate(after) < rate(before)).map(({ id }) => id);
  const { model, at } = earlier;
  return {
    model,
    at,
    before: passed(pairs.map(({ before }) => before)),
    after: passed(pairs.map(({ after }) => after)),
    better,
    worse,
    chance: signTest(better.length, worse.length),
  };
}

function rate(each: CaseReport): number {
  const runs = answeredOf(each);
  return runs.filter(hasPassed).length / runs.length;
}

function passed(cases: readonly CaseReport[]): Share {
  const runs = cases.flatMap(answeredOf);
  return shareOf(runs.filter(hasPassed).length, runs.length, cases.length);
}

/** Whether a file holds what `--json` of an evaluation writes. */
export function isReport(value: unknown): value is EvaluationReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'cases' in value &&
    Array.isArray(value.cases) &&
    value.cases.every((each: unknown) => typeof each === 'object' && each !== null && 'runs' in each)
  );
}
