import type { VNode } from 'preact';
import { el } from './element.ts';

/**
 * One shape for each thing that a page draws: a due time is a circle, a run a bar, an attempt a diamond. What became of it
 * changes what is inside the shape, never the colour alone.
 */
export type ShapeName =
  | 'due-ran'
  | 'due-caught-up'
  | 'due-asked'
  | 'due-failed'
  | 'due-missed'
  | 'due-skipped'
  | 'due-overlapped'
  | 'due-open'
  | 'due-next'
  | 'run-done'
  | 'run-failed'
  | 'run-died'
  | 'run-open'
  | 'attempt-done'
  | 'attempt-failed';

const RING = { cx: 0, cy: 0, r: 4.25, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 };
const DISC = { cx: 0, cy: 0, r: 5, fill: 'currentColor' };
const BAR = { x: -2.5, y: -7, width: 5, height: 14, rx: 2 };
const CROSS = 'M-2 -2L2 2M-2 2L2 -2';
const DIAMOND = 'M0 -5L5 0L0 5L-5 0Z';

/** What is pointed at: a hollow shape is hit in its middle as well. */
const TARGET = el('circle', { cx: 0, cy: 0, r: 9, fill: 'transparent' });

/** Drawn once in a page, around the origin; every mark refers to it. */
const DRAWN: Readonly<Record<ShapeName, readonly VNode[]>> = {
  'due-ran': [el('circle', DISC)],
  'due-caught-up': [el('circle', DISC), line('M-11 0H-5'), line('M-11 -3V3')],
  'due-asked': [el('circle', DISC), hole({ r: 2 })],
  'due-failed': [el('circle', DISC), inside(CROSS)],
  'due-missed': [el('circle', RING), line(CROSS)],
  'due-skipped': [el('circle', RING)],
  'due-overlapped': [el('circle', RING), el('path', { d: 'M0 -5A5 5 0 0 1 0 5Z', fill: 'currentColor' })],
  'due-open': [el('circle', RING), el('circle', { cx: 0, cy: 0, r: 1.75, fill: 'currentColor' })],
  'due-next': [el('circle', { ...RING, 'stroke-dasharray': '2 2' })],
  'run-done': [el('rect', { ...BAR, fill: 'currentColor' })],
  'run-failed': [
    el('rect', { ...BAR, fill: 'currentColor' }),
    inside('M-1.5 -1.5L1.5 1.5M-1.5 1.5L1.5 -1.5'),
  ],
  'run-died': [
    el('rect', { ...BAR, height: 5, fill: 'currentColor' }),
    el('rect', { ...BAR, y: 2, height: 5, fill: 'currentColor' }),
    line('M-4 2L4 -2'),
  ],
  'run-open': [el('rect', { ...BAR, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 })],
  'attempt-done': [el('path', { d: DIAMOND, fill: 'currentColor' })],
  'attempt-failed': [el('path', { d: DIAMOND, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 })],
};

function line(d: string): VNode {
  return el('path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 });
}

/** In the colour of the paper, so that it is a hole in the shape. */
function inside(d: string): VNode {
  return el('path', { d, class: 'hole-line' });
}

function hole({ r }: { readonly r: number }): VNode {
  return el('circle', { cx: 0, cy: 0, r, class: 'hole' });
}

/** All of them and what else lanes refer to, to be put into a page once. */
export function shapeDefinitions(...others: readonly VNode[]): VNode {
  const names = Object.keys(DRAWN) as ShapeName[];
  return el(
    'svg',
    { class: 'definitions', width: 0, height: 0, 'aria-hidden': 'true' },
    el(
      'defs',
      null,
      ...names.map((name) => el('g', { id: name, class: name }, TARGET, ...DRAWN[name])),
      ...others,
    ),
  );
}

/** A shape by itself, for a legend or a list. */
export function shapeIcon(name: ShapeName): VNode {
  return el(
    'svg',
    { class: 'icon', width: 22, height: 16, 'aria-hidden': 'true' },
    el('use', { href: `#${name}`, x: 12, y: 8 }),
  );
}

/** The shapes that a chart uses, with their words. */
export function legend(entries: readonly { readonly shape: ShapeName; readonly words: string }[]): VNode {
  return el(
    'ul',
    { class: 'legend' },
    ...entries.map(({ shape, words }) => el('li', null, shapeIcon(shape), ' ', words)),
  );
}
