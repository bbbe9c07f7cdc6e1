import type { RepositoryIdentity } from '../repository-identity.ts';
import type { AlertRecord, Checkpoint, State, Status } from '../state.ts';
import { isInUse } from './checkpoint.ts';

/** What a copy of a state would keep and lose in another repository. */
export interface AdoptionFacts {
  readonly from: string;
  readonly goals: number;
  /** Drafts that wait in the other repository. */
  readonly drafts: number;
  readonly alerts: number;
  readonly requests: number;
  readonly locks: number;
}

export function adoptionFacts({ lock, checkpoints, alerts, requests }: State): AdoptionFacts {
  const drafts = Object.values(checkpoints).flatMap((each) => Object.values(each.drafts).filter(isInUse));
  return {
    from: lock.repository,
    goals: Object.keys(checkpoints).length,
    drafts: drafts.length,
    alerts: Object.keys(alerts.alerts).length,
    requests: Object.keys(requests).length,
    locks: Object.keys(lock.leases).length,
  };
}

/**
 * The state of a copy or a fork as this repository's own. Progress, counts and spending stay. What lies on GitHub stays with the
 * other repository: its drafts, issues, requests, and the runs that hold locks. `at`: ISO time from which this state is another one.
 */
export function adopted(state: State, { name, id }: RepositoryIdentity, at: string): State {
  const { repository_id: _, ...lock } = state.lock;
  const identity = id === null ? { repository: name } : { repository: name, repository_id: id };
  return {
    ...state,
    lock: { ...lock, ...identity, leases: {}, began_at: at },
    checkpoints: mapped(state.checkpoints, (checkpoint) => withoutPlaces(checkpoint)),
    alerts: { ...state.alerts, alerts: mapped(state.alerts.alerts, withoutIssue) },
    requests: {},
    status: withoutDashboard(state.status),
  };
}

function withoutDashboard({ dashboard: _, ...status }: Status): Status {
  return status;
}

/** Work that waits in drafts elsewhere is nobody's "no": it is left to whoever has it. */
function withoutPlaces(checkpoint: Checkpoint): Checkpoint {
  const items = mapped(checkpoint.items, (item) => ({ ...item, outbox: [] }));
  const drafts = mapped(checkpoint.drafts, (draft) => ({
    ...draft,
    ...(isInUse(draft) ? ({ outcome: 'taken_over' } as const) : {}),
    number: null,
    url: null,
  }));
  return { ...checkpoint, items, drafts };
}

function withoutIssue(alert: AlertRecord): AlertRecord {
  return { ...alert, issue: null, shown: null, known: false, folded: false };
}

function mapped<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
