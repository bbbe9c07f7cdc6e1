import type { AlertRecord, Alerts } from './state.ts';

/** The name of the lease, and of the alerts, for what is about no goal in particular. */
export const AGENT = '_agent';

/** Whether a dead holder of this lease may have left issues open that nobody has looked for. */
export function isUnswept({ unswept }: Alerts, lease: string): boolean {
  return unswept?.includes(lease) === true;
}

/** A dead wake held this lease. */
export function withUnswept(alerts: Alerts, lease: string): Alerts {
  return isUnswept(alerts, lease) ? alerts : { ...alerts, unswept: [...(alerts.unswept ?? []), lease] };
}

/** What it may have left behind was looked for. */
export function withSwept(alerts: Alerts, lease: string): Alerts {
  const { unswept = [], ...rest } = alerts;
  const left = unswept.filter((each) => each !== lease);
  return left.length === 0 ? rest : { ...rest, unswept: left };
}

/** Whether an alert may have an issue of its own: one of the issues that may be open is kept for the rest together. */
export function hasRoom(alerts: Alerts, mostOpen: number): boolean {
  const open = Object.values(alerts.alerts).filter(
    (record) => record.issue !== null && !record.known && record.cause !== 'folded',
  );
  return open.length < mostOpen - 1;
}

/** Whether something about a recorded alert is still to be carried out on GitHub. */
function isUndone(record: AlertRecord, room: boolean): boolean {
  if (!record.wanted) return true;
  if (record.known) return false;
  if (record.folded === true) return room;
  return record.issue === null || record.shown === null;
}

/** An alert that is recorded and not yet carried out makes its goal due, also when nothing else does; so does what is not swept. */
export function hasUndoneAlert(alerts: Alerts, goal: string, mostOpen: number): boolean {
  if (isUnswept(alerts, goal)) return true;
  const room = hasRoom(alerts, mostOpen);
  return Object.values(alerts.alerts).some(
    (record) => record.goal === goal && record.cause !== 'bad_goal' && isUndone(record, room),
  );
}

/** The issue that shows an alert: its own, or the one that several alerts share; null: there is none yet. */
export function issueOf({ alerts }: Alerts, record: AlertRecord): number | null {
  if (record.folded !== true) return record.issue;
  return Object.values(alerts).find(({ cause }) => cause === 'folded')?.issue ?? null;
}
