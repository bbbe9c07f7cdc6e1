import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import { REQUESTS_WORKFLOW, WAKE_WORKFLOW, WATCHDOG_WORKFLOW } from '../../core/workflows.ts';
import type { WorkflowState } from '../../ports.ts';
import { lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';

const MISSES: Readonly<Record<string, string>> = {
  [WAKE_WORKFLOW]: 'nothing wakes the agent',
  [REQUESTS_WORKFLOW]: 'nobody serves comments such as `/wakeful run <goal>`',
  [WATCHDOG_WORKFLOW]: 'nobody watches over the agent, nor keeps its schedule alive',
};

/** Whether the agent's workflows are there and enabled. */
export async function workflowFindings(place: Examined): Promise<readonly Finding[]> {
  const { world, tips, signal } = place;
  const paths = Object.keys(MISSES).map(pathOf);
  const files = await world.state.read(tips.base.commit, paths, signal);
  return Promise.all(
    Object.keys(MISSES).map((file) =>
      files.has(pathOf(file)) ? enabledFinding(place, file) : missingFinding(place, file),
    ),
  );
}

function pathOf(file: string): string {
  return `.github/workflows/${file}`;
}

function missingFinding({ tips }: Examined, file: string): Finding {
  const says = `${pathOf(file)} is not on ${tips.base.branch}, so ${MISSES[file]}.`;
  return problem(file, says, `Copy it from the template to ${pathOf(file)}.`);
}

const STATES: Readonly<Record<Exclude<WorkflowState, 'active'>, string>> = {
  disabled_manually: 'A person or a stop has disabled it',
  disabled_inactivity: 'GitHub has disabled it, because nothing happened here for 60 days',
  disabled_fork: 'GitHub has disabled it, as it does in every fork',
  deleted: 'GitHub says that it was deleted',
};

async function enabledFinding({ access, signal }: Examined, file: string): Promise<Finding> {
  const seen = await lookAt(access, (control) => control.workflow(file, signal));
  const page =
    access.kind === 'open' && access.address !== null ? ` (${access.address}/actions/workflows/${file})` : '';
  const right = `Enable it: on its page under Actions${page}, or with \`gh workflow enable ${file}\`.`;
  if (seen.kind === 'unseen')
    return hidden(
      file,
      `It is there. Whether it is enabled cannot be seen: ${seen.why}`,
      'It has to be enabled.',
    );
  if (seen.value === 'active') return fine(file, 'It is there and enabled.');
  const why = seen.value === null ? 'GitHub does not know it as a workflow' : STATES[seen.value];
  return problem(file, `${why}, so ${MISSES[file]}.`, right);
}
