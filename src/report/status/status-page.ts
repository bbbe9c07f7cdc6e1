import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { DraftReport, GoalSummary, ShortReport, SpentSum } from '../../core/report/report.ts';
import { cutBetweenWords, cutText } from '../../core/text/plain-text.ts';
import { utcDay } from '../../core/time.ts';
import { endingLabel } from '../words/ending-words.ts';
import { codeSpan, inlineText, link } from '../words/markdown.ts';
import { dueCell, waitWords } from '../words/next-due.ts';
import { count, dollarWords, figure, longTime, shortTime } from '../words/sentences.ts';
import { happenedWords } from './happened-words.ts';
import { logList } from './log-list.ts';
import { needList } from './need-list.ts';
import { draftPage, endingPage } from './repository-page.ts';
import { outcomeWords, statusAnswers } from './status-answers.ts';
import { type StatusAnswer, type StatusInput, statusReport } from './status-facts.ts';
import { fullWords, lackWords, verdictWords } from './verdict-words.ts';

const ROWS = 200;
const COST_ROWS = 20;
const CELL_LENGTH = 120;
const SENTENCE_LENGTH = 400;

/** The root `README.md` of the state branch, in Markdown. Its size does not depend on the history. */
export function statusPage(input: StatusInput): string {
  const report = statusReport(input);
  return `${[
    `# Wakeful: ${inlineText(input.repository)}`,
    opening(report, input),
    ...urgentSections(report, input),
    ...otherSections(report, input),
    files(input),
  ].join('\n\n')}\n`;
}

type Facts = MaskedRecord<ShortReport>;

/** What a person should know first. The dashboard shows it as well. */
export function urgentSections(report: Facts, input: StatusInput): readonly string[] {
  const isStopped = input.state.stop !== null || input.state.status.stop !== null;
  return [
    ...(isStopped ? asked(report, input, ['Stopped']) : []),
    '## Needs you',
    needList(report.needs, input),
    '## Since yesterday',
    listOf(happenedWords(report.happened)),
  ];
}

/** Everything below that, up to the foot. */
export function otherSections(report: Facts, input: StatusInput, most = ROWS): readonly string[] {
  const goals = ['Last run', 'Running', 'Failing', 'Backlog', 'On issues', 'Findings', 'Stopped'];
  return [
    '## Goals',
    asked(report, input, goals).join('\n'),
    goalTable(report, input, most),
    '## What comes next',
    [...asked(report, input, ['Next']), ...dueItems(report, input)].join('\n'),
    '## Spent',
    asked(report, input, ['Spent']).join('\n'),
    ...costTable(report),
    '## What the log says',
    logLines(report, input),
  ];
}

function asked(report: Facts, input: StatusInput, questions: readonly string[]): readonly string[] {
  const answers = statusAnswers(report, input, 'github');
  return answers.filter(({ question }) => questions.includes(question)).map(answerItem);
}

function opening(report: ShortReport, { now, settings }: StatusInput): string {
  const hours = settings.alerts.silentHours;
  const sentences = [
    `**${inlineText(verdictWords(report.verdict, now))}** As of ${longTime(now)}.`,
    `If that is more than ${count(hours, 'hour')} ago, nothing starts the agent any more: look at the page *Actions*.`,
    ...warnings(report),
    'The agent writes this page anew at least once an hour, so edits here are lost.',
  ];
  return sentences.join(' ');
}

/** What to know about the whole of it. */
export function warnings(report: ShortReport): readonly string[] {
  return [fullWords(report), lackWords(report.evidence)].filter((words) => words !== null).map(inlineText);
}

function answerItem({ question, answer }: StatusAnswer): string {
  return `- **${question}:** ${inlineText(cutBetweenWords(answer, 4 * SENTENCE_LENGTH))}`;
}

function listOf(sentences: readonly string[]): string {
  return sentences.map((each) => `- ${inlineText(cutBetweenWords(each, 2 * SENTENCE_LENGTH))}`).join('\n');
}

function goalTable({ goals, drafts }: MaskedRecord<ShortReport>, input: StatusInput, most: number): string {
  if (goals.length === 0) return 'There are no goals yet.';
  const shown = goals.slice(0, most).map((goal) => {
    const own = drafts.filter((draft) => draft.goal === goal.id && draft.outcome === 'open');
    return `| ${goalCells(goal, own, input).join(' | ')} |`;
  });
  const head = '| Goal | Last result | Tasks left | Next due (UTC) | Open drafts | Drafts so far |';
  const rest =
    goals.length > most ? `\n\n${figure(goals.length - most)} more goals: see \`state/status.json\`.` : '';
  return [head, '|---|---|---|---|---|---|', ...shown].join('\n') + rest;
}

