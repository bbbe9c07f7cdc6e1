import type { DraftResult, FileProblem, GoalResult, WakeResult } from '../wake/wake-result.ts';
import { cutToWidth, plainLine, wrapToWidth } from './display-width.ts';
import { receiptWords } from './effect-words.ts';
import { monthCostSentences, type SlotsPerMonth } from './month-cost.ts';
import { endingTone, type Style } from './palette.ts';
import { count, figure, fromNow, longTime, money, sentence, shortTime } from './sentences.ts';
import { type Column, renderTable } from './table.ts';

export interface RehearsalInput {
  /** The wake; of several, the last one with the totals of all in `goals`. */
  readonly result: WakeResult;
  /** Milliseconds since 1970 UTC, in the rehearsal's time. */
  readonly now: number;
  /** Who played the model. */
  readonly model: { readonly kind: 'scripted' } | { readonly kind: 'real'; readonly name: string };
  readonly slotsPerMonth: SlotsPerMonth;
  /** What `--repo` and `--goals` said: the next command has to say it again. */
  readonly elsewhere?: Elsewhere;
}

interface Elsewhere {
  readonly repo: string | null;
  readonly goals: string | null;
}

/** The end of a rehearsal on the terminal: what happened, where to read it, what it would cost, what to try next. */
export function rehearsalReport(input: RehearsalInput, style: Style): string {
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
    section('Issues', wrapped(result.goals.flatMap(issueLines), style), style),
    section('Cost', wrapped(monthCostSentences(result.goals, input.slotsPerMonth), style), style),
    section(
      'Try next',
      tryNext(input).map((line) => `  ${line}`),
      style,
    ),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? '' : [style.paint('strong', title), ...lines].join('\n');
}

function headline({ result, now }: RehearsalInput, style: Style): string {
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

function wrapped(texts: readonly string[], { width }: Style): readonly string[] {
  return texts.flatMap((text) => wrapToWidth(plainLine(text), width));
}

function issueLines({ goal, effects }: GoalResult): readonly string[] {
  return effects.map((effect) => `  ${goal}: ${receiptWords(effect)} (${effect.url})`);
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

const COMMAND_WIDTH = 26;

function tryNext({ result, model, elsewhere }: RehearsalInput): readonly string[] {
  const repo = option('--repo', elsewhere?.repo);
  const all = `${repo}${option('--goals', elsewhere?.goals)}`;
  const toResume = [`npm start -- resume${repo}`, 'take away a stop on the state branch'] as const;
  const toRead = [
    [`npm start -- log${repo}`, 'what it did, line by line'],
    [`npm start -- status${repo}`, 'how it stands'],
  ] as const;
  const toSee = [['npm start -- goals', 'what it pursues, and when']] as const;
  const toPlay = [
    [`npm start -- --night${all}`, '24 hours of scheduled ticks'],
    [`npm start -- --fresh${all}`, 'start over'],
  ] as const;
  const own = [
    `OPENAI_API_KEY=… npm start${all === '' ? '' : ` --${all}`}`,
    'the same with a real model',
  ] as const;
  const rows = [
    ...(result.ending === 'stopped' ? [toResume] : []),
    ...(result.goals.length > 0 ? toRead : []),
    // The goals that the command lists are those of this work tree.
    ...(result.goals.length === 0 && all === '' ? toSee : []),
    ...toPlay,
    ...(model.kind === 'scripted' ? [own] : []),
  ];
  const width = Math.max(COMMAND_WIDTH, ...rows.map(([command]) => command.length));
  return rows.map(([command, meaning]) => `${command.padEnd(width)}  ${meaning}`);
}

/** ` --repo ../other`, quoted for a shell where it has to be; nothing when there is no value. */
function option(name: string, value: string | null | undefined): string {
  if (value === null || value === undefined) return '';
  const plain = plainLine(value);
  return /^[\w@%+=:,./-]+$/.test(plain)
    ? ` ${name} ${plain}`
    : ` ${name} '${plain.replaceAll("'", "'\\''")}'`;
}
