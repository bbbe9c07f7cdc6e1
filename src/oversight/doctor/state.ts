import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import type { State } from '../../core/state.ts';
import { STOP_VARIABLE, stopReason } from '../../core/stop.ts';
import { readState, tipOfFirstWake } from '../../ledger/read-state.ts';
import { look } from '../observe.ts';
import { lookAtVariable } from '../stop/resume-parts.ts';
import { variableByHand } from '../stop/switch-parts.ts';
import type { Examined } from './doctor-context.ts';

const RESUME = 'Run `npm start -- resume`';

/** The state branch, and what stops the agent. */
export async function stateFindings(place: Examined): Promise<readonly Finding[]> {
  const { world, repository, tips, snapshot, signal } = place;
  const { stateBranch: branch } = snapshot.settings;
  const tip = await look(async () => tips.state ?? (await tipOfFirstWake(world.state, branch, signal)));
  const state = await look(async () =>
    tip.kind === 'unseen' || tip.value === null
      ? null
      : readState(world.state, { tip: tip.value, branch, repository }, signal),
  );
  const why = tip.kind === 'unseen' ? tip.why : state.kind === 'unseen' ? state.why : null;
  const known = state.kind === 'seen' ? state.value : null;
  const stops = await stopFindings(place, known);
  if (why !== null) return [problem('state branch', why, WAY_OUT), ...stops];
  const says =
    known === null
      ? `There is no branch ${branch} yet; the first wake makes it.`
      : `The branch ${branch} can be read and belongs to ${known.lock.repository}.`;
  return [fine('state branch', says), ...stops];
}

const WAY_OUT =
  'Put the last good version of the named file back from the history of the branch, or delete the branch and all below wakeful/ to start anew.';

async function stopFindings(place: Examined, state: State | null): Promise<readonly Finding[]> {
  return [fileFinding(state), await variableFinding(place, state)];
}

function fileFinding(state: State | null): Finding {
  const stop = state?.stop ?? null;
  if (stop === null) return fine('state/STOP', 'It is not set.');
  return problem('state/STOP', `It stops the agent: ${stopReason(stop)}`, `${RESUME}, or delete the file.`);
}

async function variableFinding(place: Examined, state: State | null): Promise<Finding> {
  const byHand = variableByHand('delete', place.access);
  const right = `${RESUME}, or ${byHand.what}${byHand.address === null ? '' : ` (${byHand.address})`}. Any value stops, \`false\` too.`;
  const seen = await lookAtVariable(place);
  if (seen.kind === 'seen')
    return seen.value === null
      ? fine(STOP_VARIABLE, 'The variable is not set.')
      : problem(STOP_VARIABLE, `The variable stops the agent: ${stopReason(seen.value)}`, right);
  const recorded = state?.status.stop?.variable;
  if (recorded !== undefined)
    return problem(STOP_VARIABLE, `When it was seen last, it was set: ${stopReason(recorded)}`, right);
  return hidden(
    STOP_VARIABLE,
    seen.why,
    'The variable must not be set, neither here nor in the organisation.',
  );
}
