import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import { REQUESTS_WORKFLOW, WAKE_WORKFLOW, WATCHDOG_WORKFLOW } from '../../core/workflows.ts';
import type { WorkflowState } from '../../ports.ts';
import { inBrackets } from '../words/sentences.ts';

/** What is missing without the workflow. */
const MISSES: Readonly<Record<string, string>> = {
  [WAKE_WORKFLOW]: 'nothing starts the agent',
  [REQUESTS_WORKFLOW]: 'nobody serves comments such as `/wakeful run <goal>`',
  [WATCHDOG_WORKFLOW]: 'nobody watches over the agent, nor keeps its schedule on',
};

const STATES: Readonly<Record<Exclude<WorkflowState, 'active'>, string>> = {
  disabled_manually: 'A person or a stop has disabled it',
  disabled_inactivity: 'GitHub has disabled it, because nothing happened here for 60 days',
  disabled_fork: 'GitHub has disabled it, as it does in every fork',
  deleted: 'GitHub says that it was deleted',
};

/** `path`: where the workflow belongs. */
export function workflowMissing(file: string, path: string, branch: string): Finding {
  return problem(
    file,
    `${path} is not on ${branch}, so ${MISSES[file]}.`,
    `Copy it from the template to ${path}.`,
  );
}

/** `why`: why GitHub does not say whether it is enabled. */
export function workflowHidden(file: string, why: string): Finding {
  return hidden(file, `It is there. Whether it is enabled cannot be seen: ${why}`, 'It has to be enabled.');
}

/** `state`: null: GitHub does not know it. `page`: the address of its page; null: not known. */
export function workflowFinding(file: string, state: WorkflowState | null, page: string | null): Finding {
  if (state === 'active') return fine(file, 'It is there and enabled.');
  const why = state === null ? 'GitHub does not know it as a workflow' : STATES[state];
  const right = `Enable it on its page under Actions${inBrackets(page)}, or with \`gh workflow enable ${file}\`.`;
  return problem(file, `${why}, so ${MISSES[file]}.`, right);
}
