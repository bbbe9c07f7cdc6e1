import { DIFFICULTIES } from './case.ts';
import type { Comparison } from './compare.ts';
import { GRADES } from './grade.ts';
import { type Share, shareOf } from './interval.ts';
import { answeredOf, type CaseReport, type EvaluationReport, hasPassed } from './report.ts';

/** A report as Markdown. */
export function table(report: EvaluationReport, comparison: Comparison | null): string {
  const { at, model, prompt, runs, cases, passAt1, passAll, failedAt, unanswered, tokens, calls } = report;
  return [
    `# ${model}, ${at.slice(0, 10)}`,
    '',
    `${cases.length} cases, ${runs} ${runs === 1 ? 'run' : 'runs'} of each; ${calls} calls, ${tokens} tokens. Prompt and tools: \`${prompt}\`.`,
    `Intervals are Wilson's, 95 %, over cases: runs of one case count as one.`,
    ...(unanswered > 0 ? [`In ${unanswered} runs the server gave no answer; they are left out.`] : []),
    '',
    '| | share | 95 % |',
    '|---|--:|---|',
    `| pass@1 | ${percent(passAt1)} | ${bounds(passAt1)} |`,
    `| pass^${runs} | ${percent(passAll)} | ${bounds(passAll)} |`,
    ...DIFFICULTIES.map((difficulty) => {
      const share = passAt1Of(cases.filter((each) => each.difficulty === difficulty));
      return `| pass@1, ${difficulty} | ${percent(share)} | ${bounds(share)} |`;
    }),
    '',
    `Failed at: ${GRADES.map((name) => `${name} ${failedAt[name]}`).join(', ')}.`,
    '',
    '| case | kind | passed | failed at | tokens | calls |',
    '|---|---|--:|---|--:|--:|',
    ...cases.map(caseRow),
    ...failures(cases),
    ...(comparison === null ? [] : compared(comparison)),
    '',
  ].join('\n');
}

function passAt1Of(cases: readonly CaseReport[]): Share {
  const runs = cases.flatMap(answeredOf);
  return shareOf(runs.filter(hasPassed).length, runs.length, cases.length);
}

function caseRow(each: CaseReport): string {
  const runs = answeredOf(each);
  const failed = [...new Set(runs.flatMap(({ failedAt }) => failedAt ?? []))];
  const mean = (values: readonly number[]): string =>
    values.length === 0 ? '–' : (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(0);
  return `| ${each.id} | ${each.difficulty} | ${runs.filter(hasPassed).length}/${runs.length} | ${failed.join(', ')} | ${mean(runs.map(({ tokens }) => tokens))} | ${mean(runs.map(({ calls }) => calls))} |`;
}

function failures(cases: readonly CaseReport[]): readonly string[] {
  const lines = cases.flatMap(({ id, runs }) =>
    runs.flatMap(({ failedAt, problem, kept }, at) =>
      failedAt === null
        ? []
        : [
            `- ${id}, run ${at + 1}, ${failedAt}: ${oneLine(problem)}${kept === null ? '' : ` (\`${kept}\`)`}`,
          ],
    ),
  );
  return lines.length === 0 ? [] : ['', '## What failed', '', ...lines];
}

function compared({ model, at, better, worse, chance, before, after }: Comparison): readonly string[] {
  return [
    '',
    `## Against ${model}, ${at.slice(0, 10)}`,
    '',
    `pass@1 on the cases of both: ${percent(before)} then (${bounds(before)}), ${percent(after)} now (${bounds(after)}).`,
    `Better: ${better.join(', ') || 'none'}. Worse: ${worse.join(', ') || 'none'}.`,
    `By chance alone at least as one-sided: ${(chance * 100).toFixed(0)} % (exact sign test over cases).`,
  ];
}

function percent({ share, hits, of }: Share): string {
  return `${(share * 100).toFixed(0)} % (${hits}/${of})`;
}

function bounds({ low, high }: Share): string {
  return `${(low * 100).toFixed(0)} to ${(high * 100).toFixed(0)} %`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 240);
}
