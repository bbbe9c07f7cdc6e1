import { asFieldValue, type ProblemText } from '../../report/problems/problem.ts';
import { scheduleProblems } from '../../report/problems/schedule-problems.ts';
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

export function wakeEventProblem(name: string): ProblemText | null {
  if (WAKE_EVENTS.some((event) => event === name)) return null;
  return asFieldValue(name, scheduleProblems.notEvent(name, nearestName(name, WAKE_EVENTS), WAKE_EVENTS));
}
