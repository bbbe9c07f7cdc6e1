import { authorToCheck, type RunCause, type Trigger, triggerOf } from '../../core/trigger.ts';
import type { Control } from '../../ports.ts';
import type { ActionCall } from './call.ts';

/** Decided once. Only an event that anybody can cause costs a request: may its author write here? */
export async function wakeTrigger(
  { inputs, cancel }: ActionCall,
  cause: RunCause,
  control: Control,
): Promise<Trigger> {
  const { goal, reason, stop } = inputs;
  const author = authorToCheck(cause);
  if (author === null) return triggerOf(cause, { goal, reason, mayWrite: null });
  const isAsked = author !== 'outsider' && stop === '';
  const mayWrite = isAsked && (await mayWriteHere(control, author.login, cancel));
  return triggerOf(cause, { goal, reason, mayWrite });
}

/** False if GitHub does not say. */
async function mayWriteHere(control: Control, login: string, signal: AbortSignal): Promise<boolean> {
  try {
    return ['admin', 'write'].includes(await control.permissionOf(login, signal));
  } catch {
    return false;
  }
}
