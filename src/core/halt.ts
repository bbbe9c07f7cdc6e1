import { Halt } from './ending.ts';
import type { Lease } from './state.ts';
import { stopReason } from './stop.ts';
import { cutBetweenWords } from './text/plain-text.ts';

/** The ending of a wake that finds `state/STOP`, with its text. */
export function stoppedBy(stop: string): Halt {
  return new Halt('stopped', `state/STOP is set: ${stopReason(stop)}`);
}

/** The ending of a wake that finds a stop before it has begun. */
export function stoppedAtStart(where: string, reason: string): Halt {
  const words = `${where} is set: ${stopReason(reason)}. Nothing was started and nothing was written.`;
  return new Halt('stopped', `${words} Remove the stop to resume.`);
}

export function leaseLost(goal: string): Halt {
  return new Halt('lease_lost', `Another run took over the lock on ${goal}.`);
}

/** The ending of a wake that finds on its lease that a person asked for the goal. */
export function yieldedTo({ yield: request }: Lease): Halt {
  return new Halt('yielded_to_person', `${request?.by ?? 'A person'} asked for the goal.`);
}

/** The remote does not answer; it may later. */
export function isOutage(reason: unknown): boolean {
  return reason instanceof Halt && reason.ending === 'github_unavailable';
}

/** Anything that was thrown, as a planned ending; a defect keeps its stack, so that it can be fixed. */
export function asHalt(reason: unknown): Halt {
  if (reason instanceof Halt) return reason;
  const cause = reason instanceof Error ? reason.cause : undefined;
  if (cause instanceof Halt) return cause;
  const words = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  return new Halt('unexpected', cutBetweenWords(words, 2_000), { cause: reason });
}
