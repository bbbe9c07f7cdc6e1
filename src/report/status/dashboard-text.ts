import { type Box, boxLine } from '../../core/health/box.ts';
import { DASHBOARD } from '../../core/health/dashboard.ts';
import { hiddenMarker } from '../../core/marker.ts';
import type { GoalSummary, ShortReport } from '../../core/report/report.ts';
import type { BoxAction, BoxAnswer } from '../../core/status.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import { isoTime } from '../../core/time.ts';
import { codeSpan, inlineText } from '../words/markdown.ts';
import { count, longTime, shortTime } from '../words/sentences.ts';
import { statusPageAddress } from './repository-page.ts';
import { type StatusInput, statusReport } from './status-facts.ts';
import { otherSections, urgentSections, warnings } from './status-page.ts';
import { verdictWords } from './verdict-words.ts';

export const DASHBOARD_TITLE = 'Wakeful: dashboard';

/** GitHub takes 65,536 characters. */
const ROWS = 40;
const GOALS_WITH_BOXES = 20;
const ANSWERS = 5;
const ANSWER_LENGTH = 400;

/** The body of the dashboard, in Markdown: what the status page shows, with boxes to tick. No box is ticked. */
export function dashboardText(input: StatusInput): string {
  const report = statusReport(input);
  const hours = input.settings.alerts.silentHours;
  return [
    `**${inlineText(verdictWords(report.verdict, input.now))}**`,
    `${writtenAt(input.now)} ${TIME}${longTime(input.now)}. If that is long ago and goals were due since, or the [status page](${addressOf(input)}) is older than ${count(hours, 'hour')}, nothing starts the agent any more: look at the page *Actions*.`,
    [
      ...warnings(report),
      'The agent writes this text anew at the end of a run that has worked, so other edits of it are lost. It answers in place, and comments nothing here. If you do not want this issue, close it: it stays closed and unchanged, and no other one is opened. Open it again to have it back.',
    ].join(' '),
    ...urgentSections(report, input),
    '## Tick a box to act',
    boxList(report, input),
    ...answerList(input.state.status.dashboard?.answers ?? []),
    ...otherSections(report, input, ROWS),
    hiddenMarker(DASHBOARD),
  ].join('\n\n');
}

const TIME = 'As of ';
const WRITTEN = /^<!-- wakeful-written: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) -->/m;

function writtenAt(now: number): string {
  return `<!-- wakeful-written: ${isoTime(now)} -->`;
}

/** When the agent wrote a body, in ISO; null: it does not say so. */
export function timeOf(body: string): string | null {
  return WRITTEN.exec(body)?.[1] ?? null;
}

/** The same text without the time at which it was written. Lines end as GitHub's own editor ends them, or not. */
export function withoutTime(body: string): string {
  const lines = body.replaceAll('\r\n', '\n').trim().split('\n');
  return lines.filter((line) => !WRITTEN.test(line)).join('\n');
}

function addressOf(input: StatusInput): string {
  return statusPageAddress(input) ?? `../tree/${input.branch}`;
}

const LABELS: Readonly<Record<BoxAction, (goal: string) => string>> = {
  run: (goal) => `Run ${goal} now`,
  retry: (goal) => `Try the stuck tasks of ${goal} again now`,
  pause: (goal) => `Pause ${goal}`,
  resume: (goal) => `Resume ${goal}`,
  stop: () => '**Stop everything**',
  start: () => '**Let the agent run again**',
};

function boxList({ goals }: ShortReport, { state }: StatusInput): string {
  const isStopped = state.stop !== null || state.status.stop !== null;
  const shown = goals.slice(0, GOALS_WITH_BOXES);
  const more = goals.length - shown.length;
  const all: Box = { action: isStopped ? 'start' : 'stop', goal: null };
  const lines = [...shown.flatMap(boxesOf), all].map((box) => boxLine(box, label(box)));
  const rest =
    more > 0
      ? `\n\n${count(more, 'more goal')}: write the comment \`/wakeful run <goal>\`, \`pause\` or \`resume\` on any issue.`
      : '';
  return lines.join('\n') + rest;
}

function boxesOf({ id: goal, pause, stuck }: GoalSummary): readonly Box[] {
  if (pause !== null) return [{ action: 'resume', goal }];
  const run: Box = { action: stuck.length > 0 ? 'retry' : 'run', goal };
  return [run, { action: 'pause', goal }];
}

function label({ action, goal }: Box): string {
  return LABELS[action](goal === null ? '' : codeSpan(goal));
}

/** The newest first. Nothing where nobody has ticked a box yet. */
function answerList(answers: readonly BoxAnswer[]): readonly string[] {
  const lines = answers.slice(-ANSWERS).toReversed().map(answerLine);
  return lines.length === 0 ? [] : ['### What became of boxes', lines.join('\n')];
}

function answerLine({ at, by, action, goal, is_done, said }: BoxAnswer): string {
  const asked = LABELS[action](goal === null ? '' : codeSpan(goal)).replaceAll('**', '');
  const words = inlineText(cutBetweenWords(said, ANSWER_LENGTH));
  return `- ${shortTime(at)}: ${inlineText(by)} asked for "${asked}". ${is_done ? 'Done' : 'Not done'}: ${words}`;
}
