import type { ComponentChildren, VNode } from 'preact';
import { PAUSED_BY_AGENT } from '../../core/due/pause.ts';
import type { GoalReport, SlotReport } from '../../core/report/report.ts';
import { isServed } from '../../core/report/slots-of.ts';
import { el } from '../../pages/element.ts';
import { outcomeWords } from '../status/status-answers.ts';
import { effectSums } from '../words/effect-words.ts';
import { endingLabel } from '../words/ending-words.ts';
import { dueCell } from '../words/next-due.ts';
import { count, dollarWords, figure, fullStop, longTime, sentence } from '../words/sentences.ts';
import { conditionWords, fateWords } from './goal-words.ts';
import { goalPartId, lineId, type PageLine } from './line-ids.ts';
import type { PageView } from './page-facts.ts';
import { plainText, roomFor, shortened } from './plain-report.ts';
import { codeText, folded, lacking, pageLink, restNote, section, table, timeCell } from './text-parts.ts';
import { LANES, slotKey, slotLines, weekChart } from './week-chart.ts';

const GOALS = 16;
/** Of all goals together. */
const SLOT_ROWS = 40;
/** Of all goals together. */
const STUCK = 20;
const TITLE_LENGTH = 80;
const WHY_LENGTH = 120;

export function goalsSection(view: PageView): VNode {
  const { report, lines, now } = view;
  const { goals } = report;
  if (goals.length === 0)
    return section({ id: 'goals', title: 'Goals' }, el('p', null, 'There are no goals.'));
  const shown = goals.slice(0, GOALS);
  const rows = roomFor(shown.length, { total: SLOT_ROWS, least: 2, most: 30 });
  const lineOf = slotLines(lines);
  return section(
    { id: 'goals', title: 'Goals' },
    weekChart(view),
    restNote(goals.length - LANES, `The lanes of ${count(goals.length - LANES, 'more goal')} are left out.`),
    goalTable(shown, now),
    restNote(goals.length - GOALS, `${count(goals.length - GOALS, 'more goal')} are in state/status.json.`),
    ...shown.map((goal) =>
      goalDetails(goal, {
        rows,
        lineOf,
        length: roomFor(shown.length, { total: 2_500, least: 100, most: 300 }),
        stuck: roomFor(shown.length, { total: STUCK, least: 1, most: 5 }),
      }),
    ),
  );
}

function goalTable(goals: readonly GoalReport[], now: number): VNode {
  return table({
    caption: 'Goals',
    columns: ['Goal', 'Now', 'Last result', 'At (UTC)', 'Left', 'Next due (UTC)', 'Drafts', 'This month'],
    figures: [4],
    rows: goals.map((goal) => [
      el('a', { href: `#${goalPartId(goal.id)}` }, goal.id),
      conditionWords(goal),
      goal.ending === null ? lacking('it has not run yet') : endingLabel(goal.ending),
      timeCell(goal.endedAt, 'it has not run yet'),
      leftWords(goal),
      goal.pause !== null
        ? 'paused'
        : goal.nextDue === null
          ? lacking('no time is known')
          : dueCell(goal.nextDue, now),
      outcomeWords(goal.drafts),
      goal.cost.calls === 0 ? 'nothing' : `${count(goal.cost.tokens, 'token')}, ${dollarWords(goal.cost)}`,
    ]),
  });
}

/** How much of each goal is in the page. */
interface GoalRoom {
  readonly rows: number;
  /** Of each text, characters. */
  readonly length: number;
  /** Stuck tasks. */
  readonly stuck: number;
  readonly lineOf: ReadonlyMap<string, PageLine>;
}

