import type { VNode } from 'preact';
import type { LogLevel } from '../../core/event.ts';
import { el } from '../../pages/element.ts';
import { exactTime, figure } from '../words/sentences.ts';
import { LEVEL_SIGNS, lineId, type PageLine } from './line-ids.ts';
import type { PageView } from './page-facts.ts';
import { plainText } from './plain-report.ts';
import { section } from './text-parts.ts';

/** So many lines stand in the page itself; a script shows all. */
const SHOWN = 24;
const MESSAGE_LENGTH = 240;
const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** The log, newest first. */
export function logSection({ lines, report }: PageView): VNode {
  const shown = lines.filter(({ level }) => level !== 'debug').slice(-SHOWN);
  const total = figure(lines.length);
  const note =
    report.evidence.log === null
      ? 'There is no log yet.'
      : 'The newest lines first. Those that say nothing new, of level debug, are left out until you ask for them.';
  return section(
    { id: 'log', title: 'Log', note },
    filterForm(),
    el('p', { id: 'log-state', class: 'quiet', role: 'status' }, shownWords(shown.length, total)),
    el(
      'ol',
      { id: 'log-lines', class: 'log-lines' },
      ...shown.toReversed().map((line) => logLine(line, 'own')),
    ),
    el(
      'p',
      { id: 'log-pages', class: 'buttons', hidden: true },
      el('button', { type: 'button', id: 'log-newer' }, 'Newer lines'),
      el('button', { type: 'button', id: 'log-older' }, 'Older lines'),
    ),
  );
}

function shownWords(shown: number, total: string): string {
  if (shown === 0) return 'No line is to be shown.';
  return `The newest ${figure(shown)} of ${total} lines. To read and search all of them here, switch JavaScript on. The command log shows them as well.`;
}

/** Works with a script only, so it is hidden without one. */
function filterForm(): VNode {
  return el(
    'form',
    { id: 'log-filter', class: 'filter', hidden: true, role: 'search', 'aria-label': 'The log' },
    field('Search', el('input', { type: 'search', name: 'text', autocomplete: 'off', spellcheck: false })),
    field('Goal', el('select', { name: 'goal' }, el('option', { value: '' }, 'all goals'))),
    field(
      'Run',
      el('input', { type: 'text', name: 'run', autocomplete: 'off', spellcheck: false, size: 16 }),
    ),
    field(
      'Level',
      el(
        'select',
        { name: 'level' },
        ...LEVELS.map((level) =>
          el('option', { value: level, selected: level === 'info' }, LEVEL_WORDS[level]),
        ),
      ),
    ),
    el('button', { type: 'reset' }, 'Show all'),
  );
}

const LEVEL_WORDS: Readonly<Record<LogLevel, string>> = {
  debug: 'all lines, with routine',
  info: 'without routine',
  warn: 'warnings and errors',
  error: 'errors',
};

function field(label: string, input: VNode): VNode {
  return el('label', null, el('span', null, label), input);
}

/** `own`: its id is here. `link`: it leads to where that is. */
export function logLine(line: PageLine, kind: 'own' | 'link'): VNode {
  const { ts, level, goal } = line;
  const id = lineId(line);
  return el(
    'li',
    { id: kind === 'own' ? id : undefined, class: level, 'data-at': ts },
    el('a', { class: 'permalink', href: `#${id}` }, el('time', { datetime: ts }, exactTime(ts))),
    el(
      'span',
      null,
      signOf(level),
      goal === undefined ? null : el('b', null, `${plainText(goal, MESSAGE_LENGTH)} `),
      plainText(line.message, MESSAGE_LENGTH),
    ),
  );
}

function signOf(level: LogLevel): VNode | null {
  const sign = LEVEL_SIGNS[level];
  return sign === '' ? null : el('b', { class: 'sign' }, sign);
}
