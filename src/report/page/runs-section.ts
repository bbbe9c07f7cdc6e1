import type { ComponentChildren, VNode } from 'preact';
import { isBad } from '../../core/ending.ts';
import type { GoalRun, RunReport, TaskRun } from '../../core/report/report.ts';
import { el } from '../../pages/element.ts';
import { shapeIcon } from '../../pages/shapes.ts';
import { isOnScale, shareOf } from '../../pages/time-scale.ts';
import { endingLabel } from '../words/ending-words.ts';
import { runUrl } from '../words/github-pages.ts';
import { count, dollarWords, duration, exactTime, figure } from '../words/sentences.ts';
import { runEnd, runShape, startedBy } from './goal-words.ts';
import { draftId, runId } from './line-ids.ts';
import type { PageView } from './page-facts.ts';
import { plainText, roomFor } from './plain-report.ts';
import { codeText, lacking, pageLink, restNote, section, timeCell } from './text-parts.ts';

/** Runs with all their goals together, and of runs alone. */
const ROOM = 66;
const LEAST = 8;
const MOST = 30;
/** Of all runs together. */
const TASKS = 60;
const MARKS = 80;
const GOALS = 36;
const MESSAGE_LENGTH = 140;

/** Runs that did something, newest first. */
export function runsSection({ report, site }: PageView): VNode {
  const { runs } = report;
  const shown = listedRuns(runs);
  const more = runs.length - shown.length;
  const most = roomFor(shown.length, { total: GOALS, least: 2, most: 10 });
  const goals = shown.reduce((sum, run) => sum + Math.min(most, run.goals.length), 0);
  const room: RunRoom = {
    tasks: roomFor(goals, { total: TASKS, least: 1, most: 12 }),
    goals: most,
    marks: roomFor(shown.length, { total: MARKS, least: 0, most: 40 }),
  };
  return section(
    { id: 'runs', title: 'Runs' },
    runs.length === 0 ? el('p', null, 'The log that is kept has no run that did something.') : null,
    ...shown.map((run) => runDetails(run, site, room)),
    restNote(more, `${count(more, 'older run')} are in the log: search for the number of a run there.`),
  );
}

/** How much of each run is in the page. */
interface RunRoom {
  /** Of each goal. */
  readonly tasks: number;
  readonly goals: number;
  readonly marks: number;
}

/** The newest runs, as many as a page has room for. */
export function listedRuns(runs: readonly RunReport[]): readonly RunReport[] {
  let room = ROOM;
  const end = runs.findIndex(({ goals }, n) => {
    room -= 1 + goals.length;
    return n >= MOST || (n >= LEAST && room < 0);
  });
  return end === -1 ? runs : runs.slice(0, end);
}

function runDetails(run: RunReport, site: PageView['site'], room: RunRoom): VNode {
  const by = startedBy(run);
  const isUrgent = run.fate === 'died';
  return el(
    'details',
    { id: runId(run.id), class: 'part', 'data-at': run.endedAt },
    el(
      'summary',
      null,
      shapeIcon(runShape(run)),
      timeCell(run.startedAt),
      ' ',
      el(isUrgent ? 'b' : 'span', null, runEnd(run)),
      el('span', { class: 'quiet' }, ` ${summaryWords(run)}`),
    ),
    el(
      'div',
      { class: 'part-body' },
      el(
        'p',
        null,
        'Started by ',
        by ?? lacking('the log does not say'),
        `. It took ${duration(Date.parse(run.endedAt) - Date.parse(run.startedAt))}. ${costWords(run)} `,
        runLink(run, site),
        ' ',
        el(
          'a',
          { href: `#log?run=${encodeURIComponent(run.id)}`, class: 'needs-script' },
          'Its lines of the log',
        ),
      ),
      attempts(run, room),
      ...mostTelling(run.goals)
        .slice(0, room.goals)
        .map((goal) => goalPart(goal, room)),
      restNote(
        run.goals.length - room.goals,
        `${count(run.goals.length - room.goals, 'more goal')} are in the log.`,
      ),
    ),
  );
}

