import type { DraftObstacle } from '../../core/due/due.ts';
import type { Allowance } from '../../core/money/budget.ts';
import type { SpendGap } from '../../core/money/logged-spend.ts';
import type { IgnoredEvent } from '../../core/own-event.ts';
import { SETTINGS_FILE } from '../../core/settings.ts';
import { LIMIT_WORDS } from '../words/limit-words.ts';
import { count, figure, fullStop, money, sentence, shortTime } from '../words/sentences.ts';

/** Why a goal or an item ended as it did: sentences that go into results, the status and requests' answers. */
export const RESULT_TEXTS = {
  changesNothing: 'This only looks, so nothing is changed on GitHub.',
  asksNoModel: 'This only looks, so no model is asked.',
  /** `until`: ISO time at which the lock ends. */
  heldByAnother: (run: string, until: string) => `Run ${run} works on the goal until ${shortTime(until)}.`,
  lockLost:
    'Another run took over the lock that this run held before, so this run ends and takes no other lock.',
  paused: (reason: string) => sentence(`The goal is paused: ${reason}`),
  queueEmpty: 'Nothing in the queue needs work.',
  inputUnchanged: 'nothing that the goal reads has changed since its last run, so the model was not asked.',
  /** `until`: ISO time. */
  waitsAfterFailures: (failures: number, until: string) =>
    `${count(failures, 'run')} in a row cost something and brought nothing, so the goal waits until ${shortTime(until)}. Ask for it or change it to try it before.`,
  nothingDue: 'Nothing is due.',
  effectsDone: 'What an earlier run had left to do on GitHub is done.',
  lastRunDied: 'The last run that tried it died.',
  isHeldUp: (obstacle: DraftObstacle) =>
    obstacle.kind === 'full' ? 'The open draft is full and waits for your review.' : tooManyDrafts(obstacle),
  /** `detail`: one sentence. */
  failedAlike: (items: number, detail: string) =>
    fullStop(
      `${figure(items)} tasks in a row ended in the same way, so the others wait for the next run${detail === '' ? '' : `. ${detail}`}`,
    ),
  /** What the run has set aside does not pay for the first call of another item. */
  tooLittleForNext: 'This run has set aside too little budget for another task.',
  /** `left`: by the budget, before anything is set aside. */
  tooLittleForCall: ({ tokens, usdMicros, tightest }: Allowance) => {
    const dollars = usdMicros === null ? '' : ` and ${money(usdMicros)}`;
    return `The budget is spent: ${LIMIT_WORDS[tightest]} leaves ${count(tokens, 'token')}${dollars}, too little for one call.`;
  },
  spentMore: ({ goal, period, stated, shown }: SpendGap) =>
    `The state says that ${goal} has spent ${spentWords(stated)} in ${period}, but the log shows ${spentWords(shown)}. The larger figure counts. Find out who has changed state/budget.json.`,
  eventNotNamed: (event: string) => `No goal names the event ${event} under on:, so nothing was started.`,
  eventIgnored: (event: IgnoredEvent) => {
    const { name } = event;
    switch (event.kind) {
      case 'own_branch':
        return `The event ${name} is about ${event.branch}, the agent's own branch, so it is ignored.`;
      case 'own_act':
        return `The agent itself caused the event ${name}, so it is ignored.`;
      case 'outsider':
        return `The event ${name} comes from outside. It counts only after someone with write permission has labelled it.`;
      case 'foreign_commit':
        return `The event ${name} is about a commit that is on no branch of this repository, such as one of a fork, so it is ignored.`;
    }
  },
} as const;

function spentWords({ spent_tokens: tokens, spent_usd_micros: usdMicros }: SpendGap['shown']): string {
  return `${count(tokens, 'token')}${usdMicros === 0 ? '' : ` (${money(usdMicros)})`}`;
}

function tooManyDrafts({ open, of, most }: Extract<DraftObstacle, { kind: 'too_many' }>): string {
  const owner = of === 'goal' ? 'this goal' : 'all goals';
  const limit = of === 'goal' ? 'limits.open_drafts' : 'open_drafts in the settings';
  const drafts = `${count(open, 'draft')} of ${owner} ${open === 1 ? 'waits' : 'wait'} for your review`;
  return `${drafts}, and at most ${figure(most)} may be open (${limit}).`;
}

/** The fields that leave less than a goal may have in one run, as a hint names them. */
export const SMALLER_LIMITS = {
  tokens: `limits.tokens_per_day, or budget in ${SETTINGS_FILE}`,
  dollars: `limits.usd_per_day or limits.usd_per_month, or budget in ${SETTINGS_FILE}`,
} as const;
