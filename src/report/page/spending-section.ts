import type { ComponentChildren, VNode } from 'preact';
import type { Spending, SpentSum } from '../../core/report/report.ts';
import { el } from '../../pages/element.ts';
import { count, figure, money } from '../words/sentences.ts';
import type { PageView } from './page-facts.ts';
import { daysChart, weekSpending } from './spending-charts.ts';
import { folded, lacking, section, table } from './text-parts.ts';

const DAY_ROWS = 14;
const GOAL_ROWS = 20;

/** What was spent, set aside and lost, against the limits. */
export function spendingSection(view: PageView): VNode {
  const { spending } = view.report;
  return section(
    { id: 'spending', title: 'Spent' },
    el('div', { class: 'sums' }, sumBlock('Today', spending.today), sumBlock('This month', spending.month)),
    perDraft(spending),
    weekSpending(view),
    daysChart(view),
    folded('By day as a table', dayTable(spending)),
    goalTable(spending),
    spending.months.length < 2 ? null : folded('By month as a table', monthTable(spending)),
  );
}

interface Unit {
  readonly spent: number;
  readonly reserved: number;
  readonly lost: number;
  readonly limit: number | null;
  readonly words: (value: number) => string;
}

/** A bar for tokens and one for dollars; dollars only where something has a price or a limit. */
function sumBlock(title: string, sum: SpentSum): VNode {
  const dollars: Unit = {
    spent: sum.usdMicros,
    reserved: sum.reservedUsdMicros,
    lost: sum.lostUsdMicros,
    limit: sum.usdLimit === null ? null : sum.usdLimit * 1_000_000,
    words: money,
  };
  const tokens: Unit = {
    spent: sum.tokens,
    reserved: sum.reservedTokens,
    lost: sum.lostTokens,
    limit: sum.tokenLimit,
    words: (value) => count(value, 'token'),
  };
  const hasPrice = dollars.spent > 0 || dollars.limit !== null || dollars.reserved > 0;
  return el(
    'div',
    { class: 'sum' },
    el('h3', null, title),
    unitBar(tokens),
    hasPrice ? unitBar(dollars) : null,
    el('p', { class: 'quiet' }, count(sum.calls, 'model call')),
  );
}

function unitBar({ spent, reserved, lost, limit, words }: Unit): VNode {
  const parts = [
    `${words(spent)} spent${limit === null ? '' : ` of ${words(limit)}`}`,
    ...(lost === 0 ? [] : [`of these ${words(lost)} lost with runs that died`]),
    ...(reserved === 0 ? [] : [`${words(reserved)} set aside`]),
  ];
  const text = `${parts.join(', ')}.`;
  return el(
    'div',
    { class: 'unit' },
    el('p', null, text, limit === null ? el('span', { class: 'quiet' }, ' No limit is known.') : null),
    limit === null || limit <= 0 ? null : bar({ spent, reserved, lost, limit }),
  );
}

function bar({
  spent,
  reserved,
  lost,
  limit,
}: Omit<Unit, 'words' | 'limit'> & { readonly limit: number }): VNode {
  const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value) / limit) * 1_000) / 10;
  const [own, gone, aside] = [share(spent - lost), share(lost), share(reserved)];
  return el(
    'svg',
    { class: 'bar', 'aria-hidden': 'true' },
    el('rect', { class: 'bar-limit', width: '100%', height: '100%' }),
    el('rect', { class: 'bar-spent', width: `${own}%`, height: '100%' }),
    el('rect', { class: 'bar-lost', x: `${own}%`, width: `${Math.min(gone, 100 - own)}%`, height: '100%' }),
    el('rect', {
      class: 'bar-reserved',
      x: `${Math.min(100, own + gone)}%`,
      width: `${Math.max(0, Math.min(aside, 100 - own - gone))}%`,
      height: '100%',
    }),
  );
}

function perDraft({ perMergedDraft }: Spending): VNode {
  if (perMergedDraft === null)
    return el('p', null, 'No draft of this month has been merged, so there is no cost for each.');
  const dollars = perMergedDraft.usdMicros === 0 ? '' : ` and ${money(perMergedDraft.usdMicros)}`;
  return el(
    'p',
    null,
    `Each draft that was merged this month has cost ${count(perMergedDraft.tokens, 'token')}${dollars}, with all that came to nothing.`,
  );
}

function dayTable({ days }: Spending): VNode {
  const newest = days.slice(-DAY_ROWS).toReversed();
  return table({
    caption: 'Spent by day',
    columns: [
      'Day (UTC)',
      'Runs',
      'Not successful',
      'Tokens',
      'Of these lost',
      'Dollars',
      'Drafts opened',
      'Merged',
    ],
    figures: [1, 2, 3, 4, 5, 6, 7],
    rows: newest.map(({ day, goals }) => {
      const sum = (name: DayFigure): number => Object.values(goals).reduce((all, own) => all + own[name], 0);
      const spent = sum('usd_micros');
      return [
        day,
        figure(sum('runs')),
        figure(sum('failed')),
        figure(sum('tokens') + sum('lost_tokens')),
        figure(sum('lost_tokens')),
        spent === 0 && sum('tokens') > 0 ? lacking('the model has no price') : money(spent),
        figure(sum('drafts_opened')),
        figure(sum('drafts_merged')),
      ];
    }),
  });
}

type DayFigure = keyof Spending['days'][number]['goals'][string];

function goalTable({ byGoal }: Spending): ComponentChildren {
  if (byGoal.length === 0) return el('p', null, 'No goal has spent anything this month.');
  const costliest = byGoal.toSorted((a, b) => b.month.tokens - a.month.tokens).slice(0, GOAL_ROWS);
  return table({
    caption: 'Spent by goal, the costliest first',
    columns: ['Goal', 'Today', 'This month', 'Dollars this month', 'Set aside', 'Lost'],
    figures: [1, 2, 3, 4, 5],
    rows: costliest.map(({ goal, today, month }) => [
      goal,
      figure(today.tokens),
      figure(month.tokens),
      month.usdMicros === 0 && month.tokens > 0 ? lacking('the model has no price') : money(month.usdMicros),
      figure(month.reservedTokens),
      figure(month.lostTokens),
    ]),
  });
}

function monthTable({ months }: Spending): VNode {
  return table({
    caption: 'Spent by month',
    columns: ['Month', 'Tokens', 'Of these lost', 'Dollars', 'Model calls'],
    figures: [1, 2, 3, 4],
    rows: months
      .toReversed()
      .map(({ month, sum }) => [
        month,
        figure(sum.tokens),
        figure(sum.lostTokens),
        money(sum.usdMicros),
        figure(sum.calls),
      ]),
  });
}
