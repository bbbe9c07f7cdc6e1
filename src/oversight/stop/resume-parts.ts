import type { ManualStep, SwitchPart } from '../../core/health/switch-part.ts';
import { oneLine, REASON_LENGTH } from '../../core/request.ts';
import { STOP_VARIABLE } from '../../core/stop.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { Control, WorkflowState } from '../../ports.ts';
import type { ControlContext } from '../command-context.ts';
import { lookAt, type Observation } from '../observe.ts';
import {
  doPart,
  isThere,
  NO_WORKFLOW,
  type PartResult,
  variableByHand,
  workflowByHand,
} from './switch-parts.ts';

/** The variable's value; null: it is not set. */
export async function lookAtVariable({
  access,
  signal,
}: Pick<ControlContext, 'access' | 'signal'>): Promise<Observation<string | null>> {
  if (access.kind === 'open' && access.told !== undefined)
    return { kind: 'seen', value: access.told === '' ? null : access.told };
  return lookAt(access, (control) => control.readVariable(STOP_VARIABLE, signal));
}

/** `recorded`: somebody has seen it set before; null: nobody has. */
export function deleteVariable(
  { access, signal }: ControlContext,
  seen: Observation<string | null>,
  recorded: string | null,
): Promise<SwitchPart> {
  const byHand = variableByHand('delete', access);
  const otherwise = (why: string) => {
    if (seen.kind === 'seen')
      return {
        outcome: 'left' as const,
        detail: `The variable ${STOP_VARIABLE} is still set (${shown(seen.value ?? '')}) and stops the agent: ${why}`,
        byHand,
      };
    const detail = `Whether the variable ${STOP_VARIABLE} is set cannot be seen: ${why}`;
    return recorded === null
      ? { outcome: 'unseen' as const, detail }
      : {
          outcome: 'left' as const,
          detail: `${detail} When it was seen last, it said: ${shown(recorded)}`,
          byHand,
        };
  };
  return doPart(access, { part: 'variable', otherwise }, async (control) => {
    if (seen.kind === 'unseen') return otherwise(seen.why);
    if (seen.value === null)
      return { outcome: 'unchanged', detail: `The variable ${STOP_VARIABLE} is not set.` };
    return deleteSeen(control, { value: seen.value, byHand }, signal);
  });
}

/** Of a value that may be as long as 48 kB. */
function shown(value: string): string {
  return oneLine(value, REASON_LENGTH);
}

/** GitHub has no compare-and-swap for variables: it is read again right before. */
async function deleteSeen(
  control: Control,
  { value, byHand }: { readonly value: string; readonly byHand: ManualStep },
  signal: AbortSignal,
): Promise<PartResult> {
  const now = await control.readVariable(STOP_VARIABLE, signal);
  const name = `The variable ${STOP_VARIABLE}`;
  if (now !== null && now !== value) {
    const detail = `${name} says something else by now (${shown(now)}): it is another stop, so it stays. Read it and resume again.`;
    return { outcome: 'left', detail, byHand };
  }
  const isDeleted = now !== null && (await control.deleteVariable(STOP_VARIABLE, signal));
  const rest = now === null ? null : await control.readVariable(STOP_VARIABLE, signal);
  if (rest === null)
    return {
      outcome: isDeleted ? 'changed' : 'unchanged',
      detail: isDeleted ? `${name} is deleted. It said: ${shown(value)}` : `${name} is not set any more.`,
    };
  const detail = `${name} of the organisation is set (${shown(rest)}) and stops the agent here too. No command of a repository can delete it.`;
  return {
    outcome: 'left',
    detail,
    byHand: { what: "delete it in the organisation's settings", address: null },
  };
}

/** `isOurs`: the stop that is taken away had disabled it. */
export function enableWorkflow({ access, signal }: ControlContext, isOurs: boolean): Promise<SwitchPart> {
  const byHand = workflowByHand('enable', access);
  const name = `The workflow ${WAKE_WORKFLOW}`;
  const otherwise = (why: string) =>
    isOurs
      ? { outcome: 'left' as const, detail: `${name} is still disabled: ${why}`, byHand }
      : {
          outcome: 'unseen' as const,
          detail: `Whether the workflow ${WAKE_WORKFLOW} is enabled cannot be seen: ${why}`,
        };
  return doPart(access, { part: 'workflow', otherwise }, async (control) => {
    const state = await control.workflow(WAKE_WORKFLOW, signal);
    if (!isThere(state)) return { outcome: 'unchanged', detail: NO_WORKFLOW };
    if (state === 'active') return { outcome: 'unchanged', detail: `${name} is enabled.` };
    if (!isOurs || state !== 'disabled_manually')
      return { outcome: 'left', detail: `${name} is disabled, ${NOT_BY_STOP[state]}: it stays so.`, byHand };
    await control.enableWorkflow(WAKE_WORKFLOW, signal);
    return { outcome: 'changed', detail: `${name} is enabled again.` };
  });
}

const NOT_BY_STOP: Readonly<Record<Exclude<WorkflowState, 'active' | 'deleted'>, string>> = {
  disabled_manually: 'and the stop had not disabled it',
  disabled_inactivity: 'by GitHub, after 60 days in which nothing happened here',
  disabled_fork: 'as GitHub does in every fork',
};
