import { isAgentsBranch } from '../../core/own-event.ts';
import { REQUESTS_WORKFLOW, WAKE_WORKFLOW, WATCHDOG_WORKFLOW } from '../../core/workflows.ts';
import { asFieldValue, type ProblemText } from '../../report/problems/problem.ts';
import { runProblems } from '../../report/problems/run-problems.ts';
import { oneLine } from '../fields/text-rules.ts';
import type { ValueFault } from '../yaml/fault.ts';
import { mapping } from '../yaml/raw-value.ts';

const OWN: readonly string[] = [WAKE_WORKFLOW, WATCHDOG_WORKFLOW, REQUESTS_WORKFLOW];

/** What is wrong with the name of a workflow of which a goal reads the runs; null: nothing. */
export function workflowProblem(name: string): ProblemText | null {
  if (OWN.includes(name)) return asFieldValue(name, runProblems.ownWorkflow);
  const isFile = /^[\w.@ -]+\.ya?ml$/.test(name) && !name.startsWith('.');
  return isFile ? oneLine(100)(name) : asFieldValue(name, runProblems.noWorkflow);
}

/** The same for a branch. */
export function branchProblem(name: string): ProblemText | null {
  const text = oneLine(200)(name);
  if (text !== null) return text;
  if (isAgentsBranch(name, '')) return asFieldValue(name, runProblems.ownBranch);
  const isName = /^[^\s~^:?*[\\]+$/.test(name) && !/^[-/]|\/$|\.\.|\/\/|@\{|\.lock$/.test(name);
  return isName ? null : asFieldValue(name, runProblems.noBranch);
}

/** Rules over the queue and the settings. */
export function runFaults(runs: unknown, stateBranch: string): readonly ValueFault[] {
  if (mapping(runs)['branch'] !== stateBranch) return [];
  return [{ path: ['for_each', 'runs', 'branch'], at: 'value', ...runProblems.stateBranch }];
}
