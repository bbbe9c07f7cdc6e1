import { HOUR_MS, MINUTE_MS } from '../../core/time.ts';
import type { RandomStream } from '../time/random-stream.ts';
import type { FaultProfile } from './profile.ts';

const TICK_MS = 30 * MINUTE_MS;
const WATCH_MS = 6 * HOUR_MS;

export interface ScheduledStart {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly what: 'tick' | 'watchdog';
}

/** When GitHub starts what is due between two times: late, not at all, or twice. */
export function* scheduledStarts(
  { from, to }: { readonly from: number; readonly to: number },
  { ticks }: FaultProfile,
  random: RandomStream,
): Generator<ScheduledStart> {
  let silentUntil = from;
  for (let due = Math.ceil(from / TICK_MS) * TICK_MS; due < to; due += TICK_MS) {
    if (random.isDrawn(ticks.silence)) silentUntil = due + ticks.silenceLength;
    const [isDropped, isDoubled] = [random.isDrawn(ticks.dropped), random.isDrawn(ticks.doubled)];
    const late = (): number => Math.round(random.fraction() * ticks.late);
    if (isDropped || due < silentUntil) continue;
    yield { at: due + late(), what: 'tick' };
    if (isDoubled) yield { at: due + late(), what: 'tick' };
    if (due % WATCH_MS === 0) yield { at: due + late(), what: 'watchdog' };
  }
}
