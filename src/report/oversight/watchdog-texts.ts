import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { WorkflowState } from '../../ports.ts';
import { listWords, longTime } from '../words/sentences.ts';

const WHY_DISABLED: Partial<Record<WorkflowState, string>> = {
  disabled_manually: 'Somebody has disabled it, and no stop says why.',
  disabled_inactivity:
    'GitHub disabled it because nothing happened here for 60 days, and it could not be enabled again.',
  disabled_fork: 'GitHub disabled it, as it does in every fork.',
};

interface SecurityReleaseInput {
  readonly home: string;
  readonly missing: readonly string[];
  readonly own: string;
}

/** What the watchdog tells people in its alerts. */
export const WATCHDOG_TEXTS = {
  /** `since`: ISO time. `failed`: the page of the newest job, where it was over before the agent left a sign; null: it is none. */
  silent: (since: string, failed: string | null) =>
    failed === null
      ? `No run has started since ${longTime(since)}. Nothing says that the agent was stopped.`
      : `No run has left a sign of life since ${longTime(since)}. The newest job failed, was cancelled, or waits for an approval: ${failed}`,
  stuckLock: (lock: { readonly goal: string; readonly run: string; readonly expiresAt: string }) =>
    `The lock of run ${lock.run} on ${lock.goal} ended ${longTime(lock.expiresAt)}, and no run has taken it over.`,
  /** `home`: where Wakeful comes from, `owner/name`. `missing`: releases with a security fix, the newest first. */
  securityRelease: ({ home, missing, own }: SecurityReleaseInput) =>
    [
      `${missing.length === 1 ? 'Release' : 'Releases'} ${listWords(missing.toReversed())} of ${home} ${missing.length === 1 ? 'has a security fix and is' : 'have security fixes and are'} newer than ${own}, which runs here.`,
      `The command for the update: npx --yes --allow-git=all github:${home} update --pr`,
    ].join('\n'),
  releasesUnseen: (home: string, why: string) =>
    `The releases of ${home} could not be looked at, which is tried again tomorrow: ${why}`,
  /** For the commit message. */
  recordReleases: 'record the newest releases',
  /** `since`: ISO time. */
  notBegun: (goal: string, since: string) =>
    `${goal} is due and has commands, so each run since ${longTime(since)} has left it to a job \`work\` of ${WAKE_WORKFLOW}. None of these jobs has begun with it.`,
  /** For the commit message. */
  recordSeen: 'record what the watchdog has seen',
} as const;

/** Why the wake's workflow does not start, as an alert tells it; null: that needs no alert. */
export function disabledText(state: WorkflowState): string | null {
  const why = WHY_DISABLED[state];
  return why === undefined ? null : `The workflow ${WAKE_WORKFLOW} is disabled. ${why}`;
}
