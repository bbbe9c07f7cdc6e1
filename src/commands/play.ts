import { rehearsalIdentity } from '../adapters/rehearsal/source.ts';
import { systemClock } from '../adapters/runner.ts';
import { countSlots } from '../core/schedule.ts';
import { DAY_MS, isoTime, MINUTE_MS } from '../core/time.ts';
import type { Trigger } from '../core/trigger.ts';
import { WAKE_WORKFLOW } from '../core/workflows.ts';
import type { World } from '../ports.ts';
import { idleLines, isIdle, nightTotal, type Tick, tickLines } from '../report/night.ts';
import type { Style } from '../report/palette.ts';
import { shortTime } from '../report/sentences.ts';
import { readGoals } from '../wake/snapshot.ts';
import { wake } from '../wake/wake.ts';
import type { WakeResult } from '../wake/wake-result.ts';
import type { RehearsalGitHub } from './rehearsal-github.ts';
import type { RehearsalModel } from './rehearsal-model.ts';
import type { RehearsalPlace } from './rehearsal-place.ts';
import type { Watcher } from './watcher.ts';
import { openRehearsalWorld } from './world.ts';

export interface Stage {
  readonly place: RehearsalPlace;
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
  /** When it began, in the rehearsal's time. */
  readonly at: number;
  readonly result: WakeResult;
  /** By goal: how many slots 30 days hold. Only when a goal was worked on. */
  readonly slotsPerMonth: Readonly<Record<string, number>>;
}

/** One wake that a person asked for. */
export function playWake(stage: Stage, offsetMs: number): Promise<PlayedWake> {
  const reason = stage.orders.goals.length === 0 ? 'a rehearsal' : 'a rehearsal of chosen goals';
  return play(stage, { kind: 'person', by: 'npm start', reason, goals: stage.orders.goals }, offsetMs);
}

const TICK_MS = 30 * MINUTE_MS;
const TICKS = DAY_MS / TICK_MS;

/** A day and a night of scheduled wakes; each is told as it ends. */
export async function playNight(stage: Stage, style: Style): Promise<readonly PlayedWake[]> {
  const start = systemClock({ offsetMs: stage.orders.offsetMs }).now();
  const played: PlayedWake[] = [];
  let idle: Tick[] = [];
  const tell = (lines: readonly string[]): void => {
    for (const line of lines) stage.watcher.print(line);
  };
  for (let tick = 0; tick < TICKS && !stage.cancel.aborted; tick++) {
    const at = start + tick * TICK_MS;
    const offsetMs = at - systemClock({ offsetMs: 0 }).now();
    const wake = await play(
      stage,
      {
        kind: 'schedule',
        by: 'the rehearsed schedule',
        reason: `the tick of ${shortTime(at)}`,
        goals: [],
      },
      offsetMs,
    );
    const told = { at, result: wake.result };
    played.push({ ...wake, at });
    if (isIdle(told)) {
      idle = [...idle, told];
      continue;
    }
    tell([...idleLines(idle, style), ...tickLines(told, style)]);
    idle = [];
  }
  tell(idleLines(idle, style));
  return played;
}

/** The last wake with the sums of the whole night in its table. */
export function nightResult(played: readonly PlayedWake[]): PlayedWake | null {
  const last = played.at(-1);
  if (last === undefined) return null;
  const slotsPerMonth = Object.assign({}, ...played.map((wake) => wake.slotsPerMonth));
  return { ...last, slotsPerMonth, result: { ...last.result, goals: nightTotal(played) } };
}

async function play(stage: Stage, trigger: Trigger, offsetMs: number): Promise<PlayedWake> {
  const { place, model, github, orders } = stage;
  const at = systemClock({ offsetMs }).now();
  const id = await place.runs.start({
    workflow: WAKE_WORKFLOW,
    event: EVENTS[trigger.kind],
    at: isoTime(at),
  });
  const { log } = stage.watcher;
  const doors = { wake: id, offsetMs, log, model: model.door, github, stateBranch: stage.stateBranch };
  const opened = await openRehearsalWorld(place, doors);
  const repository = rehearsalIdentity(place.source.address);
  try {
    const result = await wake(opened.world, {
      wake: { id, url: null },
      repository,
      trigger,
      stop: orders.stop === '' ? await github.stop() : orders.stop,
      minutes: orders.minutes,
      cancel: stage.cancel,
      secrets: [...model.secrets, github.token],
      model: model.overrides,
    });
    const hasWorked = result.goals.length > 0;
    return {
      at,
      result,
      slotsPerMonth: hasWorked ? await slotsPerMonth(opened.world, stage.commit, at) : {},
    };
  } finally {
    stage.watcher.close();
    await opened.close();
    await place.runs.finish(id, isoTime(systemClock({ offsetMs }).now()));
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
