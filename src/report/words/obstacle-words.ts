import type { DraftObstacle } from '../../core/due/due.ts';
import type { Allowance, BudgetLimit } from '../../core/money/budget.ts';
import type { IgnoredEvent } from '../../core/own-event.ts';
import { SETTINGS_FILE } from '../../core/settings.ts';
import type { EndReason } from '../../core/work/end-reason.ts';
import type { ItemObstacle } from '../../core/work/next-item.ts';
import { count, figure, money } from './sentences.ts';

/** Why work waits for a draft. */
function draftObstacleWords(obstacle: DraftObstacle): string {
  if (obstacle.kind === 'full') return 'The open draft is full and waits for your review.';
  const { open, of, most } = obstacle;
  const owner = of === 'goal' ? 'this goal' : 'all goals';
  const limit = of === 'goal' ? 'limits.open_drafts' : 'open_drafts in the settings';
  const drafts = `${count(open, 'draft')} of ${owner} ${open === 1 ? 'waits' : 'wait'} for your review`;
  return `${drafts}, and at most ${figure(most)} may be open (${limit}).`;
}

/** How a goal ends that cannot go on with its items, and why. */
export function obstacleReason(obstacle: ItemObstacle): EndReason {
  if (obstacle.kind !== 'too_little_money')
    return { ending: 'waiting_for_draft', detail: draftObstacleWords(obstacle) };
  const detail = 'Too little of what was set aside is left for the next item.';
  return { ending: 'budget_spent', detail };
}

/** Why no model is called: what a limit leaves pays for no call. */
export function tooLittleWords({ tokens, usdMicros, tightest }: Allowance): string {
  const dollars = usdMicros === null ? '' : ` and ${money(usdMicros)}`;
  return `The budget is spent: ${LIMITS[tightest]} leaves ${count(tokens, 'token')}${dollars}, too little for one call.`;
}

const LIMITS: Readonly<Record<BudgetLimit, string>> = {
  wake: 'limits.tokens',
  goal_day: "the goal's day (limits.tokens_per_day, limits.usd_per_day)",
  goal_month: "the goal's month (limits.usd_per_month)",
  total_day: 'the total of the day (budget in the settings)',
  total_month: 'the total of the month (budget in the settings)',
};

/** Why an event starts nothing: no goal asks for it. */
export function unnamedEventWords(event: string): string {
  return `No goal names the event ${event} under on:, so nothing was started.`;
}

/** The fields that leave less than a goal may have in one run, as a hint names them. */
export const SMALLER_LIMITS = {
  tokens: `limits.tokens_per_day, or budget in ${SETTINGS_FILE}`,
  dollars: `limits.usd_per_day or limits.usd_per_month, or budget in ${SETTINGS_FILE}`,
} as const;

/** Why an event starts nothing. */
export function ignoredEventWords(ignored: IgnoredEvent): string {
  const { name } = ignored;
  switch (ignored.kind) {
    case 'own_branch':
      return `The event ${name} is about ${ignored.branch}, the agent's own branch, so it is ignored.`;
    case 'own_act':
      return `The agent itself caused the event ${name}, so it is ignored.`;
    case 'outsider':
      return `The event ${name} comes from outside. It counts only after someone with write permission has labelled it.`;
  }
}
