import type { DraftResult, GoalResult, WakeResult } from '../../core/wake-result.ts';
import { displayWidth, padToWidth, plainLine, wrapToWidth } from '../words/display-width.ts';
import { effectSums } from '../words/effect-words.ts';
import { ENDING_LABEL_WIDTH, endingLabel } from '../words/ending-words.ts';
import { endingTone, type Style } from '../words/palette.ts';
import { count, figure, shortTime } from '../words/sentences.ts';

/** One scheduled start of a night: when, in the rehearsal's time (ms), and what the wake came to. */
export interface Tick {
  readonly at: number;
  readonly result: WakeResult;
}

/** Nothing was worked on and nothing went wrong. */
export function isIdle({ result }: Tick): boolean {
  return result.ending === 'nothing_due' && result.goals.length === 0 && newAlerts(result).length === 0;
}

/** Ticks in a row with nothing due, as one line; no line for none. */
export function idleLines(ticks: readonly Tick[], style: Style): readonly string[] {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text =
    ticks.length === 1
      ? 'nothing due'
      : `${figure(ticks.length)} runs until ${shortTime(last.at)}: nothing due`;
  return [style.paint('dim', `${shortTime(first.at)}  ${text}`)];
}

/** One tick that came to something: a line per goal, or the wake's own ending; then what a person should know now. */
export function tickLines({ at, result }: Tick, style: Style): readonly string[] {
  const time = shortTime(at);
  const rows = [
    ...(result.goals.length === 0 ? [ownRow(result)] : result.goals.map(goalRow)),
    ...alertRows(result),
  ];
  return rows.flatMap((row, index) =>
    rowLines(index === 0 ? time : ' '.repeat(displayWidth(time)), row, style),
  );
}

function ownRow({ ending, detail }: WakeResult): Row {
  return { tone: endingTone(ending), name: endingLabel(ending), text: detail };
}

function alertRows(result: WakeResult): readonly Row[] {
  return newAlerts(result).map(({ issue, title }) => ({
    tone: 'warn',
    name: 'new alert',
    text: issue === null ? title : `#${issue} ${title}`,
  }));
}

function newAlerts({ alerts }: WakeResult): WakeResult['alerts'] {
  return alerts.filter(({ opened }) => opened);
}

function goalRow(goal: GoalResult): Row {
  const drafts = goal.drafts
    .map((draft) => (draft.number === null ? draft.branch : `#${draft.number}`))
    .join(' ');
  const items =
    goal.items.total > 1 ? `, ${figure(goal.items.done)} of ${count(goal.items.total, 'task')}` : '';
  const tokens = goal.spent.tokens === 0 ? '' : `, ${count(goal.spent.tokens, 'token')}`;
  const effects = effectSums(goal.effects)
    .map((words) => `, ${words}`)
    .join('');
  const slot = goal.slot === null ? '' : `, due ${shortTime(goal.slot)}`;
  const text = `${goal.goal}${slot}${items}${tokens}${drafts === '' ? '' : `, draft ${drafts}`}${effects}`;
  return { tone: endingTone(goal.ending), name: endingLabel(goal.ending), text };
}

interface Row {
  readonly tone: Parameters<Style['paint']>[0];
  readonly name: string;
  readonly text: string;
}

function rowLines(time: string, row: Row, style: Style): readonly string[] {
  const start = displayWidth(time) + 2 + ENDING_LABEL_WIDTH + 2;
  const [first = '', ...rest] = wrapToWidth(plainLine(row.text), Math.max(20, style.width - start));
  const name = style.paint(row.tone, padToWidth(row.name, ENDING_LABEL_WIDTH));
  return [`${time}  ${name}  ${first}`.trimEnd(), ...rest.map((line) => `${' '.repeat(start)}${line}`)];
}

/** What a goal did over several wakes: the newest ending, the sums, all drafts. */
export interface GoalTotal extends GoalResult {
  /** How many slots the sums cover. */
  readonly slots: number;
}

/** What each goal did over the ticks of a night. */
export function nightTotal(ticks: readonly Pick<Tick, 'result'>[]): readonly GoalTotal[] {
  const totals = new Map<string, GoalTotal>();
  for (const goal of ticks.flatMap((tick) => tick.result.goals)) {
    const before = totals.get(goal.goal);
    totals.set(goal.goal, before === undefined ? { ...goal, slots: 1 } : added(before, goal));
  }
  return [...totals.values()];
}

function added(before: GoalTotal, goal: GoalResult): GoalTotal {
  const newer = new Set(goal.drafts.map((draft) => draft.branch));
  const slot = goal.slot ?? before.slot;
  return {
    ...goal,
    slot,
    slots: before.slots + (before.slot !== null && slot !== before.slot ? 1 : 0),
    items: { done: before.items.done + goal.items.done, total: before.items.total + goal.items.total },
    spent: {
      tokens: before.spent.tokens + goal.spent.tokens,
      usdMicros: before.spent.usdMicros + goal.spent.usdMicros,
      calls: before.spent.calls + goal.spent.calls,
    },
    drafts: [
      ...before.drafts.filter((draft) => !newer.has(draft.branch)),
      ...goal.drafts.map((draft) => withFiles(draft, before.drafts)),
    ],
    effects: [...before.effects, ...goal.effects],
  };
}

/** A wake that only opened a draft does not know what is in it; the one that filled it does. */
function withFiles(draft: DraftResult, before: readonly DraftResult[]): DraftResult {
  const filled = before.find(({ branch }) => branch === draft.branch);
  return { ...draft, files: draft.files ?? filled?.files ?? null };
}

/** What a person should know after a night, and whether its alert was opened in that night. */
export function nightAlerts(ticks: readonly Pick<Tick, 'result'>[]): WakeResult['alerts'] {
  const alerts = ticks.flatMap(({ result }) => newAlerts(result));
  return (ticks.at(-1)?.result.alerts ?? []).map((alert) => ({
    ...alert,
    opened: alerts.some(({ goal, cause }) => goal === alert.goal && cause === alert.cause),
  }));
}
