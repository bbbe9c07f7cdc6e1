import { BRANCH_PREFIX } from './work-branch.ts';

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

/** Events about a commit that was checked or deployed, which may be that of a fork's pull request. */
const ABOUT_COMMITS: ReadonlySet<string> = new Set(['check_suite', 'deployment_status', 'workflow_run']);

/** Whether an event counts only if its commit is one of the repository's own branches. */
export function needsOwnCommit(event: string): boolean {
  return ABOUT_COMMITS.has(event);
}

/** Whether people cause an event who may not write in the repository. */
export function isOpenToAll(event: string): boolean {
  return OPEN_TO_ALL.has(event);
}

export interface EventFacts {
  readonly name: string;
  readonly actor?: string;
  readonly branch?: string;
  readonly isTrusted?: boolean;
  /** Whether GitHub says that it is about a fork. */
  readonly isForks?: boolean;
}

export interface OwnNames {
  /** Logins and author names under which the agent acts. */
  readonly agent: readonly string[];
  readonly stateBranch: string;
}

/** Why an event starts no goal. */
export type IgnoredEvent =
  | { readonly kind: 'own_branch'; readonly name: string; readonly branch: string }
  /** The agent itself caused it. */
  | { readonly kind: 'own_act'; readonly name: string }
  /** Nobody with write permission caused it or has labelled it. */
  | { readonly kind: 'outsider'; readonly name: string }
  /** It is about a commit that no branch of the repository holds, such as that of a fork's pull request. */
  | { readonly kind: 'foreign_commit'; readonly name: string };

/** Why an event is ignored; null: it counts. If it is not known who caused it, it counts as an outsider's. */
export function reasonToIgnore(event: EventFacts, own: OwnNames): IgnoredEvent | null {
  const { name, actor, branch } = event;
  if (branch !== undefined && isAgentsBranch(branch, own.stateBranch))
    return { kind: 'own_branch', name, branch };
  if (actor !== undefined && own.agent.some((one) => plainName(one) === plainName(actor)))
    return { kind: 'own_act', name };
  if (event.isForks === true) return { kind: 'foreign_commit', name };
  const isTrusted = event.isTrusted ?? !OPEN_TO_ALL.has(name);
  return isTrusted ? null : { kind: 'outsider', name };
}

/** Whether only the agent writes to a branch. */
export function isAgentsBranch(branch: string, stateBranch: string): boolean {
  return branch === stateBranch || branch.startsWith(BRANCH_PREFIX);
}

/** GitHub adds `[bot]` to the login of an app. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/\[bot\]$/, '');
}
