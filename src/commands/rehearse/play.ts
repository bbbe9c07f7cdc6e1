import { loginName, systemClock } from '../../adapters/runner.ts';
import { worstEnding } from '../../core/ending.ts';
import { isLasting } from '../../core/health/lasting-ending.ts';
import { countSlots } from '../../core/schedule/schedule.ts';
import { DAY_MS, isoTime, MINUTE_MS } from '../../core/time.ts';
import type { Trigger } from '../../core/trigger.ts';
import type { WakeResult } from '../../core/wake-result.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import { readGoals } from '../../ledger/snapshot.ts';
import type { World } from '../../ports.ts';
import { rehearsalIdentity } from '../../rehearsal/source.ts';
import { REHEARSAL_TEXTS } from '../../report/terminal/command-texts.ts';
import { nightAlerts, nightTotal } from '../../report/terminal/night.ts';
import { createTimeLine } from '../../report/terminal/time-line.ts';
import type { Style } from '../../report/words/palette.ts';
import { shortTime } from '../../report/words/sentences.ts';
import { wake } from '../../wake/wake.ts';
import type { Watcher } from '../terminal/watcher.ts';
import type { RehearsalFolder } from '../worlds/rehearsal-folder.ts';
import type { RehearsalGitHub } from '../worlds/rehearsal-github.ts';
import type { RehearsalModel } from '../worlds/rehearsal-model.ts';
import { openRehearsalWorld } from '../worlds/world.ts';

export interface RehearsalSetup {
  readonly rehearsal: RehearsalFolder;
  readonly model: RehearsalModel;
  readonly github: RehearsalGitHub;
  readonly watcher: Watcher;
  readonly cancel: AbortSignal;
  readonly stateBranch: string;
  /** Of the default branch, with the goals in it. */
  readonly commit: string;
  readonly orders: {
    /** How far the rehearsal's clock is ahead, ms. */
    readonly offsetMs: number;
    readonly goals: readonly string[];
    readonly stop: string;
    readonly minutes: number;
  };
}

export interface PlayedWake {
  /** When it began and ended, in the rehearsal's time, ms. */
  readonly at: number;
  readonly endedAt: number;
  readonly result: WakeResult;
  /** By goal: how many slots 30 days hold. Only when a goal was worked on. */
  readonly slotsPerMonth: Readonly<Record<string, number>>;
}

/** One wake that a person asked for. */
export function playWake(setup: RehearsalSetup, offsetMs: number): Promise<PlayedWake> {
  const reason = setup.orders.goals.length === 0 ? 'a rehearsal' : REHEARSAL_TEXTS.chosenGoals;
  return play(setup, { kind: 'person', by: loginName(), reason, goals: setup.orders.goals }, offsetMs);
}

const TICK_MS = 30 * MINUTE_MS;
const TICKS = DAY_MS / TICK_MS;

/**
 * A day and a night of scheduled wakes; each is told as it ends. What every further tick would repeat, until somebody
 * mends it, ends the night.
 */
export async function playNight(setup: RehearsalSetup, style: Style): Promise<readonly PlayedWake[]> {
  const start = systemClock({ offsetMs: setup.orders.offsetMs }).now();
  const played: PlayedWake[] = [];
  const line = createTimeLine(style);
  const tell = (lines: readonly string[]): void => {
    for (const each of lines) setup.watcher.print(each);
  };
  for (let tick = 0; tick < TICKS && !setup.cancel.aborted; tick++) {
    const at = start + tick * TICK_MS;
    const offsetMs = at - systemClock({ offsetMs: 0 }).now();
    const reason = REHEARSAL_TEXTS.tickAt(shortTime(at));
    const wake = await play(setup, { kind: 'schedule', by: SCHEDULE, reason, goals: [] }, offsetMs);
    played.push({ ...wake, at });
    tell(line.add({ at, result: wake.result }));
    if (!endsNight(setup, wake)) continue;
    tell(['', REHEARSAL_TEXTS.nightEnds]);
    break;
  }
  tell(line.end());
  return played;
}

const SCHEDULE = 'the rehearsed schedule';

/** A stop of the command line or of the shell stays as long as the night. */
function endsNight({ orders }: RehearsalSetup, { result }: PlayedWake): boolean {
  return isLasting(result) || (orders.stop !== '' && result.ending === 'stopped');
}

/** The night as if it were one wake: the worst ending, the sums of all, what stands at its end. */
export function nightResult(played: readonly PlayedWake[]): PlayedWake | null {
  const last = played.at(-1);
  if (last === undefined) return null;
  const slotsPerMonth = Object.assign({}, ...played.map((wake) => wake.slotsPerMonth));
  const ending = worstEnding(played.map(({ result }) => result.ending));
  const detail = played.findLast(({ result }) => result.ending === ending)?.result.detail ?? '';
  const sums = { goals: nightTotal(played), alerts: nightAlerts(played) };
  return { ...last, slotsPerMonth, result: { ...last.result, ...sums, ending, detail } };
}

async function play(setup: RehearsalSetup, trigger: Trigger, offsetMs: number): Promise<PlayedWake> {
  const { rehearsal, model, github, orders } = setup;
  const at = systemClock({ offsetMs }).now();
  const id = await rehearsal.runs.start({
    workflow: WAKE_WORKFLOW,
    event: EVENTS[trigger.kind],
    at: isoTime(at),
  });
  const { log } = setup.watcher;
  const dependencies = {
    wake: id,
    offsetMs,
    log,
    model: model.provider,
    github,
    stateBranch: setup.stateBranch,
  };
  const opened = await openRehearsalWorld(rehearsal, dependencies);
  const repository = rehearsalIdentity(rehearsal.source.address);
  try {
    const result = await wake(opened.world, {
      wake: { id, url: null },
      repository,
      trigger,
      stop: orders.stop === '' ? await github.stop() : orders.stop,
      minutes: orders.minutes,
      cancel: setup.cancel,
      secrets: [...model.secrets, github.token],
      model: model.overrides,
      acceptsFuture: true,
    });
    const hasWorked = result.goals.length > 0;
    return {
      at,
      endedAt: systemClock({ offsetMs }).now(),
      result,
      slotsPerMonth: hasWorked ? await slotsPerMonth(opened.world, setup.commit, at) : {},
    };
  } finally {
    setup.watcher.close();
    await opened.close();
    await rehearsal.runs.finish(id, isoTime(systemClock({ offsetMs }).now()));
  }
}

/** What GitHub would have started such a run for. */
const EVENTS = { schedule: 'schedule', event: 'push', person: 'workflow_dispatch' } as const;

const MONTH_MS = 30 * DAY_MS;

/** Of the goals as the wake has fetched them. */
async function slotsPerMonth(
  { state, workspace }: World,
  commit: string,
  now: number,
): Promise<Readonly<Record<string, number>>> {
  const { signal } = new AbortController();
  if (!(await workspace.fetchCommit(commit, signal))) return {};
  const { goals } = await readGoals(state, { commit }, signal);
  return Object.fromEntries(goals.map((goal) => [goal.id, countSlots(goal.schedule, now, now + MONTH_MS)]));
}
