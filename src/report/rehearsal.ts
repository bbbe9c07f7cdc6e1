import type { WakeResult } from '../wake/wake-result.ts';
import { plainLine } from './display-width.ts';
import { monthCostSentences, type SlotsPerMonth } from './month-cost.ts';
import type { Style } from './palette.ts';
import { section, wakeReport, wrapped } from './wake-report.ts';

export interface RehearsalInput {
  /** The wake; of several, the last one with the totals of all in `goals`. */
  readonly result: WakeResult;
  /** Milliseconds since 1970 UTC, in the rehearsal's time. */
  readonly now: number;
  /** Who played the model. */
  readonly model: { readonly kind: 'scripted' } | { readonly kind: 'real'; readonly name: string };
  readonly slotsPerMonth: SlotsPerMonth;
  /** Where a stop came from that lasts no longer than this rehearsal; null: it was set before, or there was none. */
  readonly playedStop?: 'option' | 'environment' | null;
  /** What `--repo` and `--goals` said: the next command has to say it again. */
  readonly elsewhere?: Elsewhere;
}

interface Elsewhere {
  readonly repo: string | null;
  readonly goals: string | null;
}

/** The end of a rehearsal on the terminal: what happened, where to read it, what it would cost, what to try next. */
export function rehearsalReport(input: RehearsalInput, style: Style): string {
  const cost = monthCostSentences(input.result.goals, input.slotsPerMonth);
  const sections = [
    wakeReport(input, style),
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

function tryNext({ result, model, elsewhere, playedStop }: RehearsalInput): readonly string[] {
  const repo = option('--repo', elsewhere?.repo);
  const all = `${repo}${option('--goals', elsewhere?.goals)}`;
  const toResume = {
    before: [`npm start -- resume${repo}`, 'take the stop away'],
    option: [`npm start${all === '' ? '' : ` --${all}`}`, 'the same without the stop'],
    environment: ['unset WAKEFUL_STOP', 'take away the stop of this shell, then start again'],
  } as const;
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
    ...(result.ending === 'stopped' ? [toResume[playedStop ?? 'before']] : []),
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
