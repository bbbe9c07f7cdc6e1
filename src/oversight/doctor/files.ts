import { SETTINGS_FILE } from '../../config/settings/settings-file.ts';
import { type Finding, fine, problem } from '../../core/health/finding.ts';
import { formatProblem } from '../../report/problems/problem.ts';
import { count } from '../../report/words/sentences.ts';
import type { Examined } from './doctor-context.ts';

/** Settings and goals, as the default branch holds them: what a wake would read. */
export function fileFindings({ snapshot, tips }: Examined): readonly Finding[] {
  const { settings, settingsProblems, goals, goalProblems, none } = snapshot;
  const where = `on ${tips.base.branch}`;
  const correct = `Correct it ${where}; \`npm start -- validate\` checks the files of a clone.`;
  const bad = (what: string, problems: typeof goalProblems) =>
    problems.map((each) => problem(what, formatProblem(each), correct));
  const enabled = goals.filter((goal) => goal.enabled);
  return [
    ...(settingsProblems.length === 0
      ? [fine('settings', `${SETTINGS_FILE} ${where} is valid.`)]
      : bad('settings', settingsProblems)),
    ...bad('goals', goalProblems),
    ...(none
      ? [problem('goals', `There is no goal file in ${settings.goalsFolder}/ ${where}.`, NO_GOAL)]
      : [
          fine(
            'goals',
            `${count(enabled.length, 'valid goal')} ${enabled.length === 1 ? 'is' : 'are'} enabled ${where}.`,
          ),
        ]),
  ];
}

const NO_GOAL = 'Write one: a title, an objective and a schedule are enough.';
