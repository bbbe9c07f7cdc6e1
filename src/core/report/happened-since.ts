import { ENDINGS, type Ending, isBad, isGood } from '../ending.ts';
import type { EventName, LogEntry } from '../event.ts';
import { figureIn, textIn } from '../log-data.ts';
import { addCosts, NO_COST } from '../money/cost.ts';
import type {
  Death,
  DraftName,
  DraftReport,
  Failure,
  GoalRun,
  Happened,
  RunReport,
  SkippedTimes,
} from './report.ts';
import { missedIn, passedIn } from './slots-of.ts';

interface HappenedFacts {
  /** ISO time. */
  readonly since: string;
  readonly entries: readonly LogEntry[];
  readonly runs: readonly RunReport[];
  readonly drafts: readonly DraftReport[];
  readonly isWhole: boolean;
}

const NOTABLE_LINES = 20;

export function happenedSince(facts: HappenedFacts): Happened {
  const { since, isWhole } = facts;
  const entries = facts.entries.filter(({ ts }) => ts >= since);
  const runs = facts.runs.filter(({ endedAt }) => endedAt >= since);
  const goalRuns = runs
    .flatMap(({ goals }) => goals)
    .filter((run) => (run.endedAt ?? run.startedAt) >= since);
  const named = (event: EventName) =>
    entries.filter((entry) => entry.event === event).map((entry) => draftName(entry, facts.drafts));
  const tasks = goalRuns.flatMap((run) => run.tasks);
  const tasksWith = (ending: Ending) => tasks.filter((task) => task.ending === ending).length;
  return {
    since,
    isWhole,
    runs: runs.length,
    quietSigns: entries.filter(({ event }) => event === 'heartbeat').length,
    tasks: { done: tasksWith('worked'), unchanged: tasksWith('no_change') },
    drafts: {
      opened: named('draft_opened'),
      merged: named('draft_merged'),
      closed: named('draft_refused'),
      takenOver: named('draft_taken_over'),
    },
    failures: [...failuresOf(goalRuns), ...fileFailures(entries)],
    deaths: entries.flatMap(deathOf),
    missed: entries.reduce((sum, entry) => sum + missedIn(entry), 0),
    skipped: skippedIn(entries),
    cost: goalRuns.map(({ cost }) => cost).reduce(addCosts, NO_COST),
    lostTokens: goalRuns.reduce((sum, run) => sum + run.lostTokens, 0),
    notable: entries.filter(isNotable).slice(-NOTABLE_LINES),
  };
}

function draftName({ goal = '', data }: LogEntry, drafts: readonly DraftReport[]): DraftName {
  const [number, branch] = [figureIn(data, 'draft'), textIn(data, 'branch')];
  const known = drafts.find((draft) => draft.branch === branch);
  return { goal, draft: known?.draft ?? (number > 0 ? number : null), title: known?.title ?? branch ?? '' };
}

/** The worst ending of each goal that had a bad one, the worst first. */
function failuresOf(runs: readonly GoalRun[]): readonly Failure[] {
  const bad = runs.filter(hasFailed);
  const failures = [...Map.groupBy(bad, ({ goal }) => goal)].map(([goal, own]) => ({
    ...failureOf(goal, own),
    isOver: runs.some((run) => run.goal === goal && hasSucceeded(run) && isLater(run, own)),
  }));
  return failures.sort((a, b) => ENDINGS[b.ending].rank - ENDINGS[a.ending].rank);
}

/** A goal file that is not valid fails without a run. */
function fileFailures(entries: readonly LogEntry[]): readonly Failure[] {
  const bad = entries.filter(({ event }) => event === 'bad_goal');
  return [...Map.groupBy(bad, ({ goal = '' }) => goal)].flatMap(([goal, lines]) => {
    const last = lines.at(-1);
    return last === undefined
      ? []
      : [{ goal, ending: 'bad_goal', times: lines.length, at: last.ts, isOver: false, why: last.message }];
  });
}

function hasFailed(run: GoalRun): boolean {
  const ending = goalRunEnding(run);
  return ending !== null && isBad(ending);
}

/** How it ended, as the release or the last of its tasks says; null: the log does not say. */
export function goalRunEnding({ ending, tasks }: GoalRun): Ending | null {
  return ending ?? tasks.at(-1)?.ending ?? null;
}

function hasSucceeded({ ending }: GoalRun): boolean {
  return ending !== null && isGood(ending);
}

function isLater(run: GoalRun, others: readonly GoalRun[]): boolean {
  return others.every(({ startedAt }) => startedAt < run.startedAt);
}

function failureOf(goal: string, runs: readonly GoalRun[]): Omit<Failure, 'isOver'> {
  const newestFirst = runs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const worst = newestFirst.reduce<GoalRun | undefined>((found, run) => {
    const isWorse = rankOf(run) > (found === undefined ? -1 : rankOf(found));
    return isWorse ? run : found;
  }, undefined);
  const task = worst?.tasks.findLast(({ ending }) => ending !== 'worked' && ending !== 'no_change');
  return {
    goal,
    ending: (worst === undefined ? null : goalRunEnding(worst)) ?? 'unexpected',
    times: runs.length,
    at: worst?.endedAt ?? worst?.startedAt ?? '',
    why: task?.message ?? '',
  };
}

function rankOf(run: GoalRun): number {
  const ending = goalRunEnding(run);
  return ending === null ? -1 : ENDINGS[ending].rank;
}

function deathOf({ event, goal, ts, data }: LogEntry): readonly Death[] {
  const run = event === 'took_over' ? textIn(data, 'dead_wake') : null;
  if (run === null) return [];
  return [{ run, goal: goal ?? null, foundAt: ts, lostTokens: figureIn(data, 'lost_tokens') }];
}

function skippedIn(entries: readonly LogEntry[]): readonly SkippedTimes[] {
  const lines = entries.flatMap((entry): readonly SkippedTimes[] => {
    const slot = passedIn(entry);
    if (slot?.fate !== 'skipped' || entry.goal === undefined) return [];
    return [{ goal: entry.goal, why: slot.why, count: slot.count }];
  });
  const groups = Map.groupBy(lines, ({ goal, why }) => `${goal} ${why}`);
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...first, count: rest.reduce((sum, { count }) => sum + count, first.count) }],
  );
}

const NOTABLE: ReadonlySet<EventName> = new Set([
  'draft_opened',
  'draft_merged',
  'draft_refused',
  'draft_taken_over',
  'issue_opened',
  'issue_commented',
  'alert_opened',
  'alert_closed',
  'goal_paused',
  'goal_resumed',
  'goal_edited',
  'request_served',
  'stop_set',
  'stop_removed',
  'workflow_enabled',
]);

/** Whether a line says something that a person would want to hear in the morning. */
function isNotable({ event, level }: LogEntry): boolean {
  return level === 'warn' || level === 'error' || (level === 'info' && NOTABLE.has(event));
}
