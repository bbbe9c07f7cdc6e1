import { ENDINGS, type Ending } from '../../core/ending.ts';
import { isLeaseOverdue } from '../../core/lease.ts';
import { backlogOf } from '../../core/progress/backlog.ts';
import type { DraftCounts } from '../../core/report/report.ts';
import type { Lease, Sums } from '../../core/state.ts';
import { compareText } from '../../core/text/compare-text.ts';
import { effectSums } from '../words/effect-words.ts';
import { endingWords } from '../words/ending-words.ts';
import { isDue, nextDueWords } from '../words/next-due.ts';
import { count, figure, listWords, longTime, money, sentence, shortTime } from '../words/sentences.ts';
import { TRIGGER_WORDS } from '../words/trigger-words.ts';
import type { Reader } from '../words/ways.ts';
import { findingAnswers } from './finding-answers.ts';
import { type GoalRow, goalRows, type StatusAnswer, type StatusInput, spentSums } from './status-facts.ts';
import { disabledWords, stopAnswer } from './stop-answer.ts';

/** The questions of someone who looks in now and then, most urgent first. */
export function statusAnswers(
  input: StatusInput,
  reader: Reader,
  rows = goalRows(input),
): readonly StatusAnswer[] {
  const answers = [
    lastRun(input),
    running(input),
    failing(input, rows),
    backlog(input),
    next(input, rows),
    spent(input),
    ...onIssues(rows),
    ...findingAnswers(rows),
  ];
  const stop = stopAnswer(input, reader);
  return stop.tone === 'plain' ? [...answers, stop] : [stop, ...answers];
}

function lastRun({ state }: StatusInput): StatusAnswer {
  const { last_wake: wake, seen_at: seen } = state.status;
  const question = 'Last run';
  if (wake === null) return { question, answer: 'It has not run yet.', tone: 'plain' };
  const started = `${longTime(wake.started_at)}, started by ${TRIGGER_WORDS[wake.trigger]} (run ${wake.id}).`;
  const ending = wake.ending === null ? 'It has not ended yet.' : lookUp(wake.ending);
  const sign =
    seen !== null && seen > (wake.ended_at ?? wake.started_at)
      ? ` The agent last looked for work on ${longTime(seen)}.`
      : '';
  const isBad = wake.ending !== null && ENDINGS[wake.ending].level === 'error';
  return {
    question,
    answer: `${started} ${ending}${sign}`,
    tone: isBad ? 'bad' : 'plain',
  };
}

/** The meaning, and the name under which docs/endings.md explains it. */
function lookUp(ending: Ending): string {
  return `${sentence(endingWords(ending)).slice(0, -1)} (\`${ending}\`).`;
}

function running({ state, now }: StatusInput): StatusAnswer {
  const question = 'Running';
  const leases = Object.entries(state.lock.leases);
  if (leases.length === 0) return { question, answer: 'No goal is being worked on.', tone: 'plain' };
  const isStuck = leases.some(([, lease]) => isLeaseOverdue(lease, now));
  return {
    question,
    answer: leases.map(([goal, lease]) => leaseSentence(goal, lease, now)).join(' '),
    tone: isStuck ? 'bad' : 'accent',
  };
}

function leaseSentence(goal: string, lease: Lease, now: number): string {
  const since = shortTime(lease.taken_at);
  const end = shortTime(lease.expires_at);
  if (isLeaseOverdue(lease, now)) {
    return `Stuck. Run ${lease.wake} has held the lock of ${goal} since ${since}, and the lock ended at ${end}. The next run takes over.`;
  }
  return `Yes. Run ${lease.wake} has worked on ${goal} since ${since}. Its lock ends at ${end}; if it still shows here long after that, the run has died.`;
}

function failing({ state }: StatusInput, rows: readonly GoalRow[]): StatusAnswer {
  const question = 'Failing';
  const invalid = Object.values(state.alerts.alerts).filter(
    (alert) => alert.cause === 'bad_goal' && alert.wanted,
  );
  const failures = rows.filter((row) => row.failures > 0);
  const paused = rows.filter((row) => row.paused !== null);
  const sentences = [
    ...invalid.map(({ goal }) => `The file of ${goal} is not valid.`),
    ...failures.map((row) => `${row.id} failed ${timesInARow(row.failures)}.`),
    ...paused.map((row) => `${row.id} is paused: ${sentence(row.paused ?? '')}`),
  ];
  if (sentences.length === 0) return { question, answer: 'No goal is failing or paused.', tone: 'good' };
  return { question, answer: cutList(sentences, 'goals').join(' '), tone: 'bad' };
}

function timesInARow(failures: number): string {
  return failures === 1 ? 'the last time' : `${figure(failures)} times in a row`;
}

const LIST_LENGTH = 5;

function cutList(sentences: readonly string[], noun: string): readonly string[] {
  const more = sentences.length - LIST_LENGTH;
  return more <= 0 ? sentences : [...sentences.slice(0, LIST_LENGTH), `And ${figure(more)} more ${noun}.`];
}

function backlog({ state, now }: StatusInput): StatusAnswer {
  const question = 'Backlog';
  const facts = backlogOf(Object.values(state.checkpoints), now);
  const stuck =
    facts.stuck === 0
      ? ''
      : ` ${count(facts.stuck, 'task')} ${facts.stuck === 1 ? 'is stuck and waits' : 'are stuck and wait'} for you.`;
  const more = facts.left - facts.leftDayAgo;
  if (facts.left === 0) {
    const none = facts.stuck === 0 ? 'No task is left to do.' : 'No other task is left to do.';
    return { question, answer: `${none}${stuck}`, tone: facts.stuck === 0 ? 'good' : 'warn' };
  }
  const since = facts.oldest === null ? '' : ` The oldest has been due since ${shortTime(facts.oldest)}.`;
  return {
    question,
    answer: `${count(facts.left, 'task')} left, ${changeWords(more)}.${since}${stuck}`,
    tone: more > 0 || facts.stuck > 0 ? 'warn' : 'plain',
  };
}

