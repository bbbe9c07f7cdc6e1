import type { DraftResult, FileProblem, GoalResult, WakeResult } from '../wake/wake-result.ts';
import { cutToWidth, plainLine, wrapToWidth } from './display-width.ts';
import { receiptWords } from './effect-words.ts';
import { endingTone, type Style } from './palette.ts';
import { count, figure, fromNow, longTime, money, sentence, shortTime } from './sentences.ts';
import { type Column, renderTable } from './table.ts';

export interface WakeReportInput {
  readonly result: WakeResult;
  /** Milliseconds since 1970 UTC, in the time of the wake. */
  readonly now: number;
}

/** What one wake came to, on the terminal: its ending, its goals, what is wrong with files, drafts and issues. */
export function wakeReport(input: WakeReportInput, style: Style): string {
  const { result } = input;
  const drafts = result.goals.flatMap((goal) => goal.drafts);
  const sections = [
    headline(input, style),
    result.goals.length === 0 ? '' : goalTable(result.goals, style),
    notes(result, style),
    section(
      'Drafts',
      drafts.flatMap((draft) => draftLines(draft, style)),
      style,
    ),
    section(
      'Issues',
      result.goals.flatMap((goal) => issueLines(goal, style)),
      style,
    ),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

/** A heading and its lines; nothing where there are none. */
export function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? '' : [style.paint('strong', title), ...lines].join('\n');
}

function headline({ result, now }: WakeReportInput, style: Style): string {
  const ending = style.paint(endingTone(result.ending), result.ending);
  const next =
    result.nextDue === null
      ? []
      : [
          `The next slot is that of ${result.nextDue.goal}: ${longTime(result.nextDue.at)}, ${fromNow(result.nextDue.at, now)}.`,
        ];
  return [
    `Wake ${plainLine(result.wake)} ended: ${ending}`,
    ...wrapped([sentence(result.detail), ...next], style),
  ].join('\n');
}

const COLUMNS: readonly Column[] = [
  { title: 'Goal', shrinkTo: 12 },
  { title: 'Slot (UTC)' },
  { title: 'Ending' },
  { title: 'Items', align: 'right' },
  { title: 'Calls', align: 'right' },
  { title: 'Tokens', align: 'right' },
  { title: 'Spent', align: 'right' },
];

function goalTable(goals: readonly GoalResult[], style: Style): string {
  const rows = goals.map((goal) => [
    goal.goal,
    goal.slot === null ? '–' : shortTime(goal.slot),
    { text: goal.ending, tone: endingTone(goal.ending) },
    `${figure(goal.items.done)}/${figure(goal.items.total)}`,
    figure(goal.spent.calls),
    figure(goal.spent.tokens),
    goal.spent.usdMicros === 0 && goal.spent.tokens > 0 ? 'no price' : money(goal.spent.usdMicros),
  ]);
  return renderTable(COLUMNS, rows, style);
}

/** What the table cannot say: why a goal did not end as `worked`, and what is wrong with the files. */
function notes(result: WakeResult, style: Style): string {
  const why = result.goals
    .filter((goal) => goal.ending !== 'worked' && goal.detail !== '')
    .map((goal) => `${goal.goal}: ${sentence(goal.detail)}`);
  return wrapped([...why, ...result.problems.map(problemLine)], style).join('\n');
}

/** `goals/x.yml:4:3: what is wrong; what would be right`. */
function problemLine({ file, line, column, message }: FileProblem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** Each text as plain lines of the terminal's width. */
export function wrapped(texts: readonly string[], { width }: Style): readonly string[] {
  return texts.flatMap((text) => wrapToWidth(plainLine(text), width));
}

function issueLines({ goal, effects }: GoalResult, { width }: Style): readonly string[] {
  const words = effects.map((effect) => plainLine(`${goal}: ${receiptWords(effect)} (${effect.url})`));
  return words.flatMap((line) => wrapToWidth(line, width - 2)).map((line) => `  ${line}`);
}

const FILES_SHOWN = 8;

function draftLines(draft: DraftResult, style: Style): readonly string[] {
  const number = draft.number === null ? '(not opened yet)' : `#${draft.number}`;
  const heading = `${number} ${plainLine(draft.title)}${draft.complete ? '' : ' (incomplete)'}`;
  const shown = draft.files.slice(0, FILES_SHOWN).map((file) => fileLine(file, style));
  const more = draft.files.length - FILES_SHOWN;
  return [
    ...wrapToWidth(heading, style.width - 2).map((line) => `  ${style.paint('accent', line)}`),
    ...indented(`branch ${plainLine(draft.branch)}`, style),
    ...shown,
    ...(more > 0 ? [`    and ${count(more, 'more file')}`] : []),
    ...(draft.url === null ? [] : indented(`read it: ${plainLine(draft.url)}`, style)),
  ];
}

function fileLine({ path, added, removed }: DraftResult['files'][number], style: Style): string {
  const change = { added: `+${figure(added)}`, removed: `-${figure(removed)}` };
  const room = style.width - 4 - change.added.length - change.removed.length - 3;
  const shown = cutToWidth(plainLine(path), room);
  return `    ${shown}  ${style.paint('good', change.added)} ${style.paint('bad', change.removed)}`;
}

function indented(text: string, { width }: Style): readonly string[] {
  return wrapToWidth(text, width - 4).map((line) => `    ${line}`);
}
