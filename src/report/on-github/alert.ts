import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { hiddenMarker } from '../../core/marker.ts';
import { fixed, masked } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { codeSpan, inlineText, link, quotedText, renderWithin, titleText } from '../words/markdown.ts';
import { longTime } from '../words/sentences.ts';
import { stuckWayOut } from '../words/way-out.ts';

interface CauseFacts {
  /** Follows the goal's name in the title. */
  readonly title: string;
  /** What a person can do, in order. `<goal>` is replaced by its id. */
  readonly wayOut: readonly string[];
}

/** Everything that is worth an issue, and what a person can do about it. */
export const ALERT_CAUSES = {
  failing: {
    title: 'fails again and again',
    wayOut: [
      'Read the log of the last runs.',
      'Fix the cause, or edit the goal file: an edit lets the goal start again.',
    ],
  },
  silent: {
    title: 'has not run for too long',
    wayOut: [
      'Check that the workflow is enabled and that its schedule still runs.',
      'Start one run by hand.',
    ],
  },
  stuck_lease: {
    title: 'has a lock that no run takes over',
    wayOut: [
      'Start one run by hand and read how it ends.',
      'If the lock stays, stop the agent, remove the entry from `state/lock.json` on the state branch, and resume.',
    ],
  },
  workflow_disabled: {
    title: 'does not start, because its workflow is disabled',
    wayOut: [
      'Enable the workflow on the page *Actions*, or with `gh workflow enable`.',
      'If the agent should rest, stop it with a reason instead: `/wakeful stop <reason>`. A stop opens no alert.',
    ],
  },
  unwatched: {
    title: 'cannot be watched completely',
    wayOut: ['Give the workflow of the watchdog the permission that is named above.'],
  },
  item_stuck: {
    title: 'has a task that used up its attempts',
    wayOut: ['Read why the last attempt ended.', stuckWayOut('<goal>')],
  },
  paused: {
    title: 'is paused and needs your decision',
    wayOut: [
      'Read the reason above.',
      'Change the goal so that you would merge its next draft, or resume it with the comment `/wakeful resume <goal>`.',
    ],
  },
  bad_goal: {
    title: 'has a goal file that is not valid',
    wayOut: [
      'Correct the lines named above in a pull request. Its check *Goals* says whether they are right.',
    ],
  },
  bad_settings: {
    title: 'has a settings file that is not valid',
    wayOut: [
      'Correct the lines named above in a pull request. Its check *Goals* says whether they are right.',
    ],
  },
  bad_state_file: {
    title: 'cannot read its state branch',
    wayOut: [
      'The agent has repaired nothing. Nothing is lost: the history of the state branch still holds the last good version.',
      'Restore the named file from that history, or delete the whole branch to start over.',
    ],
  },
  missing_key: {
    title: 'has no usable model key',
    wayOut: ['Set the key that is named above. If it was refused, create a new one.'],
  },
  forbidden: {
    title: 'lacks a permission',
    wayOut: ['Change the setting that is named above.'],
  },
  secret_found: {
    title: 'refused a change that held a secret',
    wayOut: [
      'Find out how the secret got into a file that the agent may read. Remove it there, and replace the secret.',
      'Nothing of the change was pushed.',
    ],
  },
  budget_spent: {
    title: 'has spent its budget two days in a row',
    wayOut: [
      'Raise the limit in the goal file or the settings, or give the goal less to do, or let it run less often.',
    ],
  },
  unfit_goal: {
    title: 'has a goal file that the agent cannot follow',
    wayOut: ['Correct what is named above in the goal file.'],
  },
  draft_waits: {
    title: 'has a draft that waits for your review',
    wayOut: [
      'Merge it, or close it without merging to reject it. The same change will not be proposed again.',
    ],
  },
  findings: {
    title: 'has found something that needs you',
    wayOut: [
      'Look at each of them before you act: they are what a model saw, and it may be wrong.',
      'Mend what is right. The next run that looks at the same place and no longer finds it takes it from this list.',
    ],
  },
  unexpected: {
    title: 'met a defect in Wakeful itself',
    wayOut: ['Read the log of the run. Please report the defect, with the lines above.'],
  },
  folded: {
    title: 'has more alerts than it may open issues',
    wayOut: ['Look at the open alerts first. Each one that is closed makes room for one of these.'],
  },
} as const satisfies Record<string, CauseFacts>;

export type AlertCause = keyof typeof ALERT_CAUSES;

export interface AlertInput {
  /** Null: not about one goal. */
  readonly goal: { readonly id: string; readonly title: string } | null;
  readonly cause: AlertCause;
  /** What happened, in plain sentences; one line per problem. */
  readonly detail: string;
  /** ISO time at which the cause was found. */
  readonly since: string;
  /** The state branch, where the log is. */
  readonly branch: string;
  /** Address of the repository; missing: it has no pages. */
  readonly home?: string | undefined;
}

const TITLE_LENGTH = 120;
const DETAIL_LENGTH = 20_000;

/** Title and Markdown body of an alert issue. The same cause gives the same text, so that it is not updated in vain. */
export function alertText(input: MaskedRecord<AlertInput>): {
  readonly title: string;
  readonly body: string;
} {
  const title = titleText(
    masked`Wakeful: ${input.goal?.id ?? fixed('the agent')} ${fixed(ALERT_CAUSES[input.cause].title)}`,
    TITLE_LENGTH,
  );
  const body = [
    `Since ${longTime(input.since)}${goalWords(input.goal)}.`,
    '## What happened',
    input.detail.trim() === ''
      ? 'Nothing more is known.'
      : renderWithin(input.detail, DETAIL_LENGTH, quotedText),
    '## What to do',
    [...wayOut({ goal: input.goal?.id ?? null, cause: input.cause }), ...byHand(input)]
      .map((step, index) => `${index + 1}. ${step}`)
      .join('\n'),
    `The log is on the branch ${codeSpan(input.branch)}, in \`state/log/\`. ${CLOSING}`,
    hiddenMarker(alertMarker(input)),
  ].join('\n\n');
  return { title, body };
}

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

const COMPARE = /`(https?:\/\/[^\s`]+\/compare\/[^\s`]+\?expand=1)`/;

/**
 * Where the agent may not open a pull request, a person can at once. No other address becomes a link: what happened may be
 * told in the words of anybody who pushes the state branch.
 */
function byHand({ cause, detail, home }: AlertInput): readonly string[] {
  const address = cause === 'forbidden' ? COMPARE.exec(detail)?.[1] : undefined;
  const isOwn = home !== undefined && address?.startsWith(`${home}/compare/`) === true;
  return address === undefined || !isOwn ? [] : [`${link('Or open the pull request by hand', address)}.`];
}

const CLOSING = [
  'The agent closes this issue when the cause is gone.',
  'If you close it yourself, it stays closed until the cause changes.',
].join(' ');

/** Comments with which the agent closes an alert. */
export const CAUSE_GONE = fixed('The cause is gone.');
export const STATE_READABLE_AGAIN = fixed('The state branch can be read again.');

/** `alert/<goal>/<cause>`: by it the issue is found again. */
export function alertMarker(alert: {
  readonly goal: { readonly id: string } | null;
  readonly cause: string;
}): string {
  return `alert/${alert.goal?.id ?? '_agent'}/${alert.cause}`;
}

function goalWords(goal: MaskedRecord<AlertInput>['goal']): string {
  return goal === null ? '' : `, goal ${codeSpan(goal.id)}: ${inlineText(cutText(goal.title, TITLE_LENGTH))}`;
}
