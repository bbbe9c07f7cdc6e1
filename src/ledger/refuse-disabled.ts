import { Halt } from '../core/ending.ts';
import { isOutage } from '../core/halt.ts';
import type { AlertContext } from './agent-context.ts';

/**
 * Throws when a person has disabled the workflow of this wake. Where GitHub does not tell, the wake goes on: then the
 * stop on the state branch is the one that reaches it.
 */
export async function refuseDisabled({
  world,
  deadline,
}: Pick<AlertContext, 'world' | 'deadline'>): Promise<void> {
  if (!(await isDisabled(world, deadline.work))) return;
  throw new Halt('stopped', 'The workflow of this run was disabled. Enable it on GitHub to resume.');
}

async function isDisabled(
  { github }: Pick<AlertContext['world'], 'github'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return await github.isDisabled(signal);
  } catch (reason) {
    if (isOutage(reason)) return false;
    throw reason;
  }
}
