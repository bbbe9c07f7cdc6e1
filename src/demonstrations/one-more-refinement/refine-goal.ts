export interface RefineLimits {
  readonly minutes: number;
  readonly calls: number;
  readonly usd: number;
  /** Whether it may write the text only, or any file. */
  readonly isNarrow: boolean;
  /** How often the model may repeat itself; null: the watch is off, as far as the engine lets anybody switch it off. */
  readonly repeats: number | null;
}

/** More than a task has calls: the watch never ends it. */
export const WATCH_OFF = 200;

export const USUAL_LIMITS: RefineLimits = { minutes: 4, calls: 20, usd: 2, isNarrow: true, repeats: 3 };

/** The text of `goals/refine.yml`. */
export function refineGoal({ minutes, calls, usd, isNarrow, repeats }: RefineLimits): string {
  return `title: Refine the essay
objective: Improve essay.md until it is finished.
schedule: {every: 1d}
permissions: {write: ["${isNarrow ? 'essay.md' : '**'}"]}
second_reader: false
limits:
  minutes: ${minutes}
  model_calls: ${calls}
  usd_per_day: ${usd}
  tokens: 500000
  tokens_per_day: 900000
  changed_files: 200
  repeats: ${repeats ?? WATCH_OFF}
`;
}
