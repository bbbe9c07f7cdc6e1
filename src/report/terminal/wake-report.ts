import type {
  AlertResult,
  DraftResult,
  FileProblem,
  GoalResult,
  WakeResult,
} from '../../core/wake-result.ts';
import { cutToWidth, plainLine, wrapToWidth } from '../words/display-width.ts';
import { receiptWords } from '../words/effect-words.ts';
import { endingLabel } from '../words/ending-words.ts';
import { headline, ownDetail } from '../words/headline.ts';
import { nextDueWords } from '../words/next-due.ts';
import { endingTone, type Style } from '../words/palette.ts';
import { count, dollarWords, figure, sentence, shortTime } from '../words/sentences.ts';
import { type Column, renderTable } from '../words/table.ts';

export interface WakeReportInput {
  /** The wake; of several, what `nightResult` makes of them. */
  readonly result: WakeResult;
  /** When it ended, milliseconds since 1970 UTC, in the time of the wake. */
  readonly now: number;
  /** `result` is the sum of so many wakes, the first of which began at this time, ms. */
  readonly span?: { readonly wakes: number; readonly from: number };
  /** Where a person reads an issue; null: nobody knows where. */
  readonly issuePage?: (issue: number) => string | null;
}

/** What a wake, or several in a row, came to, on the terminal: a headline, goals, mistakes in files, drafts, alerts and issues. */
export function wakeReport(input: WakeReportInput, style: Style): string {
  const { result } = input;
  const drafts = result.goals.flatMap((goal) => goal.drafts);
  const sections = [
    opening(input, style),
    result.goals.length === 0 ? '' : goalTable(result.goals, style),
    notes(result, style),
    section(
      'Drafts',
      drafts.flatMap((draft) => draftLines(draft, style)),
      style,
    ),
    section(
      'Alerts',
      result.alerts.flatMap((alert) => alertLines(alert, input, style)),
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

function opening({ result, now, span }: WakeReportInput, style: Style): string {
  const { nextDue } = result;
  const next = nextDue === null ? [] : [nextDueWords({ name: nextDue.goal, at: nextDue.at }, now)];
  const first = wrapped([`${spanWords(span, now)}${headline(result)}`], style).map((line) =>
    style.paint(endingTone(result.ending), line),
  );
  const own = ownDetail(result);
  return [...first, ...wrapped([...(own === '' ? [] : [own]), ...next], style)].join('\n');
}

function spanWords(span: WakeReportInput['span'], now: number): string {
  if (span === undefined) return '';
  return `${count(span.wakes, 'run')} from ${shortTime(span.from)} to ${shortTime(now)}. `;
}

const COLUMNS: readonly Column[] = [
  { title: 'Goal', shrinkTo: 12 },
  { title: 'Due (UTC)' },
  { title: 'Result' },
  { title: 'Tasks', align: 'right' },
  { title: 'Calls', align: 'right' },
  { title: 'Tokens', align: 'right' },
  { title: 'Spent', align: 'right' },
];

function goalTable(goals: readonly GoalResult[], style: Style): string {
  const rows = goals.map((goal) => [
    goal.goal,
    goal.slot === null ? '–' : shortTime(goal.slot),
    { text: endingLabel(goal.ending), tone: endingTone(goal.ending) },
    `${figure(goal.items.done)}/${figure(goal.items.total)}`,
    figure(goal.spent.calls),
    figure(goal.spent.tokens),
    dollarWords(goal.spent),
  ]);
  return renderTable(COLUMNS, rows, style);
}

/** What the table cannot say: why a goal is not simply done, and what is wrong with the files. */
function notes(result: WakeResult, style: Style): string {
  const why = result.goals.filter(isWorthNote).map((goal) => `${goal.goal}: ${sentence(goal.detail)}`);
  return wrapped([...why, ...result.problems.map(problemLine)], style).join('\n');
}

function isWorthNote({ ending, detail }: GoalResult): boolean {
  return ending !== 'worked' && detail !== '';
}

/** `goals/x.yml:4:3: what is wrong; what would be right`. */
function problemLine({ file, line, column, message }: FileProblem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** Each text as plain lines of the terminal's width. */
export function wrapped(texts: readonly string[], { width }: Style): readonly string[] {
  return texts.flatMap((text) => wrapToWidth(plainLine(text), width));
}

/** What a person should know. The issue and the status say what to do about it. */
function alertLines(
  { title, issue, opened, known }: AlertResult,
  { issuePage }: WakeReportInput,
  style: Style,
): readonly string[] {
  const number = issue === null ? (known ? '(no issues here)' : '(no issue yet)') : `#${issue}`;
  const state = opened ? ' (new)' : known && issue !== null ? ' (closed by a person)' : '';
  const page = issue === null ? null : (issuePage?.(issue) ?? null);
  const heading = wrapToWidth(plainLine(`${number} ${title}${state}`), style.width - 2);
  return [
    ...heading.map((line) => `  ${style.paint('warn', line)}`),
    ...(page === null ? [] : indented(`read it: ${plainLine(page)}`, style)),
  ];
}

function issueLines({ goal, effects }: GoalResult, { width }: Style): readonly string[] {
  const words = effects.map((effect) => plainLine(`${goal}: ${receiptWords(effect)} (${effect.url})`));
  return words.flatMap((line) => wrapToWidth(line, width - 2)).map((line) => `  ${line}`);
}

const FILES_SHOWN = 8;
type ChangedFile = NonNullable<DraftResult['files']>[number];

function draftLines(draft: DraftResult, style: Style): readonly string[] {
  const number = draft.number === null ? '(not opened yet)' : `#${draft.number}`;
  const heading = `${number} ${plainLine(draft.title)}${draft.complete ? '' : ' (incomplete)'}`;
  const files = draft.files ?? [];
  const shown = files.slice(0, FILES_SHOWN).map((file) => fileLine(file, style));
  const more = files.length - FILES_SHOWN;
  return [
    ...wrapToWidth(heading, style.width - 2).map((line) => `  ${style.paint('accent', line)}`),
    ...indented(`branch ${plainLine(draft.branch)}`, style),
    ...shown,
    ...(more > 0 ? [`    and ${count(more, 'more file')}`] : []),
    ...(draft.url === null ? [] : indented(`read it: ${plainLine(draft.url)}`, style)),
  ];
}

function fileLine({ path, added, removed }: ChangedFile, style: Style): string {
  const change = { added: `+${figure(added)}`, removed: `-${figure(removed)}` };
  const room = style.width - 4 - change.added.length - change.removed.length - 3;
  const shown = cutToWidth(plainLine(path), room);
  return `    ${shown}  ${style.paint('good', change.added)} ${style.paint('bad', change.removed)}`;
}

function indented(text: string, { width }: Style): readonly string[] {
  return wrapToWidth(text, width - 4).map((line) => `    ${line}`);
}
