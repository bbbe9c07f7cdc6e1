import { areInLine } from '../../alerts/recorded-alerts.ts';
import { type AlertsChange, bringInLine } from '../../alerts/sync-alerts.ts';
import type { WantedAlert } from '../../alerts/wanted-alert.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import { isUnswept } from '../../core/alert-state.ts';
import { withoutRequests } from '../../core/due/inbox.ts';
import { goalAlerts } from '../../core/health/goal-alerts.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { withSpentDay } from '../../core/progress/spent-days.ts';
import { openFindings } from '../../core/progress/work-finding.ts';
import type { Checkpoint, State } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import {
  isUntried,
  type ReleaseFacts,
  type ReleaseRecord,
  recordRelease,
  withGoalStatus,
  withoutLease,
} from '../../core/work/release-record.ts';
import type { BranchUpdate } from '../../ledger/branch-update.ts';
import { alertDetail } from '../../report/on-github/alert-details.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import { PAUSE_REASONS } from '../../report/words/pause-reasons.ts';
import type { Hold, Settling } from '../lease/held-goal.ts';
import { moneyFor, today } from '../lease/money.ts';
import type { Handover } from '../lease/session.ts';
import type { Worked } from '../lease/worked.ts';

/** A release that has not been pushed yet, with the work branches that it must save. */
export interface Release extends Handover {
  readonly goal: string;
  readonly refs: readonly BranchUpdate[];
  /** What the log says of the work that it saves. */
  readonly workEvents: readonly LogEvent[];
  /** The same release for when one of these branches is refused; null: it saves none. */
  readonly withoutWork: Release | null;
}

/**
 * Gives the lease back. One record says what the release changes; its push carries the receipts, the settled reservation, the
 * counted slots, the status and the alerts.
 */
export async function prepareRelease(hold: Hold, worked: Worked): Promise<Release> {
  const now = hold.session.world.clock.now();
  const facts = factsOf(hold, worked, now);
  const record = recordRelease(hold.checkpoint, facts);
  const alerts = await goalAlertsInLine(hold, { facts, record });
  return releaseOf(hold, worked, { facts, record, alerts, settling: hold.settlement() });
}

function factsOf(hold: Hold, { ending, detail, done, save }: Worked, now: number): ReleaseFacts {
  const { goal, plan, spent, session } = hold;
  return {
    goal,
    plan,
    spent,
    ending,
    detail,
    done,
    save: save?.change ?? ((checkpoint) => checkpoint),
    takenAt: Date.parse(hold.checkpoint.last_lease?.at ?? isoTime(session.startedAt)),
    now,
    circleReason: PAUSE_REASONS.circle,
    failuresReason: PAUSE_REASONS.failures,
  };
}

interface Releasing {
  readonly facts: ReleaseFacts;
  readonly record: ReleaseRecord;
  readonly alerts: AlertsChange;
  readonly settling: Settling;
}

function releaseOf(hold: Hold, worked: Worked, releasing: Releasing): Release {
  const { record, settling } = releasing;
  const workEvents = worked.save?.events ?? [];
  return {
    goal: hold.goal.id,
    // Somebody took over: there is nothing of ours left to give back.
    apply: (state) => (hold.leaseIn(state) === null ? 'stale' : applyRelease(hold, state, releasing)),
    describe: () => hold.describe(STATE_COMMITS.unlock(worked.ending), settling.step),
    workEvents,
    events: (after) => [
      ...workEvents,
      ...record.events({
        before: hold.checkpoint,
        released: after.checkpoints[hold.goal.id] ?? hold.checkpoint,
        known: hold.session.ledger.state.status.goals[hold.goal.id],
      }),
    ],
    isIn: (state) => hold.isStepIn(state, settling.step),
    refs: worked.save?.refs ?? [],
    withoutWork: releaseWithoutWork(hold, worked, releasing),
  };
}

