import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { ENDINGS, type Ending } from '../../core/ending.ts';
import type { DraftCounts, GoalSummary, HeldLock, ShortReport, SpentSum } from '../../core/report/report.ts';
import { compareText } from '../../core/text/compare-text.ts';
import { effectSums } from '../words/effect-words.ts';
import { endingWords } from '../words/ending-words.ts';
import { isDue, nextDueWords } from '../words/next-due.ts';
import { count, figure, listWords, longTime, money, sentence, shortTime } from '../words/sentences.ts';
import { TRIGGER_WORDS } from '../words/trigger-words.ts';
import type { Reader } from '../words/ways.ts';
import { findingAnswers } from './finding-answers.ts';
import type { StatusAnswer, StatusInput } from './status-facts.ts';
import { disabledWords, stopAnswer } from './stop-answer.ts';

/** The questions of someone who looks in now and then, most urgent first. */
export function statusAnswers(
  report: MaskedRecord<ShortReport>,
  input: StatusInput,
  reader: Reader,
): readonly StatusAnswer[] {
  const answers = [
    lastRun(report),
    running(report),
    failing(report),
    backlog(report),
    next(report, input),
    spent(report),
    ...onIssues(report),
    ...findingAnswers(report),
  ];
  const stop = stopAnswer(input, reader);
  return stop.tone === 'plain' ? [...answers, stop] : [stop, ...answers];
}

function lastRun({ lastRun: run, evidence }: ShortReport): StatusAnswer {
  const question = 'Last run';
  if (run === null) return { question, answer: 'It has not run yet.', tone: 'plain' };
  const started = `${longTime(run.startedAt)}, started by ${TRIGGER_WORDS[run.trigger]} (run ${run.id}).`;
  const ending = run.ending === null ? 'It has not ended yet.' : lookUp(run.ending);
  const { seenAt: seen } = evidence;
  const sign =
    seen !== null && seen > (run.endedAt ?? run.startedAt)
      ? ` The agent last looked for work on ${longTime(seen)}.`
      : '';
  const isBad = run.ending !== null && ENDINGS[run.ending].level === 'error';
  return { question, answer: `${started} ${ending}${sign}`, tone: isBad ? 'bad' : 'plain' };
}

/** The meaning, and the name under which docs/endings.md explains it. */
function lookUp(ending: Ending): string {
  return `${sentence(endingWords(ending)).slice(0, -1)} (\`${ending}\`).`;
}

function running({ running: locks }: ShortReport): StatusAnswer {
  const question = 'Running';
  if (locks.length === 0) return { question, answer: 'No goal is being worked on.', tone: 'plain' };
  const isStuck = locks.some(({ isOverdue }) => isOverdue);
  return { question, answer: locks.map(lockSentence).join(' '), tone: isStuck ? 'bad' : 'accent' };
}

function lockSentence({ goal, run, since, until, isOverdue }: HeldLock): string {
  const [begin, end] = [shortTime(since), shortTime(until)];
  return isOverdue
    ? `Stuck. Run ${run} has held the lock of ${goal} since ${begin}, and the lock ended at ${end}. The next run takes over.`
    : `Yes. Run ${run} has worked on ${goal} since ${begin}. Its lock ends at ${end}; if it still shows here long after that, the run has died.`;
}

