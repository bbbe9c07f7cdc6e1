import type { Finding } from '../../core/health/finding.ts';
import { REQUESTS_WORKFLOW, WAKE_WORKFLOW, WATCHDOG_WORKFLOW } from '../../core/workflows.ts';
import { workflowFinding, workflowHidden, workflowMissing } from '../../report/doctor/workflow-findings.ts';
import { pageAddress } from '../command-context.ts';
import { lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';

const WORKFLOWS = [WAKE_WORKFLOW, REQUESTS_WORKFLOW, WATCHDOG_WORKFLOW];

/** Whether the agent's workflows are there and enabled. */
export async function workflowFindings(examined: Examined): Promise<readonly Finding[]> {
  const { world, tips, signal } = examined;
  const { commit, branch } = tips.base;
  const files = await world.state.read(commit, WORKFLOWS.map(pathOf), signal);
  return Promise.all(
    WORKFLOWS.map((file) =>
      files.has(pathOf(file)) ? enabledFinding(examined, file) : workflowMissing(file, pathOf(file), branch),
    ),
  );
}

function pathOf(file: string): string {
  return `.github/workflows/${file}`;
}

async function enabledFinding({ access, signal }: Examined, file: string): Promise<Finding> {
  const seen = await lookAt(access, (control) => control.workflow(file, signal));
  if (seen.kind === 'unseen') return workflowHidden(file, seen.why);
  return workflowFinding(file, seen.value, pageAddress(access, `actions/workflows/${file}`));
}
