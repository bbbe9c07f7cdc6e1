import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { type Goal, opensDrafts } from '../../core/goal.ts';
import { writesOwnFileOnly } from '../../core/item.ts';
import { type MostSpent, mostOfAll, mostOfGoal } from '../../core/money/most-spent.ts';
import { slotsBetween } from '../../core/schedule/schedule.ts';
import type { Settings } from '../../core/settings.ts';
import { fixed, type Masked } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { DAY_MS } from '../../core/time.ts';
import { codeSpan, inlineText, valueSpan } from '../words/markdown.ts';
import { count, figure, money, scheduleWords, shortTime } from '../words/sentences.ts';

const LISTED = 10;
const CELL_LENGTH = 120;
const NEXT_SLOTS = 10;
/** Longer than any ten due times of a schedule that people write. */
const FAR_MS = 40 * 366 * DAY_MS;

/** Which paths, effects, model and commands each goal has, as a Markdown table. */
export function permissionTable(
  goals: readonly MaskedRecord<Goal>[],
  settings: MaskedRecord<Settings>,
): string {
  const rows = goals.map((goal) => [
    codeSpan(goal.id),
    readWords(goal),
    writeWords(goal, settings),
    spans(opensDrafts(goal) ? (goal.permissions.delete ?? []) : []),
    effectWords(goal),
    modelWords(goal.model, settings),
    commandWords(goal),
  ]);
  return table(
    ['Goal', 'May read', 'May write', 'May delete', 'May do', 'Asks the model', 'Runs the commands'],
    rows,
  );
}

interface SpendFacts {
  readonly settings: Settings;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** All goals, for the last row. */
  readonly total: readonly Goal[];
}

/** When each goal is due next, and the most that it and all goals can spend. */
export function spendTable(goals: readonly Goal[], { settings, now, total }: SpendFacts): string {
  const rows = goals.map((goal) => {
    const most = mostOfGoal(goal, settings);
    return [codeSpan(goal.id), whenWords(goal), slotWords(goal, now), perDay(most), perMonth(most)];
  });
  const all = mostOfAll(total, settings);
  const last = ['**All goals**', '', '', `**${perDay(all)}**`, `**${perMonth(all)}**`];
  return table(['Goal', 'When', 'Next ten due times', 'At most a day', 'At most a month'], [...rows, last]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

function spans(values: readonly Masked[]): string {
  if (values.length === 0) return 'nothing';
  const shown = values.slice(0, LISTED).map((value) => valueSpan(cutText(value, CELL_LENGTH)));
  const more = values.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${figure(more)} more` : shown.join(', ');
}

/** Besides files, what its tasks are about. */
function readWords({ permissions, forEach }: MaskedRecord<Goal>): string {
  const files = spans(permissions.read);
  if (forEach?.kind === 'releases') return `${files}; the notes of releases`;
  if (forEach?.kind === 'pull_requests') return `${files}; pull requests with what they change there`;
  return forEach?.kind === 'runs' ? `${files}; logs of failed runs of ${spans(forEach.workflows)}` : files;
}

/** The goal's own commands, and whether the model chooses others. */
function commandWords({ setup, checks, doneWhen, permissions }: MaskedRecord<Goal>): string {
  const own = spans([...setup, ...checks, ...doneWhen]);
  if (permissions.run !== true) return own;
  const chosen = 'lines that the model chooses, in a copy that is thrown away; none where no sandbox works';
  return own === 'nothing' ? chosen : `${own}; and ${chosen}`;
}

/** As the gate decides: in a queue over files each task writes its own file only, and the settings take away more. */
function writeWords(goal: MaskedRecord<Goal>, { protectedPaths }: MaskedRecord<Settings>): string {
  const { write } = goal.permissions;
  if (!opensDrafts(goal)) return 'nothing';
  const target = goal.forEach?.kind === 'files' ? goal.forEach.target : undefined;
  const file = target === undefined ? 'its own file' : valueSpan(cutText(target, CELL_LENGTH));
  const own = writesOwnFileOnly(goal) ? `, each task ${file} only` : '';
  const kept = protectedPaths.length === 0 ? '' : `, but nothing in ${spans(protectedPaths)}`;
  return `${spans(write)}${own}${kept}`;
}

/** Without a path that may be written there is nothing to put into a draft. */
function effectWords(goal: MaskedRecord<Goal>): string {
  const { effects, labels } = goal.permissions;
  const possible = effects.filter((effect) => effect !== 'draft_pull_request' || opensDrafts(goal));
  const only = labels !== undefined && effects.some((effect) => effect.endsWith('label_issue'));
  return `${spans(possible.map((effect) => fixed(effect)))}${only ? `, only the labels ${spans(labels)}` : ''}`;
}

function modelWords(name: string, { models }: Settings): string {
  const model = models[name];
  if (model === undefined) return codeSpan(name);
  return `${valueSpan(model.model)} at ${model.baseUrl === null ? 'OpenAI' : valueSpan(model.baseUrl)}`;
}

function whenWords(goal: Goal): string {
  const events = goal.on.length === 0 ? [] : [`on ${goal.on.join(', ')}`];
  const queue =
    goal.when === null
      ? []
      : [`when ${count(goal.when.queueAtLeast, 'task')} ${goal.when.queueAtLeast === 1 ? 'waits' : 'wait'}`];
  return inlineText([scheduleWords(goal.schedule), ...events, ...queue].join('; or '));
}

function slotWords(goal: Goal, now: number): string {
  if (!goal.enabled) return 'none: it is not enabled';
  const range = { afterMs: now, untilMs: now + FAR_MS };
  const slots = slotsBetween(goal.schedule, range, NEXT_SLOTS).map(shortTime);
  return slots.length === 0 ? 'the next run' : slots.join(', ');
}

function perDay({ tokensPerDay, usdPerDay }: MostSpent): string {
  return amount(tokensPerDay, usdPerDay);
}

function perMonth({ tokensPerMonth, usdPerMonth }: MostSpent): string {
  return amount(tokensPerMonth, usdPerMonth);
}

function amount(tokens: number, usd: number | null): string {
  const dollars = usd === null ? '' : `, ${money(Math.round(usd * 1e6))}`;
  return `${figure(tokens)} tokens${dollars}`;
}
