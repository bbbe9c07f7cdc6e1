import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { LogEntry } from '../../core/event.ts';
import type { WakeVerdict } from '../../core/health/verdict.ts';
import { stopReason } from '../../core/stop.ts';
import { cutText } from '../../core/text/plain-text.ts';
import type { AlertResult, WakeResult } from '../../core/wake-result.ts';
import { logList } from '../status/log-list.ts';
import { branchUrl, endingUrl, type GitHubSite, issueUrl, variablesUrl } from '../words/github-pages.ts';
import { headline, ownDetail } from '../words/headline.ts';
import { codeSpan, inlineText, link } from '../words/markdown.ts';
import { nextDueWords } from '../words/next-due.ts';
import { count, figure, fullStop } from '../words/sentences.ts';
import {
  cutLines,
  draftLines,
  effectLines,
  goalTable,
  plainSentence,
  plainWords,
  TITLE_LENGTH,
} from './work-done.ts';

export interface SummaryInput {
  readonly result: WakeResult;
  readonly verdict: WakeVerdict;
  /** What started the wake, and why. */
  readonly trigger: { readonly by: string; readonly reason: string };
  /** Value of `WAKEFUL_STOP`; empty: not set. */
  readonly stop: string;
  /** Newest last. */
  readonly log: readonly LogEntry[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly site: GitHubSite;
}

const PROBLEMS = 50;
const LOG_LINES = 60;

/** What one wake came to, in Markdown, on the page of its run. Far below the 1 MiB that GitHub takes. */
export function jobSummary(input: MaskedRecord<SummaryInput>): string {
  const { result } = input;
  const sections = [
    `## ${inlineText(fullStop(headline(result)).slice(0, -1))}`,
    opening(input),
    result.ending === 'stopped' ? howToResume(input) : '',
    section('What was done', goalTable(result.goals, input.site)),
    section('Drafts', draftLines(result.goals)),
    section('Issues', effectLines(result.goals)),
    section('Alerts', alerts(input)),
    section('Problems in files', problems(result)),
    section('Log', log(input)),
    closing(input),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(title: string, text: string): string {
  return text === '' ? '' : `### ${title}\n\n${text}`;
}

function opening({ result, verdict, trigger, now, site }: MaskedRecord<SummaryInput>): string {
  const { by, reason } = trigger;
  const lines = [
    ownDetail(result) === '' ? '' : plainSentence(result.detail),
    verdict === 'told_before' ? KNOWN_BEFORE : '',
    `Started by ${plainWords(by)}: ${fullStop(plainWords(reason))}`,
    nextDue(result, now),
    `Ending: ${codeSpan(result.ending)} (${link('what it means', endingUrl(site, result.ending))}).`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

const KNOWN_BEFORE =
  'This needs you. The open issues below say so already, so the job is green and nobody is mailed again.';

function nextDue({ nextDue: next }: MaskedRecord<WakeResult>, now: number): string {
  if (next === null) return '';
  return nextDueWords({ name: codeSpan(next.goal), at: next.at }, now);
}

function howToResume({ stop, site, result }: MaskedRecord<SummaryInput>): string {
  if (stop !== '') {
    const where = link('a repository variable', variablesUrl(site));
    return [
      `**Why:** ${stopReason(plainWords(stop))}`,
      `**To resume:** delete the variable \`WAKEFUL_STOP\` (it is ${where}, or one of the organisation), or write the comment \`/wakeful resume\` on any issue. Any value of it stops the agent, even \`false\`.`,
    ].join('\n\n');
  }
  const branch = stateBranchLink(result, site);
  return `**To resume:** write the comment \`/wakeful resume\` on any issue, or delete \`state/STOP\` on ${branch}.`;
}

function stateBranchLink({ stateBranch }: MaskedRecord<WakeResult>, site: GitHubSite): string {
  if (stateBranch === null) return 'the state branch';
  return `the branch ${link(stateBranch, branchUrl(site, stateBranch))}`;
}

function alerts({ result, site }: MaskedRecord<SummaryInput>): string {
  return cutLines(
    result.alerts.map((alert) => alertLine(alert, site)),
    'alert',
  ).join('\n');
}

function alertLine({ title, issue, opened, known }: MaskedRecord<AlertResult>, site: GitHubSite): string {
  const words = inlineText(cutText(title, TITLE_LENGTH));
  if (issue === null && known)
    return `- ${words}: this repository has no issues, so it is told here and in the status.`;
  if (issue === null) return `- ${words}: the issue could not be opened yet. A later run tries again.`;
  const state = known ? ', closed by a person' : opened ? ', **new**' : '';
  return `- ${words} (${link(`#${issue}`, issueUrl(site, issue))}${state})`;
}

function problems({ problems: all }: MaskedRecord<WakeResult>): string {
  const shown = all.slice(0, PROBLEMS).map(({ file, line, column, message }) => {
    return `- ${codeSpan(`${cutText(file, TITLE_LENGTH)}:${line}:${column}`)} ${plainWords(message)}`;
  });
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [`- And ${count(more, 'more problem')}.`] : [])].join('\n');
}

function log({ log: lines }: MaskedRecord<SummaryInput>): string {
  const shown = logList(lines.slice(-LOG_LINES));
  const more = lines.length - LOG_LINES;
  return more > 0 ? `The last ${LOG_LINES} of ${figure(lines.length)} lines:\n\n${shown}` : shown;
}

function closing({ result, site }: MaskedRecord<SummaryInput>): string {
  if (result.stateBranch === null) return '';
  return `The status and the whole log are on ${stateBranchLink(result, site)}.`;
}
