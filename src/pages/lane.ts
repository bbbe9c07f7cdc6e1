import type { ComponentChildren, VNode } from 'preact';
import { el } from './element.ts';
import type { ShapeName } from './shapes.ts';
import { isOnScale, shareOf, type TimeScale } from './time-scale.ts';

/** Something that happened at a time. */
export interface LaneMark {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly shape: ShapeName;
  /** The sentence about it: what is read aloud, and shown on hover and focus. */
  readonly sentence: string;
  /** A part of this page. Null: there is nothing more about it. */
  readonly href: string | null;
  /** By which the mark itself is found; missing: by nothing. */
  readonly id?: string;
}

/** Something that happens too often for a mark each. Each kind is drawn in one height, so that colour is not all that tells. */
export interface LaneTick {
  readonly at: number;
  readonly height: 'tall' | 'middle' | 'short';
}

interface LaneProps {
  readonly name: ComponentChildren;
  /** For those who do not see the chart. */
  readonly label: string;
  readonly scale: TimeScale;
  readonly marks: readonly LaneMark[];
  readonly ticks?: readonly LaneTick[];
}

/** A line of marks over the days of a scale. */
export function lane({ name, label, scale, marks, ticks = [] }: LaneProps): VNode {
  const shown = marks.filter(({ at }) => isOnScale(scale, at));
  return el(
    'div',
    { class: 'lane' },
    el('div', { class: 'lane-name' }, name),
    el(
      'svg',
      { class: 'track', role: 'group', 'aria-label': label },
      el('use', { href: '#days', width: '100%', height: '100%' }),
      ticks.length === 0
        ? null
        : tickNode(
            ticks.filter(({ at }) => isOnScale(scale, at)),
            scale,
          ),
      ...shown.map((mark) => markNode(mark, scale)),
    ),
  );
}

const TOPS: Readonly<Record<LaneTick['height'], number>> = { tall: 7, middle: 10, short: 13 };

/** All ticks of a height are one path, so that thousands of them stay small. */
function tickNode(ticks: readonly LaneTick[], scale: TimeScale): VNode {
  const groups = Map.groupBy(ticks, ({ height }) => height);
  return el(
    'svg',
    { viewBox: '0 0 250 28', preserveAspectRatio: 'none', width: '100%', height: 28, 'aria-hidden': 'true' },
    ...[...groups].map(([height, same]) => {
      const top = TOPS[height];
      const places = new Set(same.map(({ at }) => Math.round(2.5 * shareOf(scale, at))));
      const sorted = [...places].sort((a, b) => a - b);
      const length = 28 - 2 * top;
      const d = sorted.map((x, n) => `m${x - (sorted[n - 1] ?? 0)}-${length}v${length}`).join('');
      return el('path', { class: `tick ${height}`, d: `M0 ${28 - top}${d}` });
    }),
  );
}

function markNode({ at, shape, sentence, href, id }: LaneMark, scale: TimeScale): VNode {
  const drawn = el('use', { href: `#${shape}`, x: `${shareOf(scale, at)}%`, y: 14 });
  const name = el('title', null, sentence);
  return href === null
    ? el('g', { class: 'mark', id, role: 'img' }, name, drawn)
    : el('a', { class: 'mark', id, href }, name, drawn);
}

type DayName = (day: number) => { readonly weekday: string; readonly day: string };

/** The names of the days, above or below lanes. */
export function dayHeading(scale: TimeScale, nameOf: DayName): VNode {
  return el(
    'div',
    { class: 'lane days', 'aria-hidden': 'true' },
    el('div', { class: 'lane-name' }),
    el('svg', { class: 'track' }, ...scale.days.map((day) => dayName(scale, day, nameOf(day)))),
  );
}

/** The lines between the days: drawn once in a page, each lane refers to them. */
export function dayLines(scale: TimeScale): VNode {
  const lines = scale.days.map((day) => {
    const x = `${shareOf(scale, day)}%`;
    return el('line', { class: 'day-line', x1: x, x2: x, y1: 0, y2: '100%' });
  });
  return el('symbol', { id: 'days' }, ...lines);
}

function dayName(scale: TimeScale, at: number, { weekday, day }: ReturnType<DayName>): VNode {
  return el(
    'text',
    { x: `${shareOf(scale, at) + 0.6}%`, y: 18 },
    el('tspan', { class: 'weekday' }, `${weekday} `),
    day,
  );
}