function changeWords(more: number): string {
  if (more > 0) return `${figure(more)} more than a day ago`;
  return more < 0 ? `${figure(-more)} fewer than a day ago` : 'as many as a day ago';
}

function next(input: StatusInput, rows: readonly GoalRow[]): StatusAnswer {
  const { state, now } = input;
  const question = 'Next';
  if (isStopped(input)) return { question, answer: 'Nothing runs until the stop is removed.', tone: 'warn' };
  const requests = Object.keys(state.requests).length;
  const asked = requests === 0 ? [] : [`The next run serves ${count(requests, 'request')}.`];
  const active = rows.filter((row) => row.paused === null);
  const open = active.filter((row) => row.itemsLeft > 0);
  const due = active.filter((row) => row.itemsLeft === 0 && row.nextDue !== null && isDue(row.nextDue, now));
  const disabled =
    disabledWords(state) === null ? [] : ['The schedule does not start it while its workflow is disabled.'];
  const going = open.length === 0 ? [] : [`The next run goes on with ${names(open)}.`];
  const begins = due.length === 0 ? [] : [`${names(due)} ${due.length === 1 ? 'is' : 'are'} due now.`];
  const planned = nextDueOf(active, now) ?? (due.length === 0 ? 'Nothing is scheduled.' : '');
  const answer = [...disabled, ...asked, ...going, ...begins, planned].join(' ').trim();
  return { question, answer, tone: 'plain' };
}

function names(rows: readonly GoalRow[]): string {
  const more = rows.length - LIST_LENGTH;
  const shown = rows.slice(0, LIST_LENGTH).map((row) => row.id);
  return listWords(more > 0 ? [...shown, count(more, 'more goal')] : shown);
}

function nextDueOf(rows: readonly GoalRow[], now: number): string | null {
  const later = rows.flatMap((row) =>
    row.nextDue === null || isDue(row.nextDue, now) ? [] : [{ ...row, at: row.nextDue }],
  );
  const first = later.sort((a, b) => compareText(a.at, b.at))[0];
  if (first === undefined) return null;
  return nextDueWords({ name: first.id, at: first.at }, now);
}

function spent(input: StatusInput): StatusAnswer {
  const { day, month } = spentSums(input);
  const { tokensPerDay, tokensPerMonth, usdPerDay, usdPerMonth } = input.settings.budget;
  const today = spentWords(day, { tokens: tokensPerDay, usd: usdPerDay });
  const thisMonth = spentWords(month, { tokens: tokensPerMonth, usd: usdPerMonth });
  const isFull = usedTokens(day) >= tokensPerDay || usedTokens(month) >= tokensPerMonth;
  return {
    question: 'Spent',
    answer: `Today ${today}. This month ${thisMonth}.`,
    tone: isFull ? 'warn' : 'plain',
  };
}

/** Nothing where no goal has done anything on issues. */
function onIssues(rows: readonly GoalRow[]): readonly StatusAnswer[] {
  const texts = rows.flatMap(({ id, effects }) => {
    const sums = effectSums(effects);
    return sums.length === 0 ? [] : [`${id}: ${sums.join(', ')}.`];
  });
  if (texts.length === 0) return [];
  return [{ question: 'On issues', answer: cutList(texts, 'goals').join(' '), tone: 'plain' }];
}

function usedTokens(sums: Sums): number {
  return sums.spent_tokens + sums.reserved_tokens;
}

function spentWords(sums: Sums, limit: { readonly tokens: number; readonly usd: number | null }): string {
  const dollars =
    sums.spent_usd_micros === 0 && limit.usd === null
      ? ''
      : ` and ${money(sums.spent_usd_micros)}${ofDollars(limit.usd)}`;
  const lost =
    (sums.lost_tokens ?? 0) === 0
      ? ''
      : `, of which ${figure(sums.lost_tokens ?? 0)} were set aside by runs that died`;
  const reader = sums.reader_tokens ?? 0;
  const read = reader === 0 ? '' : `, ${figure(reader)} of them for the second reader`;
  const aside = sums.reserved_tokens === 0 ? '' : `, ${figure(sums.reserved_tokens)} more set aside`;
  return `${figure(sums.spent_tokens)} of ${count(limit.tokens, 'token')}${lost}${read}${aside}${dollars} in ${count(sums.calls, 'model call')}`;
}

function ofDollars(limit: number | null): string {
  return limit === null ? '' : ` of ${money(Math.round(limit * 1_000_000))}`;
}

function isStopped({ state }: StatusInput): boolean {
  return state.stop !== null || state.status.stop !== null;
}

/** `3 of 4 merged, 1 closed, 1 waiting`: the first figure is about drafts that were merged or closed. */
export function outcomeWords(outcomes: DraftCounts): string {
  const decided = outcomes.merged + outcomes.closed;
  const merged = decided === 0 ? [] : [`${figure(outcomes.merged)} of ${figure(decided)} merged`];
  const others = [
    { amount: outcomes.closed, word: 'closed' },
    { amount: outcomes.waiting, word: 'waiting' },
    { amount: outcomes.takenOver, word: 'taken over' },
  ].filter((part) => part.amount > 0);
  const parts = [...merged, ...others.map((part) => `${figure(part.amount)} ${part.word}`)];
  return parts.length === 0 ? 'none' : parts.join(', ');
}
