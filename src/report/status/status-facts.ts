import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { EffectReceipt } from '../../core/effect.ts';
import { ENDINGS, type Ending } from '../../core/ending.ts';
import type { LogEntry } from '../../core/event.ts';
import { totalOf } from '../../core/money/budget.ts';
import { openDrafts, openItems } from '../../core/progress/checkpoint.ts';
import { openFindings } from '../../core/progress/work-finding.ts';
import { draftCounts } from '../../core/report/goals-of.ts';
import type { DraftCounts, Report } from '../../core/report/report.ts';
import { type LogFacts, reportOf } from '../../core/report/report-of.ts';
import type { Settings } from '../../core/settings.ts';
import type { DraftRecord, State, Sums } from '../../core/state.ts';
import { compareText } from '../../core/text/compare-text.ts';
import type { Masked } from '../../core/text/masked.ts';
import { DAY_MS, monthOf, utcDay } from '../../core/time.ts';
import type { WorkFinding } from '../../core/work-finding.ts';
import type { PageTarget } from '../words/github-pages.ts';
import type { Tone } from '../words/palette.ts';

/** What the status page and the status command are made from. */
export interface StatusInput {
  readonly state: MaskedRecord<State>;
  readonly goals: readonly { readonly id: string; readonly title: Masked }[];
  readonly log: RecentLog;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly settings: Pick<Settings, 'budget' | 'openDrafts' | 'alerts'>;
  readonly repository: string;
  /** What people open, e.g. `https://git.acme.example`; missing: `https://github.com`. */
  readonly serverUrl?: string | undefined;
  /** `owner/name` of the repository that has the papers of Wakeful. Missing: this one, which is a copy. */
  readonly papers?: string | undefined;
  /** The state branch. */
  readonly branch: string;
  /** Where somebody at a terminal can read a draft or an issue; null: nowhere. */
  readonly pageOf?: (target: PageTarget) => string | null;
}

/** The lines of the newest days of the log, as they may be shown. */
export interface RecentLog extends Omit<LogFacts, 'entries'> {
  readonly entries: readonly MaskedRecord<LogEntry>[];
}

/** Everything that the page tells, as facts. */
export function statusReport({ state, goals, log, now, settings, repository }: StatusInput): Report {
  const { budget, openDrafts, alerts } = settings;
  const limits = { budget, openDrafts, silentHours: alerts.silentHours };
  return reportOf({
    repository,
    state,
    goals,
    ...log,
    pastDays: [],
    logFrom: utcDay(now - DAY_MS),
    now,
    limits,
  });
}

/** A question of somebody who looks at the agent, and its answer in plain sentences. */
export interface StatusAnswer {
  readonly question: string;
  readonly answer: string;
  readonly tone: Tone;
}

/** One goal at a glance. */
export interface GoalRow {
  readonly id: string;
  readonly title: Masked;
  readonly ending: Ending | null;
  readonly at: string | null;
  readonly failures: number;
  readonly paused: string | null;
  readonly itemsLeft: number;
  readonly stuck: number;
  readonly nextDue: string | null;
  readonly drafts: readonly DraftRecord[];
  readonly outcomes: DraftCounts;
  /** What it has done on issues, as far as it is kept. */
  readonly effects: readonly EffectReceipt[];
  /** What it has found and no draft tells. */
  readonly findings: readonly MaskedRecord<WorkFinding>[];
}

/** Goals that need a person come first, then by id. */
export function goalRows(input: StatusInput): readonly GoalRow[] {
  const rows = input.goals.map((goal) => goalRow(input.state, goal));
  return rows.sort((a, b) => urgency(b) - urgency(a) || compareText(a.id, b.id));
}

function goalRow(state: MaskedRecord<State>, goal: StatusInput['goals'][number]): GoalRow {
  const status = state.status.goals[goal.id];
  const checkpoint = state.checkpoints[goal.id];
  return {
    ...goal,
    ending: status?.ending ?? null,
    at: status?.at ?? null,
    failures: checkpoint?.consecutive_failures ?? status?.consecutive_failures ?? 0,
    paused: checkpoint?.pause?.reason ?? null,
    itemsLeft: checkpoint === undefined ? (status?.queue_depth ?? 0) : openItems(checkpoint).length,
    stuck: Object.values(checkpoint?.items ?? {}).filter((item) => item.status === 'stuck').length,
    nextDue: status?.next_due ?? null,
    drafts: checkpoint === undefined ? [] : openDrafts(checkpoint).map(([, draft]) => draft),
    outcomes: draftCounts(checkpoint),
    findings: checkpoint === undefined ? [] : openFindings(checkpoint),
    effects: Object.values(checkpoint?.items ?? {}).flatMap((item) => item.effects ?? []),
  };
}

function urgency(row: GoalRow): number {
  if (row.ending !== null && ENDINGS[row.ending].exitCode !== 0) return 3;
  if (row.paused !== null || row.stuck > 0) return 2;
  return row.failures > 0 ? 1 : 0;
}

/** What all goals together used up; what is set aside counts until it is settled. */
export function spentSums(input: StatusInput): { readonly day: Sums; readonly month: Sums } {
  const day = utcDay(input.now);
  const { days, months } = input.state.budget;
  return { day: totalOf(days[day] ?? {}), month: totalOf(months[monthOf(day)] ?? {}) };
}
