import type { Report } from '../../core/report/report.ts';
import { section } from '../terminal/wake-report.ts';
import { displayWidth, padToWidth, plainLine, wrapToWidth } from '../words/display-width.ts';
import { endingLabel } from '../words/ending-words.ts';
import { bulletLines, linesWithin } from '../words/indented-lines.ts';
import { dueCell } from '../words/next-due.ts';
import { endingTone, type Style } from '../words/palette.ts';
import { figure, longTime, shortTime } from '../words/sentences.ts';
import { type Cell, type Column, renderTable } from '../words/table.ts';
import { happenedWords } from './happened-words.ts';
import { needLines } from './need-list.ts';
import { outcomeWords, statusAnswers } from './status-answers.ts';
import { type GoalRow, goalRows, type StatusInput, statusReport } from './status-facts.ts';
import { fullWords, lackWords, verdictTone, verdictWords } from './verdict-words.ts';

/** The `status` command: the same as the status page. `source` says what is being read. */
export function statusText(
  input: StatusInput,
  source: string,
  style: Style,
  report: Report = statusReport(input),
): string {
  const rows = goalRows(input);
  const table =
    rows.length === 0
      ? 'There are no goals.'
      : renderTable(
          COLUMNS,
          rows.map((row) => cells(row, input.now)),
          style,
        );
  const needs = needLines(report.needs, { pageOf: input.pageOf ?? (() => null), style });
  const happened = happenedWords(report.happened).flatMap((words) => bulletLines(words, style));
  const lack = [fullWords(report), lackWords(report.evidence)].filter((words) => words !== null);
  const sections = [
    [...wrapToWidth(plainLine(source), style.width), `As of ${longTime(input.now)}.`].join('\n'),
    ...[verdictWords(report.verdict, input.now), ...lack].map((words) =>
      linesWithin(words, style)
        .map((line) => style.paint(verdictTone(report.verdict), line))
        .join('\n'),
    ),
    section('Needs you', needs, style),
    section('Since yesterday', happened, style),
    answerLines(input, style).join('\n'),
    table,
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function answerLines(input: StatusInput, style: Style): readonly string[] {
  const answers = statusAnswers(input, 'terminal');
  const label = Math.max(...answers.map(({ question }) => displayWidth(question))) + 2;
  return answers.flatMap(({ question, answer, tone }) => {
    const lines = linesWithin(answer, style, label);
    return lines.map((line, index) => {
      const start = padToWidth(index === 0 ? question : '', label);
      return `${style.paint('strong', start)}${style.paint(tone, line)}`;
    });
  });
}

const COLUMNS: readonly Column[] = [
  { title: 'Goal', shrinkTo: 12 },
  { title: 'Last result', shrinkTo: 11 },
  { title: 'At (UTC)' },
  { title: 'Left', align: 'right' },
  { title: 'Next due' },
  { title: 'Drafts', shrinkTo: 8 },
];

function cells(row: GoalRow, now: number): readonly Cell[] {
  return [
    row.id,
    row.ending === null ? 'not run yet' : { text: endingLabel(row.ending), tone: endingTone(row.ending) },
    row.at === null ? '–' : shortTime(row.at),
    row.stuck === 0
      ? figure(row.itemsLeft)
      : { text: `${figure(row.itemsLeft)}, ${figure(row.stuck)} stuck`, tone: 'bad' },
    row.paused === null ? dueCell(row.nextDue, now) : { text: 'paused', tone: 'warn' },
    outcomeWords(row.outcomes),
  ];
}
