import type { ComponentChildren, VNode } from 'preact';
import type { DraftReport } from '../../core/report/report.ts';
import { el } from '../../pages/element.ts';
import { draftUrl } from '../words/github-pages.ts';
import { count, dollarWords, figure } from '../words/sentences.ts';
import { draftId } from './line-ids.ts';
import type { PageView } from './page-facts.ts';
import { shortened } from './plain-report.ts';
import { lacking, pageLink, restNote, section, table, timeCell } from './text-parts.ts';

const SHOWN = 22;
const TITLE_LENGTH = 100;

const OUTCOMES: Readonly<Record<DraftReport['outcome'], string>> = {
  none: 'not opened yet',
  open: 'waits for your review',
  merged: 'merged',
  closed: 'closed without merging',
  taken_over: 'taken over by a person',
};

/** Drafts and what became of them. */
export function draftsSection({ report, site }: PageView): VNode {
  const { drafts } = report;
  const shown = drafts.slice(0, SHOWN);
  if (drafts.length === 0) return section({ id: 'drafts', title: 'Drafts' }, el('p', null, 'None so far.'));
  const more = drafts.length - shown.length;
  return section(
    { id: 'drafts', title: 'Drafts' },
    el('p', null, fates(drafts)),
    table({
      caption: 'Drafts, the newest first',
      columns: ['Draft', 'What became of it', 'Goal', 'Opened (UTC)', 'Ended (UTC)', 'Change', 'Cost'],
      rows: shown.map((draft) => draftRow(draft, site)),
    }),
    restNote(more, `${count(more, 'older draft')} are in state/checkpoints on the state branch.`),
  );
}

function fates(drafts: readonly DraftReport[]): string {
  const groups = Map.groupBy(drafts, ({ outcome }) => outcome);
  const parts = [...groups].map(
    ([outcome, own]) =>
      `${figure(own.length)} ${OUTCOMES[outcome].replace('waits for your', own.length === 1 ? 'waits for your' : 'wait for your')}`,
  );
  return `${parts.join(', ')}, as far as they are kept.`;
}

function draftRow(draft: DraftReport, site: PageView['site']): readonly ComponentChildren[] {
  const { goal, title, outcome, openedAt, endedAt, reason, files, lines, isComplete, cost } = draft;
  const address = site === null || draft.draft === null ? null : draftUrl(site, draft.draft);
  const name = draft.draft === null ? draft.branch : `#${draft.draft} ${shortened(title, TITLE_LENGTH)}`;
  const end = reason === null || reason === '' ? OUTCOMES[outcome] : `${OUTCOMES[outcome]}: “${reason}”`;
  return [
    el('span', { id: draftId(draft), 'data-at': endedAt ?? openedAt ?? undefined }, pageLink(address, name)),
    isComplete ? end : `${end}; parts are missing`,
    goal,
    timeCell(openedAt),
    outcome === 'open' ? lacking('it is still open') : timeCell(endedAt),
    `${count(files, 'file')}, ${count(lines, 'line')}`,
    cost.calls === 0
      ? lacking('its tasks are no longer kept')
      : `${count(cost.tokens, 'token')}, ${dollarWords(cost)}`,
  ];
}
