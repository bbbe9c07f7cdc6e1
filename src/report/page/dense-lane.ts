import type { LaneMark, LaneTick } from '../../pages/lane.ts';
import type { ShapeName } from '../../pages/shapes.ts';
import { isOnScale, type TimeScale } from '../../pages/time-scale.ts';
import { count, fullStop } from '../words/sentences.ts';

interface DenseOptions {
  readonly week: TimeScale;
  /** Marks that one lane may have. */
  readonly most: number;
  readonly noun: string;
}

/** What a lane shows. */
interface LaneContent {
  readonly marks: readonly LaneMark[];
  readonly ticks: readonly LaneTick[];
}

/**
 * Where there are more marks than can be told apart, each becomes a thin line, and only those that people should look at stay
 * marks. Of several that lie close together, the one that says the most stays.
 */
export function laneContent(all: readonly LaneMark[], { week, most, noun }: DenseOptions): LaneContent {
  const marks = all.filter(({ at }) => isOnScale(week, at));
  if (marks.length <= most) return { marks, ticks: [] };
  const ticks = marks.map(({ at, shape }): LaneTick => ({ at, height: heightOf(shape) }));
  const notable = marks.filter(({ shape }) => WEIGHT.includes(shape));
  const width = (week.to - week.from) / most;
  const groups = Map.groupBy(notable, ({ at }) => Math.floor((at - week.from) / width));
  return { marks: [...groups.values()].flatMap((near) => mostTelling(near, noun)), ticks };
}

function mostTelling(near: readonly LaneMark[], noun: string): readonly LaneMark[] {
  const [first] = near.toSorted((a, b) => WEIGHT.indexOf(b.shape) - WEIGHT.indexOf(a.shape));
  if (first === undefined || near.length === 1) return near;
  const more = count(near.length - 1, `more ${noun}`);
  return [{ ...first, sentence: `${fullStop(first.sentence)} And ${more} of this kind close to it.` }];
}

/** What people should look at; what says the most comes last. */
const WEIGHT: readonly ShapeName[] = [
  'due-overlapped',
  'due-open',
  'due-missed',
  'due-failed',
  'run-open',
  'run-failed',
  'run-died',
];

const SHORT: readonly ShapeName[] = ['due-skipped', 'due-overlapped', 'due-open', 'due-next'];
const MIDDLE: readonly ShapeName[] = ['due-missed', 'due-failed', 'run-failed', 'run-died'];

function heightOf(shape: ShapeName): LaneTick['height'] {
  if (SHORT.includes(shape)) return 'short';
  return MIDDLE.includes(shape) ? 'middle' : 'tall';
}

/** Stands below a chart that has ticks. */
export const TICK_WORDS =
  'Where there are many, each is a thin line as well: a tall one ran, one of middle height did not succeed or was missed, a short one was skipped or is not finished.';
