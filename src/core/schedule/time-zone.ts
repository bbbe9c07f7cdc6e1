import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';

/** Local days on which a zone's clocks do not change. Days are counted since 1970-01-01; `endDay` is not part of it. */
export interface SteadyStretch {
  readonly firstDay: number;
  readonly endDay: number;
  /** Local time minus UTC, ms. */
  readonly offsetMs: number;
}

export function zoneIsUtc(timezone: string): boolean {
  return timezone === 'UTC' || timezone === 'Etc/UTC';
}

/** The steady stretches that lie wholly between two times (ms since 1970 UTC), oldest first, with a day's distance after each change. */
export function steadyStretches(timezone: string, fromMs: number, untilMs: number): readonly SteadyStretch[] {
  if (zoneIsUtc(timezone)) return wholeDays({ startMs: fromMs, endMs: untilMs, offsetMs: 0 }, 0);
  const offsetAt = zoneOffset(timezone);
  const stretches: SteadyStretch[] = [];
  let startMs = fromMs;
  let lastMs = fromMs;
  let offsetMs = offsetAt(fromMs);
  const close = () => {
    stretches.push(...wholeDays({ startMs, endMs: lastMs, offsetMs }, startMs === fromMs ? 0 : 1));
  };
  for (
    let probeMs = Math.min(fromMs + DAY_MS, untilMs);
    lastMs < untilMs;
    probeMs = Math.min(probeMs + DAY_MS, untilMs)
  ) {
    const offset = offsetAt(probeMs);
    if (offset !== offsetMs) {
      close();
      startMs = probeMs;
      offsetMs = offset;
    }
    lastMs = probeMs;
  }
  close();
  return stretches;
}

interface SteadyTime {
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMs: number;
}

function wholeDays(time: SteadyTime, daysLeftOut: number): readonly SteadyStretch[] {
  const firstDay = Math.ceil((time.startMs + time.offsetMs) / DAY_MS) + daysLeftOut;
  const endDay = Math.floor((time.endMs + time.offsetMs) / DAY_MS);
  return endDay > firstDay ? [{ firstDay, endDay, offsetMs: time.offsetMs }] : [];
}

/** Local time minus UTC at a moment, both in ms. */
function zoneOffset(timezone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  return (ms) => {
    const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(ms));
    if (match === null) return 0;
    const size = Number(match[2]) * HOUR_MS + Number(match[3]) * MINUTE_MS + Number(match[4] ?? 0) * 1_000;
    return match[1] === '-' ? -size : size;
  };
}
