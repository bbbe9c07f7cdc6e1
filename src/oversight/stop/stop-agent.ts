import { createMask, type Mask } from '../../core/access/mask.ts';
import { partsInWords, type SwitchPart } from '../../core/health/switch-part.ts';
import { oneLine, REASON_LENGTH } from '../../core/request.ts';
import { STOP_VARIABLE } from '../../core/stop.ts';
import type { Masked } from '../../core/text/masked.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { WorkflowState } from '../../ports.ts';
import { STOP_TEXTS } from '../../report/oversight/stop-texts.ts';
import { type CommandAnswer, type ControlContext, hasOwnToken, maskedAnswer } from '../command-context.ts';
import { look, lookAt, type Observation } from '../observe.ts';
import { followUp, type StopAnswer, type StopOrder, setStop } from './stop-switch.ts';
import { doPart, isThere, variableByHand, workflowByHand } from './switch-parts.ts';

/**
 * The whole kill switch: `state/STOP` for the wake that runs, the variable and the disabled workflow against new ones.
 * Sets what it can, and says what it could not set and how that is done by hand.
 */
export async function stopAgent(
  context: ControlContext,
  stop: Pick<StopOrder, 'reason' | 'by'>,
): Promise<CommandAnswer> {
  if (oneLine(stop.reason, REASON_LENGTH) === '') return setStop(context, stop);
  const workflow = await lookAtWorkflow(context);
  const order = { ...stop, disables: isActive(workflow) ? [WAKE_WORKFLOW] : [] };
  const set = await look(() => setStop(context, order));
  if (set.kind === 'seen' && set.value.isRepeated === true) return set.value;
  const mask = (set.kind === 'seen' ? set.value.mask : undefined) ?? valuesMask(context);
  const reason = set.kind === 'seen' ? set.value.reason : mask.mask(oneLine(stop.reason, REASON_LENGTH));
  const variable = await setVariable(context, reason);
  const { disabled, missed } = await disableSurely(context, workflow);
  if (set.kind === 'seen' && (variable.outcome === 'changed' || missed.length > 0)) {
    const then = { variable: variable.outcome === 'changed' ? reason : null, notDisabled: missed };
    // What is not written down is found by the watchdog.
    await look(() => followUp(context, { by: stop.by, reason }, then));
  }
  const parts = [filePart(set), variable, disabled];
  // A variable that was set before holds the words of somebody else.
  return maskedAnswer({ isDone: isStopDone(context, parts), detail: partsInWords(parts), parts }, mask);
}

/**
 * The file is enough to stop the agent. Whoever brings a token of their own asks for the rest as well; without one, and with the
 * token of a job, which may not set variables, nobody does.
 */
function isStopDone(context: ControlContext, parts: readonly SwitchPart[]): boolean {
  const mayMiss = !hasOwnToken(context);
  return parts.every(({ part, outcome }) => outcome !== 'left' || (part !== 'file' && mayMiss));
}

/** For where the state branch cannot be reached, and the settings' own patterns are not known. */
function valuesMask({ secrets }: ControlContext): Mask {
  return createMask({ values: secrets, patterns: [] });
}

function filePart(set: Observation<StopAnswer>): SwitchPart {
  const file = { part: 'file', byHand: null } as const;
  return set.kind === 'seen'
    ? { ...file, outcome: 'changed', detail: set.value.detail }
    : { ...file, outcome: 'left', detail: STOP_TEXTS.file.notSet(set.why) };
}

/** A value that is there already stops the agent as well, and is somebody's reason. */
function setVariable({ access, signal }: ControlContext, reason: Masked): Promise<SwitchPart> {
  const otherwise = (why: string) => ({
    outcome: 'left' as const,
    detail: STOP_TEXTS.variable.couldNotSet(why),
    byHand: variableByHand('set', access),
  });
  const given = access.kind === 'open' ? access.stopValue : undefined;
  return doPart(access, { part: 'variable', otherwise }, async (control) => {
    const value = given ?? (await control.readVariable(STOP_VARIABLE, signal)) ?? '';
    if (value !== '')
      return {
        outcome: 'unchanged',
        detail: STOP_TEXTS.variable.setAlready(oneLine(value, REASON_LENGTH)),
      };
    await control.setVariable(STOP_VARIABLE, reason, signal);
    return { outcome: 'changed', detail: STOP_TEXTS.variable.set };
  });
}

function lookAtWorkflow({ access, signal }: ControlContext): Promise<Observation<WorkflowState | null>> {
  return lookAt(access, (control) => control.workflow(WAKE_WORKFLOW, signal));
}

function isActive(seen: Observation<WorkflowState | null>): boolean {
  return seen.kind === 'seen' && seen.value === 'active';
}

interface Disabled {
  readonly disabled: SwitchPart;
  /** What is known to be still active, whatever was written down before. */
  readonly missed: readonly string[];
}

/** An answer may be lost after its effect, and a resume enables only what the record says that the stop has disabled. */
async function disableSurely(
  context: ControlContext,
  seen: Observation<WorkflowState | null>,
): Promise<Disabled> {
  const disabled = await disable(context, seen);
  if (disabled.outcome !== 'left' || !isActive(seen)) return { disabled, missed: [] };
  const after = await lookAtWorkflow(context);
  if (after.kind === 'unseen') return { disabled, missed: [] };
  if (after.value === 'active') return { disabled, missed: [WAKE_WORKFLOW] };
  return { disabled: { ...disabled, ...IS_DISABLED, byHand: null }, missed: [] };
}

const IS_DISABLED = { outcome: 'changed', detail: STOP_TEXTS.workflow.disabled } as const;

function disable(
  { access, signal }: ControlContext,
  seen: Observation<WorkflowState | null>,
): Promise<SwitchPart> {
  const otherwise = (why: string) => ({
    outcome: 'left' as const,
    detail: STOP_TEXTS.workflow.couldNotDisable(why),
    byHand: workflowByHand('disable', access),
  });
  return doPart(access, { part: 'workflow', otherwise }, async (control) => {
    if (seen.kind === 'unseen') return otherwise(seen.why);
    if (!isThere(seen.value)) return { outcome: 'unchanged', detail: STOP_TEXTS.workflow.none };
    if (seen.value !== 'active') return { outcome: 'unchanged', detail: STOP_TEXTS.workflow.disabledAlready };
    await control.disableWorkflow(WAKE_WORKFLOW, signal);
    return IS_DISABLED;
  });
}
