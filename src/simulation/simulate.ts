import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/time.ts';
import { Checker } from './checks/checker.ts';
import { checkEnd } from './checks/end-checks.ts';
import { INVARIANTS, type InvariantBreach, type InvariantName } from './checks/observed.ts';
import { Play, type PlaySetup } from './play/play.ts';
import { calmProfile } from './play/profile.ts';
import { loadAhead } from './runs/load-ahead.ts';
import { STATE_BRANCH } from './runs/simulated-world.ts';
import type { SimulationEvent } from './runs/simulation-event.ts';
import { type Coverage, CoverageCount } from './story/coverage.ts';
import { TraceDigest, traceLine } from './story/trace.ts';
import { checkpointIn } from './world/raw-state.ts';

export interface SimulationOrder extends PlaySetup {
  readonly days: number;
  /** Told of everything that happens, with its time in milliseconds since 1970 UTC. */
  readonly watch?: (at: number, event: SimulationEvent) => void;
}

export interface SimulationResult {
  readonly seed: number;
  readonly runs: number;
  readonly events: number;
  /** Simulated time, ms. */
  readonly span: number;
  readonly drafts: number;
  /** Faults and acts of persons. */
  readonly disturbances: number;
  readonly coverage: Coverage;
  readonly checked: Readonly<Record<InvariantName, number>>;
  readonly breaches: readonly InvariantBreach[];
  /** SHA-256 over everything that happened. */
  readonly trace: string;
}

/** After the last fault, all that is due is done within so many ticks. No run takes longer than from one to the next. */
const CALM_TICKS = 10;
const CALM_TICK_MS = 15 * MINUTE_MS;
/** So many ticks in a row with nothing to do, and all is done. */
const QUIET_TICKS = 2;

/** Plays one seed: first with everything that goes wrong, then in quiet, until all must be done. */
export async function simulate(order: SimulationOrder): Promise<SimulationResult> {
  await loadAhead();
  const { seed, days } = order;
  const play = await Play.begin(order);
  const { world, repository, profile } = play;
  const checker = new Checker({
    world,
    repository,
    clocksApart: 2 * (profile.clockOff + (profile.clockJump > 0 ? 3 * profile.clockJumpMost : 0)),
  });
  const coverage = new CoverageCount();
  const digest = new TraceDigest();
  let events = 0;
  world.watch((event) => {
    events += 1;
    coverage.look(event);
    const line = traceLine(world.time.now(), event);
    if (line !== null) digest.add(line);
    order.watch?.(world.time.now(), event);
  });
  const start = world.time.now();
  const end = start + days * DAY_MS;
  play.planSchedule(end);
  play.planPersons(end);
  await world.time.playUntil(end);
  await calmDown(play);
  checker.end();
  checkEnd(checker, { world, repository });
  checkWork(checker, play);
  return {
    seed,
    runs: world.runs.length,
    events,
    span: world.time.now() - start,
    drafts: world.github.drafts.length,
    disturbances: play.limit.made,
    coverage: coverage.coverage,
    checked: Object.fromEntries(INVARIANTS.map((name) => [name, checker.checked.get(name) ?? 0])) as Record<
      InvariantName,
      number
    >,
    breaches: checker.breaches,
    trace: digest.end(),
  };
}

/** Faults stop, persons put right what they broke, and the schedule is kept to the minute, on a day that has money again. */
async function calmDown(play: Play): Promise<void> {
  const { world } = play;
  play.profile = calmProfile(play.profile);
  for (const act of CALMING) {
    const done = play.act(act);
    await world.time.playUntil(world.time.now() + MINUTE_MS);
    await done;
  }
  await play.resumeGoals();
  const tomorrow = Math.ceil((world.time.now() + HOUR_MS) / DAY_MS) * DAY_MS;
  let quiet = 0;
  for (let tick = 0; tick < CALM_TICKS && quiet < QUIET_TICKS; tick++) {
    // A run has ended, or has been given up, before the next one starts.
    await world.time.playUntil(tomorrow + 3 * HOUR_MS + tick * CALM_TICK_MS);
    await play.mergeKnown();
    const run = play.startRun({ kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] });
    await world.time.playUntil(world.time.now() + CALM_TICK_MS - MINUTE_MS);
    quiet = run.result?.ending === 'nothing_due' ? quiet + 1 : 0;
  }
  play.startWatchdog();
  await world.time.playUntil(world.time.now() + CALM_TICK_MS);
}

/** What persons do when everything is over, one after the other. */
const CALMING = ['mend', 'restore_state', 'unprotect', 'enable_workflow', 'resume'] as const;

/** A simulation in which nothing was done has shown nothing. */
function checkWork(checker: Checker, { world, repository }: Play): void {
  const worked = world.runs
    .flatMap(({ result }) => result?.goals ?? [])
    // A task that a bad model used up was worked on as well.
    .filter(({ items, ending }) => items.done > 0 || ending === 'item_stuck').length;
  // A run that has died says nothing of what it did, but the state knows.
  const tip = world.remote.commits.get(world.remote.branches.get(STATE_BRANCH) ?? '');
  const items = repository.goals.flatMap(({ id }) => [...(checkpointIn(tip, id)?.items.values() ?? [])]);
  const isDone = worked > 0 || items.some(({ status }) => status === 'done');
  checker.expect('liveness', isDone, () => 'No run of this simulation has done any work.');
}
