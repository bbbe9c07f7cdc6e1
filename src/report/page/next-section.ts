import type { VNode } from 'preact';
import type { DueTime } from '../../core/report/report.ts';
import { el } from '../../pages/element.ts';
import { isDue, waitWords } from '../words/next-due.ts';
import { count, dueTime, fromNow } from '../words/sentences.ts';
import type { PageView } from './page-facts.ts';
import { section } from './text-parts.ts';

const WHY: Readonly<Record<DueTime['why'], string>> = {
  slot: 'by its schedule',
  unfinished: 'it has tasks left',
  request: 'somebody asked for it',
};

/** What is still to do, and when the agent goes on. */
export function nextSection({ report, now }: PageView): VNode {
  const { next, goals, verdict } = report;
  const backlog = goals.filter(({ left, stuck }) => left > 0 || stuck.length > 0);
  const isStopped = verdict.kind === 'stopped';
  return section(
    { id: 'next', title: 'What comes next' },
    isStopped && next.length > 0
      ? el('p', null, 'Nothing, as long as the agent is stopped. Without the stop:')
      : null,
    next.length === 0
      ? el('p', null, 'No goal has a next due time.')
      : el(
          'ol',
          { class: 'next' },
          ...next.map((due) => el('li', null, el('b', null, due.goal), ` ${dueWords(due, now)}`)),
        ),
    el('h3', null, 'Tasks left'),
    backlog.length === 0
      ? el('p', null, 'None.')
      : el(
          'ul',
          null,
          ...backlog.map(({ id, left, stuck }) =>
            el('li', null, el('b', null, id), `: ${leftWords(left, stuck.length)}`),
          ),
        ),
  );
}

function dueWords(due: DueTime, now: number): string {
  const { at, why } = due;
  const when = isDue(at, now) ? 'now' : `${dueTime(at)} UTC, ${fromNow(at, now)}`;
  return `${when}, ${WHY[why]}${waitWords(due)}`;
}

function leftWords(left: number, stuck: number): string {
  const waiting = left === 0 ? [] : [`${count(left, 'task')} left`];
  return [...waiting, ...(stuck === 0 ? [] : [`${count(stuck, 'task')} stuck`])].join(', ');
}
