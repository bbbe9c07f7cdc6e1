import { cutBetweenWords, cutText } from '../../core/text/plain-text.ts';
import { utcDay } from '../../core/time.ts';
import { endingLabel } from '../words/ending-words.ts';
import { codeSpan, inlineText, link } from '../words/markdown.ts';
import { dueCell } from '../words/next-due.ts';
import { figure, longTime, shortTime } from '../words/sentences.ts';
import { logList } from './log-list.ts';
import { alertList } from './open-alerts.ts';
import { draftPage, endingPage } from './repository-page.ts';
import { outcomeWords, statusAnswers } from './status-answers.ts';
import { type GoalRow, goalRows, type StatusInput } from './status-facts.ts';

const ROWS = 200;
const LOG_LINES = 15;
const CELL_LENGTH = 120;
const SENTENCE_LENGTH = 400;

/** The root `README.md` of the state branch, in Markdown. Its size does not depend on the history. */
export function statusPage(input: StatusInput): string {
  const rows = goalRows(input);
  return `${[
    `# Wakeful: ${inlineText(input.repository)}`,
    opening(input),
    answers(input, rows),
    '## Goals',
    goalTable(rows, input),
    '## Open alerts',
    alertList(input),
    '## Last log lines',
    logLines(input),
    files(input),
  ].join('\n\n')}\n`;
}

function opening(input: StatusInput): string {
  return `As of ${longTime(input.now)}. The agent writes this page anew with every commit, so edits here are lost.`;
}

function answers(input: StatusInput, rows: readonly GoalRow[]): string {
  return statusAnswers(input, 'github', rows)
    .map(
      ({ question, answer }) =>
        `- **${question}:** ${inlineText(cutBetweenWords(answer, 4 * SENTENCE_LENGTH))}`,
    )
    .join('\n');
}

function goalTable(rows: readonly GoalRow[], input: StatusInput): string {
  if (rows.length === 0) return 'There are no goals yet.';
  const shown = rows.slice(0, ROWS).map((row) => `| ${goalCells(row, input).join(' | ')} |`);
  const head = '| Goal | Last result | Tasks left | Next due (UTC) | Open drafts | Drafts so far |';
  const rest =
    rows.length > ROWS ? `\n\n${figure(rows.length - ROWS)} more goals: see \`state/status.json\`.` : '';
  return [head, '|---|---|---|---|---|---|', ...shown].join('\n') + rest;
}

function goalCells(
  row: GoalRow,
  input: Pick<StatusInput, 'now' | 'repository' | 'serverUrl'>,
): readonly string[] {
  return [
    `${inlineText(cutText(row.title, CELL_LENGTH))} (${codeSpan(row.id)})`,
    endingCell(row, input),
    row.stuck === 0 ? figure(row.itemsLeft) : `${figure(row.itemsLeft)}, ${figure(row.stuck)} stuck`,
    row.paused === null ? dueCell(row.nextDue, input.now) : 'paused',
    draftsCell(row, input),
    outcomeWords(row.outcomes),
  ];
}

type Place = Pick<StatusInput, 'repository' | 'serverUrl'>;

function endingCell(row: GoalRow, place: Place): string {
  if (row.ending === null) return 'not run yet';
  const at = row.at === null ? '' : `, ${shortTime(row.at)}`;
  return `${link(endingLabel(row.ending), endingPage(place, row.ending))}${at}`;
}

const DRAFTS_SHOWN = 3;

function draftsCell(row: GoalRow, place: Place): string {
  if (row.drafts.length === 0) return '–';
  const shown = row.drafts.slice(0, DRAFTS_SHOWN).map((draft) => {
    if (draft.number === null) return codeSpan(draft.branch);
    const text = draft.complete ? `#${draft.number}` : `#${draft.number} (incomplete)`;
    return link(text, draftPage(place, draft.number));
  });
  const more = row.drafts.length - DRAFTS_SHOWN;
  return [...shown, ...(more > 0 ? [`${figure(more)} more`] : [])].join(', ');
}

function logLines({ recent, state }: StatusInput): string {
  if (recent.length === 0)
    return state.status.seen_at === null ? 'None yet.' : 'Nothing new today or yesterday.';
  return logList(recent.slice(-LOG_LINES).reverse());
}

function files({ now, branch }: StatusInput): string {
  const day = utcDay(now);
  return [
    `The whole log of today is in [state/log/${day}.jsonl](state/log/${day}.jsonl).`,
    'What each goal has done is in [state/checkpoints](state/checkpoints).',
    `This branch, ${codeSpan(branch)}, is never merged.`,
  ].join(' ');
}
