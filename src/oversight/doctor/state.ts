import type { Finding } from '../../core/health/finding.ts';
import type { State } from '../../core/state.ts';
import { readState, tipOfFirstWake } from '../../ledger/read-state.ts';
import {
  stateBranchFinding,
  stateBranchMissing,
  stateBranchProblem,
  stopFileFinding,
  stopVariableFinding,
  stopVariableHidden,
  stopVariableRecorded,
} from '../../report/doctor/state-findings.ts';
import { look } from '../observe.ts';
import { lookAtVariable } from '../stop/resume-parts.ts';
import { variableByHand } from '../stop/switch-parts.ts';
import type { Examined } from './doctor-context.ts';

/** The state branch, and what stops the agent. */
export async function stateFindings(examined: Examined): Promise<readonly Finding[]> {
  const { world, repository, repositoryId: id, tips, snapshot, signal } = examined;
  const { stateBranch: branch } = snapshot.settings;
  const seen = await look(async () => {
    const tip = tips.state ?? (await tipOfFirstWake(world.state, branch, signal));
    const source = { branch, repository: { name: repository, id }, latest: null };
    return tip === null ? null : await readState(world.state, { tip, ...source }, signal);
  });
  const state = seen.kind === 'seen' ? seen.value : null;
  const stops = [stopFileFinding(state?.stop ?? null), await variableFinding(examined, state)];
  if (seen.kind === 'unseen') return [stateBranchProblem(seen.why), ...stops];
  if (state === null) return [stateBranchMissing(branch), ...stops];
  return [stateBranchFinding(branch, state.lock.repository), ...stops];
}

async function variableFinding(examined: Examined, state: State | null): Promise<Finding> {
  const step = variableByHand('delete', examined.access);
  const seen = await lookAtVariable(examined);
  if (seen.kind === 'seen') return stopVariableFinding(seen.value, step);
  const recorded = state?.status.stop?.variable;
  return recorded === undefined ? stopVariableHidden(seen.why) : stopVariableRecorded(recorded, step);
}
