import type { LogEntry } from '../event.ts';
import { costIn, endingIn, figureIn, textIn, timeIn, wordIn } from '../log-data.ts';
import { addCosts, NO_COST } from '../money/cost.ts';
import type { Lock } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import type { GoalRun, RunReport, TaskRun } from './report.ts';

const TRIGGERS = ['schedule', 'event', 'person'] as const;
const ITEM_ENDS: ReadonlySet<string> = new Set(['item_ended', 'item_failed', 'secret_found']);

/** Runs that did something, newest first. `entries` as they stand in the log, oldest first. */
export function runsOf(entries: readonly LogEntry[], lock: Pick<Lock, 'leases'>): readonly RunReport[] {
  const found = deathsOf(entries);
  const runs = [...Map.groupBy(entries, ({ wake }) => wake)]
    .map(([id, lines]) => ({
      run: runOf(id, lines, found),
      isShown: lines.some(isForPeople) && lines.some(isOfRun),
    }))
    .filter(({ run, isShown }) => isShown || run.fate === 'died' || run.cost.calls > 0)
    .map(({ run }) => run);
  const holders = new Set(Object.values(lock.leases).map(({ wake }) => wake));
  return runs
    .map((run) =>
      run.fate === 'unknown' && holders.has(run.id) ? { ...run, fate: 'running' as const } : run,
    )
    .sort((a, b) => compareText(b.startedAt, a.startedAt));
}

const STARTS: ReadonlySet<string> = new Set(['window_started', 'took_over']);

/** A command that a person gave by hand writes lines as well, and is no run. */
function isOfRun({ event }: LogEntry): boolean {
  return (
    event.startsWith('wake_') || event.startsWith('lease_') || event.startsWith('item_') || STARTS.has(event)
  );
}

/** Lines of routine say what repeats itself, or what another line says. */
function isForPeople({ level, event }: LogEntry): boolean {
  return level !== 'debug' && event !== 'heartbeat';
}

/** By `<run> <goal>`: what the dead run may have lost. */
type Deaths = ReadonlyMap<string, number>;

function deathsOf(entries: readonly LogEntry[]): Deaths {
  const deaths = new Map<string, number>();
  for (const { event, goal = '', data } of entries) {
    const run = event === 'took_over' ? textIn(data, 'dead_wake') : null;
    if (run !== null) deaths.set(`${run} ${goal}`, figureIn(data, 'lost_tokens'));
  }
  return deaths;
}

function runOf(id: string, lines: readonly LogEntry[], deaths: Deaths): RunReport {
  const goals = goalRunsOf(id, lines, deaths);
  const start = lines.find(({ event }) => event === 'wake_started');
  const end = lines.findLast(({ event }) => event === 'wake_ended');
  const hasDied = [...deaths.keys()].some((death) => death.startsWith(`${id} `));
  return {
    id,
    startedAt: lines[0]?.ts ?? '',
    endedAt: lines.at(-1)?.ts ?? '',
    fate: hasDied ? 'died' : end === undefined ? 'unknown' : 'ended',
    trigger: wordIn(start?.data, 'trigger', TRIGGERS),
    ending: endingIn(end?.data),
    goals,
    cost: goals.map(({ cost }) => cost).reduce(addCosts, NO_COST),
    lostTokens: goals.reduce((sum, goal) => sum + goal.lostTokens, 0),
  };
}

/** One for each lease that the run took. */
function goalRunsOf(run: string, lines: readonly LogEntry[], deaths: Deaths): readonly GoalRun[] {
  const ofGoals = Map.groupBy(
    lines.filter(({ goal }) => goal !== undefined),
    ({ goal = '' }) => goal,
  );
  return [...ofGoals].flatMap(([goal, own]) => {
    const parts = leasesIn(own);
    return parts.map((part, index) => {
      const death = index === parts.length - 1 ? deaths.get(`${run} ${goal}`) : undefined;
      return goalRunOf({ run, goal }, part, death);
    });
  });
}

/** Lines of one goal, cut behind each release. */
function leasesIn(lines: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const isWork = ({ event }: LogEntry) =>
    event === 'lease_taken' ||
    event === 'lease_released' ||
    event === 'window_started' ||
    ITEM_ENDS.has(event);
  const ends = lines.flatMap(({ event }, index) => (event === 'lease_released' ? [index + 1] : []));
  const parts = [0, ...ends].map((start, n) => lines.slice(start, ends[n] ?? lines.length));
  return parts.filter((part) => part.some(isWork));
}

function goalRunOf(
  { run, goal }: Pick<GoalRun, 'run' | 'goal'>,
  lines: readonly LogEntry[],
  lost: number | undefined,
): GoalRun {
  const release = lines.findLast(({ event }) => event === 'lease_released');
  const window = lines.find(({ event }) => event === 'window_started');
  const tasks = lines.filter(({ event }) => ITEM_ENDS.has(event)).map(taskRunOf);
  const ofTasks = tasks.map(({ cost }) => cost).reduce(addCosts, NO_COST);
  const released =
    release === undefined ? ofTasks : { ...costIn(release.data), usdMicros: ofTasks.usdMicros };
  const drafts = lines
    .filter(({ event }) => event === 'draft_opened' || event === 'draft_updated')
    .map(({ data }) => figureIn(data, 'draft'));
  return {
    goal,
    run,
    startedAt: lines[0]?.ts ?? '',
    endedAt: release?.ts ?? null,
    slot: timeIn(window?.data, 'slot'),
    ending: endingIn(release?.data),
    tasks,
    cost: released,
    lostTokens: lost ?? 0,
    hasDied: lost !== undefined && release === undefined,
    drafts: [...new Set(drafts)].filter((draft) => draft > 0),
  };
}

function taskRunOf({ ts, item = '', message, data }: LogEntry): TaskRun {
  return { key: item, at: ts, ending: endingIn(data), message, cost: costIn(data) };
}
