import { fixed, type Masked, masked } from '../../core/text/masked.ts';
import { stuckWayOut } from '../words/way-out.ts';

interface CauseFacts {
  /** Follows the goal's name in the title. */
  readonly title: string;
  /** What a person can do, in order. `<goal>` is replaced by its id. */
  readonly wayOut: readonly string[];
  /** What has ended it, when its issue is closed. */
  readonly over: string;
}

/** Everything that is worth an issue, and what a person can do about it. */
export const ALERT_CAUSES = {
  failing: {
    title: 'fails again and again',
    over: 'A run of the goal has succeeded.',
    wayOut: [
      'Fix what the last error names, or edit the goal file: an edit lets the goal start again.',
      'The log of the last runs tells more.',
    ],
  },
  silent: {
    title: 'has not run for too long',
    over: 'A run has started.',
    wayOut: [
      'Check that the workflow is enabled and that its schedule still runs.',
      'Start one run by hand.',
    ],
  },
  stuck_lease: {
    title: 'has a lock that no run takes over',
    over: 'The lock was given back or taken over.',
    wayOut: [
      'Start one run by hand and read how it ends.',
      'If the lock stays, stop the agent, remove the entry from `state/lock.json` on the state branch, and resume.',
    ],
  },
  work_not_begun: {
    title: 'leaves goals to a job that does not begin',
    over: 'A job has begun with the work, or nothing of it is due any more.',
    wayOut: [
      'Open the newest run of `wake.yml` on the page *Actions*, and look at its jobs `work`: they wait for a runner, or fail before the agent starts.',
      'If they wait for a runner, set the variable `WAKEFUL_SANDBOX_RUNNER` to one that this repository may use, such as `ubuntu-24.04`.',
    ],
  },
  workflow_disabled: {
    title: 'does not start, because its workflow is disabled',
    over: 'The workflow is enabled.',
    wayOut: [
      'Enable the workflow on the page *Actions*, or with `gh workflow enable`.',
      'If the agent should rest, stop it with a reason instead: `/wakeful stop <reason>`. A stop opens no alert.',
    ],
  },
  security_release: {
    title: 'lacks a security fix',
    over: 'What runs here has the fix.',
    wayOut: [
      'In a clone of this repository, run the command that is named above. It leaves a branch with the new release, and your own changes stay.',
      'If you do not want to be told of such releases, write `alerts: {security_releases: false}` into `.github/wakeful.yml`.',
    ],
  },
  unwatched: {
    title: 'cannot be watched completely',
    over: 'The watchdog may look at everything again.',
    wayOut: ['Give the workflow of the watchdog the permission that is named above.'],
  },
  item_stuck: {
    title: 'has a task that used up its attempts',
    over: 'No task of the goal is stuck any more: it was done, got new attempts, or is about something else now.',
    wayOut: [stuckWayOut('<goal>')],
  },
  paused: {
    title: 'is paused and needs your decision',
    over: 'The goal is no longer paused.',
    wayOut: [
      'Change the goal file, so that its next run can do what you would merge: an edit lets it run again.',
      'Or let it go on as it is, with the comment `/wakeful resume <goal>`.',
    ],
  },
  bad_goal: {
    title: 'has a goal file that is not valid',
    over: 'The goal file is valid, or it is gone.',
    wayOut: [
      'Correct the lines named above in a pull request. Its check *Goals* says whether they are right.',
    ],
  },
  bad_settings: {
    title: 'has a settings file that is not valid',
    over: 'The settings file is valid.',
    wayOut: [
      'Correct the lines named above in a pull request. Its check *Goals* says whether they are right.',
    ],
  },
  bad_state_file: {
    title: 'cannot read its state branch',
    over: 'The state branch can be read again.',
    wayOut: [
      'The agent has repaired nothing. Nothing is lost: the history of the state branch still holds the last good version.',
      'Restore the named file from that history, or delete the whole branch to start over.',
    ],
  },
  missing_key: {
    title: 'has no usable model key',
    over: 'The model took the key.',
    wayOut: ['Set the key that is named above. If it was refused, create a new one.'],
  },
  forbidden: {
    title: 'lacks a permission',
    over: 'What was forbidden is allowed now, or is no longer needed.',
    wayOut: ['Change the setting that is named above.'],
  },
  secret_found: {
    title: 'refused a change that held a secret',
    over: 'A later run of the goal held no secret.',
    wayOut: [
      'Find out how the secret got into a file that the agent may read. Remove it there, and replace the secret.',
      'Nothing of the change was pushed.',
    ],
  },
  budget_spent: {
    title: 'has spent its budget two days in a row',
    over: 'The budget leaves room for work again.',
    wayOut: [
      'Raise the limit in the goal file or the settings, or give the goal less to do, or let it run less often.',
    ],
  },
  unfit_goal: {
    title: 'has a goal file that the agent cannot follow',
    over: 'The agent could follow the goal file.',
    wayOut: ['Correct what is named above in the goal file.'],
  },
  unfit_settings: {
    title: 'cannot work with the settings as they are',
    over: 'The goal could work.',
    wayOut: ['Change what is named above: the setting, or the branch whose name is in the way.'],
  },
  draft_waits: {
    title: 'has a draft that waits for your review',
    over: 'The draft was merged or closed, or nobody has to look at it any more.',
    wayOut: [
      'Merge it, or close it without merging to reject it. The same change will not be proposed again.',
    ],
  },
  findings: {
    title: 'has found something that needs you',
    over: 'None of the findings is left.',
    wayOut: [
      'Look at each of them before you act: they are what a model saw, and it may be wrong.',
      'Mend what is right. The next run that looks at the same place and no longer finds it takes it from this list.',
    ],
  },
  unexpected: {
    title: 'met a defect in Wakeful itself',
    over: 'A later run ended without the defect.',
    wayOut: ['Read the log of the run. Please report the defect, with the lines above.'],
  },
  folded: {
    title: 'has more alerts than it may open issues',
    over: 'Every open alert has an issue of its own again.',
    wayOut: ['Look at the open alerts first. Each one that is closed makes room for one of these.'],
  },
} as const satisfies Record<string, CauseFacts>;

