import { PAUSED_BY_AGENT } from '../../core/due/pause.ts';
import { ENDINGS, type Ending, isBad } from '../../core/ending.ts';
import { goalRunEnding } from '../../core/report/happened-since.ts';
import type { GoalCondition, GoalReport, RunReport, SlotReport } from '../../core/report/report.ts';
import { isServed } from '../../core/report/slots-of.ts';
import type { ShapeName } from '../../pages/shapes.ts';
import { endingLabel } from '../words/ending-words.ts';
import { count, dueTime, figure, listWords } from '../words/sentences.ts';
import { TRIGGER_WORDS } from '../words/trigger-words.ts';

const CONDITIONS: Readonly<Record<GoalCondition, string>> = {
  running: 'a run works on it',
  paused: 'paused',
  stuck: 'a task is stuck',
  failing: 'did not succeed',
  waiting: 'waits for your review',
  unfinished: 'has tasks left',
  resting: 'done for now',
  new: 'has not run yet',
};

export function conditionWords({ state, pause }: Pick<GoalReport, 'state' | 'pause'>): string {
  if (state !== 'paused' || pause === null) return CONDITIONS[state];
  return `paused by ${pause.by === PAUSED_BY_AGENT ? 'the agent' : pause.by}`;
}

const FATES: Readonly<Record<SlotReport['fate'], string>> = {
  ran: 'ran',
  caught_up: 'caught up later',
  asked: 'asked for',
  missed: 'missed',
  skipped: 'skipped',
  overlapped: 'overlapped',
};

const FATE_SHAPES: Readonly<Record<SlotReport['fate'], ShapeName>> = {
  ran: 'due-ran',
  caught_up: 'due-caught-up',
  asked: 'due-asked',
  missed: 'due-missed',
  skipped: 'due-skipped',
  overlapped: 'due-overlapped',
};

export const LEGEND: readonly { readonly shape: ShapeName; readonly words: string }[] = [
  { shape: FATE_SHAPES.ran, words: FATES.ran },
  { shape: FATE_SHAPES.caught_up, words: FATES.caught_up },
  { shape: FATE_SHAPES.asked, words: FATES.asked },
  { shape: 'due-failed', words: 'did not succeed' },
  { shape: 'due-open', words: 'not finished' },
  { shape: FATE_SHAPES.missed, words: FATES.missed },
  { shape: FATE_SHAPES.skipped, words: FATES.skipped },
  { shape: FATE_SHAPES.overlapped, words: FATES.overlapped },
  { shape: 'due-next', words: 'comes next' },
  { shape: 'run-done', words: 'a run' },
  { shape: 'run-failed', words: 'a run that did not succeed' },
  { shape: 'run-died', words: 'a run that died' },
];

export function slotShape(slot: SlotReport): ShapeName {
  const shape = FATE_SHAPES[slot.fate];
  if (!isServed(slot)) return shape;
  if (slot.ending !== null && isBad(slot.ending)) return 'due-failed';
  return slot.finishedAt === null ? 'due-open' : shape;
}

/** `3 due times from 1 Nov 02:00 to 1 Nov 04:00: skipped`. */
export function slotWords(slot: SlotReport): string {
  const when =
    slot.count === 1
      ? dueTime(slot.from)
      : `${count(slot.count, 'due time')} from ${dueTime(slot.from)} to ${dueTime(slot.to)}`;
  return `${when}: ${fateWords(slot)}`;
}

export function fateWords(slot: SlotReport): string {
  const { fate, ending, finishedAt, runs } = slot;
  if (!isServed(slot)) return FATES[fate];
  const how = ending === null ? (finishedAt === null ? 'not finished' : 'finished') : endingLabel(ending);
  return `${FATES[fate]}, ${how}${runs.length > 1 ? `, in ${count(runs.length, 'run')}` : ''}`;
}

export function startedBy({ trigger }: Pick<RunReport, 'trigger'>): string | null {
  return trigger === null ? null : TRIGGER_WORDS[trigger];
}

type RunEnd = Pick<RunReport, 'fate' | 'ending' | 'goals'>;

/** How a run ended, in a few words: how it ended for its goals, as one bad file says nothing about the work on others. */
export function runEnd({ fate, ending, goals }: RunEnd): string {
  if (fate === 'died') return 'died';
  if (fate === 'running') return 'still works';
  const endings = Map.groupBy(endingsOf(goals), (each) => each);
  const groups = [...endings].sort(([a], [b]) => ENDINGS[b].rank - ENDINGS[a].rank).slice(0, ENDINGS_SHOWN);
  if (groups.length > 1)
    return groups.map(([each, same]) => `${figure(same.length)} ${endingLabel(each)}`).join(', ');
  const only = groups[0]?.[0] ?? ending;
  return only === null ? 'its end is not known' : endingLabel(only);
}

const ENDINGS_SHOWN = 3;

function endingsOf(goals: RunReport['goals']): readonly Ending[] {
  return goals.map(goalRunEnding).filter((end) => end !== null);
}

export function runShape({ fate, ending, goals }: RunEnd): ShapeName {
  if (fate === 'died') return 'run-died';
  if (fate === 'running') return 'run-open';
  const endings = endingsOf(goals);
  const isFailed = endings.length > 0 ? endings.some(isBad) : ending !== null && isBad(ending);
  return isFailed ? 'run-failed' : 'run-done';
}

/** One sentence about a run. */
export function runWords(run: RunReport): string {
  const goals = [...new Set(run.goals.map(({ goal }) => goal))];
  const by = startedBy(run);
  const what =
    goals.length === 0 ? '' : `, for ${listWords(goals.length > 3 ? [count(goals.length, 'goal')] : goals)}`;
  const start = by === null ? '' : `started by ${by}, `;
  return `${dueTime(run.startedAt)}: run ${run.id}, ${start}${runEnd(run)}${what}`;
}
