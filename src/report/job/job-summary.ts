import type { LogEntry } from '../../core/event.ts';
import type { WakeVerdict } from '../../core/health/verdict.ts';
import { cutText } from '../../core/plain-text.ts';
import { stopReason } from '../../core/stop.ts';
import type { AlertResult, WakeResult } from '../../core/wake-result.ts';
import { logList } from '../status/log-list.ts';
import { endingWords } from '../words/ending-words.ts';
import { branchUrl, type GitHubSite, issueUrl, variablesUrl } from '../words/github-pages.ts';
import { codeSpan, inlineText, link } from '../words/markdown.ts';
import { nextDueWords } from '../words/next-due.ts';
import { count, figure, sentence } from '../words/sentences.ts';
import {
  cutLines,
  draftLines,
  effectLines,
  goalTable,
  plainWords,
  SENTENCE_LENGTH,
  TITLE_LENGTH,
} from './work-done.ts';

export interface SummaryInput {
  readonly result: WakeResult;
  readonly verdict: WakeVerdict;
  /** Who or what started the wake, and why. */
  readonly trigger: { readonly by: string; readonly kind: string; readonly reason: string };
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
export function jobSummary(input: SummaryInput): string {
  const { result } = input;
  const sections = [
    `## Wakeful: ${result.ending}`,
    opening(input),
    result.ending === 'stopped' ? howToResume(input) : '',
    section('What was done', goalTable(result.goals)),
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

function opening({ result, verdict, trigger, now }: SummaryInput): string {
  const meaning = sentence(endingWords(result.ending));
  const detail = sentence(cutText(result.detail, SENTENCE_LENGTH));
  const { kind, by, reason } = trigger;
  const lines = [
    inlineText(detail === '' || detail === meaning ? meaning : `${meaning} ${detail}`),
    verdict === 'told_before' ? TOLD_BEFORE : '',
    `Woken by ${plainWords(by)} (${kind}): ${plainWords(sentence(reason))}`,
    nextDue(result, now),
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

const TOLD_BEFORE =
  'This needs a person, and the open issues below say so already. The run is green, so that nobody is called twice.';

function nextDue({ nextDue: next }: WakeResult, now: number): string {
  if (next === null) return '';
  return nextDueWords({ name: codeSpan(next.goal), at: next.at }, now);
}

function howToResume({ stop, site, result }: SummaryInput): string {
  if (stop !== '') {
    const where = link('its repository variables', variablesUrl(site));
    return [
      `**Why:** ${plainWords(stopReason(stop))}`,
      `**To resume:** delete the variable \`WAKEFUL_STOP\` (${where}, or those of its organisation), or run \`npm start -- resume\`. Any value stops, \`false\` too.`,
    ].join('\n\n');
  }
  const branch = stateBranchLink(result, site);
  return `**To resume:** run \`npm start -- resume\`, or delete \`state/STOP\` on ${branch}.`;
}

function stateBranchLink({ stateBranch }: WakeResult, site: GitHubSite): string {
  if (stateBranch === null) return 'the state branch';
  return `the branch ${link(stateBranch, branchUrl(site, stateBranch))}`;
}

function alerts({ result, site }: SummaryInput): string {
  return cutLines(
    result.alerts.map((alert) => alertLine(alert, site)),
    'alert',
  ).join('\n');
}

function alertLine({ title, issue, opened, known }: AlertResult, site: GitHubSite): string {
  const words = inlineText(cutText(title, TITLE_LENGTH));
  if (issue === null) return `- ${words}: its issue could not be opened yet; a later wake tries again`;
  const state = known ? ', known to a person' : opened ? ', **new**' : '';
  return `- ${words} (${link(`#${issue}`, issueUrl(site, issue))}${state})`;
}

function problems({ problems: all }: WakeResult): string {
  const shown = all.slice(0, PROBLEMS).map(({ file, line, column, message }) => {
    return `- ${codeSpan(`${cutText(file, TITLE_LENGTH)}:${line}:${column}`)} ${plainWords(message)}`;
  });
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [`- And ${count(more, 'more problem')}.`] : [])].join('\n');
}

function log({ log: lines }: SummaryInput): string {
  const shown = logList(lines.slice(-LOG_LINES));
  const more = lines.length - LOG_LINES;
  return more > 0 ? `The last ${LOG_LINES} of ${figure(lines.length)} lines:\n\n${shown}` : shown;
}

function closing({ result, site }: SummaryInput): string {
  if (result.stateBranch === null) return '';
  return `Status and the whole log are on ${stateBranchLink(result, site)}.`;
}
