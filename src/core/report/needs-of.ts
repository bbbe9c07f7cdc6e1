import { AGENT, issueOf } from '../alert-state.ts';
import { isLeaseOverdue } from '../lease.ts';
import { openDrafts } from '../progress/checkpoint.ts';
import type { Checkpoint, State } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import type { AlertNeed, LockNeed, PersonNeed, ReviewNeed } from './report.ts';

/** What waits for a person, oldest first. `now` in ms. */
export function needsOf(state: State, now: number): readonly PersonNeed[] {
  const needs = [...alertNeeds(state), ...reviewNeeds(state), ...lockNeeds(state, now)];
  return needs.sort((a, b) => compareText(a.since, b.since));
}

/** A draft that waits is listed itself, so its alert says nothing more. */
function alertNeeds(state: State): readonly AlertNeed[] {
  return Object.values(state.alerts.alerts)
    .filter(({ wanted, cause }) => wanted && cause !== 'draft_waits' && cause !== 'folded')
    .map((record) => ({
      kind: 'alert',
      since: record.raised_at,
      goal: record.goal === AGENT ? null : record.goal,
      cause: record.cause,
      title: record.title,
      detail: record.detail ?? '',
      issue: issueOf(state.alerts, record),
      isKnown: record.known,
      figures: record.figures ?? null,
      places: record.places ?? [],
      failures: state.checkpoints[record.goal]?.consecutive_failures ?? 0,
    }));
}

function reviewNeeds({ checkpoints }: State): readonly ReviewNeed[] {
  return Object.entries(checkpoints).flatMap(([goal, checkpoint]) =>
    openDrafts(checkpoint).map(([, draft]) => ({
      kind: 'review' as const,
      since: draft.opened_at ?? checkpoint.last_lease?.at ?? '',
      goal,
      draft: draft.number,
      title: draft.title,
      branch: draft.branch,
      files: draft.changed_files,
      lines: draft.changed_lines,
      isComplete: draft.complete,
    })),
  );
}

/** Where the watchdog has seen it, the alert says so already. */
function lockNeeds({ lock, alerts, checkpoints }: State, now: number): readonly LockNeed[] {
  return Object.entries(lock.leases)
    .filter(([goal, lease]) => isLeaseOverdue(lease, now) && !isPaused(checkpoints[goal]))
    .filter(([goal]) => alerts.alerts[`${goal}/stuck_lease`]?.wanted !== true)
    .map(([goal, lease]) => ({ kind: 'lock', since: lease.expires_at, goal, run: lease.wake }));
}

function isPaused(checkpoint: Checkpoint | undefined): boolean {
  return (checkpoint?.pause ?? null) !== null;
}
