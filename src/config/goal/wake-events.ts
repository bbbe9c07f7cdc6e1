import { show } from '../../report/problems/problem.ts';
import { nearestName } from '../yaml/nearest-name.ts';

/**
 * Events of a repository that may make a goal due: those that tell of work by people or by other workflows.
 * Left out: events that are triggers of Wakeful already, and `pull_request_target`, which runs foreign
 * changes with the repository's own rights.
 */
export const WAKE_EVENTS = [
  'push',
  'create',
  'delete',
  'release',
  'issues',
  'issue_comment',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'discussion',
  'discussion_comment',
  'milestone',
  'label',
  'workflow_run',
  'check_suite',
  'deployment_status',
] as const;

const NOT_HERE: Readonly<Record<string, string>> = {
  schedule: 'remove it; when a goal is due by time belongs under `schedule`',
  workflow_dispatch: 'remove it; a person can start every goal at any time',
  repository_dispatch: 'remove it; a program can start a goal by a workflow_dispatch',
  pull_request_target: 'use pull_request',
};

export function isWakeEvent(name: string): string | null {
  if (WAKE_EVENTS.some((event) => event === name)) return null;
  const near = nearestName(name, WAKE_EVENTS);
  const meant = near === null ? `use any of ${WAKE_EVENTS.join(', ')}` : `did you mean "${near}"?`;
  return `is ${show(name)}, which is not an event that wakes a goal\n${NOT_HERE[name] ?? meant}`;
}
