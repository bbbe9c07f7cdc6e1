import { maskedRecord } from '../../core/access/masked-record.ts';
import { reshaped } from '../../core/text/masked.ts';
import type { Annotation } from '../../report/job/annotations.ts';
import { harmlessLine } from '../../report/job/job-log.ts';
import type { ActionCall } from './call.ts';

export type Saying = Pick<ActionCall, 'job' | 'mask'>;

/** The only way to the log of the job: one line, masked, and no order to the runner. */
export function say({ job, mask }: Saying, text: string): void {
  job.print(reshaped(mask.mask(text), harmlessLine));
}

interface JobEnd {
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown. */
  readonly summary: string;
  readonly notes: readonly Annotation[];
}

/** The only way to outputs, notes and summary of the job. */
export function report({ job, mask }: Saying, { outputs, summary, notes }: JobEnd): Promise<void> {
  return job.report({ ...maskedRecord({ outputs, notes }, mask), summary: mask.mask(summary) });
}
