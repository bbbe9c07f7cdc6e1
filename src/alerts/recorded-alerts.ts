import { hasRoom } from '../core/alert-state.ts';
import type { Alerts } from '../core/state.ts';
import type { AlertContext } from '../ledger/agent-context.ts';
import type { AlertScope } from './sync-alerts.ts';
import { aboutOf, alertToShow, fingerprint, shownAs, textOf, type WantedAlert } from './wanted-alert.ts';

/** Whether this very cause is written down already. */
export function isRecorded(alerts: Alerts, alert: WantedAlert): boolean {
  return alerts.alerts[fingerprint(alert)]?.about === aboutOf(alert);
}

/** Whether the recorded alerts already say what is wanted, so that GitHub need not be asked. */
export function areInLine(
  context: AlertContext,
  alerts: Alerts,
  scope: Pick<AlertScope, 'wanted' | 'owns'>,
): boolean {
  const wanted = new Map(scope.wanted.map((alert) => [fingerprint(alert), alert]));
  const room = hasRoom(alerts, context.settings.alerts.open);
  const isShown = [...wanted].every(([name, alert]) => {
    const record = alerts.alerts[name];
    if (record === undefined || record.about !== aboutOf(alert)) return false;
    if (record.known) return true;
    const isSaid = record.shown === shownAs(textOf(context, alertToShow(alert, record), record.raised_at));
    return record.wanted && isSaid && (record.folded === true ? !room : record.issue !== null);
  });
  const isGone = Object.entries(alerts.alerts).some(
    ([name, record]) => scope.owns(record) && !wanted.has(name),
  );
  return isShown && !isGone;
}