function goalCells(
  goal: MaskedRecord<GoalSummary>,
  open: readonly DraftReport[],
  input: Pick<StatusInput, 'now' | 'repository' | 'serverUrl' | 'papers'>,
): readonly string[] {
  const { id, title, stuck, left, pause, nextDue, drafts } = goal;
  return [
    `${inlineText(cutText(title, CELL_LENGTH))} (${codeSpan(id)})`,
    endingCell(goal, input),
    stuck.length === 0 ? figure(left) : `${figure(left)}, ${figure(stuck.length)} stuck`,
    pause === null ? dueCell(nextDue, input.now) : 'paused',
    draftsCell(open, input),
    outcomeWords(drafts),
  ];
}

type Place = Pick<StatusInput, 'repository' | 'serverUrl' | 'papers'>;

function endingCell({ ending, endedAt }: GoalSummary, place: Place): string {
  if (ending === null) return 'not run yet';
  const at = endedAt === null ? '' : `, ${shortTime(endedAt)}`;
  return `${link(endingLabel(ending), endingPage(place, ending))}${at}`;
}

const DRAFTS_SHOWN = 3;

function draftsCell(drafts: readonly DraftReport[], place: Place): string {
  if (drafts.length === 0) return '–';
  const shown = drafts.slice(0, DRAFTS_SHOWN).map(({ draft, branch, isComplete }) => {
    if (draft === null) return codeSpan(branch);
    const text = isComplete ? `#${draft}` : `#${draft} (incomplete)`;
    return link(text, draftPage(place, draft));
  });
  const more = drafts.length - DRAFTS_SHOWN;
  return [...shown, ...(more > 0 ? [`${figure(more)} more`] : [])].join(', ');
}

function dueItems({ next, verdict }: ShortReport, { now }: StatusInput): readonly string[] {
  if (verdict.kind === 'stopped' || next.length < 2) return [];
  const words = { slot: '', unfinished: ', with tasks that are left', request: ', as asked' };
  return next.map((due) => {
    const { goal, at, why } = due;
    return `  - ${dueCell(at, now)}: ${codeSpan(goal)}${words[why]}${waitWords(due)}`;
  });
}

/** Nothing where at most one goal has spent anything this month. */
function costTable({ spending }: ShortReport): readonly string[] {
  const goals = spending.byGoal.filter(({ month }) => month.calls > 0 || month.tokens > 0);
  if (goals.length < 2) return [];
  const shown = goals.toSorted((a, b) => b.month.tokens - a.month.tokens).slice(0, COST_ROWS);
  const rows = shown.map(
    ({ goal, today, month }) =>
      `| ${codeSpan(goal)} | ${figure(today.tokens)} | ${figure(month.tokens)} | ${dollarWords(month)} | ${lostCell(month)} |`,
  );
  const more = goals.length - shown.length;
  const head = '| Goal | Tokens today | Tokens this month | Dollars this month | Lost with runs that died |';
  const rest = more > 0 ? [`${count(more, 'more goal')}: see \`state/budget.json\`.`] : [];
  return [[head, '|---|--:|--:|--:|--:|', ...rows].join('\n'), ...rest, ...perDraft(spending)];
}

function lostCell({ lostTokens }: SpentSum): string {
  return lostTokens === 0 ? '–' : figure(lostTokens);
}

function perDraft({ perMergedDraft: each }: ShortReport['spending']): readonly string[] {
  if (each === null) return [];
  const dollars = each.usdMicros === 0 ? '' : ` and ${dollarWords(each)}`;
  return [`For each draft that was merged this month: ${count(each.tokens, 'token')}${dollars}.`];
}

function logLines({ happened }: ShortReport, { state }: StatusInput): string {
  const { notable } = happened;
  if (notable.length > 0) return logList(notable.toReversed());
  return state.status.seen_at === null
    ? 'Nothing yet.'
    : 'Nothing has happened since yesterday that you need to know.';
}

function files({ now, branch }: StatusInput): string {
  const day = utcDay(now);
  return [
    `The whole log of today is in [state/log/${day}.jsonl](state/log/${day}.jsonl).`,
    'What each goal has done is in [state/checkpoints](state/checkpoints).',
    `This branch, ${codeSpan(branch)}, is never merged.`,
  ].join(' ');
}
