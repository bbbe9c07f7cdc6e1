import { stoppedSince } from '../../core/health/health.ts';
import { recordStops } from '../../core/health/stop-record.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { oneLine, REASON_LENGTH } from '../../core/request.ts';
import type { State } from '../../core/state.ts';
import { STOP_VARIABLE, stopReason } from '../../core/stop.ts';
import { isoTime } from '../../core/time.ts';
import type { AgentContext } from '../../ledger/agent-context.ts';
import { STOP_FILE } from '../../ledger/read-state.ts';
import { WATCHDOG_TEXTS } from '../../report/oversight/watchdog-texts.ts';

/**
 * Writes down, once, that a stop has come or gone, with its reason and since when, so that its slots are counted as
 * skipped and nobody takes it for silence. `stop`: value of the variable; empty: not set. Carries what else is to be logged.
 */
export async function recordSeen(context: AgentContext, stop: string): Promise<void> {
  const { ledger, journal, world, mask, settings, deadline } = context;
  const now = world.clock.now();
  const at = isoTime(now);
  const variable = stop === '' ? null : mask.mask(oneLine(stop, REASON_LENGTH));
  const { silentHours } = settings.alerts;
  const seen = (state: State) =>
    recordStops(state, { variable, at, since: stoppedSince(state.status, { now, silentHours }) });
  if (seen(ledger.state) === ledger.state && journal.waiting.length === 0) return;
  let before: State = ledger.state;
  await ledger.commit(
    {
      apply: (state) => {
        before = state;
        const after = seen(state);
        return { ...after, status: { ...after.status, watched_at: at } };
      },
      describe: () => ({
        goal: null,
        what: WATCHDOG_TEXTS.recordSeen,
        epoch: null,
        step: null,
      }),
      events: (after) => stopLines(before, after),
      isIn: (state) => (state.status.watched_at ?? '') >= at,
    },
    deadline.work,
  );
}

function stopLines({ status: before }: State, { status: after, stop: file }: State): readonly LogEvent[] {
  const was = before.stop?.variable;
  const is = after.stop?.variable;
  const lines: LogEvent[] = [];
  if (is !== undefined && is !== was)
    lines.push({ event: 'stop_set', where: STOP_VARIABLE, reason: stopReason(is) });
  if (before.stop === null && file !== null)
    lines.push({ event: 'stop_set', where: STOP_FILE, reason: stopReason(file) });
  if (before.stop !== null && after.stop === null)
    lines.push({ event: 'stop_removed', what: { kind: 'over', reason: before.stop.reason } });
  else if (was !== undefined && is === undefined)
    lines.push({ event: 'stop_removed', what: { kind: 'half_over', where: STOP_VARIABLE } });
  return lines;
}
