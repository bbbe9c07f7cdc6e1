import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { Limits } from '../../core/goal.ts';
import type { Cost } from '../../core/money/cost.ts';
import type { WindowCommits } from '../../core/state.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { codeSpan, inlineText, link, quotedText, renderWithin } from '../words/markdown.ts';
import { count, figure, longTime, money } from '../words/sentences.ts';

/** How a draft came about, which few readers need. */
export interface MakingFacts {
  readonly goal: {
    readonly id: string;
    readonly file: string;
    readonly title: string;
    readonly objective: string;
  };
  readonly window: DraftWindow;
  readonly spent: Cost;
  readonly limits: Limits;
  readonly wake: { readonly id: string; readonly url: string | null };
  /** The model's name. */
  readonly model: string;
}

/** ISO times and the commit that the window ends with. */
export interface DraftWindow {
  readonly slot: string;
  readonly from: string;
  readonly to: string;
  readonly commit: string;
  /** Missing: it holds none, or the goal has a queue. */
  readonly commits?: WindowCommits;
}

const TITLE_LENGTH = 120;
const OBJECTIVE_LENGTH = 8_000;

/** Since June 2026; the token of an App has no such wait. */
const APPROVAL =
  'If the workflows of this repository wait below: GitHub runs them on a draft of a workflow only after somebody with write permission has approved that, and asks again at each push.';

/** What few readers need: it opens by a click. */
export function folded(input: MaskedRecord<MakingFacts>): string {
  const { goal } = input;
  return [
    '<details><summary>How it was made, and how to say no</summary>',
    `Wakeful made this draft for the goal ${codeSpan(goal.file)}: ${inlineText(cutText(goal.title, TITLE_LENGTH))}`,
    renderWithin(goal.objective, OBJECTIVE_LENGTH, quotedText),
    how(input),
    closing(),
    APPROVAL,
    '</details>',
  ].join('\n\n');
}

function how({ window, spent, limits, wake, model }: MaskedRecord<MakingFacts>): string {
  const dollars = spent.usdMicros === 0 ? '' : `, ${money(spent.usdMicros)}`;
  return [
    '| | |',
    '|---|---|',
    `| Due | ${longTime(window.slot)} |`,
    `| Covers | ${covers(window)} |`,
    `| Model | ${codeSpan(cutText(model, TITLE_LENGTH))} |`,
    `| Spent | ${count(spent.tokens, 'token')}${partWords(spent)} in ${count(spent.calls, 'model call')}${dollars} |`,
    `| Limits | ${limitWords(limits)} |`,
    `| Run | ${link(cutText(wake.id, TITLE_LENGTH), wake.url)} |`,
  ].join('\n');
}

function covers({ commits, commit }: MaskedRecord<DraftWindow>): string {
  const tip = codeSpan(commit.slice(0, 10));
  if (commits === undefined) return `the files at commit ${tip}`;
  const { count: number, first, last } = commits;
  const times = first === last ? longTime(first) : `${longTime(first)} to ${longTime(last)}`;
  return `${count(number, 'commit')}, ${times}, up to commit ${tip}`;
}

/** `20 model calls and 4 minutes a task, 50,000 tokens a run, 20 files and 500 lines a draft`. */
export function limitWords(limits: Limits): string {
  return [
    `${count(limits.modelCalls, 'model call')} and ${count(limits.minutes, 'minute')} a task`,
    `${count(limits.tokens, 'token')} a run`,
    `${count(limits.changedFiles, 'file')} and ${count(limits.changedLines, 'line')} a draft`,
  ].join(', ');
}

/** ` (9,000 from the cache, 300 of thinking)` */
function partWords({
  cachedTokens = 0,
  reasoningTokens = 0,
  readerTokens = 0,
}: MakingFacts['spent']): string {
  const parts = [
    ...(cachedTokens > 0 ? [`${figure(cachedTokens)} from the server's cache`] : []),
    ...(reasoningTokens > 0 ? [`${figure(reasoningTokens)} of thinking`] : []),
    ...(readerTokens > 0 ? [`${figure(readerTokens)} for the second reader`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function closing(): string {
  return [
    'Merge it, or change it. Close it without merging to reject it; the same change will not be proposed again.',
    'If you push a commit to the branch, the branch is yours: the agent no longer pushes to it.',
  ].join(' ');
}
