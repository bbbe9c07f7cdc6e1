import type { VNode } from 'preact';
import type { GoalReport, SlotReport } from '../../core/report/report.ts';
import { isServed } from '../../core/report/slots-of.ts';
import { el } from '../../pages/element.ts';
import { dayHeading, type LaneMark, lane } from '../../pages/lane.ts';
import { legend } from '../../pages/shapes.ts';
import { isOnScale, type TimeScale } from '../../pages/time-scale.ts';
import { dueTime } from '../words/sentences.ts';
import { laneContent, TICK_WORDS } from './dense-lane.ts';
import { LEGEND, runShape, runWords, slotShape, slotWords } from './goal-words.ts';
import { goalPartId, lineId, minuteOf, type PageLine, runId, slotId } from './line-ids.ts';
import type { PageView } from './page-facts.ts';
import { plainText, roomFor } from './plain-report.ts';
import { listedRuns } from './runs-section.ts';

/** More would make the page large, and nobody could tell them apart. */
export const LANES = 12;
const MARKS = 90;
const WHY_LENGTH = 160;

/** All runs and due times of a week, above each other on one scale. */
export function weekChart({ report, lines, week }: PageView): VNode {
  const goals = report.goals.slice(0, LANES);
  const perLane = roomFor(goals.length + 1, { total: MARKS, least: 4, most: 60 });
  const lineOf = slotLines(lines);
  const shown = listedRuns(report.runs).map(({ id }) => id);
  const runs = report.runs.toReversed().map(
    (run): LaneMark => ({
      at: Date.parse(run.startedAt),
      shape: runShape(run),
      sentence: runWords(run),
      href: shown.includes(run.id) ? `#${runId(run.id)}` : null,
    }),
  );
  const lanes = goals.map((goal) => goalLane(goal, { week, perLane, lineOf }));
  const runLane = laneContent(runs, { week, most: perLane, noun: 'run' });
  const used = new Set([...runLane.marks, ...lanes.flatMap(({ marks }) => marks)].map(({ shape }) => shape));
  const isDense = runLane.ticks.length > 0 || lanes.some(({ ticks }) => ticks.length > 0);
  return el(
    'figure',
    { class: 'week', 'aria-label': 'Runs and due times of the last days' },
    dayHeading(week, dayName),
    lane({
      name: el('a', { href: '#runs' }, 'Runs'),
      label: 'Runs',
      scale: week,
      ...runLane,
    }),
    ...lanes.map(({ node }) => node),
    el('p', { class: 'said', 'aria-hidden': 'true' }, SAID),
    isDense ? el('p', { class: 'quiet' }, TICK_WORDS) : null,
    legend(LEGEND.filter(({ shape }) => used.has(shape))),
  );
}

/** Stands there until a mark is pointed at. */
const SAID = 'Point at a mark to read what it stands for. A click leads to the log.';

interface LaneFacts {
  readonly week: TimeScale;
  readonly perLane: number;
  readonly lineOf: ReadonlyMap<string, PageLine>;
}

type GoalLane = ReturnType<typeof laneContent> & { readonly node: VNode };

function goalLane(goal: GoalReport, { week, perLane, lineOf }: LaneFacts): GoalLane {
  const all = goal.slots.map((slot) => slotMark(goal.id, slot, lineOf));
  const next = goal.nextDue === null || goal.pause !== null ? [] : [nextMark(goal.nextDue)];
  const { marks, ticks } = laneContent(all, { week, most: perLane, noun: 'due time' });
  const content = { marks: [...marks, ...next.filter(({ at }) => isOnScale(week, at))], ticks };
  const node = lane({
    name: el('a', { href: `#${goalPartId(goal.id)}` }, goal.id),
    label: `Due times of ${goal.id}`,
    scale: week,
    ...content,
  });
  return { node, ...content };
}

function nextMark(due: string): LaneMark {
  return { at: Date.parse(due), shape: 'due-next', sentence: `${dueTime(due)}: comes next`, href: null };
}

function slotMark(goal: string, slot: SlotReport, lineOf: ReadonlyMap<string, PageLine>): LaneMark {
  const line = lineOf.get(slotKey(goal, slot.from, isServed(slot)));
  const why = isServed(slot) || line === undefined ? '' : `. ${plainText(line.message, WHY_LENGTH)}`;
  return {
    at: Date.parse(slot.from),
    shape: slotShape(slot),
    sentence: slotWords(slot) + why,
    href: line === undefined ? null : `#${lineId(line)}`,
    id: slotId(goal, slot.from),
  };
}

/** The line of the log that tells what became of a due time. */
export function slotLines(lines: readonly PageLine[]): ReadonlyMap<string, PageLine> {
  const found = new Map<string, PageLine>();
  for (const line of lines) {
    const { event, goal, data } = line;
    if (goal === undefined) continue;
    if (event === 'window_started') found.set(slotKey(goal, String(data?.['slot']), true), line);
    if (event === 'slots_classified' || event === 'slots_missed')
      found.set(slotKey(goal, String(data?.['from']), false), line);
  }
  return found;
}

export function slotKey(goal: string, from: string, isServedSlot: boolean): string {
  return `${isServedSlot ? 'served' : 'passed'} ${minuteOf(from)} ${goal}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export function dayName(day: number): { readonly weekday: string; readonly day: string } {
  const date = new Date(day);
  return { weekday: WEEKDAYS[date.getUTCDay()] ?? '', day: String(date.getUTCDate()) };
}
