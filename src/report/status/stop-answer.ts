import { AGENT } from '../../core/alert-state.ts';
import type { State, StopRecord } from '../../core/state.ts';
import { STOP_VARIABLE, stopReason } from '../../core/stop.ts';
import { listWords, longTime, sentence } from '../words/sentences.ts';
import { type Reader, waysTo } from '../words/ways.ts';
import type { StatusAnswer, StatusInput } from './status-facts.ts';

/** Whether the agent is stopped, by what, and how to resume it. */
export function stopAnswer({ state }: StatusInput, reader: Reader): StatusAnswer {
  const question = 'Stopped';
  const { stop: file } = state;
  const record = state.status.stop;
  if (file === null && record === null) return notStopped(question, state, reader);
  const since = record === null ? '' : ` since ${longTime(record.since)}`;
  const reason = asSaid(stopReason(file ?? record?.reason ?? ''));
  const rest = file === null ? [] : alsoWords(record);
  return {
    question,
    answer: [`Yes${since}:`, reason, ...rest, wayBack(file, record, reader)].join(' '),
    tone: 'warn',
  };
}

function notStopped(question: string, state: State, reader: Reader): StatusAnswer {
  const disabled = disabledWords(state);
  if (disabled !== null)
    return {
      question,
      answer: `No stop is set, but the schedule does not start it. ${disabled}`,
      tone: 'warn',
    };
  return { question, answer: `No. To stop it: ${waysTo(reader).stop}.`, tone: 'plain' };
}

/** What the watchdog has found out about a workflow that is disabled without a stop; null: nothing. */
export function disabledWords({ alerts }: State): string | null {
  const record = alerts.alerts[`${AGENT}/workflow_disabled`];
  return record?.wanted === true ? sentence(record.detail ?? record.title) : null;
}

function alsoWords(record: StopRecord | null): readonly string[] {
  const { variable, disabled = [] } = record ?? {};
  return [
    ...(variable === undefined
      ? []
      : [`The variable \`${STOP_VARIABLE}\` is set as well: ${asSaid(variable)}`]),
    ...(disabled.length === 0 ? [] : [`The stop has disabled ${listWords(disabled)} too.`]),
  ];
}

/** A person's own words keep their first letter. */
function asSaid(reason: string): string {
  return reason.trim().replace(/[^.!?…:]$/u, '$&.');
}

function wayBack(file: string | null, record: StopRecord | null, reader: Reader): string {
  const { variable, disabled = [] } = record ?? {};
  if (file === null && disabled.length === 0)
    return `To resume: delete the variable \`${STOP_VARIABLE}\`. Any value of it stops the agent, even \`false\`.`;
  const byHand = [
    ...(file === null ? [] : ['delete `state/STOP` on the state branch']),
    ...(variable === undefined ? [] : ['delete the variable']),
    ...(disabled.length === 0 ? [] : [`enable ${listWords(disabled)}`]),
  ];
  return `To resume: ${waysTo(reader).resume}, or ${listWords(byHand)}.`;
}
