import type { Finding } from '../../core/health/finding.ts';
import { readGoals } from '../../ledger/snapshot.ts';
import { remoteFinding, remoteProblem } from '../../report/doctor/remote-findings.ts';
import { look } from '../observe.ts';
import type { DoctorContext, Examined } from './doctor-context.ts';
import { fileFindings } from './files.ts';
import { githubFindings } from './github.ts';
import { machineFindings } from './machine.ts';
import { stateFindings } from './state.ts';
import { workflowFindings } from './workflows.ts';

/** Looks whether everything is in order and changes nothing. Costs nothing, unless the model is to be asked. */
export async function examine(context: DoctorContext): Promise<readonly Finding[]> {
  const { world, overrides, signal } = context;
  const tips = await look(() => world.state.fetch(signal));
  if (tips.kind === 'unseen') return [remoteProblem(tips.why)];
  const { base } = tips.value;
  const snapshot = await readGoals(world.state, { commit: base.commit, overrides }, signal);
  const examined: Examined = { ...context, tips: tips.value, snapshot };
  return [
    remoteFinding(base.branch),
    ...(await stateFindings(examined)),
    ...fileFindings(examined),
    ...(await workflowFindings(examined)),
    ...(await githubFindings(examined)),
    ...(await machineFindings(examined)),
  ];
}