/** Everything about one goal, closed until somebody wants it. */
function goalDetails(goal: GoalReport, facts: GoalRoom): VNode {
  const { id, title, state, detail, pause, waitsUntil, stuck, slots } = goal;
  const isUrgent = state === 'stuck' || state === 'paused' || state === 'failing';
  return el(
    'details',
    { id: goalPartId(id), class: isUrgent ? 'part urgent' : 'part' },
    el(
      'summary',
      null,
      el('b', null, id),
      ` ${title === id ? '' : shortened(title, TITLE_LENGTH)} `,
      el('span', { class: 'quiet' }, conditionWords(goal)),
    ),
    el(
      'div',
      { class: 'part-body' },
      detail === '' || pause !== null
        ? null
        : el('p', null, codeText(sentence(shortened(detail, facts.length)))),
      pause === null
        ? null
        : el(
            'p',
            null,
            `Paused by ${pause.by === PAUSED_BY_AGENT ? 'the agent' : pause.by} on ${longTime(pause.at)}: `,
            ...codeText(fullStop(shortened(pause.reason, facts.length))),
          ),
      waitsUntil === null
        ? null
        : el('p', null, `It waits after ${count(goal.failures, 'failure')} until ${longTime(waitsUntil)}.`),
      stuckList(stuck, facts),
      foundList(goal, facts),
      doneOnIssues(goal),
      slots.length === 0
        ? el('p', { class: 'quiet' }, 'The log that is kept has no due time of it.')
        : slotTable(goal, facts),
    ),
  );
}

function stuckList(stuck: GoalReport['stuck'], { length, stuck: most }: GoalRoom): VNode | null {
  if (stuck.length === 0) return null;
  const shown = stuck
    .slice(0, most)
    .map(({ title, attempts, ending, detail }) =>
      el(
        'li',
        null,
        el('b', null, shortened(title ?? 'The task', TITLE_LENGTH)),
        ` is stuck after ${count(attempts, 'attempt')}: `,
        ...codeText(
          fullStop(detail === '' && ending !== null ? endingLabel(ending) : shortened(detail, length)),
        ),
      ),
    );
  const more = stuck.length - shown.length;
  return el('ul', null, ...shown, more <= 0 ? null : el('li', null, `${figure(more)} more.`));
}

/** What it has found and no draft tells. */
function foundList({ findings }: GoalReport, { length, stuck: most }: GoalRoom): VNode | null {
  if (findings.length === 0) return null;
  const shown = findings.slice(0, most).map(({ path, line, text }) => {
    const place = path === null ? '' : line === null ? `${path}: ` : `${path}, line ${figure(line)}: `;
    return el('li', null, codeText(fullStop(shortened(`${place}${text}`, length))));
  });
  const more = findings.length - shown.length;
  return el(
    'div',
    null,
    el('p', null, `It has found something for you (${count(findings.length, 'finding')}):`),
    el(
      'ul',
      null,
      ...shown,
      more <= 0 ? null : el('li', null, `${figure(more)} more are in state/checkpoints.`),
    ),
  );
}

function doneOnIssues({ effects }: GoalReport): VNode | null {
  const sums = effectSums(effects);
  return sums.length === 0 ? null : el('p', null, `On issues: ${sums.join(', ')}.`);
}

function slotTable({ id, slots }: GoalReport, { rows, lineOf }: GoalRoom): VNode {
  const newest = slots.slice(-rows).toReversed();
  const older = slots.length - newest.length;
  return folded(
    `Its due times as a table`,
    table({
      caption: `Due times of ${id}`,
      columns: ['Due (UTC)', 'What became of it', 'Why'],
      rows: newest.map((slot) => slotRow(slot, lineOf.get(slotKey(id, slot.from, isServed(slot))))),
    }),
    restNote(older, `${count(older, 'older entry', 'older entries')} are in the log.`),
  );
}

function slotRow(slot: SlotReport, line: PageLine | undefined): readonly ComponentChildren[] {
  const times = slot.count === 1 ? '' : ` to ${timeWords(slot.to)} (${figure(slot.count)})`;
  const link = pageLink(line === undefined ? null : `#${lineId(line)}`, timeCell(slot.from));
  return [
    [link, times],
    fateWords(slot),
    line === undefined ? lacking('the log does not say') : codeText(plainText(line.message, WHY_LENGTH)),
  ];
}

function leftWords({ left, stuck }: GoalReport): string {
  if (stuck.length === 0) return figure(left);
  return left === 0 ? `${figure(stuck.length)} stuck` : `${figure(left)}, ${figure(stuck.length)} stuck`;
}

function timeWords(time: string): string {
  return longTime(time).replace(/ UTC$/, '');
}