export type AlertCause = keyof typeof ALERT_CAUSES;

/** What a person can do about a cause, in order. Empty for a cause that only a newer program knows. */
export function wayOut({
  goal,
  cause,
}: {
  readonly goal: string | null;
  readonly cause: string;
}): readonly string[] {
  const facts: CauseFacts | undefined = isKnownCause(cause) ? ALERT_CAUSES[cause] : undefined;
  const name = goal !== null && KEBAB.test(goal) ? goal : '<goal>';
  return (facts?.wayOut ?? []).map((step) => step.replaceAll('<goal>', name));
}

/** Anything else could have an effect as Markdown. */
const KEBAB = /^[a-z0-9-]+$/;

function isKnownCause(cause: string): cause is AlertCause {
  return Object.hasOwn(ALERT_CAUSES, cause);
}

/**
 * The comment with which the agent closes an alert: what has ended it, and which run has seen that. `heir`: the cause of another alert
 * of the same goal, which tells all of it now; null: the cause is gone.
 */
export function closingWords(cause: string, run: Masked, heir: AlertCause | null = null): Masked {
  if (heir !== null)
    return masked`This is not over: another alert tells it now, because the goal ${fixed(ALERT_CAUSES[heir].title)}. Run ${run} has seen it.`;
  const over = isKnownCause(cause) ? ALERT_CAUSES[cause].over : 'The cause is gone.';
  return masked`${fixed(over)} Run ${run} has seen it.`;
}

export const STATE_READABLE_AGAIN = fixed(ALERT_CAUSES.bad_state_file.over);
