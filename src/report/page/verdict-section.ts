import type { ComponentChildren, VNode } from 'preact';
import type { Evidence } from '../../core/report/report.ts';
import { el } from '../../pages/element.ts';
import { fullWords, lackWords, verdictTone, verdictWords } from '../status/verdict-words.ts';
import { longTime } from '../words/sentences.ts';
import type { PageView } from './page-facts.ts';
import { codeText } from './text-parts.ts';

/** The first thing that is read: one sentence, and how old it is. */
export function verdictSection({ report, now, silentHours }: PageView): VNode {
  const { verdict, evidence, at } = report;
  const isUrgent = verdict.kind === 'silent' || verdict.kind === 'needs_you';
  const notes = [fullWords(report), lackWords(evidence)].filter((words) => words !== null);
  return el(
    'section',
    {
      id: 'verdict',
      class: `verdict ${isUrgent ? 'urgent' : verdictTone(verdict)} ${evidence.kind}`,
      'aria-label': 'The state of the agent',
      'data-at': at,
      'data-seen': evidence.seenAt ?? undefined,
      'data-silent-hours': silentHours,
    },
    el('p', { class: 'verdict-words' }, codeText(verdictWords(verdict, now))),
    el(
      'p',
      { class: 'age' },
      'This is from ',
      el('time', { datetime: at }, longTime(at)),
      el('span', { class: 'age-words' }),
      '.',
    ),
    el('p', { class: 'age-note', hidden: true }),
    ...notes.map((words) => el('p', { class: 'lack' }, codeText(words))),
    evidenceLine(evidence),
  );
}

/** What all of this is made from. */
function evidenceLine(evidence: Evidence): VNode {
  const { seenAt, log, kind } = evidence;
  const parts: ComponentChildren[] =
    seenAt === null
      ? [
          'There has been no sign of life yet, so there is nothing to show: a dash stands for what is not known.',
        ]
      : [
          `${KINDS[kind]} Last sign of life: ${longTime(seenAt)}.`,
          log === null
            ? ' There is no log.'
            : ` The log that is kept begins on ${log.from}. All times are in UTC.`,
        ];
  return el('p', { class: 'quiet evidence' }, ...parts);
}

const KINDS: Readonly<Record<Evidence['kind'], string>> = {
  missing: 'There is no evidence.',
  partial: 'The evidence is partial.',
  old: 'The evidence is old.',
  complete: 'The evidence is complete.',
};
