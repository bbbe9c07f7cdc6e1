import type { AGENT } from '../core/alert-state.ts';
import type { LogEvent } from '../core/log/log-event.ts';
import type { AlertRecord, Alerts } from '../core/state.ts';
import { compareText } from '../core/text/compare-text.ts';
import { digest } from '../core/text/digest.ts';
import type { AgentContext } from '../ledger/agent-context.ts';
import { STATE_COMMITS } from '../report/on-github/state-commits.ts';
import { agentAllowed, releaseAgentLease, takeAgentLease } from './agent-lease.ts';
import { areInLine, isRecorded } from './recorded-alerts.ts';
import { type AlertScope, bringInLine } from './sync-alerts.ts';
import type { WantedAlert } from './wanted-alert.ts';

/** Alerts about no goal in particular. Those who look after different ones leave each other's alone. */
export interface AgentAlerts extends Pick<AlertScope, 'wanted' | 'owns'> {
  /** Of which cause an issue may be that a dead holder opened and nobody wrote down. */
  readonly causes: readonly string[];
  /** What the log says of a cause when it is seen first. */
  readonly line: (alert: WantedAlert) => LogEvent;
  /** Whether such an issue may be there, although the record is in line. */
  readonly hasStrays?: boolean;
  /** Set where nobody else's look is needed for what the dead holder may have left. */
  readonly settles?: typeof AGENT;
}

/**
 * Brings them in line under a lease of their own, and the one issue that tells the rest where as many are open as may be.
 * Costs nothing when they are.
 */
export async function agentAlertsInLine(context: AgentContext, alerts: AgentAlerts): Promise<void> {
  const recorded = context.ledger.state.alerts;
  const folded = { wanted: foldedAlert(recorded), owns: isFolded };
  const isInLine = areInLine(context, recorded, alerts) && areInLine(context, recorded, folded);
  if (isInLine && alerts.hasStrays !== true) return;
  const news = alerts.wanted.filter((alert) => !isRecorded(recorded, alert));
  const take = { what: STATE_COMMITS.lockAlerts(), events: news.map(alerts.line) };
  const lease = await takeAgentLease(context, take);
  if (lease === null) return;
  const allowed = () => agentAllowed(context, lease);
  const mayBeLeft = (name: string) => alerts.causes.includes(name.slice(name.lastIndexOf('/') + 1));
  const sweeps = { mayBeLeft, settles: alerts.settles ?? null };
  const isSwept = lease.isTakenOver || alerts.hasStrays === true;
  const before = context.ledger.state.alerts;
  const change = await bringInLine(context, before, { ...alerts, allowed, ...(isSwept ? { sweeps } : {}) });
  const after = change(before);
  const rest = await bringInLine(context, after, { wanted: foldedAlert(after), owns: isFolded, allowed });
  await releaseAgentLease(context, lease, {
    what: STATE_COMMITS.unlockAlerts(),
    change: (now) => ({ ...now, alerts: rest(change(now.alerts)) }),
  });
}

function isFolded(alert: AlertRecord): boolean {
  return alert.cause === 'folded';
}

/** One issue for all alerts that have none of their own. */
function foldedAlert({ alerts }: Alerts): readonly WantedAlert[] {
  const folded = Object.entries(alerts)
    .filter(([, record]) => record.folded === true && record.wanted)
    .sort(([a], [b]) => compareText(a, b));
  if (folded.length === 0) return [];
  const lines = folded.map(([, { title, detail }]) => `${title}. ${detail?.split('\n')[0] ?? ''}`.trim());
  const about = digest(
    folded.map(([name]) => name),
    16,
  );
  return [{ goal: null, cause: 'folded', detail: lines.join('\n'), about }];
}
