import { isServed } from '../../core/health/served-comment.ts';
import { isDone, partsInWords, type SwitchPart } from '../../core/health/switch-part.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import { STOP_TEXTS } from '../../report/oversight/stop-texts.ts';
import {
  type CommandAnswer,
  type ControlContext,
  hasOwnToken,
  maskedAnswer,
  REPEATED,
} from '../command-context.ts';
import { look, type Observation } from '../observe.ts';
import { deleteVariable, enableWorkflow, lookAtVariable } from './resume-parts.ts';
import { openForStop, type ResumeAnswer } from './stop-file.ts';
import { removeStop } from './stop-switch.ts';

/**
 * Takes away the stops that it saw when it began, and no other one: the variable while it holds the same value, the
 * workflow where the stop had disabled it, `state/STOP` last, so that whatever fails before leaves the agent stopped.
 */
export async function resumeAgent(
  context: ControlContext,
  { by }: { readonly by: string },
): Promise<CommandAnswer> {
  const seen = await lookAtVariable(context);
  const opened = await openForStop(context, by);
  const state = opened.kind === 'opened' ? opened.ledger.state : null;
  if (state !== null && isServed(state.status, context.source)) return REPEATED;
  const record = state?.status.stop ?? null;
  const variable = await deleteVariable(context, seen, record?.variable ?? null);
  const disabled: readonly string[] = record?.disabled ?? [];
  const workflow = await enableWorkflow(context, disabled.includes(WAKE_WORKFLOW));
  const removed = await look(() =>
    removeStop(context, {
      by,
      ...(state === null ? {} : { seen: state.stop }),
      enabled: workflow.outcome === 'left' ? [] : [WAKE_WORKFLOW],
      ...(seen.kind === 'unseen' ? {} : { variable: variable.outcome === 'left' ? seen.value : null }),
    }),
  );
  if (removed.kind === 'seen' && removed.value.isRepeated === true) return removed.value;
  const others = [variable, workflow];
  const parts = [...others, filePart(removed, others)];
  const isAllSeen = !hasOwnToken(context) || parts.every(({ outcome }) => outcome !== 'unseen');
  const answer = { isDone: isAllSeen && isDone(parts), detail: partsInWords(parts), parts };
  return maskedAnswer(answer, opened.facts.mask);
}

function filePart(removed: Observation<ResumeAnswer>, others: readonly SwitchPart[]): SwitchPart {
  const file = { part: 'file', byHand: null } as const;
  if (removed.kind === 'unseen')
    return { ...file, outcome: 'left', detail: STOP_TEXTS.file.notRemoved(removed.why) };
  const { outcome, detail } = removed.value;
  const isNothing =
    outcome === 'unchanged' && others.every((each) => ['unchanged', 'unseen'].includes(each.outcome));
  return { ...file, outcome, detail: isNothing ? STOP_TEXTS.file.nothingToResume : detail };
}
