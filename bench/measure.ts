/** What a row of the table says. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly floor: string;
  readonly floorMs: number | null;
  readonly subjectMs: number;
  /** Subject by floor, or null where the target is not a ratio. */
  readonly ratio: number | null;
  readonly target: string;
  readonly isMet: boolean;
  readonly note: string;
}

/** How much is measured. */
export interface Effort {
  /** Pairs of floor and subject in one row. */
  readonly rounds: number;
  /** For the rows whose size is in their name: the quick mode takes less and says so. */
  readonly scale: number;
}

/** One thing to measure: what is made ready does not count. */
export interface Contestant {
  readonly prepare?: () => Promise<void>;
  readonly run: () => Promise<void>;
}

/** Medians of floor and subject, taken in turns, so that what disturbs the machine disturbs both. */
export async function alternate(
  effort: Effort,
  floor: Contestant,
  subject: Contestant,
): Promise<{ readonly floorMs: number; readonly subjectMs: number }> {
  const times = { floor: [] as number[], subject: [] as number[] };
  // The first of each warms the machine's caches up.
  await timed(floor);
  await timed(subject);
  for (let round = 0; round < effort.rounds; round++) {
    times.floor.push(await timed(floor));
    times.subject.push(await timed(subject));
  }
  return { floorMs: median(times.floor), subjectMs: median(times.subject) };
}

async function timed({ prepare, run }: Contestant): Promise<number> {
  await prepare?.();
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Rounded as it is shown, so that the table never says "1.30, missed" of a target of 1.3. */
export function ratioOf(measured: { readonly floorMs: number; readonly subjectMs: number }): number {
  return Math.round((measured.subjectMs / measured.floorMs) * 100) / 100;
}
