import { ENDINGS, isGood } from '../../core/ending.ts';
import type { GoalResult, WakeResult } from '../../core/wake-result.ts';
import { endingWords } from './ending-words.ts';
import { count, listWords, sentence } from './sentences.ts';

type Outcome = Pick<WakeResult, 'ending' | 'goals' | 'problems'>;

/** What a run, or several in a row, came to: `Done: 4 drafts to review, 0 problems.` */
export function headline(outcome: Outcome): string {
  return sentence(headlineWords(outcome));
}

/** The same without a full stop, to go on after a colon: `goals/broken.yml is not valid`. */
export function headlineWords({ ending, goals, problems }: Outcome): string {
  const files = badFiles(problems);
  if (goals.length === 0 && files === '') return endingWords(ending);
  const troubles = [...goalTroubles(goals), ...(files === '' ? [] : [files])];
  if (troubles.length === 0) return isGood(ending) ? doneWords(goals) : endingWords(ending);
  const shown = troubles.slice(0, MOST_TROUBLES);
  const more = troubles.length - shown.length;
  const done = goals.some(hasRun) && !isOnlyWaiting(goals, files) ? [workWords(goals)] : [];
  return [...done, ...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** What the headline does not say yet: nothing, where it or a goal's own line says it. */
export function ownDetail({
  ending,
  detail,
  goals,
}: Pick<WakeResult, 'ending' | 'detail' | 'goals'>): string {
  const isOfGoal = goals.some((goal) => goal.ending === ending && goal.detail === detail);
  const isPlain = sentence(detail) === sentence(endingWords(ending));
  return isOfGoal || isPlain ? '' : sentence(detail);
}

/** More make a sentence that nobody reads; the table below has them all. */
const MOST_TROUBLES = 3;

/** Otherwise the goal was left alone. */
function hasRun({ slot, spent }: GoalResult): boolean {
  return slot !== null || spent.calls > 0;
}

function isOnlyWaiting(goals: readonly GoalResult[], files: string): boolean {
  const others = goals.filter((goal) => !isGood(goal.ending));
  return files === '' && others.every((goal) => goal.ending === 'waiting_for_draft');
}

function doneWords(goals: readonly GoalResult[]): string {
  const made = madeWords(goals);
  if (made !== '') return `Done: ${made}, 0 problems`;
  return goals.every(({ ending }) => ending === 'no_change')
    ? endingWords('no_change')
    : `Done: ${count(goals.length, 'goal')}, 0 problems`;
}

function workWords(goals: readonly GoalResult[]): string {
  const made = madeWords(goals);
  const ran = `${count(goals.filter(hasRun).length, 'goal')} ran`;
  return made === '' ? ran : `${ran}, ${made}`;
}

function madeWords(goals: readonly GoalResult[]): string {
  const drafts = goals.reduce((sum, goal) => sum + goal.drafts.length, 0);
  return drafts === 0 ? '' : `${count(drafts, 'draft')} to review`;
}

/** What is not as it should be, or waits, the worst first: a few words for each ending. */
function goalTroubles(goals: readonly GoalResult[]): readonly string[] {
  const groups = Map.groupBy(
    goals.filter((goal) => !isGood(goal.ending)),
    ({ ending }) => ending,
  );
  return [...groups]
    .toSorted(([a], [b]) => ENDINGS[b].rank - ENDINGS[a].rank)
    .map(([ending, same]) =>
      ending === 'waiting_for_draft' ? waitWords(same) : `${names(same)}: ${endingWords(ending)}`,
    );
}

/** `2 goals wait for your review: #1, #3` */
function waitWords(goals: readonly GoalResult[]): string {
  const numbers = goals.flatMap(({ drafts }) =>
    drafts.flatMap(({ number }) => (number === null ? [] : [`#${number}`])),
  );
  const which = numbers.length === 0 ? '' : `: ${numbers.join(', ')}`;
  return `${count(goals.length, 'goal')} ${goals.length === 1 ? 'waits' : 'wait'} for your review${which}`;
}

function names(goals: readonly GoalResult[]): string {
  if (goals.length > 3) return count(goals.length, 'goal');
  return listWords(goals.map(({ goal }) => goal));
}

/** `goals/broken.yml is not valid`; empty: every file is. */
function badFiles(problems: WakeResult['problems']): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  if (files.length > 2) return `${count(files.length, 'file')} are not valid`;
  return files.length === 0 ? '' : `${listWords(files)} ${files.length === 1 ? 'is' : 'are'} not valid`;
}
