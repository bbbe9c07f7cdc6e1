import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { Masked } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import type { DraftResult, GoalResult } from '../../core/wake-result.ts';
import { receiptWords } from '../words/effect-words.ts';
import { endingLabel } from '../words/ending-words.ts';
import { endingUrl, type GitHubSite } from '../words/github-pages.ts';
import { codeSpan, inlineText, link } from '../words/markdown.ts';
import { count, dollarWords, figure, sentence, shortTime } from '../words/sentences.ts';

const SUMMARY_ROWS = 100;
/** Of a title in a summary. */
export const TITLE_LENGTH = 120;
/** Of a sentence in a summary. */
const SENTENCE_LENGTH = 1_000;

const GOAL_HEAD = '| Goal | Due (UTC) | Result | Tasks | Calls | Tokens | Spent |';

/** One row per goal, and a reason for each goal that is not simply done. */
export function goalTable(goals: readonly MaskedRecord<GoalResult>[], site: GitHubSite): string {
  if (goals.length === 0) return '';
  const why = goals
    .slice(0, SUMMARY_ROWS)
    .filter(({ ending, detail }) => ending !== 'worked' && detail !== '')
    .map(({ goal, detail }) => `- ${codeSpan(goal)}: ${plainSentence(detail)}`);
  const rows = goals.map((goal) => goalRow(goal, site));
  const table = [GOAL_HEAD, '|---|---|---|--:|--:|--:|--:|', ...cutLines(rows, 'goal')].join('\n');
  return [table, why.join('\n')].filter((text) => text !== '').join('\n\n');
}

function goalRow(
  { goal, title, slot, ending, items, spent }: MaskedRecord<GoalResult>,
  site: GitHubSite,
): string {
  const cells = [
    `${inlineText(cutText(title, TITLE_LENGTH))} (${codeSpan(goal)})`,
    slot === null ? '–' : shortTime(slot),
    link(endingLabel(ending), endingUrl(site, ending)),
    `${figure(items.done)}/${figure(items.total)}`,
    figure(spent.calls),
    figure(spent.tokens),
    dollarWords(spent),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** One line per draft that the wake worked on. */
export function draftLines(goals: readonly MaskedRecord<GoalResult>[]): string {
  const all = goals.flatMap(({ goal, drafts: own }) => own.map((draft) => draftLine(goal, draft)));
  return cutLines(all, 'draft').join('\n');
}

function draftLine(goal: string, draft: MaskedRecord<DraftResult>): string {
  const number = draft.number === null ? 'Not opened yet' : `#${draft.number}`;
  const title = cutText(draft.title, TITLE_LENGTH);
  const name =
    draft.number === null ? `${number}: ${inlineText(title)}` : link(`${number} ${title}`, draft.url);
  const state = draft.complete ? '' : ', incomplete';
  return `- ${name} (${codeSpan(goal)}, ${sizeWords(draft)}${state}), branch ${codeSpan(draft.branch)}`;
}

function sizeWords({ files }: MaskedRecord<DraftResult>): string {
  if (files === null) return 'with the change of an earlier run';
  const added = files.reduce((sum, file) => sum + file.added, 0);
  const removed = files.reduce((sum, file) => sum + file.removed, 0);
  return `${count(files.length, 'file')}, +${figure(added)} −${figure(removed)}`;
}

/** One line for each thing that the wake did on an issue. */
export function effectLines(goals: readonly MaskedRecord<GoalResult>[]): string {
  const all = goals.flatMap(({ goal, effects }) =>
    effects.map((effect) => `- ${link(receiptWords(effect), effect.url)} (${codeSpan(goal)})`),
  );
  return cutLines(all, 'effect').join('\n');
}

/** Lines of a list or rows of a table; what is left over is counted in the last one. */
export function cutLines(lines: readonly string[], noun: string): readonly string[] {
  const more = lines.length - SUMMARY_ROWS;
  if (more <= 0) return lines;
  const rest = `${count(more, `more ${noun}`)}`;
  const isTable = lines[0]?.startsWith('|') === true;
  return [...lines.slice(0, SUMMARY_ROWS), isTable ? `| ${rest} |` : `- And ${rest}.`];
}

/** Text of others, as plain text of bounded length. */
export function plainWords(text: Masked): string {
  return inlineText(cutText(text, SENTENCE_LENGTH));
}

/** The same as a sentence. */
export function plainSentence(text: Masked): string {
  return inlineText(sentence(cutText(text, SENTENCE_LENGTH)));
}
