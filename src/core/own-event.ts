import { BRANCH_PREFIX } from './branch-name.ts';

/** Events that anybody can cause, who may not write in the repository. */
const OPEN_TO_ALL: ReadonlySet<string> = new Set([
  'issues',
  'issue_comment',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'discussion',
  'discussion_comment',
]);

/** Whether people cause an event who may not write in the repository. */
export function isOpenToAll(event: string): boolean {
  return OPEN_TO_ALL.has(event);
}

export interface EventFacts {
  readonly name: string;
  readonly actor?: string;
  readonly branch?: string;
  readonly trusted?: boolean;
}

export interface OwnNames {
  /** Logins and author names under which the agent acts. */
  readonly agent: readonly string[];
  readonly stateBranch: string;
}

/** Why an event wakes no goal, as a plain sentence; null: it may. Unknown counts as an outsider's. */
export function whyIgnored(event: EventFacts, own: OwnNames): string | null {
  const { name, actor, branch, trusted } = event;
  if (branch !== undefined && (branch === own.stateBranch || branch.startsWith(BRANCH_PREFIX)))
    return `The event ${name} is about ${branch}, the agent's own branch, so it is ignored.`;
  if (actor !== undefined && own.agent.some((one) => plainName(one) === plainName(actor)))
    return `The event ${name} was caused by the agent itself, so it is ignored.`;
  const isTrusted = trusted ?? !OPEN_TO_ALL.has(name);
  return isTrusted
    ? null
    : `The event ${name} comes from outside. It counts only after someone with write permission has labelled it.`;
}

/** GitHub adds `[bot]` to the login of an app. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/\[bot\]$/, '');
}
