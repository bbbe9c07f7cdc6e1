import { type AgentAlerts, agentAlertsInLine } from '../../alerts/alerts-lease.ts';
import type { WantedAlert } from '../../alerts/wanted-alert.ts';
import { AGENT } from '../../core/alert-state.ts';
import { notBegun } from '../../core/due/left-work.ts';
import type { EventName } from '../../core/event.ts';
import type { Goal } from '../../core/goal.ts';
import { overdueLeases, silentSince } from '../../core/health/health.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { readMarker } from '../../core/marker.ts';
import type { AlertRecord, Lease, LeftGoal } from '../../core/state.ts';
import { digest } from '../../core/text/digest.ts';
import type { AgentContext } from '../../ledger/agent-context.ts';
import { isHolderGone } from '../../ledger/holder.ts';
import type { WorkflowRun } from '../../ports.ts';
import type { AlertCause } from '../../report/on-github/alert-causes.ts';
import { disabledText, WATCHDOG_TEXTS } from '../../report/oversight/watchdog-texts.ts';
import { look } from '../observe.ts';
import type { WorkflowsSeen } from './watchdog-look.ts';

const EVENT_OF = {
  silent: 'silence_seen',
  stuck_lease: 'lease_stuck',
  workflow_disabled: 'workflow_disabled',
  security_release: 'security_release_seen',
  work_not_begun: 'work_not_begun',
  unwatched: 'effect_failed',
} as const satisfies Partial<Record<AlertCause, EventName>>;

type WatchdogCause = keyof typeof EVENT_OF;

const CAUSES = Object.keys(EVENT_OF);

/** What a person should know of the agent's health now. */
export async function healthAlerts(
  context: AgentContext & { readonly goals: readonly Goal[] },
  seen: WorkflowsSeen,
): Promise<readonly WantedAlert[]> {
  const { world, settings, ledger, goals } = context;
  const { state } = ledger;
  const now = { now: world.clock.now(), silentHours: settings.alerts.silentHours };
  const unwatched = wanted('unwatched', seen.forbidden.join('\n'));
  const disabled = disabledAlert(context, seen);
  const watched = [
    ...disabled,
    ...(seen.forbidden.length > 0 ? [unwatched] : keptIf(context, seen, 'unwatched')),
  ];
  // No wake can start: that is told already.
  if (disabled.length > 0) return watched;
  const run = seen.run === null ? null : { ...seen.run, hasStarted: hasRun(seen.run) };
  const since = silentSince({ run, status: state.status }, now);
  if (since !== null) return [...watched, silentAlert(since, seen.run)];
  const stuck: (readonly [string, Lease])[] = [];
  for (const each of overdueLeases(state, goals, now)) {
    if (await isHolderGone(context, each[1])) stuck.push(each);
  }
  const left = notBegun(state, goals, now);
  return [
    ...watched,
    ...(stuck.length === 0 ? [] : [stuckAlert(stuck)]),
    ...(left.length === 0 ? [] : [notBegunAlert(left)]),
  ];
}

function wanted(cause: WatchdogCause, detail: string, about?: string): WantedAlert {
  return { goal: null, cause, detail, ...(about === undefined ? {} : { about }) };
}

/** Whether the job surely came as far as the agent. */
function hasRun({ status }: WorkflowRun): boolean {
  return status === 'running' || status === 'finished';
}

function silentAlert(since: string, run: WorkflowRun | null): WantedAlert {
  const failed = run?.status === 'failed' ? run.url : null;
  return wanted('silent', WATCHDOG_TEXTS.silent(since, failed), since);
}

function stuckAlert(leases: readonly (readonly [string, Lease])[]): WantedAlert {
  const lines = leases.map(([goal, { wake, expires_at: expiresAt }]) =>
    WATCHDOG_TEXTS.stuckLock({ goal, run: wake, expiresAt }),
  );
  const about = leases.map(([goal, { epoch }]) => `${goal} ${epoch}`).join('\n');
  return wanted('stuck_lease', lines.join('\n'), digest([about], 16));
}

function notBegunAlert(left: readonly LeftGoal[]): WantedAlert {
  const lines = left.map(({ goal, since }) => WATCHDOG_TEXTS.notBegun(goal, since));
  return wanted('work_not_begun', lines.join('\n'), digest([left.map(({ goal }) => goal).join('\n')], 16));
}

function disabledAlert(context: AgentContext, seen: WorkflowsSeen): readonly WantedAlert[] {
  if (seen.state === null) return keptIf(context, seen, 'workflow_disabled');
  const text = disabledText(seen.state);
  return text === null ? [] : [wanted('workflow_disabled', text, seen.state)];
}

/** What is recorded stays as it is where GitHub could not be asked. */
function keptIf(
  { ledger }: AgentContext,
  { isPartial }: WorkflowsSeen,
  cause: WatchdogCause,
): readonly WantedAlert[] {
  const record = ledger.state.alerts.alerts[`${AGENT}/${cause}`];
  if (!isPartial || record === undefined || !record.wanted) return [];
  return [wanted(cause, record.detail ?? '', record.about)];
}

/** Brings the watchdog's own alerts in line, and leaves those of wakes alone. */
export async function watchdogAlertsInLine(
  context: AgentContext,
  alerts: readonly WantedAlert[],
): Promise<void> {
  const owns = ({ goal, cause }: AlertRecord) => goal === AGENT && CAUSES.includes(cause);
  const strays = await look(() => areThereStrays(context, alerts));
  const hasStrays = strays.kind === 'seen' && strays.value;
  const scope: AgentAlerts = { wanted: alerts, owns, causes: CAUSES, line: lineOf, hasStrays };
  await agentAlertsInLine(context, scope);
}

/** What the log says of a cause when it is seen first. */
function lineOf({ cause, detail: lines }: WantedAlert): LogEvent {
  const detail = lines.replaceAll('\n', ' ');
  return isWatchdogCause(cause) && cause !== 'unwatched'
    ? { event: EVENT_OF[cause], detail }
    : { event: 'effect_failed', failure: { kind: 'unwatched', detail } };
}

function isWatchdogCause(cause: string): cause is WatchdogCause {
  return CAUSES.includes(cause);
}

/** Whether a watchdog that died has left an issue open that no record knows, and whose cause is gone. */
async function areThereStrays(context: AgentContext, alerts: readonly WantedAlert[]): Promise<boolean> {
  const { world, deadline, ledger } = context;
  const issues = await world.github.listAlertIssues([], deadline.work);
  const known = new Set([
    ...Object.keys(ledger.state.alerts.alerts),
    ...alerts.map(({ cause }) => `${AGENT}/${cause}`),
  ]);
  return issues.some(({ state, body }) => {
    const name = readMarker(body)?.replace(/^alert\//, '') ?? '';
    const isOwn = CAUSES.some((cause) => name === `${AGENT}/${cause}`);
    return state === 'open' && isOwn && !known.has(name);
  });
}
