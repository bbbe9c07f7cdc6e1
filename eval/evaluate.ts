import { join } from 'node:path';
import { SYSTEM_PROMPT } from '../src/agent/prompt.ts';
import { EVERY_TOOL } from '../src/agent/tools/tools.ts';
import { digest } from '../src/core/text/digest.ts';
import type { EvaluationCase } from './case.ts';
import { gradeOf } from './grade.ts';
import { keepFailure } from './keep-failure.ts';
import { type EvaluationMeans, playCase } from './play-case.ts';
import {
  caseReport,
  type EvaluationReport,
  evaluationReport,
  type ReportFacts,
  type RunReport,
  runReport,
} from './report.ts';

export interface EvaluationOrder {
  readonly cases: readonly EvaluationCase[];
  readonly runs: number;
  readonly facts: Omit<ReportFacts, 'prompt' | 'runs'>;
  /** Where failed runs are kept; null: nowhere. */
  readonly failures: string | null;
  /** How many runs may go on side by side. */
  readonly atOnce: number;
  readonly tell: (line: string) => void;
}

/** Every case so often, each run in a world of its own. */
export async function evaluate(
  order: EvaluationOrder,
  means: () => EvaluationMeans,
): Promise<EvaluationReport> {
  const { cases, runs, facts } = order;
  const jobs = cases.flatMap((planted) => Array.from({ length: runs }, (_, at) => ({ planted, at })));
  const reports = new Map<EvaluationCase, RunReport[]>(cases.map((planted) => [planted, []]));
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const report = await runOnce(order, job, means());
      const of = reports.get(job.planted) ?? [];
      of[job.at] = report;
      order.tell(
        `${job.planted.id}, run ${job.at + 1}: ${report.failedAt ?? 'passed'} ${report.problem}`.trimEnd(),
      );
    }
  };
  await Promise.all(Array.from({ length: order.atOnce }, work));
  const results = [...reports].map(([planted, of]) => caseReport(planted, of));
  return evaluationReport({ ...facts, runs, prompt: promptDigest() }, results);
}

async function runOnce(
  { failures }: EvaluationOrder,
  { planted, at }: { readonly planted: EvaluationCase; readonly at: number },
  means: EvaluationMeans,
): Promise<RunReport> {
  const outcome = await playCase(planted, means);
  const grading = gradeOf(outcome, planted);
  if (grading.failedAt === null || failures === null) return runReport(outcome, grading, null);
  const folder = join(failures, `${planted.id}-${at + 1}`);
  keepFailure(folder, { outcome, grading, secrets: means.secrets });
  return runReport(outcome, grading, folder);
}

/** Changes with the prompt and with every tool. */
function promptDigest(): string {
  return digest([SYSTEM_PROMPT, ...EVERY_TOOL.map(({ schema }) => JSON.stringify(schema))], 12);
}
