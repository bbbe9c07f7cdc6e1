import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { WorkflowState } from '../../ports.ts';
import { longTime } from '../words/sentences.ts';

const WHY_DISABLED: Partial<Record<WorkflowState, string>> = {
  disabled_manually: 'Somebody has disabled it, and no stop says why.',
  disabled_inactivity:
    'GitHub disabled it because nothing happened here for 60 days, and it could not be enabled again.',
  disabled_fork: 'GitHub disabled it, as it does in every fork.',
};

/** What the watchdog tells people in its alerts. */
export const WATCHDOG_TEXTS = {
  /** `since`: ISO time. `failed`: the page of the newest job, where it was over before the agent left a sign; null: it is none. */
  silent: (since: string, failed: string | null) =>
    failed === null
      ? `No run has started since ${longTime(since)}. Nothing says that the agent was stopped.`
      : `No run has left a sign of life since ${longTime(since)}. The newest job failed, was cancelled, or waits for an approval: ${failed}`,
  stuckLock: (lock: { readonly goal: string; readonly run: string; readonly expiresAt: string }) =>
    `The lock of run ${lock.run} on ${lock.goal} ended ${longTime(lock.expiresAt)}, and no run has taken it over.`,
  /** For the commit message. */
  recordSeen: 'record what the watchdog has seen',
} as const;

/** Why the wake's workflow does not start, as an alert tells it; null: that needs no alert. */
export function disabledText(state: WorkflowState): string | null {
  const why = WHY_DISABLED[state];
  return why === undefined ? null : `The workflow ${WAKE_WORKFLOW} is disabled. ${why}`;
}
