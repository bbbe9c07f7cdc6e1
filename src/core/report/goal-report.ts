import type { EffectReceipt } from '../effect.ts';
import type { Ending } from '../ending.ts';
import type { PassedReason } from '../log/run-events.ts';
import type { Cost } from '../money/cost.ts';
import type { OpenWindow, SlotCounters } from '../state.ts';
import type { WorkFinding } from '../work-finding.ts';

/** A goal as it stands now. */
export interface GoalSummary {
  readonly id: string;
  readonly title: string;
  readonly state: GoalCondition;
  readonly ending: Ending | null;
  readonly detail: string;
  readonly endedAt: string | null;
  readonly failures: number;
  readonly pause: { readonly reason: string; readonly by: string; readonly at: string } | null;
  /** It waits after failures; ISO time. Null: it does not. */
  readonly waitsUntil: string | null;
  readonly left: number;
  readonly stuck: readonly StuckWork[];
  readonly nextDue: string | null;
  /** What became of its due times since it was made. */
  readonly counters: SlotCounters;
  readonly drafts: DraftCounts;
  /** What it has done on issues, as far as it is kept. */
  readonly effects: readonly EffectReceipt[];
  /** What it has found and no draft tells. */
  readonly findings: readonly WorkFinding[];
  /** This month. */
  readonly cost: Cost;
}

/** The same with its past. */
export interface GoalReport extends GoalSummary {
  /** As far as the log is kept, oldest first. */
  readonly slots: readonly SlotReport[];
}

/** What a goal is at, the most urgent one first. */
export type GoalCondition =
  | 'running'
  | 'paused'
  | 'stuck'
  | 'failing'
  | 'waiting'
  | 'unfinished'
  | 'resting'
  | 'new';

export interface StuckWork {
  /** Null: the goal has only one. */
  readonly title: string | null;
  readonly attempts: number;
  readonly ending: Ending | null;
  readonly detail: string;
}

/** What became of a goal's drafts, as far as they are kept. */
export interface DraftCounts {
  readonly merged: number;
  readonly closed: number;
  readonly waiting: number;
  readonly takenOver: number;
}

/** What became of a due time, or of several in a row that share a fate. */
export interface SlotReport {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly fate: OpenWindow['kind'] | 'missed' | 'skipped' | 'overlapped';
  /** Why no run served it; null: one did, or the log does not say. */
  readonly why: PassedReason | null;
  /** The runs that worked on it, oldest first. */
  readonly runs: readonly string[];
  readonly ending: Ending | null;
  /** Null: it is not finished, or no run served it. */
  readonly finishedAt: string | null;
}
