import { type Finding, fine, problem } from '../../core/health/finding.ts';
import { PROGRAM } from '../../core/text/program.ts';
import { count } from '../words/sentences.ts';

/** `problems`: each with its place, as one line. `branch`: where the files were read. */
export function settingsFindings(
  file: string,
  problems: readonly string[],
  branch: string,
): readonly Finding[] {
  if (problems.length === 0) return [fine('settings', `${file} on ${branch} is valid.`)];
  return problems.map((each) => problem('settings', each, correctOn(branch)));
}

export function badGoalFindings(problems: readonly string[], branch: string): readonly Finding[] {
  return problems.map((each) => problem('goals', each, correctOn(branch)));
}

export function noGoalFinding(folder: string, branch: string): Finding {
  return problem(
    'goals',
    `There is no goal file in ${folder}/ on ${branch}.`,
    'Write one: a title, an objective and a schedule are enough.',
  );
}

/** `enabled`: how many valid goals are. */
export function goalsFinding(enabled: number, branch: string): Finding {
  const verb = enabled === 1 ? 'is' : 'are';
  return fine('goals', `${count(enabled, 'valid goal')} ${verb} enabled on ${branch}.`);
}

function correctOn(branch: string): string {
  return `Correct it on ${branch}. \`${PROGRAM} validate\` checks the files of a clone.`;
}
