import { type Goal, opensDrafts, type QueueKind } from '../../core/goal.ts';
import { ISSUE_TOOLS, readIssue, readTask, withdraw } from './issue-tools.ts';
import { DELETE_TOOLS } from './move-tools.ts';
import { ownDiff } from './own-diff.ts';
import { READ_TOOLS } from './read-tools.ts';
import type { Tool } from './tool.ts';
import { RUN, runCheckOf, WORK_TOOLS } from './work-tools.ts';
import { WRITE_TOOLS } from './write-tools.ts';

/** The tools that a goal's permissions and commands call for. What is not offered cannot be called. */
export function toolsFor(
  goal: Goal,
  { hasSandbox = true }: { readonly hasSandbox?: boolean } = {},
): readonly Tool[] {
  const onIssues = goal.permissions.effects.flatMap((effect) =>
    effect === 'draft_pull_request' || effect === 'report_findings' ? [] : [ISSUE_TOOLS[effect]],
  );
  const deletes = (goal.permissions.delete ?? []).length > 0;
  const commands = [...new Set([...goal.checks, ...goal.doneWhen])];
  return [
    ...READ_TOOLS,
    ...(opensDrafts(goal) ? [...WRITE_TOOLS, ...(deletes ? DELETE_TOOLS : []), ownDiff] : []),
    ...(commands.length > 0 ? [runCheckOf(commands)] : []),
    ...(goal.permissions.run === true && hasSandbox ? [RUN] : []),
    ...(goal.forEach?.kind === 'issues' || onIssues.length > 0 ? [readIssue] : []),
    ...(hasSubject(goal) ? [readTask] : []),
    ...onIssues,
    ...(onIssues.length > 0 ? [withdraw] : []),
    ...WORK_TOOLS,
  ];
}

const WITH_SUBJECT: ReadonlySet<QueueKind> = new Set([
  ...(['runs', 'pull_requests', 'releases', 'commits'] as const),
]);

function hasSubject({ forEach }: Pick<Goal, 'forEach'>): boolean {
  return forEach !== null && WITH_SUBJECT.has(forEach.kind);
}

/** For measuring what all of them together cost. */
export const EVERY_TOOL: readonly Tool[] = [
  ...READ_TOOLS,
  ...WRITE_TOOLS,
  ...DELETE_TOOLS,
  ownDiff,
  runCheckOf(['npm test']),
  RUN,
  readIssue,
  readTask,
  ...Object.values(ISSUE_TOOLS),
  withdraw,
  ...WORK_TOOLS,
];
