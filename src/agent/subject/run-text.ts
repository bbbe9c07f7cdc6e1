import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { fixed, type Masked, masked } from '../../core/text/masked.ts';
import { onOneLine } from '../../core/text/plain-text.ts';
import type { AttemptReport, FailedJob } from '../../ports.ts';
import { quoted } from '../tools/issue-text.ts';
import type { SubjectText, TextPart } from './text-parts.ts';

export function runText(run: MaskedRecord<AttemptReport>): SubjectText {
  const { title, branch, commit, event, conclusion, attempt, jobs, moreJobs } = run;
  const head = masked`Run ${run.id}, attempt ${attempt}, ended as ${onOneLine(conclusion)}, started by ${onOneLine(event)}`;
  const facts = [
    ...quoted(title),
    ...quoted(masked`on ${onOneLine(branch)} at ${onOneLine(commit)}`),
    ...(jobs.length === 0 ? [fixed('No job of it has failed by itself.')] : []),
    ...(moreJobs === 0 ? [] : [masked`And ${moreJobs} more failed jobs.`]),
  ];
  return {
    heading: fixed('The failed run:'),
    parts: [{ head, lines: facts, kept: 'first' }, ...jobs.flatMap(jobParts)],
  };
}

function jobParts(job: MaskedRecord<FailedJob>, at: number): readonly TextPart[] {
  const { name, conclusion, steps, log } = job;
  const lines = steps.map((step) => stepLine(step));
  const wrote = log === null ? [fixed('It is gone.')] : quoted(log);
  return [
    {
      head: masked`Failed job ${at + 1}, with its steps`,
      lines: [...quoted(masked`${onOneLine(name)}: ${onOneLine(conclusion)}`), ...lines],
      kept: 'first',
    },
    {
      head: masked`Log of the first failed step of job ${at + 1}, its last part`,
      lines: wrote,
      kept: 'last',
    },
  ];
}

function stepLine({ name, conclusion }: MaskedRecord<FailedJob['steps'][number]>): Masked {
  return masked`> - ${onOneLine(name)}: ${conclusion === null ? fixed('not ended') : onOneLine(conclusion)}`;
}