function failing({ needs, goals }: ShortReport): StatusAnswer {
  const question = 'Failing';
  const invalid = needs.filter((need) => need.kind === 'alert' && need.cause === 'bad_goal');
  const sentences = [
    ...invalid.map(({ goal }) => `The file of ${goal} is not valid.`),
    ...goals
      .filter(({ failures }) => failures > 0)
      .map(({ id, failures }) => `${id} failed ${timesInARow(failures)}.`),
    ...goals.flatMap(({ id, pause }) => {
      if (pause === null) return [];
      const hasAlert = needs.some(
        (need) => need.kind === 'alert' && need.goal === id && need.cause === 'paused',
      );
      return [hasAlert ? `${id} is paused.` : `${id} is paused: ${sentence(pause.reason)}`];
    }),
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

function backlog({ backlog: facts }: ShortReport): StatusAnswer {
  const question = 'Backlog';
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

function next({ goals, requests, next: times }: ShortReport, { state, now }: StatusInput): StatusAnswer {
  const question = 'Next';
  if (isStopped(state)) return { question, answer: 'Nothing runs until the stop is removed.', tone: 'warn' };
  const asked = requests === 0 ? [] : [`The next run serves ${count(requests, 'request')}.`];
  const active = goals.filter(({ pause }) => pause === null);
  const open = active.filter(({ left }) => left > 0);
  const due = active.filter(({ left, nextDue }) => left === 0 && nextDue !== null && isDue(nextDue, now));
  const disabled =
    disabledWords(state) === null ? [] : ['The schedule does not start it while its workflow is disabled.'];
  const going = open.length === 0 ? [] : [`The next run goes on with ${names(open)}.`];
  const begins = due.length === 0 ? [] : [`${names(due)} ${due.length === 1 ? 'is' : 'are'} due now.`];
  const planned = nextDueOf(active, now) ?? (due.length === 0 ? 'Nothing is scheduled.' : '');
  const answer = [...disabled, ...asked, ...going, ...begins, planned, ...inTheWay(times)].join(' ').trim();
  return { question, answer, tone: 'plain' };
}

/** Drafts that will make due times be skipped. */
function inTheWay(times: ShortReport['next']): readonly string[] {
  const goals = times.filter(({ isHeldUp }) => isHeldUp).map(({ goal }) => goal);
  if (goals.length === 0) return [];
  const more = goals.length - LIST_LENGTH;
  const shown = listWords(more > 0 ? [...goals.slice(0, LIST_LENGTH), count(more, 'more goal')] : goals);
  return [
    `${shown} ${goals.length === 1 ? 'is' : 'are'} skipped for as long as drafts wait for your review.`,
  ];
}

function names(goals: readonly GoalSummary[]): string {
  const more = goals.length - LIST_LENGTH;
  const shown = goals.slice(0, LIST_LENGTH).map(({ id }) => id);
  return listWords(more > 0 ? [...shown, count(more, 'more goal')] : shown);
}

function nextDueOf(goals: readonly GoalSummary[], now: number): string | null {
  const later = goals.flatMap(({ id: name, nextDue: at }) =>
    at === null || isDue(at, now) ? [] : [{ name, at }],
  );
  const first = later.sort((a, b) => compareText(a.at, b.at))[0];
  return first === undefined ? null : nextDueWords(first, now);
}

function spent({ spending: { today, month } }: ShortReport): StatusAnswer {
  return {
    question: 'Spent',
    answer: `Today ${spentWords(today)}. This month ${spentWords(month)}.`,
    tone: isFull(today) || isFull(month) ? 'warn' : 'plain',
  };
}

/** Nothing where no goal has done anything on issues. */
function onIssues({ goals }: ShortReport): readonly StatusAnswer[] {
  const texts = goals.flatMap(({ id, effects }) => {
    const sums = effectSums(effects);
    return sums.length === 0 ? [] : [`${id}: ${sums.join(', ')}.`];
  });
  if (texts.length === 0) return [];
  return [{ question: 'On issues', answer: cutList(texts, 'goals').join(' '), tone: 'plain' }];
}

/** What is set aside counts until it is settled. */
function isFull({ tokens, reservedTokens, tokenLimit }: SpentSum): boolean {
  return tokenLimit !== null && tokens + reservedTokens >= tokenLimit;
}

function spentWords(sum: SpentSum): string {
  const { tokens, tokenLimit, usdMicros, usdLimit, lostTokens, readerTokens, reservedTokens, calls } = sum;
  const all =
    tokenLimit === null ? count(tokens, 'token') : `${figure(tokens)} of ${count(tokenLimit, 'token')}`;
  const dollars =
    usdMicros === 0 && usdLimit === null ? '' : ` and ${money(usdMicros)}${ofDollars(usdLimit)}`;
  const parts = [
    `${all}${dollars} in ${count(calls, 'model call')}`,
    ...(lostTokens === 0 ? [] : [`${figure(lostTokens)} of these tokens were set aside by runs that died`]),
    ...(readerTokens === 0 ? [] : [`${figure(readerTokens)} of them were for the second reader`]),
    ...(reservedTokens === 0 ? [] : [`${figure(reservedTokens)} more are set aside`]),
  ];
  return parts.join('; ');
}

function ofDollars(limit: number | null): string {
  return limit === null ? '' : ` of ${money(Math.round(limit * 1_000_000))}`;
}

function isStopped(state: StatusInput['state']): boolean {
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
