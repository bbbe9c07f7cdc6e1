import type { ManualStep, SwitchPart } from '../../core/health/switch-part.ts';
import { oneLine, REASON_LENGTH } from '../../core/request.ts';
import { STOP_VARIABLE } from '../../core/stop.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { Control } from '../../ports.ts';
import { STOP_TEXTS } from '../../report/oversight/stop-texts.ts';
import type { ControlContext } from '../command-context.ts';
import { lookAt, type Observation } from '../observe.ts';
import { doPart, isThere, type PartResult, variableByHand, workflowByHand } from './switch-parts.ts';

/** The variable's value; null: it is not set. */
export async function lookAtVariable({
  access,
  signal,
}: Pick<ControlContext, 'access' | 'signal'>): Promise<Observation<string | null>> {
  if (access.kind === 'open' && access.stopValue !== null)
    return { kind: 'seen', value: access.stopValue === '' ? null : access.stopValue };
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
        detail: STOP_TEXTS.variable.stillSet(shown(seen.value ?? ''), why),
        byHand,
      };
    if (recorded === null) return { outcome: 'unseen' as const, detail: STOP_TEXTS.variable.hidden(why) };
    const detail = STOP_TEXTS.variable.hiddenButRecorded(why, shown(recorded));
    return { outcome: 'left' as const, detail, byHand };
  };
  return doPart(access, { part: 'variable', otherwise }, async (control) => {
    if (seen.kind === 'unseen') return otherwise(seen.why);
    if (seen.value === null) return { outcome: 'unchanged', detail: STOP_TEXTS.variable.notSet };
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
  if (now !== null && now !== value) {
    return { outcome: 'left', detail: STOP_TEXTS.variable.another(shown(now)), byHand };
  }
  const isDeleted = now !== null && (await control.deleteVariable(STOP_VARIABLE, signal));
  const rest = now === null ? null : await control.readVariable(STOP_VARIABLE, signal);
  if (rest === null)
    return {
      outcome: isDeleted ? 'changed' : 'unchanged',
      detail: isDeleted ? STOP_TEXTS.variable.deleted(shown(value)) : STOP_TEXTS.variable.goneAlready,
    };
  return {
    outcome: 'left',
    detail: STOP_TEXTS.variable.ofOrganisation(shown(rest)),
    byHand: { what: STOP_TEXTS.byHand.organisationVariable, address: null },
  };
}

/** `isOurs`: the stop that is taken away had disabled it. */
export function enableWorkflow({ access, signal }: ControlContext, isOurs: boolean): Promise<SwitchPart> {
  const byHand = workflowByHand('enable', access);
  const otherwise = (why: string) =>
    isOurs
      ? { outcome: 'left' as const, detail: STOP_TEXTS.workflow.couldNotEnable(why), byHand }
      : {
          outcome: 'unseen' as const,
          detail: STOP_TEXTS.workflow.hidden(why),
        };
  return doPart(access, { part: 'workflow', otherwise }, async (control) => {
    const state = await control.workflow(WAKE_WORKFLOW, signal);
    if (!isThere(state)) return { outcome: 'unchanged', detail: STOP_TEXTS.workflow.none };
    if (state === 'active') return { outcome: 'unchanged', detail: STOP_TEXTS.workflow.enabled };
    if (!isOurs || state !== 'disabled_manually')
      return { outcome: 'left', detail: STOP_TEXTS.workflow.staysDisabled(state), byHand };
    await control.enableWorkflow(WAKE_WORKFLOW, signal);
    return { outcome: 'changed', detail: STOP_TEXTS.workflow.enabledAgain };
  });
}
