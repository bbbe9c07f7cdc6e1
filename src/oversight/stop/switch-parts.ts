import type { ManualStep, SwitchPart } from '../../core/health/switch-part.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { Control, WorkflowState } from '../../ports.ts';
import { STOP_TEXTS } from '../../report/oversight/stop-texts.ts';
import { type GitHubAccess, pageAddress } from '../command-context.ts';
import { lookAt } from '../observe.ts';

/** What became of a part. */
export type PartResult = Omit<SwitchPart, 'part' | 'byHand'> & { readonly byHand?: ManualStep };

/** Does one part at GitHub. What keeps it from being done becomes its sentence: no other part waits for it. */
export async function doPart(
  access: GitHubAccess,
  { part, otherwise }: { readonly part: SwitchPart['part']; readonly otherwise: (why: string) => PartResult },
  body: (control: Control) => Promise<PartResult>,
): Promise<SwitchPart> {
  const done = await lookAt(access, body);
  return { part, byHand: null, ...(done.kind === 'seen' ? done.value : otherwise(done.why)) };
}

/** What a person does about the variable, and where. */
export function variableByHand(what: 'set' | 'delete', access: GitHubAccess): ManualStep {
  return {
    what: STOP_TEXTS.byHand.variable(what),
    address: pageAddress(access, 'settings/variables/actions'),
  };
}

export function workflowByHand(what: 'enable' | 'disable', access: GitHubAccess): ManualStep {
  return {
    what: STOP_TEXTS.byHand.workflow(what),
    address: pageAddress(access, `actions/workflows/${WAKE_WORKFLOW}`),
  };
}

/** Null: no wake can start in it. */
export function isThere(state: WorkflowState | null): state is Exclude<WorkflowState, 'deleted'> {
  return state !== null && state !== 'deleted';
}
