import { systemClock } from '../../adapters/runner.ts';
import type { Report } from '../../core/report/report.ts';
import { type LogFacts, reportOf } from '../../core/report/report-of.ts';
import { DAY_MS, utcDay } from '../../core/time.ts';
import { readPastDays } from '../../ledger/past-days.ts';
import { readLog } from '../../ledger/read-log.ts';
import { readSnapshot, type Snapshot } from '../../ledger/snapshot.ts';
import type { StateRemote } from './state-remote.ts';
import { openReadingWorld } from './world.ts';

/** What a state branch tells, as it is now. */
export interface StateReport {
  readonly report: Report;
  readonly snapshot: Snapshot;
  readonly log: LogFacts;
  /** Milliseconds since 1970 UTC; ahead of the clock where a rehearsal was. */
  readonly now: number;
}

export interface WantedLog {
  /** The days of the log that are read, from the time now; null: all that are kept. */
  readonly days: ((now: number) => readonly string[]) | null;
  /** ISO time since when it is told what happened. Missing: a day. */
  readonly since?: string | undefined;
}

export async function readStateReport(
  remote: StateRemote,
  wanted: WantedLog,
  signal: AbortSignal,
): Promise<StateReport> {
  const { settings } = remote;
  const { world, close } = await openReadingWorld(remote.address, settings.stateBranch);
  try {
    const snapshot = await readSnapshot(world, { signal });
    const now = systemClock({ offsetMs: remote.offsetMs }).now();
    const days = wanted.days?.(now) ?? null;
    const log = await readLog(world.state, { tip: snapshot.tips.state, days }, signal);
    const { budget, openDrafts, alerts } = settings;
    const report = reportOf({
      repository: snapshot.state?.lock.repository ?? remote.repository,
      state: snapshot.state,
      goals: snapshot.goals.map(({ id, title }) => ({ id, title })),
      ...log,
      pastDays: days === null ? await readPastDays(world.state, snapshot.tips.state, signal) : [],
      logFrom: days?.[0] ?? utcDay(now - settings.logDays * DAY_MS),
      now,
      // Nothing but a person starts a rehearsal, so its silence says nothing.
      limits: {
        budget,
        openDrafts,
        silentHours: remote.kind === 'rehearsal' ? Number.POSITIVE_INFINITY : alerts.silentHours,
      },
      ...(wanted.since === undefined ? {} : { since: wanted.since }),
    });
    return { report, snapshot, log, now };
  } finally {
    await close();
  }
}
