import type { VNode } from 'preact';
import type { LogEntry } from '../../core/event.ts';
import { el } from '../../pages/element.ts';
import { happenedWords } from '../status/happened-words.ts';
import { count } from '../words/sentences.ts';
import { logLine } from './log-section.ts';
import type { PageView } from './page-facts.ts';
import { codeText, folded, section } from './text-parts.ts';

/** What happened since yesterday. A script adds what happened since the last visit. */
export function happenedSection({ report, lines }: PageView): VNode {
  const { happened } = report;
  return section(
    { id: 'happened', title: 'Since yesterday' },
    el(
      'ul',
      { class: 'happened' },
      ...happenedWords(happened).map((words) => el('li', null, codeText(words))),
    ),
    el('div', { id: 'since-visit', hidden: true }),
    happened.notable.length === 0
      ? null
      : folded(
          `${count(happened.notable.length, 'line')} of the log that say the most`,
          el(
            'ol',
            { class: 'log-lines' },
            ...happened.notable.toReversed().map((entry) => notable(entry, lines)),
          ),
        ),
  );
}

function notable(entry: LogEntry, lines: PageView['lines']): VNode {
  const line = lines.findLast(
    ({ ts, wake, message }) => ts === entry.ts && wake === entry.wake && message === entry.message,
  );
  return logLine(line ?? { ...entry, number: 0 }, 'link');
}
