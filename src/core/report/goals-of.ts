import { waitAt } from '../due/back-off.ts';
import { ENDINGS } from '../ending.ts';
import { loggedTitle } from '../item.ts';
import { isLeaseOverdue } from '../lease.ts';
import { NO_COST } from '../money/cost.ts';
import { itemTitle, openDrafts, openItems } from '../progress/checkpoint.ts';
import { openFindings } from '../progress/work-finding.ts';
import { type Checkpoint, NO_SLOTS, type State, type Sums } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import type { DraftCounts, DraftReport, GoalCondition, GoalSummary, StuckWork } from './report.ts';

interface GoalsFacts {
  readonly state: State;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly month: string;
  /** Null: those that the state knows. */
  readonly names: readonly GoalName[] | null;
}

/** A goal, as its file names it. */
export interface GoalName {
  readonly id: string;
  readonly title: string;
}

/** Those that need a person come first, then by id. */
export function goalSummaries(facts: GoalsFacts): readonly GoalSummary[] {
  const known = Object.entries(facts.state.status.goals).map(([id, { title }]) => ({ id, title }));
  const goals = (facts.names ?? known).map((name) => goalSummary(name, facts));
  return goals.sort((a, b) => URGENCY[a.state] - URGENCY[b.state] || compareText(a.id, b.id));
}

const URGENCY: Readonly<Record<GoalCondition, number>> = {
  stuck: 0,
  paused: 1,
  failing: 2,
  waiting: 3,
  running: 4,
  unfinished: 5,
  new: 6,
  resting: 7,
};

function goalSummary({ id, title }: GoalName, { state, now, month }: GoalsFacts): GoalSummary {
  const status = state.status.goals[id];
  const checkpoint = state.checkpoints[id];
  return {
    id,
    title,
    state: conditionOf(id, state, now),
    ending: status?.ending ?? null,
    detail: status?.detail ?? '',
    endedAt: status?.at ?? null,
    failures: checkpoint?.consecutive_failures ?? status?.consecutive_failures ?? 0,
    pause: checkpoint?.pause ?? null,
    waitsUntil: checkpoint === undefined ? null : (waitAt(checkpoint, now)?.until ?? null),
    left: checkpoint === undefined ? (status?.queue_depth ?? 0) : openItems(checkpoint).length,
    stuck: checkpoint === undefined ? [] : stuckTasks(checkpoint),
    nextDue: status?.next_due ?? null,
    counters: checkpoint?.counters ?? NO_SLOTS,
    drafts: draftCounts(checkpoint),
    effects: Object.values(checkpoint?.items ?? {}).flatMap((item) => item.effects ?? []),
    findings: checkpoint === undefined ? [] : openFindings(checkpoint),
    cost: costOf(state.budget.months[month]?.[id]),
  };
}

function conditionOf(id: string, { lock, checkpoints, status }: State, now: number): GoalCondition {
  const lease = lock.leases[id];
  if (lease !== undefined && !isLeaseOverdue(lease, now)) return 'running';
  const checkpoint = checkpoints[id];
  if (checkpoint === undefined) return status.goals[id]?.ending === 'bad_goal' ? 'failing' : 'new';
  if (checkpoint.pause !== null) return 'paused';
  if (Object.values(checkpoint.items).some((item) => item.status === 'stuck')) return 'stuck';
  const ending = status.goals[id]?.ending ?? null;
  if (checkpoint.consecutive_failures > 0 || (ending !== null && ENDINGS[ending].exitCode === 1))
    return 'failing';
  if (openDrafts(checkpoint).length > 0) return 'waiting';
  return checkpoint.window === null ? 'resting' : 'unfinished';
}

function stuckTasks(checkpoint: Checkpoint): readonly StuckWork[] {
  return Object.entries(checkpoint.items)
    .filter(([, { status }]) => status === 'stuck')
    .map(([key, { attempts, ending, detail }]) => ({
      title: loggedTitle({ key, title: itemTitle(checkpoint, key) }),
      attempts,
      ending,
      detail,
    }));
}

function draftCounts(checkpoint: Checkpoint | undefined): DraftCounts {
  const drafts = Object.values(checkpoint?.drafts ?? {});
  const having = (wanted: string) => drafts.filter(({ outcome }) => outcome === wanted).length;
  return {
    merged: having('merged'),
    closed: having('closed'),
    waiting: having('open'),
    takenOver: having('taken_over'),
  };
}

function costOf(sums: Sums | undefined): GoalSummary['cost'] {
  if (sums === undefined) return NO_COST;
  return { tokens: sums.spent_tokens, usdMicros: sums.spent_usd_micros, calls: sums.calls };
}

/** Drafts as far as they are kept, newest first. */
export function draftReports({ checkpoints }: State): readonly DraftReport[] {
  const drafts = Object.entries(checkpoints).flatMap(([goal, checkpoint]) =>
    Object.entries(checkpoint.drafts)
      .filter(([, { outcome }]) => outcome !== 'none')
      .map(([key]) => draftReport(goal, checkpoint, key)),
  );
  return drafts
    .filter((draft) => draft !== null)
    .sort((a, b) => compareText(b.openedAt ?? '', a.openedAt ?? ''));
}

function draftReport(goal: string, { drafts, items }: Checkpoint, key: string): DraftReport | null {
  const draft = drafts[key];
  if (draft === undefined) return null;
  const own = Object.entries(items).filter(([, item]) => item.draft === key);
  return {
    goal,
    draft: draft.number,
    title: draft.title,
    branch: draft.branch,
    outcome: draft.outcome,
    openedAt: draft.opened_at,
    endedAt: draft.ended_at ?? null,
    reason: draft.reason ?? null,
    files: draft.changed_files,
    lines: draft.changed_lines,
    isComplete: draft.complete,
    tasks: own.map(([task, { status }]) => ({ key: task, status })),
    cost: {
      tokens: sumOf(own, ({ tokens }) => tokens),
      usdMicros: sumOf(own, ({ usd_micros }) => usd_micros),
      calls: sumOf(own, ({ calls }) => calls),
    },
  };
}

type Items = readonly (readonly [string, Checkpoint['items'][string]])[];

function sumOf(items: Items, figure: (spent: Items[number][1]['spent']) => number): number {
  return items.reduce((sum, [, { spent }]) => sum + figure(spent), 0);
}
