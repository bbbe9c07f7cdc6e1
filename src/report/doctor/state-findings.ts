import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import type { ManualStep } from '../../core/health/switch-part.ts';
import { STOP_VARIABLE, stopReason } from '../../core/stop.ts';
import { PROGRAM } from '../../core/text/program.ts';
import { inBrackets } from '../words/sentences.ts';

const BRANCH = 'state branch';
const FILE = 'state/STOP';
const RESUME = `Run \`${PROGRAM} resume\``;

export function stateBranchMissing(branch: string): Finding {
  return fine(BRANCH, `There is no branch ${branch} yet. The first run creates it.`);
}

export function stateBranchFinding(branch: string, repository: string): Finding {
  return fine(BRANCH, `The branch ${branch} can be read and belongs to ${repository}.`);
}

/** `why`: one sentence, why the branch cannot be read. */
export function stateBranchProblem(why: string): Finding {
  return problem(
    BRANCH,
    why,
    'Restore the last good version of the named file from the history of the branch, or delete the branch and all branches below wakeful/ to start over.',
  );
}

/** `stop`: the text of the file; null: there is none. */
export function stopFileFinding(stop: string | null): Finding {
  if (stop === null) return fine(FILE, 'It is not set.');
  return problem(FILE, `It stops the agent: ${stopReason(stop)}`, `${RESUME}, or delete the file.`);
}

/** `value`: of the repository variable; null: it is not set. */
export function stopVariableFinding(value: string | null, step: ManualStep): Finding {
  if (value === null) return fine(STOP_VARIABLE, 'The variable is not set.');
  return problem(STOP_VARIABLE, `The variable stops the agent: ${stopReason(value)}`, deleteVariable(step));
}

/** The variable cannot be read now; an earlier run could, and found it set. */
export function stopVariableRecorded(value: string, step: ManualStep): Finding {
  return problem(
    STOP_VARIABLE,
    `It was set when it was last read: ${stopReason(value)}`,
    deleteVariable(step),
  );
}

export function stopVariableHidden(why: string): Finding {
  return hidden(STOP_VARIABLE, why, 'The variable must not be set, neither here nor in the organisation.');
}

function deleteVariable({ what, address }: ManualStep): string {
  return `${RESUME}, or ${what}${inBrackets(address)}. Any value stops the agent, \`false\` too.`;
}
