import { MOST_EFFECTS, markerOf } from '../../core/item.ts';
import { LONGEST_LEASE_MS } from '../../core/lease.ts';
import type { Budget, Checkpoint, DraftRecord, Lease, Lock, OutboxEntry, State } from '../../core/state.ts';
import { BRANCH_PREFIX, isBranchOf } from '../../core/work-branch.ts';
import { forgedStateProblems } from '../../report/problems/forged-state-problems.ts';
import type { ProblemText } from '../../report/problems/problem.ts';
import { badFile } from './state-json.ts';

/** Far beyond what any repository reaches; the next one must still be a whole number. */
const MOST_EPOCH = 1_000_000_000_000;
const MOST_COUNTED = 1_000_000_000_000_000;
/** Figures to which something is added. */
const COUNTED: ReadonlySet<string> = new Set([
  ...['ran', 'caught_up', 'missed', 'skipped', 'overlapped', 'attempts', 'consecutive_failures'],
  ...['dead_wakes', 'refusals', 'tokens', 'usd_micros', 'calls', 'spent_tokens', 'spent_usd_micros'],
  ...[
    'reserved_tokens',
    'reserved_usd_micros',
    'lost_tokens',
    'lost_usd_micros',
    'failures',
    'reader_tokens',
  ],
]);

/**
 * `Halt('bad_state_file')` for what each file may say by itself and the agent cannot have written: whoever may push the
 * state branch must not be able to choose where the agent pushes, what it does on issues, or how long a lock lasts.
 */
export function refuseForged(state: State): void {
  const { lock, checkpoints, requests, alerts, budget } = state;
  refuse('state/lock.json', lockProblem(lock));
  refuse('state/budget.json', budgetProblem(budget));
  for (const checkpoint of Object.values(checkpoints))
    refuse(`state/checkpoints/${checkpoint.goal}.json`, checkpointProblem(checkpoint, lock));
  for (const { id, begun_epoch: epoch } of Object.values(requests))
    refuse(`state/requests/${id}.json`, epochProblem('begun_epoch', epoch, lock));
  for (const [name, { goal, cause }] of Object.entries(alerts.alerts)) {
    const wanted = `${goal}/${cause}`;
    if (name !== wanted) refuse('state/alerts.json', forgedStateProblems.otherAlert({ name, wanted }));
  }
}

function refuse(path: string, problem: ProblemText | null): void {
  if (problem !== null) throw badFile(path, problem);
}

function lockProblem(lock: Lock): ProblemText | null {
  if (lock.epoch > MOST_EPOCH) return forgedStateProblems.endlessNumber('epoch', lock.epoch);
  return firstOf(Object.entries(lock.leases), ([goal, lease]) => leaseProblem(goal, lease, lock));
}

function leaseProblem(goal: string, { epoch, taken_at, expires_at }: Lease, lock: Lock): ProblemText | null {
  const lasts = Date.parse(expires_at) - Date.parse(taken_at);
  if (lasts > LONGEST_LEASE_MS) return forgedStateProblems.longLock(goal, { taken_at, expires_at });
  return epochProblem(`leases.${goal}.epoch`, epoch, lock);
}

/** Every epoch that is written anywhere was given by the lock. */
function epochProblem(field: string, epoch: number | undefined, lock: Lock): ProblemText | null {
  return epoch === undefined || epoch <= lock.epoch
    ? null
    : forgedStateProblems.numberTooHigh({ field, found: epoch }, { field: 'epoch', found: lock.epoch });
}

/** A figure to which something is added must leave room for it. */
function figureProblem(field: string, figures: object): ProblemText | null {
  return firstOf(Object.entries(figures), ([name, figure]) =>
    COUNTED.has(name) && typeof figure === 'number' && figure > MOST_COUNTED
      ? forgedStateProblems.endlessNumber(`${field}${name}`, figure)
      : null,
  );
}

function budgetProblem({ days, months }: Budget): ProblemText | null {
  return firstOf(Object.entries({ ...days, ...months }), ([period, account]) =>
    firstOf(Object.entries(account), ([goal, sums]) => figureProblem(`${period}.${goal}.`, sums)),
  );
}

function checkpointProblem(checkpoint: Checkpoint, lock: Lock): ProblemText | null {
  return (
    figureProblem('', checkpoint) ??
    figureProblem('counters.', checkpoint.counters) ??
    firstOf(Object.entries(checkpoint.items), ([key, item]) =>
      firstOf([item, item.spent], (figures) => figureProblem(`items.${key}.`, figures)),
    ) ??
    epochProblem('last_lease.epoch', checkpoint.last_lease?.epoch, lock) ??
    firstOf(Object.entries(checkpoint.drafts), ([key, draft]) =>
      branchProblem(checkpoint.goal, key, draft),
    ) ??
    firstOf(Object.entries(checkpoint.items), ([key, { outbox }]) =>
      firstOf(outbox, (entry) => entryProblem(checkpoint.goal, key, entry)),
    )
  );
}

/**
 * A branch of this goal and this generation, by its form. The digest in it is not made here, at the start of every run: a
 * push makes the whole name itself.
 */
function branchProblem(goal: string, key: string, { branch, generation }: DraftRecord): ProblemText | null {
  const isOwn = isBranchOf(branch, { goal, generation });
  return isOwn
    ? null
    : forgedStateProblems.otherBranch(key, { found: branch, start: `${BRANCH_PREFIX}${goal}/` });
}

function entryProblem(goal: string, key: string, entry: OutboxEntry): ProblemText | null {
  if (entry.kind === 'draft') {
    const wanted = markerOf(goal, entry.draft, 0);
    return entry.marker === wanted
      ? null
      : forgedStateProblems.otherMarker(key, { found: entry.marker, wanted });
  }
  const own = markerOf(goal, key, 0).slice(0, -1);
  const place = entry.marker.startsWith(own) ? entry.marker.slice(own.length) : '';
  const isOwn = /^[1-9]\d?$/.test(place) && Number(place) <= MOST_EFFECTS;
  return isOwn ? null : forgedStateProblems.otherMarker(key, { found: entry.marker, wanted: `${own}1` });
}

function firstOf<T>(values: readonly T[], problemOf: (value: T) => ProblemText | null): ProblemText | null {
  for (const value of values) {
    const problem = problemOf(value);
    if (problem !== null) return problem;
  }
  return null;
}
