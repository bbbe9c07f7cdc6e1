import type { Finding } from '../../core/health/finding.ts';
import { SETTINGS_FILE } from '../../core/settings.ts';
import {
  badGoalFindings,
  goalsFinding,
  noGoalFinding,
  settingsFindings,
} from '../../report/doctor/file-findings.ts';
import { formatProblem } from '../../report/problems/problem.ts';
import type { Examined } from './doctor-context.ts';

/** Settings and goals, as the default branch holds them: what a wake would read. */
export function fileFindings({ snapshot, tips }: Examined): readonly Finding[] {
  const { settings, settingsProblems, goals, goalProblems, hasNone } = snapshot;
  const { branch } = tips.base;
  const enabled = goals.filter((goal) => goal.enabled).length;
  return [
    ...settingsFindings(SETTINGS_FILE, settingsProblems.map(formatProblem), branch),
    ...badGoalFindings(goalProblems.map(formatProblem), branch),
    hasNone ? noGoalFinding(settings.goalsFolder, branch) : goalsFinding(enabled, branch),
  ];
}
