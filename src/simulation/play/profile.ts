import { HOUR_MS, MINUTE_MS } from '../../core/time.ts';
import type { NetworkFault } from '../runners/network.ts';
import { RandomStream } from '../time/random-stream.ts';

export const NETWORK_FAULTS = [
  'lost',
  'unanswered',
  'late',
  'refused',
  'outage',
  'rate_limited',
] as const satisfies readonly NetworkFault[];

export const MODEL_MANNERS = [
  'good',
  'lazy',
  'obsessed',
  'hostile',
  'broken',
  'overloaded',
  'expensive',
  'restless',
  'verbose',
  'leaky',
  'helpless',
  'swinging',
  'tiny',
  'sly',
] as const;
export type ModelManner = (typeof MODEL_MANNERS)[number];

/** What persons do to the dashboard. It is drawn for itself, so that all else stays as it was. */
export const BOX_ACT_NAMES = [
  ...(['tick_goal', 'tick_goal', 'tick_stop', 'tick_start', 'foreign_tick'] as const),
  ...(['close_dashboard', 'open_dashboard'] as const),
] as const;

export const PERSON_ACTS = [
  ...(['merge', 'merge_all', 'merge_and_delete', 'close', 'reopen'] as const),
  ...(['push', 'rewrite', 'delete_branch', 'foreign_draft'] as const),
  ...(['edit_goal', 'break_goal', 'break_settings', 'mend', 'change_files', 'rewrite_main'] as const),
  ...(['open_issue', 'comment', 'close_issue'] as const),
  ...(['stop_by_variable', 'stop_by_file', 'resume', 'pause', 'resume_goal', 'run_goal'] as const),
  ...(['disable_workflow', 'enable_workflow', 'protect', 'unprotect', 'rename'] as const),
  ...(['delete_state', 'rewind_state', 'damage_state', 'restore_state'] as const),
] as const;
export type PersonAct = (typeof PERSON_ACTS)[number] | (typeof BOX_ACT_NAMES)[number];

/** What goes wrong in one simulation, and how often. All times are in ms, all others are probabilities. */
export interface FaultProfile {
  readonly ticks: {
    /** At most so late. */
    readonly late: number;
    readonly dropped: number;
    readonly doubled: number;
    /** That a silence begins at a tick, and how long it is. */
    readonly silence: number;
    readonly silenceLength: number;
  };
  /** For each call. */
  readonly network: Readonly<Record<NetworkFault, number>>;
  /** Usual time for one way of a call. */
  readonly latency: number;
  /** For each call. */
  readonly killed: number;
  readonly frozen: number;
  /** That the clock of the machine is put forward or back, and by how much at most. */
  readonly clockJump: number;
  readonly clockJumpMost: number;
  /** At most so far is the clock of a machine off. */
  readonly clockOff: number;
  /** Until GitHub tells that a run which was killed has finished. */
  readonly noticed: number;
  /** For each run: that GitHub cancels it, and that the key of the model is missing. */
  readonly cancelled: number;
  readonly keyless: number;
  /** For each run: that a person asks for a goal while it works. */
  readonly impatience: number;
  /** For each run: that GitHub does not show it. */
  readonly unshown: number;
  /** At most so long a list lacks what has just been made. */
  readonly listLag: number;
  /** For each command of a goal: that it fails. */
  readonly checksFail: number;
  /** For each run. */
  readonly manners: Readonly<Record<ModelManner, number>>;
  /** Between two acts of persons. */
  readonly personEvery: number;
  /** What persons of this simulation do. */
  readonly acts: readonly PersonAct[];
  /** What they do every other time; null: nothing in particular. */
  readonly habit: PersonAct | null;
  /** Whether budgets are small enough to be spent. */
  readonly isTight: boolean;
}

/** The seed draws which faults there are at all, so that rare ones meet. */
export function drawProfile(seed: number): FaultProfile {
  const random = new RandomStream(seed, 'profile');
  const sometimes = (most: number): number => (random.isDrawn(0.5) ? random.fraction() * most : 0);
  const weights = <Name extends string>(names: readonly Name[], draw: () => number) =>
    Object.fromEntries(names.map((name) => [name, draw()])) as Record<Name, number>;
  return {
    ticks: {
      late: sometimes(40 * MINUTE_MS),
      dropped: sometimes(0.4),
      doubled: sometimes(0.3),
      silence: sometimes(0.05),
      silenceLength: random.integer(1, 9) * HOUR_MS,
    },
    network: weights(NETWORK_FAULTS, () => sometimes(0.05)),
    latency: random.integer(20, 2_000),
    killed: sometimes(0.02),
    frozen: sometimes(0.01),
    clockOff: sometimes(10 * MINUTE_MS),
    noticed: random.integer(5, 3_000) * 1_000,
    clockJump: sometimes(0.004),
    clockJumpMost: random.integer(1, 180) * MINUTE_MS,
    impatience: sometimes(0.3),
    unshown: sometimes(0.5),
    listLag: sometimes(20 * MINUTE_MS),
    cancelled: sometimes(0.1),
    keyless: random.isDrawn(0.1) ? 0.1 : 0,
    checksFail: sometimes(0.6),
    manners: drawManners(
      random,
      weights(MODEL_MANNERS, () => sometimes(1)),
    ),
    personEvery: random.integer(10, 200) * MINUTE_MS,
    acts: PERSON_ACTS.filter(() => random.isDrawn(0.5)),
    habit: random.isDrawn(0.6) ? random.pick(HABITS) : null,
    isTight: random.isDrawn(0.3),
  };
}

/** What somebody is likely to do again and again. */
const HABITS = [
  ...(['merge_all', 'merge', 'close', 'run_goal', 'push', 'edit_goal', 'open_issue', 'comment'] as const),
  ...(['stop_by_file', 'change_files', 'rewrite_main', 'delete_branch', 'pause', 'reopen'] as const),
] as const;

/** One manner is sometimes nearly all that there is, so that it meets itself. */
function drawManners(
  random: RandomStream,
  drawn: Readonly<Record<ModelManner, number>>,
): Readonly<Record<ModelManner, number>> {
  const usual = random.isDrawn(0.3) ? random.pick(MODEL_MANNERS) : null;
  return { ...drawn, good: 1, ...(usual === null ? {} : { [usual]: 20 }) };
}

/** Nothing goes wrong any more, and nobody does anything. */
export function calmProfile(profile: FaultProfile): FaultProfile {
  const none = { lost: 0, unanswered: 0, late: 0, refused: 0, outage: 0, rate_limited: 0 };
  const silent = Object.fromEntries(MODEL_MANNERS.map((manner) => [manner, 0]));
  const manners = { ...(silent as Record<ModelManner, number>), good: 1 };
  return {
    ...profile,
    ticks: { late: 0, dropped: 0, doubled: 0, silence: 0, silenceLength: 0 },
    network: none,
    killed: 0,
    frozen: 0,
    clockJump: 0,
    impatience: 0,
    unshown: 0,
    listLag: 0,
    clockOff: 0,
    cancelled: 0,
    keyless: 0,
    checksFail: 0,
    manners,
    acts: [],
    habit: null,
  };
}

/** What kind of model answers the next run. */
export function drawManner({ manners }: FaultProfile, random: RandomStream): ModelManner {
  let drawn = random.fraction() * MODEL_MANNERS.reduce((sum, each) => sum + manners[each], 0);
  for (const manner of MODEL_MANNERS) {
    drawn -= manners[manner];
    if (drawn < 0) return manner;
  }
  return 'good';
}
