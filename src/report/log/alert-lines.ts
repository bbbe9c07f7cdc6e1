import type { LogEvent } from '../../core/log/log-event.ts';
import { fullStop, sentence } from '../words/sentences.ts';
import type { Wordings } from './wording.ts';

type AlertEventName =
  | 'alert_opened'
  | 'alert_untold'
  | 'alert_updated'
  | 'alert_closed'
  | 'dashboard_opened'
  | 'dashboard_closed'
  | 'silence_seen'
  | 'lease_stuck'
  | 'security_release_seen'
  | 'work_not_begun'
  | 'workflow_disabled'
  | 'workflow_enabled'
  | 'stop_set'
  | 'stop_removed';

/** Alerts, what the watchdog sees, and the stop of the whole agent. */
export const ALERT_LINES: Wordings<AlertEventName> = {
  alert_untold: {
    message: ({ title }) =>
      `This repository has no issues, so an alert is told here alone: ${fullStop(title)}`,
  },
  alert_opened: {
    message: ({ issue, title }) => fullStop(`Opened alert #${issue}: ${title}`),
    data: ({ issue }) => ({ issue }),
  },
  alert_updated: {
    message: ({ issue, title }) => fullStop(`Updated alert #${issue}: ${title}`),
    data: ({ issue }) => ({ issue }),
  },
  alert_closed: {
    message: ({ issue }) => `Closed alert #${issue}, because its cause is gone.`,
    data: ({ issue }) => ({ issue }),
  },
  dashboard_opened: {
    message: ({ issue }) => `Opened the dashboard, issue #${issue}.`,
    data: ({ issue }) => ({ issue }),
  },
  dashboard_closed: {
    message: ({ issue, why }) => `Closed the dashboard, issue #${issue}, because ${DASHBOARD_CLOSED[why]}.`,
    data: ({ issue }) => ({ issue }),
  },
  silence_seen: { message: ({ detail }) => sentence(detail) },
  lease_stuck: { message: ({ detail }) => sentence(detail) },
  security_release_seen: { message: ({ detail }) => sentence(detail) },
  work_not_begun: { message: ({ detail }) => sentence(detail) },
  workflow_disabled: { message: ({ detail }) => sentence(detail) },
  workflow_enabled: {
    message: ({ file }) =>
      `GitHub had disabled the workflow ${file} because nothing had happened here for 60 days. It is enabled again.`,
  },
  stop_set: {
    message: ({ where, reason, by }) =>
      fullStop(by === undefined ? `${where} is set: ${reason}` : `${by} stopped the agent: ${reason}`),
  },
  stop_removed: { message: stopRemovedWords },
};

const DASHBOARD_CLOSED = {
  switched_off: 'the settings switch it off',
  second: 'there is another one',
} as const;

function stopRemovedWords({ what }: LogEvent<'stop_removed'>): string {
  if (what.kind === 'half_over') return `${what.where} is gone, but state/STOP is still set.`;
  const start = what.by === undefined ? 'The agent is no longer stopped' : `${what.by} removed the stop`;
  return fullStop(`${start}. The reason was: ${what.reason}`);
}
