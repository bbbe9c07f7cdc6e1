import { type Ending, Halt } from '../core/ending.ts';
import { isLeaseOverdue } from '../core/lease.ts';
import type { Lease } from '../core/state.ts';
import type { AlertContext } from './agent-context.ts';

/**
 * Whether a lease may be taken over: its holder is known to be dead, or its time has long passed. Unknown means no,
 * and so does no answer.
 */
export async function isHolderGone(context: AlertContext, lease: Lease): Promise<boolean> {
  const { world, deadline } = context;
  const state = await answerOf(context, () => world.github.wakeState(lease.wake, deadline.work));
  if (state === 'finished') return true;
  const now = await timeOf(context);
  return now !== null && isLeaseOverdue(lease, now);
}

/** The server's clock; the runner's own, which may be hours off, only where that is not told. Null: no answer. */
async function timeOf(context: AlertContext): Promise<number | null> {
  const { github, clock } = context.world;
  const answer = await answerOf(context, () => github.serverTime(context.deadline.work));
  if (answer === 'github_unavailable') return null;
  return typeof answer === 'number' ? answer : clock.now();
}

/** What GitHub answers, or the ending that a missing answer stands for. */
async function answerOf<T>({ deadline }: AlertContext, ask: () => Promise<T>): Promise<T | Ending> {
  try {
    return await ask();
  } catch (reason) {
    deadline.check();
    if (reason instanceof Halt) return reason.ending;
    throw reason;
  }
}
