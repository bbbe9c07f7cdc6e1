import type { Goal, IssuesQueue, PullsQueue, Queue } from '../goal.ts';

/** What an issue of the agent's own alerts carries. */
export const ALERT_LABEL = 'wakeful-alert';

/** The agent's own labels begin so; it never sets them on a model's word. */
const OWN = 'wakeful';

/** GitHub does not tell labels apart by case. */
export function isSameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether a label is the agent's own: by these it finds its alerts. */
export function isOwnLabel(label: string): boolean {
  return label.toLowerCase().startsWith(OWN);
}

/** The labels that put an issue or a pull request into the queue of some goal, enabled or not. */
export function queueLabels(goals: readonly Goal[]): readonly string[] {
  return goals.flatMap(({ forEach }) => (isFiltered(forEach) ? forEach.labels : []));
}

/** The labels that keep one out of the queue of some goal. */
export function excludedLabels(goals: readonly Goal[]): readonly string[] {
  return goals.flatMap(({ forEach }) => (isFiltered(forEach) ? (forEach.without ?? []) : []));
}

function isFiltered(queue: Queue | null): queue is IssuesQueue | PullsQueue {
  return queue?.kind === 'issues' || queue?.kind === 'pull_requests';
}

/** Why the agent may not set a label on the word of a model. */
export type LabelRefusal = 'own' | 'queue' | 'not_listed' | 'starts_automation';

/**
 * Null: it may. What it sets must not decide what it works on. `listed` is what the goal says under `permissions.labels`:
 * then these and no others. Without it, any label but those that are known to make other programs act.
 */
export function reasonNotToSet(
  label: string,
  queues: readonly string[],
  listed?: readonly string[],
): LabelRefusal | null {
  if (isOwnLabel(label)) return 'own';
  if (isQueueLabel(label, queues)) return 'queue';
  if (listed !== undefined) return listed.some((each) => isSameLabel(each, label)) ? null : 'not_listed';
  return startsAutomation(label) ? 'starts_automation' : null;
}

/**
 * The same for taking a label away. What is taken away must not decide what it works on either, so a label that keeps issues out of
 * a queue stays; and it is only ever a label that the goal lists.
 */
export function reasonNotToTakeAway(
  label: string,
  excluded: readonly string[],
  listed: readonly string[] = [],
): LabelRefusal | null {
  if (isOwnLabel(label)) return 'own';
  if (isQueueLabel(label, excluded)) return 'queue';
  return listed.some((each) => isSameLabel(each, label)) ? null : 'not_listed';
}

function isQueueLabel(label: string, queues: readonly string[]): boolean {
  return queues.some((queue) => isSameLabel(queue, label));
}

/** By these words merge queues, deployments, CI systems, backports and coding agents are started. */
const STARTS = new Set(
  `automerge autoapprove autofix autosquash autorebase merge mergequeue mergeable land ship shipit deploy deployment deployed publish
  release preview staging production backport cherrypick lgtm approve approved retest rebase run rerun trigger execute build ci e2e
  bors kodiak mergify renovate dependabot jules copilot claude codex gemini cursor devin openhands sweep ai agent bot aider opencode
  amazonq junie goose droid factory roo kiro coderabbit greptile qodo warp fixme implement solve autodeploy squash rollout canary prod
  test tests nightly benchmark smoke ciflow uplift forwardport hotfix snapshot sync dispatch workflow pipeline docker major minor patch
  semver bump gtg greenlight unblock trusted safe autoclose close lock`.split(/\s+/),
);
const PHRASES =
  /(?:^|-)(?:(?:ok|okay|good|safe|ready)-?(?:to|2)-?[a-z]+|go-ahead|amazon-q|fix-(?:me|this|it)|(?:skip|no|force|port|forward-port)-[a-z]+|auto-[a-z]+|cherry-pick|merge-when|test-this|run-[a-z]+|queue|in-queue)(?:-|$)/;

function startsAutomation(label: string): boolean {
  const words = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  return (
    words.some((word) => STARTS.has(word)) || STARTS.has(words.join('')) || PHRASES.test(words.join('-'))
  );
}
