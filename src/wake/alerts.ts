import { digest } from '../core/digest.ts';
import type { AlertRecord, Alerts } from '../core/state.ts';
import { isoTime } from '../core/time.ts';
import type { AlertIssue, IssueText } from '../ports.ts';
import { type AlertCause, alertMarker, alertText } from '../report/alert.ts';
import { readMarker } from '../report/markdown.ts';
import type { Happening } from './journal.ts';
import type { Session } from './session.ts';

/** A cause that is there now. */
export interface WantedAlert {
  /** Null: not about one goal. */
  readonly goal: { readonly id: string; readonly title: string } | null;
  readonly cause: AlertCause;
  readonly detail: string;
}

export type AlertsChange = (alerts: Alerts) => Alerts;

/** Which alerts are looked after: those of one goal, or the global ones. */
export interface AlertScope {
  readonly wanted: readonly WantedAlert[];
  /** Whether a recorded alert belongs to this scope. */
  readonly owns: (alert: AlertRecord) => boolean;
  /** Asked before each request: throws when it may not be sent. */
  readonly allowed: () => Promise<void>;
}

function fingerprint(alert: WantedAlert): string {
  return `${alert.goal?.id ?? '_agent'}/${alert.cause}`;
}

/** Whether the recorded alerts already say what is wanted, so that GitHub need not be asked. */
export function areInLine(
  session: Session,
  alerts: Alerts,
  scope: Pick<AlertScope, 'wanted' | 'owns'>,
): boolean {
  const wanted = new Map(scope.wanted.map((alert) => [fingerprint(alert), alert]));
  const isShown = [...wanted].every(([name, alert]) => {
    const record = alerts.alerts[name];
    if (record === undefined) return false;
    return (
      record.known ||
      (record.issue !== null && record.shown === shownAs(textOf(session, alert, record.raised_at)))
    );
  });
  const isGone = Object.entries(alerts.alerts).some(
    ([name, record]) => scope.owns(record) && !wanted.has(name),
  );
  return isShown && !isGone;
}

/**
 * Level-triggered: opens what is wanted and not there, updates what says something else, closes what is gone.
 * Issues are found by label and marker, so that a repeated run opens none twice. Returns the receipts.
 */
export async function bringInLine(
  session: Session,
  alerts: Alerts,
  scope: AlertScope,
): Promise<AlertsChange> {
  await scope.allowed();
  const issues = await session.world.github.listAlertIssues(session.deadline.work);
  const changes: AlertsChange[] = [];
  const wanted = new Map(scope.wanted.map((alert) => [fingerprint(alert), alert]));
  for (const [name, alert] of wanted) {
    changes.push(await show(session, scope, { name, alert, record: alerts.alerts[name], issues }));
  }
  for (const [name, record] of Object.entries(alerts.alerts)) {
    if (scope.owns(record) && !wanted.has(name))
      changes.push(await close(session, scope, { name, record, issues }));
  }
  return (before) => changes.reduce((after, change) => change(after), before);
}

interface Showing {
  readonly name: string;
  readonly alert: WantedAlert;
  readonly record: AlertRecord | undefined;
  readonly issues: readonly AlertIssue[];
}

async function show(session: Session, scope: AlertScope, showing: Showing): Promise<AlertsChange> {
  const { name, alert, record, issues } = showing;
  const raisedAt = record?.raised_at ?? isoTime(session.world.clock.now());
  const text = textOf(session, alert, raisedAt);
  const own = issues.filter((issue) => readMarker(issue.body) === alertMarker(alert));
  const open = own.find((issue) => issue.state === 'open');
  const isUnchanged = record?.shown === shownAs(text);
  // A person has closed it: known, until the cause changes.
  const isKnown = record?.issue != null && open === undefined && isUnchanged;
  const issue = isKnown ? record.issue : await ensureIssue(session, scope, { text, open, isUnchanged });
  const kept: AlertRecord = {
    ...record,
    goal: alert.goal?.id ?? '_agent',
    cause: alert.cause,
    ...text,
    raised_at: raisedAt,
    wanted: true,
    issue,
    shown: shownAs(text),
    known: isKnown,
  };
  return (alerts) => ({ ...alerts, alerts: { ...alerts.alerts, [name]: kept } });
}

interface Ensuring {
  readonly text: IssueText;
  readonly open: AlertIssue | undefined;
  readonly isUnchanged: boolean;
}

async function ensureIssue(
  session: Session,
  scope: AlertScope,
  { text, open, isUnchanged }: Ensuring,
): Promise<number> {
  const { github } = session.world;
  if (open === undefined) {
    await scope.allowed();
    const issue = await github.openAlertIssue(text, session.deadline.work);
    report(session, 'alert_opened', `Alert #${issue.number} is open: ${text.title}.`);
    return issue.number;
  }
  if (!isUnchanged && (open.title !== text.title || open.body !== text.body)) {
    await scope.allowed();
    await github.updateAlertIssue(open.number, text, session.deadline.work);
    report(session, 'alert_updated', `Alert #${open.number} says what is new: ${text.title}.`);
  }
  return open.number;
}

interface Closing {
  readonly name: string;
  readonly record: AlertRecord;
  readonly issues: readonly AlertIssue[];
}

async function close(
  session: Session,
  scope: AlertScope,
  { name, record, issues }: Closing,
): Promise<AlertsChange> {
  const isOpen = issues.some((issue) => issue.number === record.issue && issue.state === 'open');
  if (isOpen && record.issue !== null) {
    await scope.allowed();
    await session.world.github.closeAlertIssue(record.issue, 'The cause is gone.', session.deadline.work);
    report(session, 'alert_closed', `Alert #${record.issue} is closed: its cause is gone.`);
  }
  return (alerts) => {
    const { [name]: _gone, ...rest } = alerts.alerts;
    return { ...alerts, alerts: rest };
  };
}

function textOf(session: Session, alert: WantedAlert, since: string): IssueText {
  const text = alertText({ ...alert, since, branch: session.settings.stateBranch });
  return { title: session.mask.mask(text.title), body: session.mask.mask(text.body) };
}

function shownAs(text: IssueText): string {
  return digest([text.title, text.body], 16);
}

function report(session: Session, event: Happening['event'], message: string): void {
  session.journal.write({ event, message });
}
