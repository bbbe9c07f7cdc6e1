import { isLasting } from '../../core/health/lasting-ending.ts';
import { PROGRAM, withProgram } from '../../core/text/program.ts';
import { plainLine } from '../words/display-width.ts';
import type { Style } from '../words/palette.ts';
import { type SlotListing, slotTable } from '../words/slot-words.ts';
import { type MonthBudget, monthCostSentences, type SlotsPerMonth } from './month-cost.ts';
import { section, type WakeReportInput, wakeReport, wrapped } from './wake-report.ts';

export interface RehearsalInput extends WakeReportInput {
  /** Who played the model. */
  readonly model: { readonly kind: 'scripted' } | { readonly kind: 'real'; readonly name: string };
  readonly slotsPerMonth: SlotsPerMonth;
  /** Missing: nothing limits what a month costs. */
  readonly budget?: MonthBudget;
  /** Of a night: what became of the slots of every goal. */
  readonly slots?: readonly SlotListing[];
  /** Where a stop came from that lasts no longer than this rehearsal; null: it was set before, or there was none. */
  readonly playedStop?: 'option' | 'environment' | null;
  /** How the command line was started, for the commands that are proposed. */
  readonly program: string;
  /** What `--repo` and `--goals` said: the next command has to say it again. */
  readonly elsewhere?: OtherRepository;
}

interface OtherRepository {
  readonly repo: string | null;
  readonly goals: string | null;
}

/** The end of a rehearsal on the terminal: what happened, where to read it, what it would cost, what to try next. */
export function rehearsalReport(input: RehearsalInput, style: Style): string {
  const cost = monthCostSentences(input.result.goals, input.slotsPerMonth, input.budget);
  const slots = input.slots ?? [];
  const sections = [
    wakeReport(input, style),
    slots.length === 0 ? '' : slotTable(slots, style),
    section('Cost', wrapped(cost, style), style),
    section(
      'Try next',
      tryNext(input).map((line) => `  ${line}`),
      style,
    ),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

const COMMAND_WIDTH = 26;

function tryNext({ result, model, elsewhere, playedStop, span, program }: RehearsalInput): readonly string[] {
  const repo = option('--repo', elsewhere?.repo);
  const all = `${repo}${option('--goals', elsewhere?.goals)}`;
  const start = `${PROGRAM} rehearse${all}`;
  const toResume = {
    before: [`${PROGRAM} resume${repo}`, 'remove the stop'],
    option: [start, 'the same without the stop'],
    environment: ['unset WAKEFUL_STOP', 'remove the stop of this shell, then start again'],
  } as const;
  const toRead = [
    [`${PROGRAM} log${repo}`, 'what it did, line by line'],
    [
      `${PROGRAM} status${repo}`,
      result.alerts.length === 0 ? 'how it is doing' : 'how it is doing, and what you can do',
    ],
  ] as const;
  const toCorrect = [[`${PROGRAM} validate`, 'check goal and settings files']] as const;
  const toSee = [[`${PROGRAM} goals`, 'which goals it has, and when they are due']] as const;
  const toGoOn =
    span === undefined
      ? ([`${PROGRAM} rehearse --night${all}`, '24 hours of scheduled runs'] as const)
      : ([start, 'one more run, from where the night ended'] as const);
  const isForeign = result.ending === 'bad_state_file';
  const toStartOver = [
    `${PROGRAM} rehearse --fresh${all}`,
    isForeign ? 'start over: this rehearsal and its state are deleted' : 'start over',
  ] as const;
  const own = [`OPENAI_API_KEY=… ${start}`, 'the same with a real model'] as const;
  const rows = [
    ...(result.ending === 'stopped' ? [toResume[playedStop ?? 'before']] : []),
    ...(isForeign ? [toStartOver] : []),
    ...(result.problems.length > 0 && all === '' ? toCorrect : []),
    ...(result.goals.length > 0 ? toRead : []),
    // The goals that the command lists are those of this work tree.
    ...(result.goals.length === 0 && all === '' ? toSee : []),
    ...(isForeign ? [] : [...(isLasting(result) ? [] : [toGoOn]), toStartOver]),
    ...(model.kind === 'scripted' ? [own] : []),
  ];
  const shown = rows.map(([command, meaning]) => [withProgram(command, program), meaning] as const);
  const width = Math.max(COMMAND_WIDTH, ...shown.map(([command]) => command.length));
  return shown.map(([command, meaning]) => `${command.padEnd(width)}  ${meaning}`);
}

/** ` --repo ../other`, quoted for a shell where it has to be; nothing when there is no value. */
function option(name: string, value: string | null | undefined): string {
  if (value === null || value === undefined) return '';
  const plain = plainLine(value);
  return /^[\w@%+=:,./-]+$/.test(plain)
    ? ` ${name} ${plain}`
    : ` ${name} '${plain.replaceAll("'", "'\\''")}'`;
}
