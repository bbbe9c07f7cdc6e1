import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../ports.ts';
import type { FaultPlan, PlannedFault } from './faults.ts';

/** One request and its answer, as they went over the wire; of git's, without the bodies. */
export interface Exchange {
  readonly kind: 'api' | 'git';
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Empty: none. */
  readonly requestBody: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty: none. */
  readonly body: string;
}

/** A request that has arrived and waits for its answer. */
export interface Incoming {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly url: URL;
}

export interface Trouble {
  readonly clock: Clock;
  readonly faults: FaultPlan;
  readonly observe?: (exchange: Exchange) => void;
  readonly signal: AbortSignal;
}

/** Lets happen what happens before a request is looked at. False: it is never looked at. */
export async function survives(
  { clock, faults: all, signal }: Trouble,
  { response }: Incoming,
  faults: readonly PlannedFault[],
): Promise<boolean> {
  for (const fault of faults) {
    if (typeof fault === 'string') continue;
    if ('delayMs' in fault) await clock.sleep(fault.delayMs, signal);
    else await fault.meanwhile();
  }
  if (faults.includes('hang')) all.hangs();
  if (faults.includes('dropped')) response.destroy();
  return !faults.includes('hang') && !faults.includes('dropped');
}

/** Whether the answer gets lost on its way back. */
export function isLost(
  { faults: all }: Trouble,
  { response }: Incoming,
  faults: readonly PlannedFault[],
): boolean {
  if (faults.includes('hang_after')) all.hangs();
  // Once an answer has begun, no client repeats the request by itself.
  if (faults.includes('dropped_after')) response.writeHead(200).write(' ', () => response.destroy());
  return faults.includes('hang_after') || faults.includes('dropped_after');
}
