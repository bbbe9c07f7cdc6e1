import { SETTINGS_FILE } from '../../core/settings.ts';
import { type ProblemText, problemText } from './problem.ts';

/** What can be wrong with the names under `for_each.runs`. */
export const runProblems = {
  ownWorkflow: problemText(
    "is one of the agent's own, which tells of its failures itself",
    'name a workflow of the repository, e.g. ci.yml',
  ),
  noWorkflow: problemText(
    'is not the name of a workflow file',
    'write its name below .github/workflows/, e.g. ci.yml',
  ),
  ownBranch: problemText(
    "is a branch of the agent's own",
    'name a branch that people work on, or leave it out for the default branch',
  ),
  noBranch: problemText('is not the name of a branch', 'write one branch without wildcards, e.g. main'),
  stateBranch: problemText(
    `\`for_each.runs.branch\` is the state branch of ${SETTINGS_FILE}`,
    'name a branch that people work on, or leave it out for the default branch',
  ) satisfies ProblemText,
} as const;
