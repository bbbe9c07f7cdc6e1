import type { Trigger } from '../../core/trigger.ts';
import type { PersonAct } from './profile.ts';

/** What somebody does some hours later, so that a simulation of months does not stand still. */
export const UNDOES: Readonly<Partial<Record<PersonAct, PersonAct>>> = {
  stop_by_variable: 'resume',
  stop_by_file: 'resume',
  tick_stop: 'resume',
  close_dashboard: 'open_dashboard',
  break_goal: 'mend',
  break_settings: 'mend',
  disable_workflow: 'enable_workflow',
  protect: 'unprotect',
  delete_state: 'restore_state',
  damage_state: 'restore_state',
};

/** What makes GitHub start a run. */
export const CAUSES: Readonly<Partial<Record<PersonAct, string>>> = {
  open_issue: 'issues',
  close_issue: 'issues',
  comment: 'issue_comment',
};

/** `isTrusted`: whoever caused it may write in the repository. */
export function eventTrigger(name: string, isTrusted: boolean): Trigger {
  const actor = isTrusted ? 'ann' : 'stranger';
  return { kind: 'event', by: actor, reason: name, goals: [], event: { name, actor, isTrusted } };
}
