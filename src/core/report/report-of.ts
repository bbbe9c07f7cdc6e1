import type { LogEntry } from '../event.ts';
import { isLeaseOverdue } from '../lease.ts';
import { backlogOf } from '../progress/backlog.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import { DAY_MS, isoTime, monthOf, utcDay } from '../time.ts';
import { daysOf } from './days-of.ts';
import { draftReports, type GoalName, goalSummaries } from './goals-of.ts';
import { happenedSince } from './happened-since.ts';
import { needsOf } from './needs-of.ts';
import type { DayFigures, DueTime, GoalSummary, HeldLock, LastRun, Report, ShortReport } from './report.ts';
import { runsOf } from './runs-of.ts';
import { slotsOf } from './slots-of.ts';
import { spendingOf } from './spending-of.ts';
import { evidenceOf, verdictOn } from './verdict-of.ts';

/** Lines of the log, as they stand on the state branch. */
export interface LogFacts {
  /** Oldest first. */
  readonly entries: readonly LogEntry[];
  /** The days of which there is a log, in order, e.g. `2026-11-22`. */
  readonly days: readonly string[];
  /** How many lines cannot be read. */
  readonly unreadableLines: number;
}

/** What the state branch holds, and the moment at which it is read. */
export interface ShortReportFacts extends LogFacts {
  readonly repository: string;
  /** The goals that the default branch holds. Missing: those that the state knows. */
  readonly goals?: readonly GoalName[];
  /** Null: there is no state branch. */
  readonly state: State | null;
  /** The first day whose log was looked for, e.g. `2026-11-21`. */
  readonly logFrom: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** ISO time since when it is told what happened. Missing: a day. */
  readonly since?: string;
  readonly limits: Pick<Settings, 'budget' | 'openDrafts'> & { readonly silentHours: number };
}

export interface ReportFacts extends ShortReportFacts {
  /** Figures of days whose log is no longer kept, oldest first. */
  readonly pastDays: readonly DayFigures[];
}

/** With every due time and every day that the given log tells of. */
export function reportOf(facts: ReportFacts): Report {
  const short = shortReportOf(facts);
  const slots = slotsOf(facts.entries);
  const runs = short.runs.flatMap((run) => run.goals);
  const days = facts.state === null ? [] : daysOf(facts.entries, runs);
  return {
    ...short,
    goals: short.goals.map((goal) => ({ ...goal, slots: slots.get(goal.id) ?? [] })),
    spending: { ...short.spending, days: [...facts.pastDays, ...days] },
  };
}

/** What is true now, and what happened lately. */
export function shortReportOf(facts: ShortReportFacts): ShortReport {
  const { state, entries, now, limits, repository } = facts;
  const fullDays = entries.filter(({ event }) => event === 'log_full').map(({ ts }) => ts.slice(0, 10));
  const evidence = evidenceOf({
    ...facts,
    fullDays: [...new Set(fullDays)],
    silentHours: limits.silentHours,
  });
  if (state === null) return emptyReport(facts, evidence);
  const day = utcDay(now);
  const runs = runsOf(entries, state.lock);
  const drafts = draftReports(state);
  const goals = goalSummaries({ state, now, month: monthOf(day), names: facts.goals ?? null });
  const needs = needsOf(state, now);
  const since = facts.since ?? isoTime(now - DAY_MS);
  return {
    ...{ version: 1, repository, at: isoTime(now), evidence, needs, goals, runs, drafts },
    verdict: verdictOn({ state, evidence, needs, goals }),
    happened: happenedSince({ since, entries, runs, drafts, isWhole: isWhole(facts, evidence, since) }),
    lastRun: lastRunOf(state),
    running: heldLocks(state, now),
    backlog: backlogOf(Object.values(state.checkpoints), now),
    requests: Object.keys(state.requests).length,
    isFullOfDrafts: needs.filter(({ kind }) => kind === 'review').length >= limits.openDrafts,
    spending: spendingOf({ budget: state.budget, limits: limits.budget, drafts, day }),
    next: nextOf(state, goals, now),
  };
}

function lastRunOf({ status: { last_wake: last } }: State): LastRun | null {
  if (last === null) return null;
  const { id, trigger, started_at: startedAt, ended_at: endedAt, ending } = last;
  return { id, trigger, startedAt, endedAt, ending };
}

function heldLocks({ lock }: State, now: number): readonly HeldLock[] {
  return Object.entries(lock.leases).map(([goal, lease]) => {
    const { wake: run, taken_at: since, expires_at: until } = lease;
    return { goal, run, since, until, isOverdue: isLeaseOverdue(lease, now) };
  });
}

/** Whether the log tells everything since then. */
function isWhole({ logFrom }: ShortReportFacts, evidence: Report['evidence'], since: string): boolean {
  const isFull = evidence.fullDays.some((day) => day >= since.slice(0, 10));
  return evidence.unreadableLines === 0 && !isFull && logFrom <= since.slice(0, 10);
}

const DUE_TIMES = 10;

function nextOf(state: State, goals: readonly GoalSummary[], now: number): readonly DueTime[] {
  const asked = new Set(Object.values(state.requests).map(({ goal }) => goal));
  const times = goals
    .filter((goal) => goal.pause === null || asked.has(goal.id))
    .flatMap((goal): readonly DueTime[] => {
      const isHeldUp = goal.ending === 'waiting_for_draft' && goal.drafts.waiting > 0;
      const due = { goal: goal.id, isHeldUp };
      if (asked.has(goal.id)) return [{ ...due, at: isoTime(now), why: 'request' }];
      if (goal.nextDue === null) return [];
      return [{ ...due, at: goal.nextDue, why: goal.left > 0 ? 'unfinished' : 'slot' }];
    });
  return times.sort((a, b) => compareText(a.at, b.at) || compareText(a.goal, b.goal)).slice(0, DUE_TIMES);
}

function emptyReport(facts: ShortReportFacts, evidence: Report['evidence']): ShortReport {
  const since = facts.since ?? isoTime(facts.now - DAY_MS);
  const happened = happenedSince({ since, entries: [], runs: [], drafts: [], isWhole: false });
  const budget = { version: 1, days: {}, months: {} };
  const day = utcDay(facts.now);
  const spending = spendingOf({ budget, drafts: [], limits: facts.limits.budget, day });
  return {
    ...{ version: 1, repository: facts.repository, at: isoTime(facts.now) },
    ...{ evidence, verdict: { kind: 'never_ran' }, happened, spending },
    ...{ lastRun: null, running: [], backlog: backlogOf([], facts.now), requests: 0 },
    ...{ isFullOfDrafts: false, needs: [], goals: [], runs: [], drafts: [], next: [] },
  };
}
