import type { AlertFigures, FailuresInRow } from '../checkpoint-state.ts';
import type { Cost } from '../money/cost.ts';
import type { Checkpoint } from '../state.ts';
import { utcDay } from '../time.ts';

/** One run of a goal that is over. */
interface EndedRun {
  readonly spent: Pick<Cost, 'tokens' | 'usdMicros'>;
  /** ISO time. */
  readonly at: string;
  /** Whether it has failed. */
  readonly isFailure: boolean;
}

/** `checkpoint`: with the failures in a row after this run. None: nothing is remembered of earlier ones. */
export function withFailure(checkpoint: Checkpoint, { spent, at, isFailure }: EndedRun): Checkpoint {
  const { failing, ...rest } = checkpoint;
  if (checkpoint.consecutive_failures === 0) return rest;
  if (!isFailure) return checkpoint;
  const before = failing ?? { since: at, tokens: 0, usd_micros: 0 };
  const after: FailuresInRow = {
    since: before.since,
    until: at,
    tokens: before.tokens + spent.tokens,
    usd_micros: before.usd_micros + spent.usdMicros,
  };
  return { ...rest, failing: after };
}

/** How often the goal has failed in a row, since when, and what that has cost; null: it is not known. */
export function failureFigures({ failing, consecutive_failures: times }: Checkpoint): AlertFigures | null {
  if (failing === undefined || times === 0) return null;
  const { since, until: at, tokens, usd_micros } = failing;
  return { since, at, times, tokens, usd_micros };
}

/** The attempts at the tasks that are stuck, and what they have cost; null: none is. */
export function stuckFigures({ items }: Checkpoint): AlertFigures | null {
  const stuck = Object.values(items).filter(({ status }) => status === 'stuck');
  const times = stuck.map(({ updated_at }) => updated_at).toSorted();
  const [since, at] = [times[0], times.at(-1)];
  if (since === undefined || at === undefined) return null;
  const sum = (one: (item: (typeof stuck)[number]) => number) =>
    stuck.reduce((all, item) => all + one(item), 0);
  return {
    ...{ since, at, times: sum(({ attempts }) => attempts) },
    ...{ tokens: sum(({ spent }) => spent.tokens), usd_micros: sum(({ spent }) => spent.usd_micros) },
  };
}

/**
 * The figures that an issue is to show. They follow each run, and an issue does not: it is written anew where they have doubled, or
 * on another day. `shown`: what it shows now; missing: nothing.
 */
export function figuresToShow(
  shown: AlertFigures | undefined,
  now: AlertFigures | undefined,
): AlertFigures | undefined {
  if (shown === undefined || now === undefined || shown.since !== now.since) return now;
  const isOtherDay = utcDay(Date.parse(shown.at)) !== utcDay(Date.parse(now.at));
  return isOtherDay || now.times >= 2 * shown.times ? now : shown;
}
