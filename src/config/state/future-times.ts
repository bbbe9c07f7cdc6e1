import type { Checkpoint, State } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import { forgedStateProblems } from '../../report/problems/forged-state-problems.ts';
import { badFile } from './state-json.ts';

type Times = Readonly<Record<string, string | null | undefined>>;

/**
 * `Halt('bad_state_file')` for a time that lies after `latest`, in ms. By such a time a goal would not be due again before
 * it, a lock would not end, and nobody would hear that the agent is silent.
 */
export function refuseFuture(state: State, latest: number): void {
  for (const [goal, { taken_at }] of Object.entries(state.lock.leases))
    refuse('state/lock.json', { [`leases.${goal}.taken_at`]: taken_at }, latest);
  const { seen_at, watched_at, releases } = state.status;
  refuse('state/status.json', { seen_at, watched_at, 'releases.asked_at': releases?.asked_at }, latest);
  for (const checkpoint of Object.values(state.checkpoints))
    refuse(`state/checkpoints/${checkpoint.goal}.json`, timesOf(checkpoint), latest);
  for (const { id, at } of Object.values(state.requests)) refuse(`state/requests/${id}.json`, { at }, latest);
}

function timesOf({ classified_to, finished, window, last_event, last_lease, drafts }: Checkpoint): Times {
  const opened = Object.entries(drafts).map(([key, { opened_at }]) => [`drafts.${key}.opened_at`, opened_at]);
  return {
    classified_to,
    last_event,
    'finished.slot': finished?.slot,
    'finished.time': finished?.time,
    'window.slot': window?.slot,
    'window.to.time': window?.to.time,
    'last_lease.at': last_lease?.at,
    ...Object.fromEntries(opened),
  };
}

function refuse(path: string, times: Times, latest: number): void {
  for (const [field, time] of Object.entries(times)) {
    if (typeof time !== 'string' || Date.parse(time) <= latest) continue;
    throw badFile(path, forgedStateProblems.futureTime(field, { found: time, latest: isoTime(latest) }));
  }
}