/** The release for when the work branch of the last item is refused: it saves the rest without the work. */
function releaseWithoutWork(hold: Hold, worked: Worked, releasing: Releasing): Release | null {
  const save = worked.save?.withoutWork;
  if (save === undefined) return null;
  const left = { ...worked, save };
  const facts = factsOf(hold, left, releasing.facts.now);
  return releaseOf(hold, left, { ...releasing, facts, record: recordRelease(hold.checkpoint, facts) });
}

function applyRelease(hold: Hold, state: State, { facts, record, alerts, settling }: Releasing): State {
  const { goal } = hold;
  const held = hold.apply(state, { change: record.change, item: null }, settling);
  const released = withoutLease(held, goal.id, settling.step);
  const spent = withNotedSpent(hold, facts, { ...released, alerts: alerts(held.alerts) });
  return withoutRequests(withGoalStatus(spent, goal, facts), record.settled);
}

function withNotedSpent(hold: Hold, facts: ReleaseFacts, state: State): State {
  const { goal } = hold;
  const checkpoint = state.checkpoints[goal.id];
  if (checkpoint === undefined) return state;
  const noted = noteSpent(hold, facts, { checkpoint, state });
  return { ...state, checkpoints: { ...state.checkpoints, [goal.id]: noted } };
}

function noteSpent(
  { session, goal }: Hold,
  facts: ReleaseFacts,
  { checkpoint, state }: { readonly checkpoint: Checkpoint; readonly state: State },
): Checkpoint {
  if (!isUntried(facts, facts.spent)) return checkpoint;
  return withSpentDay(checkpoint, today(session), moneyFor(session, goal, state).left);
}

/** Findings go into an issue only where the goal may do that. A file that is gone needs nobody any more. */
async function findingsToTell({ goal, session }: Hold, checkpoint: Checkpoint) {
  if (!goal.permissions.effects.includes('report_findings') || openFindings(checkpoint).length === 0)
    return [];
  if (goal.forEach?.kind !== 'files') return openFindings(checkpoint);
  const { tips, world, deadline } = session;
  const files = await world.workspace.files(tips.base.commit, deadline.save);
  const paths = new Set(files.map(({ path }) => path));
  return openFindings(checkpoint, (element) => paths.has(element));
}

/** The goal's alerts, brought in line while its lease still fences them. No time or no permission: left to a later wake. */
async function goalAlertsInLine(
  hold: Hold,
  { facts, record }: Pick<Releasing, 'facts' | 'record'>,
): Promise<AlertsChange> {
  const { session, goal } = hold;
  const recorded = session.ledger.state.alerts;
  const owns = (alert: { readonly goal: string; readonly cause: string }) =>
    alert.goal === goal.id && alert.cause !== 'bad_goal';
  const findings = await findingsToTell(hold, record.after);
  const causes = goalAlerts({
    goal,
    findings,
    checkpoint: noteSpent(hold, facts, { checkpoint: record.after, state: session.ledger.state }),
    ending: facts.ending,
    detail: facts.detail,
    settings: session.settings,
    now: facts.now,
    recorded: Object.values(recorded.alerts).filter(owns),
  });
  const wanted = [...causes].map(
    ([cause, { seen, ...same }]): WantedAlert => ({
      ...same,
      detail: alertDetail(maskedRecord(seen, session.mask)),
      ...{ goal, cause },
    }),
  );
  const isLeft = isUnswept(recorded, goal.id);
  if (!isLeft && areInLine(session, recorded, { wanted, owns })) return (alerts) => alerts;
  const allowed = () => hold.watch.effectAllowed(session.world.github.requestTimeoutMs);
  const mayBeLeft = (name: string) => name.startsWith(`${goal.id}/`) && name !== `${goal.id}/bad_goal`;
  const sweeps = { mayBeLeft, settles: goal.id };
  return bringInLine(session, recorded, { wanted, owns, allowed, ...(isLeft ? { sweeps } : {}) });
}
