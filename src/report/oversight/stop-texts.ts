import { STOP_VARIABLE, stopReason } from '../../core/stop.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { WorkflowState } from '../../ports.ts';

const VARIABLE = `The variable ${STOP_VARIABLE}`;
const WORKFLOW = `The workflow ${WAKE_WORKFLOW}`;

const NOT_BY_STOP: Readonly<Record<Exclude<WorkflowState, 'active' | 'deleted'>, string>> = {
  disabled_manually: 'and no stop did that',
  disabled_inactivity: 'because nothing happened here for 60 days',
  disabled_fork: 'because GitHub disables the workflows of every fork',
};

/**
 * What became of each part of a stop or a resume. `why`: one sentence, what kept it from being done. `value`: what the
 * variable holds, on one line.
 */
export const STOP_TEXTS = {
  needsReason: 'A stop needs a reason: everybody who looks at the agent will read it.',
  file: {
    set: (reason: string) => `state/STOP is set: ${reason}`,
    setAlready: (reason: string) => `The stop is already set: ${reason}`,
    setOnUnreadable: (reason: string, why: string) => `state/STOP is set: ${reason}. ${unreadable(why)}`,
    notSet: (why: string) => `state/STOP is not set: ${why}`,
    none: 'No state/STOP is set.',
    noneOnUnreadable: (why: string) => `No state/STOP is set. ${unreadable(why)}`,
    nothingToResume: 'No state/STOP is set; there is nothing to resume from.',
    another: 'Another stop was set in the meantime, so state/STOP stays. Read it and resume again.',
    /** `stop`: the text of the file; null: the variable alone had stopped the agent. */
    removed: (stop: string | null) =>
      stop === null ? 'The stop is over.' : `The stop is removed. It said: ${stopReason(stop)}`,
    removedOnUnreadable: (stop: string, why: string) =>
      `The stop is removed. It said: ${stopReason(stop)}. ${unreadable(why)}`,
    notRemoved: (why: string) => `state/STOP is not removed: ${why}`,
  },
  variable: {
    set: `${VARIABLE} is set: no new run starts.`,
    setAlready: (value: string) => `${VARIABLE} is set already: ${value}`,
    couldNotSet: (why: string) => `${VARIABLE} is not set: ${why}`,
    notSet: `${VARIABLE} is not set.`,
    stillSet: (value: string, why: string) =>
      `${VARIABLE} is still set (${value}) and stops the agent: ${why}`,
    hidden: (why: string) => `Whether the variable ${STOP_VARIABLE} is set cannot be seen: ${why}`,
    hiddenButRecorded: (why: string, value: string) =>
      `Whether the variable ${STOP_VARIABLE} is set cannot be seen: ${why} When it was last read, it said: ${value}`,
    another: (value: string) =>
      `${VARIABLE} has another value by now (${value}). That is another stop, so it stays. Read it and resume again.`,
    deleted: (value: string) => `${VARIABLE} is deleted. It said: ${value}`,
    goneAlready: `${VARIABLE} is not set any more.`,
    ofOrganisation: (value: string) =>
      `${VARIABLE} of the organisation is set (${value}) and stops the agent here too. No command of a repository can delete it.`,
  },
  workflow: {
    none: `There is no workflow ${WAKE_WORKFLOW}.`,
    disabled: `${WORKFLOW} is disabled.`,
    disabledAlready: `${WORKFLOW} is disabled already.`,
    couldNotDisable: (why: string) => `${WORKFLOW} is not disabled: ${why}`,
    enabled: `${WORKFLOW} is enabled.`,
    enabledAgain: `${WORKFLOW} is enabled again.`,
    couldNotEnable: (why: string) => `${WORKFLOW} is still disabled: ${why}`,
    hidden: (why: string) => `Whether the workflow ${WAKE_WORKFLOW} is enabled cannot be seen: ${why}`,
    staysDisabled: (state: keyof typeof NOT_BY_STOP) =>
      `${WORKFLOW} is disabled, ${NOT_BY_STOP[state]}. It stays disabled.`,
  },
  /** What a person can do by hand; each begins with a verb. */
  byHand: {
    variable: (what: 'set' | 'delete') => `${what} the variable ${STOP_VARIABLE}`,
    organisationVariable: "delete it in the organisation's settings",
    workflow: (what: 'enable' | 'disable') => `${what} the workflow ${WAKE_WORKFLOW}`,
  },
  /** For the commit message. */
  recordStop: 'record what the stop reached',
} as const;

function unreadable(why: string): string {
  return `Besides, the state branch cannot be read: ${why}`;
}
