import type { Ending } from '../src/core/ending.ts';
import type { Difficulty, EvaluationCase } from './case.ts';
import { GRADES, type GradeName, type Grading } from './grade.ts';
import { type Share, shareOf } from './interval.ts';
import type { Outcome } from './outcome.ts';

/** What an evaluation came to, as it stands in its JSON file. */
export interface EvaluationReport {
  readonly version: 1;
  /** ISO time. */
  readonly at: string;
  readonly model: string;
  /** Of the prompt and the tools that the model was given. */
  readonly prompt: string;
  /** Of each case. */
  readonly runs: number;
  /** Runs that passed every grade. Runs of one case count as one for the interval. */
  readonly passAt1: Share;
  /** Cases of which every run passed. */
  readonly passAll: Share;
  /** How many runs failed at each grade. */
  readonly failedAt: Readonly<Record<GradeName, number>>;
  /** Runs in which the model server gave no answer. They are left out of all shares. */
  readonly unanswered: number;
  readonly tokens: number;
  readonly calls: number;
  readonly cases: readonly CaseReport[];
}

export interface CaseReport {
  readonly id: string;
  readonly difficulty: Difficulty;
  readonly about: string;
  readonly runs: readonly RunReport[];
}

export interface RunReport extends Grading {
  readonly ending: Ending;
  readonly isAnswered: boolean;
  readonly tokens: number;
  readonly calls: number;
  readonly seconds: number;
  /** The folder with its transcript and diff; null: it passed. */
  readonly kept: string | null;
}

/** The server's failing, not the model's. */
const UNANSWERED: readonly Ending[] = ['model_unavailable', 'missing_key', 'bad_settings'];

export function runReport(outcome: Outcome, grading: Grading, kept: string | null): RunReport {
  const { ending, tokens, calls, seconds } = outcome;
  return { ...grading, ending, isAnswered: !UNANSWERED.includes(ending), tokens, calls, seconds, kept };
}

export function caseReport(planted: EvaluationCase, runs: readonly RunReport[]): CaseReport {
  const { id, difficulty, about } = planted;
  return { id, difficulty, about, runs };
}

export type ReportFacts = Pick<EvaluationReport, 'at' | 'model' | 'prompt' | 'runs'>;

export function evaluationReport(facts: ReportFacts, cases: readonly CaseReport[]): EvaluationReport {
  const runs = cases.flatMap((each) => each.runs);
  const answered = runs.filter(({ isAnswered }) => isAnswered);
  const judged = cases.filter((each) => answeredOf(each).length > 0);
  const passed = judged.filter((each) => answeredOf(each).every(hasPassed));
  return {
    version: 1,
    ...facts,
    passAt1: shareOf(answered.filter(hasPassed).length, answered.length, judged.length),
    passAll: shareOf(passed.length, judged.length),
    failedAt: Object.fromEntries(
      GRADES.map((name) => [name, answered.filter(({ failedAt }) => failedAt === name).length]),
    ) as Record<GradeName, number>,
    unanswered: runs.length - answered.length,
    tokens: runs.reduce((sum, { tokens }) => sum + tokens, 0),
    calls: runs.reduce((sum, { calls }) => sum + calls, 0),
    cases,
  };
}

export function answeredOf({ runs }: CaseReport): readonly RunReport[] {
  return runs.filter(({ isAnswered }) => isAnswered);
}

export function hasPassed({ failedAt }: RunReport): boolean {
  return failedAt === null;
}
