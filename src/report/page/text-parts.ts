import type { ComponentChildren, VNode } from 'preact';
import { el } from '../../pages/element.ts';
import { shortTime } from '../words/sentences.ts';

/** A sentence in which names stand in backticks: those become code, everything else stays as it is. */
export function codeText(text: string): readonly (string | VNode)[] {
  return text.split('`').map((part, index, parts) => {
    const isCode = index % 2 === 1 && index < parts.length - 1;
    return isCode ? el('code', null, part) : index % 2 === 1 ? `\`${part}` : part;
  });
}

/** A sentence of this program, in which names of pages stand between asterisks. */
export function stepText(text: string): readonly (string | VNode)[] {
  return codeText(text).flatMap((part) =>
    typeof part !== 'string'
      ? [part]
      : part.split(/\*(\w[^*]*)\*/).map((piece, n) => (n % 2 === 0 ? piece : el('i', null, piece))),
  );
}

/** An address that the program has made itself; without one the text stands alone. */
export function pageLink(address: string | null, text: ComponentChildren, name?: string): ComponentChildren {
  return address === null ? text : el('a', { href: address, class: name }, text);
}

/** A time as people read it, on one line; a dash with the reason where none is known. */
export function timeCell(time: string | null, unknown = 'not known'): VNode {
  if (time === null || Number.isNaN(Date.parse(time))) return lacking(unknown);
  return el('span', { class: 'time' }, shortTime(time));
}

/** What is missing is no zero. */
export function lacking(why: string): VNode {
  return el('span', { class: 'lacking' }, '–', el('span', { class: 'unseen' }, ` ${why}`));
}

interface TableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Columns of figures, from 0. */
  readonly figures?: readonly number[];
}

/** A table that scrolls sideways within the keyboard's way, where it is wider than the page. */
export function table({ caption, columns, rows, figures = [] }: TableProps): VNode {
  const style = (column: number): string | undefined => (figures.includes(column) ? 'figure' : undefined);
  return el(
    'div',
    { class: 'table', role: 'group', 'aria-label': caption, tabindex: 0 },
    el(
      'table',
      null,
      el('caption', { class: 'unseen' }, caption),
      el(
        'thead',
        null,
        el('tr', null, ...columns.map((name, n) => el('th', { scope: 'col', class: style(n) }, name))),
      ),
      el(
        'tbody',
        null,
        ...rows.map((cells) =>
          el('tr', null, ...cells.map((cell, n) => el(n === 0 ? 'th' : 'td', cellProps(n, style(n)), cell))),
        ),
      ),
    ),
  );
}

function cellProps(column: number, style: string | undefined): Record<string, string | undefined> {
  return column === 0 ? { scope: 'row', class: style } : { class: style };
}

/** What is there for those who want it, and closed until then. */
export function folded(summary: ComponentChildren, ...children: readonly ComponentChildren[]): VNode {
  return el('details', null, el('summary', null, summary), ...children);
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
}

export function section({ id, title, note }: SectionProps, ...children: readonly ComponentChildren[]): VNode {
  return el(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title),
    note === undefined ? null : el('p', { class: 'quiet' }, note),
    ...children,
  );
}

/** How many more there are than a page shows, and where they are. */
export function restNote(more: number, where: string): VNode | null {
  return more <= 0 ? null : el('p', { class: 'quiet' }, where);
}