function summaryWords({ goals, cost }: RunReport): string {
  const names = [...new Set(goals.map(({ goal }) => goal))];
  const what =
    names.length === 0
      ? 'no goal was worked on'
      : names.length > 3
        ? count(names.length, 'goal')
        : names.join(', ');
  return cost.calls === 0 ? what : `${what}; ${count(cost.tokens, 'token')}, ${dollarWords(cost)}`;
}

function costWords({ cost, lostTokens }: Pick<RunReport, 'cost' | 'lostTokens'>): string {
  const lost = lostTokens === 0 ? '' : ` ${count(lostTokens, 'token')} that it had set aside count as spent.`;
  if (cost.calls === 0) return `It asked no model.${lost}`;
  return `It cost ${count(cost.tokens, 'token')} and ${dollarWords(cost)} in ${count(cost.calls, 'model call')}.${lost}`;
}

/** Ids of real runs are `<run>-<attempt>`; others have no page. */
function runLink({ id }: RunReport, site: PageView['site']): ComponentChildren {
  const [, run, attempt] = /^(\d{1,20})-(\d{1,4})$/.exec(id) ?? [];
  const address =
    site === null || run === undefined || attempt === undefined ? null : runUrl(site, { id: run, attempt });
  return pageLink(address, address === null ? `Run ${id}.` : `Run ${id} on GitHub`);
}

/** When each attempt of a run ended, between its begin and its end. */
function attempts(run: RunReport, { marks }: RunRoom): VNode | null {
  const scale = { from: Date.parse(run.startedAt), to: Date.parse(run.endedAt) + 1 };
  const tasks = run.goals.flatMap(({ goal, tasks: own }) => own.map((task) => ({ goal, ...task })));
  const shown = tasks.filter(({ at }) => isOnScale(scale, Date.parse(at))).slice(0, marks);
  if (shown.length < 2 || scale.to - scale.from < 1_000) return null;
  return el(
    'svg',
    { class: 'track attempts', role: 'group', 'aria-label': `Attempts of run ${run.id}` },
    el('line', { class: 'axis', x1: '2%', x2: '98%', y1: 14, y2: 14 }),
    ...shown.map((task) => {
      const sentence = `${exactTime(task.at)}: ${task.goal}, ${taskEnd(task)}`;
      const shape = task.ending !== null && isBad(task.ending) ? 'attempt-failed' : 'attempt-done';
      const x = `${Math.round(20 + 9.6 * shareOf(scale, Date.parse(task.at))) / 10}%`;
      return el(
        'g',
        { class: 'mark', role: 'img' },
        el('title', null, sentence),
        el('use', { href: `#${shape}`, x, y: 14 }),
      );
    }),
  );
}

/** Goals that something was done for come first. */
function mostTelling(goals: readonly GoalRun[]): readonly GoalRun[] {
  const weight = ({ tasks, hasDied }: GoalRun): number => (hasDied ? 2 : tasks.length > 0 ? 1 : 0);
  return goals.toSorted((a, b) => weight(b) - weight(a));
}

function goalPart(run: GoalRun, room: RunRoom): VNode {
  const { goal, tasks, drafts, ending, hasDied } = run;
  const end = hasDied ? 'the run died' : ending === null ? 'its end is not known' : endingLabel(ending);
  const shown = tasks.slice(-room.tasks);
  const more = tasks.length - shown.length;
  return el(
    'div',
    { class: 'goal-part' },
    el(
      'p',
      null,
      el('b', null, goal),
      `: ${end}. `,
      ...drafts.flatMap((draft) => [
        el('a', { href: `#${draftId({ draft, branch: '' })}` }, `Draft #${draft}`),
        ' ',
      ]),
    ),
    shown.length === 0
      ? null
      : el(
          'ul',
          null,
          ...shown.map((task) =>
            el(
              'li',
              null,
              timeCell(task.at),
              ' ',
              ...codeText(plainText(task.message, MESSAGE_LENGTH)),
              costCell(task),
            ),
          ),
        ),
    restNote(more, `${figure(more)} earlier attempts are in the log.`),
  );
}

function taskEnd({ ending }: TaskRun): string {
  return ending === null ? 'its end is not known' : endingLabel(ending);
}

function costCell({ cost }: TaskRun): VNode | null {
  return cost.calls === 0
    ? null
    : el('span', { class: 'quiet' }, ` ${count(cost.tokens, 'token')}, ${dollarWords(cost)}`);
}
