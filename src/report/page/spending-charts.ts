import type { VNode } from 'preact';
import type { DayFigures } from '../../core/report/report.ts';
import { DAY_MS } from '../../core/time.ts';
import { el } from '../../pages/element.ts';
import { dayHeading } from '../../pages/lane.ts';
import { shareOf } from '../../pages/time-scale.ts';
import { count, figure, shortTime } from '../words/sentences.ts';
import type { PageView } from './page-facts.ts';
import { dayName } from './week-chart.ts';

const HEIGHT = 60;
const YEAR_DAYS = 366;

interface DaySum {
  /** Midnight UTC, ms. */
  readonly at: number;
  readonly day: string;
  readonly tokens: number;
  readonly lost: number;
}

/** The last days on the scale of all lanes above. */
export function weekSpending({ report, week }: PageView): VNode {
  const sums = daySums(report.spending.days);
  const most = mostOf(sums.filter(({ at }) => at >= week.from));
  const width = 100 / week.days.length;
  return el(
    'figure',
    { class: 'week', 'aria-label': 'Tokens on each of the last days' },
    el(
      'div',
      { class: 'lane' },
      el('div', { class: 'lane-name' }, 'Tokens a day'),
      el(
        'svg',
        { class: 'track tall', role: 'group', 'aria-label': 'Tokens on each of the last days' },
        el('use', { href: '#days', width: '100%', height: '100%' }),
        ...week.days.flatMap((day) => {
          const sum = sums.find(({ at }) => at === day);
          return sum === undefined
            ? []
            : [dayBar(sum, { x: shareOf(week, day) + 0.2 * width, width: 0.6 * width, most })];
        }),
      ),
    ),
    dayHeading(week, dayName),
    el('p', { class: 'said', 'aria-hidden': 'true' }, SCALE_WORDS(most)),
  );
}

const SCALE_WORDS = (most: number): string =>
  most === 0
    ? 'No tokens were spent on these days.'
    : `The highest bar stands for ${count(most, 'token')}. The lighter part with a dotted edge was lost with runs that died.`;

function dayBar(
  { day, tokens, lost }: DaySum,
  place: { readonly x: number; readonly width: number; readonly most: number },
): VNode {
  const { x, width, most } = place;
  const scaled = (value: number): number => Math.round((value / Math.max(1, most)) * (HEIGHT - 8) * 10) / 10;
  const [own, gone] = [scaled(tokens), scaled(lost)];
  const sentence = `${shortTime(day).replace(' 00:00', '')}: ${count(tokens + lost, 'token')}${lost === 0 ? '' : `, of these ${figure(lost)} lost`}`;
  const column = { x: `${x}%`, width: `${width}%` };
  return el(
    'g',
    { class: 'mark', role: 'img' },
    el('title', null, sentence),
    el('rect', { class: 'bar-base', ...column, y: HEIGHT - 1, height: 1 }),
    el('rect', { class: 'bar-spent', ...column, y: HEIGHT - own, height: own }),
    el('rect', { class: 'bar-lost', ...column, y: HEIGHT - own - gone, height: gone }),
  );
}

/** Up to a year, each day a thin line; null where little more than the week is known. */
export function daysChart({ report, now }: PageView): VNode | null {
  const sums = daySums(report.spending.days).filter(({ at }) => at > now - YEAR_DAYS * DAY_MS);
  const first = sums[0];
  if (first === undefined || now - first.at < 14 * DAY_MS) return null;
  const scale = { from: first.at, to: (Math.floor(now / DAY_MS) + 1) * DAY_MS };
  const days = (scale.to - scale.from) / DAY_MS;
  const most = mostOf(sums);
  const y = (value: number): number => Math.round((1 - value / Math.max(1, most)) * 100);
  const path = (from: (sum: DaySum) => number, to: (sum: DaySum) => number): string =>
    sums
      .filter((sum) => to(sum) > from(sum))
      .map((sum) => `M${(sum.at - scale.from) / DAY_MS} ${y(from(sum))}V${y(to(sum))}`)
      .join('');
  const words = `Tokens a day from ${first.day} on: at most ${figure(most)} on a day.`;
  return el(
    'figure',
    { class: 'year', 'aria-label': 'Tokens on each day' },
    el(
      'svg',
      { viewBox: `-0.5 0 ${days} 100`, preserveAspectRatio: 'none', role: 'img', 'aria-label': words },
      el('path', {
        class: 'day-spent',
        d: path(
          () => 0,
          ({ tokens }) => tokens,
        ),
      }),
      el('path', {
        class: 'day-lost',
        d: path(
          ({ tokens }) => tokens,
          ({ tokens, lost }) => tokens + lost,
        ),
      }),
    ),
    el(
      'p',
      { class: 'ends', 'aria-hidden': 'true' },
      el('span', null, first.day),
      el('span', null, report.at.slice(0, 10)),
    ),
    el('figcaption', { class: 'quiet' }, words),
  );
}

function daySums(days: readonly DayFigures[]): readonly DaySum[] {
  return days.map(({ day, goals }) => {
    const own = Object.values(goals);
    return {
      at: Date.parse(day),
      day,
      tokens: own.reduce((sum, { tokens }) => sum + tokens, 0),
      lost: own.reduce((sum, { lost_tokens }) => sum + lost_tokens, 0),
    };
  });
}

function mostOf(sums: readonly DaySum[]): number {
  return sums.reduce((most, { tokens, lost }) => Math.max(most, tokens + lost), 0);
}
