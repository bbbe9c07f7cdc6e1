export interface StepTimes {
  /** ISO times of whole seconds; null: not told. */
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

const TIME = /^\uFEFF?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z) ?/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a log has the colours of a terminal in it.
const COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;

/**
 * The part of a job's log that one of its steps has written, without the time before each line and without colours. GitHub's log does
 * not say which step a line is of, so the times of the lines are held against those of the step. The whole log where none fits.
 */
export function stepLog(log: string, step: StepTimes | null): string {
  const lines = log.split('\n');
  const from = Date.parse(step?.startedAt ?? '');
  const to = Date.parse(step?.completedAt ?? '') + SECOND_MS;
  const own: string[] = [];
  let isIn = false;
  for (const line of lines) {
    const time = Date.parse(TIME.exec(line)?.[1] ?? '');
    // A line without a time goes on where the one before it stands.
    if (!Number.isNaN(time)) isIn = time >= from && time < to;
    if (isIn) own.push(line);
  }
  return (own.length === 0 ? lines : own)
    .map((line) => line.replace(TIME, '').replace(COLOURS, '').trimEnd())
    .join('\n')
    .trim();
}

/** The times of a step are those of the second in which it began and ended. */
const SECOND_MS = 1_000;
