import type { ByHand, SwitchPart } from '../../core/health/switch-part.ts';
import { STOP_VARIABLE } from '../../core/stop.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { Control, WorkflowState } from '../../ports.ts';
import { lookAt } from '../look.ts';
import type { Reach } from '../place.ts';

/** What became of a part. */
export type Told = Omit<SwitchPart, 'part' | 'byHand'> & { readonly byHand?: ByHand };

/** Does one part at GitHub. What keeps it from being done becomes its sentence: no other part waits for it. */
export async function doPart(
  reach: Reach,
  { part, otherwise }: { readonly part: SwitchPart['part']; readonly otherwise: (why: string) => Told },
  body: (control: Control) => Promise<Told>,
): Promise<SwitchPart> {
  const done = await lookAt(reach, body);
  return { part, byHand: null, ...(done.kind === 'seen' ? done.value : otherwise(done.why)) };
}

/** What a person does about the variable, and where. */
export function variableByHand(what: 'set' | 'delete', reach: Reach): ByHand {
  return {
    what: `${what} the variable ${STOP_VARIABLE}`,
    address: below(reach, 'settings/variables/actions'),
  };
}

export function workflowByHand(what: 'enable' | 'disable', reach: Reach): ByHand {
  return {
    what: `${what} the workflow ${WAKE_WORKFLOW}`,
    address: below(reach, `actions/workflows/${WAKE_WORKFLOW}`),
  };
}

function below(reach: Reach, path: string): string | null {
  return reach.kind === 'open' && reach.address !== null ? `${reach.address}/${path}` : null;
}

/** Null: no wake can start in it. */
export function isThere(state: WorkflowState | null): state is Exclude<WorkflowState, 'deleted'> {
  return state !== null && state !== 'deleted';
}

export const NO_WORKFLOW = `There is no workflow ${WAKE_WORKFLOW}.`;
