import { systemClock } from '../../adapters/runner.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { Runs } from '../../rehearsal/github/records/runs.ts';
import { REHEARSAL_TEXTS } from '../../report/terminal/command-texts.ts';

/**
 * How far the clock of a rehearsal is ahead of the world's, ms. Its time never goes back by itself: after a night it goes
 * on from there, until the world's own clock has come so far.
 */
export async function rehearsalOffset(runs: Runs): Promise<number> {
  return Math.max(0, (await newestTime(runs)) - worldTime());
}

/** The newest moment that was played, ms; 0: nothing was. */
async function newestTime(runs: Runs): Promise<number> {
  const times = (await runs.list()).flatMap((run) => [run.created_at, run.finished_at ?? '']);
  return times.reduce((latest, time) => Math.max(latest, Date.parse(time) || 0), 0);
}

function worldTime(): number {
  return systemClock({ offsetMs: 0 }).now();
}

export interface PlayedClock {
  /** How far it is ahead of the world's, ms. */
  readonly offsetMs: number;
  /** What nobody has asked for, or what an earlier time means; empty: nothing to say. */
  readonly words: string;
}

/** The clock of the next wake. `at`: when a person wants to play, ms; null: from where the rehearsal stands. */
export async function playedClock(runs: Runs, at: number | null): Promise<PlayedClock> {
  const newest = await newestTime(runs);
  const now = worldTime();
  if (at !== null) {
    const words = REHEARSAL_TEXTS.clockBehind(newest);
    return { offsetMs: at - now, words: newest - at >= MINUTE_MS ? words : '' };
  }
  const words = REHEARSAL_TEXTS.clockGoesOn(newest);
  return { offsetMs: Math.max(0, newest - now), words: newest - now < MINUTE_MS ? '' : words };
}
