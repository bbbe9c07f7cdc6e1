import { type Goal, opensDrafts } from '../../core/goal.ts';
import { ISSUE_TOOLS, readIssue } from './issue-tools.ts';
import { READ_TOOLS } from './read-tools.ts';
import type { Tool } from './tool.ts';
import { runCheckOf, WORK_TOOLS } from './work-tools.ts';
import { WRITE_TOOLS } from './write-tools.ts';

/** The tools that a goal's permissions and commands call for. What is not offered cannot be called. */
export function toolsFor(goal: Goal): readonly Tool[] {
  const onIssues = goal.permissions.effects.flatMap((effect) =>
    effect === 'draft_pull_request' || effect === 'report_findings' ? [] : [ISSUE_TOOLS[effect]],
  );
  const commands = [...new Set([...goal.checks, ...goal.doneWhen])];
  return [
    ...READ_TOOLS,
    ...(opensDrafts(goal) ? WRITE_TOOLS : []),
    ...(commands.length > 0 ? [runCheckOf(commands)] : []),
    ...(goal.forEach?.kind === 'issues' || onIssues.length > 0 ? [readIssue] : []),
    ...onIssues,
    ...WORK_TOOLS,
  ];
}

/** For measuring what all of them together cost. */
export const EVERY_TOOL: readonly Tool[] = [
  ...READ_TOOLS,
  ...WRITE_TOOLS,
  runCheckOf(['npm test']),
  readIssue,
  ...Object.values(ISSUE_TOOLS),
  ...WORK_TOOLS,
];
