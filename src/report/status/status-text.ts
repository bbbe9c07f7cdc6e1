import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { GoalSummary, ShortReport } from '../../core/report/report.ts';
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
import { type StatusInput, statusReport } from './status-facts.ts';
import { fullWords, lackWords, verdictTone, verdictWords } from './verdict-words.ts';

/** The `status` command: the same as the status page. `source` says what is being read. */
export function statusText(
  input: StatusInput,
  source: string,
  style: Style,
  report: MaskedRecord<ShortReport> = statusReport(input),
): string {
  const { goals } = report;
  const table =
    goals.length === 0
      ? 'There are no goals.'
      : renderTable(
          COLUMNS,
          goals.map((goal) => cells(goal, input.now)),
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
    answerLines(report, input, style).join('\n'),
    table,
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function answerLines(report: MaskedRecord<ShortReport>, input: StatusInput, style: Style): readonly string[] {
  const answers = statusAnswers(report, input, 'terminal');
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

function cells(goal: GoalSummary, now: number): readonly Cell[] {
  const { id, ending, endedAt, left, stuck, pause, nextDue, drafts } = goal;
  return [
    id,
    ending === null ? 'not run yet' : { text: endingLabel(ending), tone: endingTone(ending) },
    endedAt === null ? '–' : shortTime(endedAt),
    stuck.length === 0
      ? figure(left)
      : { text: `${figure(left)}, ${figure(stuck.length)} stuck`, tone: 'bad' },
    pause === null ? dueCell(nextDue, now) : { text: 'paused', tone: 'warn' },
    outcomeWords(drafts),
  ];
}
