import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { isBad } from '../../core/ending.ts';
import { opensDrafts } from '../../core/goal.ts';
import { writesOwnFileOnly } from '../../core/item.ts';
import { likelyCost } from '../../core/money/likely-cost.ts';
import { mostOfGoal } from '../../core/money/most-spent.ts';
import type { GoalPreview, RunPreview, TaskPreview } from '../../core/report/goal-preview.ts';
import type { Masked } from '../../core/text/masked.ts';
import { withoutControls } from '../../core/text/plain-text.ts';
import { plainLine } from '../words/display-width.ts';
import { endingWords } from '../words/ending-words.ts';
import { indentedLines, linesWithin } from '../words/indented-lines.ts';
import type { Style } from '../words/palette.ts';
import { likelyDollars, roughDollars, roughTokens } from '../words/rough-figures.ts';
import { count, figure, fromNow, longTime, money, sentence } from '../words/sentences.ts';
import { SHOW_TEXTS } from './show-texts.ts';
import { section } from './wake-report.ts';

export interface ShowInput {
  readonly preview: GoalPreview;
  /** Which repository this is about, one sentence. */
  readonly source: string;
  /** Lists are shown whole. */
  readonly isWhole: boolean;
}

const MOST_SHOWN = 12;

/** What a goal would do next: why it is due, its queue, its files, its cost, and the first question word for word. */
export function showText({ preview, source, isWhole }: MaskedRecord<ShowInput>, style: Style): string {
  const most = isWhole ? Number.POSITIVE_INFINITY : MOST_SHOWN;
  const { goal, run, asked } = preview;
  const shown = run.first === null && asked !== null ? asked : run;
  const sections = [
    linesWithin(source, style).join('\n'),
    linesWithin(SHOW_TEXTS.own, style).join('\n'),
    section(`${goal.id}: ${plainLine(goal.title)}`, paragraphs(whenSentences(preview), style), style),
    asked === null ? '' : section(SHOW_TEXTS.thenAsked, paragraphs(runSentences(asked), style), style),
    section('Queue', queueLines(shown, most, style), style),
    section('Files', fileLines(preview, most, style), style),
    section('Cost', paragraphs(costSentences(preview, shown), style), style),
    section('The first task', taskLines(shown.first, isWhole, style), style),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function paragraphs(sentences: readonly string[], style: Style): readonly string[] {
  return sentences.flatMap((each) => indentedLines(each, style, 2));
}

function whenSentences({ goal, due, nextDue, now, stop, pause, run }: GoalPreview): readonly string[] {
  const time = nextDue === null ? null : `${longTime(nextDue)}, ${fromNow(nextDue, now)}`;
  return [
    ...(goal.enabled ? [] : [SHOW_TEXTS.disabled]),
    ...(stop === null ? [] : [SHOW_TEXTS.stopped(stop)]),
    ...(pause === null ? [] : [SHOW_TEXTS.paused(pause)]),
    due !== null ? SHOW_TEXTS.due(due) : time === null ? SHOW_TEXTS.onlyByName : SHOW_TEXTS.dueAt(time),
    ...(goal.on.length === 0 ? [] : [SHOW_TEXTS.events(goal.on)]),
    ...runSentences(run),
  ];
}

function runSentences({ left, tasks, queue, window }: RunPreview): readonly string[] {
  if (left !== null && isBad(left.ending)) return [SHOW_TEXTS.unknown, sentence(left.detail)];
  if (left !== null)
    return [`${SHOW_TEXTS.doesNothing} ${sentence(endingWords(left.ending))}`, sentence(left.detail)];
  const all = tasks === queue.length ? '' : ` of ${figure(queue.length)}`;
  const span =
    window === null ? '' : `, for what happened from ${longTime(window.from)} to ${longTime(window.to)}`;
  return [`It works on ${figure(tasks)}${all} ${queue.length === 1 ? 'task' : 'tasks'}${span}.`];
}

function queueLines({ queue, isCut }: RunPreview, most: number, style: Style): readonly string[] {
  return [...listLines(queue, most, style), ...(isCut ? paragraphs([SHOW_TEXTS.cut], style) : [])];
}

function listLines(values: readonly string[], most: number, style: Style): readonly string[] {
  const shown = values.slice(0, most).flatMap((each) => indentedLines(each, style, 2));
  const rest = values.length - most;
  return rest > 0 ? [...shown, `  ${SHOW_TEXTS.more(rest)}`] : shown;
}

function fileLines({ goal, files }: GoalPreview, most: number, style: Style): readonly string[] {
  const { total, mayRead, mayWrite, protected: refused } = files;
  const globs = opensDrafts(goal) ? goal.permissions.write : [];
  return [
    `  It may read ${figure(mayRead.length)} of ${count(total, 'file')}.`,
    ...(most === Number.POSITIVE_INFINITY ? listLines(mayRead, most, style).map((line) => `  ${line}`) : []),
    ...(globs.length === 0
      ? [`  ${SHOW_TEXTS.writesNothing}`]
      : paragraphs([`${SHOW_TEXTS.mayWrite(globs, mayWrite.length, ownWords(goal))}`], style)),
    ...listLines(mayWrite, most, style).map((line) => `  ${line}`),
    ...(refused.length === 0
      ? []
      : [
          ...paragraphs([SHOW_TEXTS.refused(refused.length)], style),
          ...listLines(refused, most, style).map((line) => `  ${line}`),
        ]),
  ];
}

/** What a single task may write of all that; empty: all of it. */
function ownWords(goal: GoalPreview['goal']): string {
  if (!writesOwnFileOnly(goal)) return '';
  const target = goal.forEach?.kind === 'files' ? goal.forEach.target : undefined;
  return target === undefined ? SHOW_TEXTS.ownFile : SHOW_TEXTS.target(target);
}

function costSentences(
  { goal, settings, spent }: GoalPreview,
  { left, tasks, first }: RunPreview,
): readonly string[] {
  const price = settings.models[goal.model]?.price ?? null;
  const most = mostOfGoal(goal, settings);
  const dollars = (usd: number | null) => (usd === null ? '' : `, ${money(Math.round(usd * 1e6))}`);
  const atMost = `At most ${count(goal.limits.tokens, 'token')} a run, ${count(most.tokensPerDay, 'token')}${dollars(most.usdPerDay)} a day and ${count(most.tokensPerMonth, 'token')}${dollars(most.usdPerMonth)} a month.`;
  const soFar = spent === null ? [] : [SHOW_TEXTS.spent(spent)];
  if (left !== null && isBad(left.ending)) return [...soFar, atMost];
  if (first === null) return [SHOW_TEXTS.costsNothing, ...soFar, atMost];
  if (first.question === null) return [SHOW_TEXTS.firstCostsNothing, ...soFar, atMost];
  const { limits } = goal;
  const likely = likelyCost({ promptBytes: first.question.bytes, tasks, limits });
  const priced = price === null ? '' : ` (${roughDollars(likelyDollars(likely.most, price))} at most)`;
  const range = `${roughTokens(likely.least)} to ${roughTokens(likely.most)} tokens${priced}`;
  return [
    SHOW_TEXTS.likely({ ...likely, range, tasks, first: roughTokens(likely.firstCall) }),
    ...soFar,
    atMost,
  ];
}

function taskLines(
  task: MaskedRecord<TaskPreview> | null,
  isWhole: boolean,
  style: Style,
): readonly string[] {
  if (task === null) return [];
  const { title, question, ended } = task;
  const named = paragraphs([title], style);
  if (question === null)
    return [
      ...named,
      ...paragraphs([`${SHOW_TEXTS.noModel} ${sentence(ended.detail)}`, ended.summary], style),
    ];
  return [
    ...named,
    ...question.messages.flatMap(({ role, content }) => [
      '',
      style.paint('strong', SHOW_TEXTS.says(role)),
      verbatim(content),
    ]),
    '',
    style.paint('strong', SHOW_TEXTS.tools),
    ...question.tools.flatMap(({ name, description }) =>
      indentedLines(isWhole ? `${name}: ${description}` : name, style, 2),
    ),
  ];
}

/** Word for word, line for line. */
function verbatim(content: Masked): string {
  return withoutControls(content).trimEnd();
}
