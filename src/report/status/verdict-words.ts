import type { Evidence, Report, Verdict } from '../../core/report/report.ts';
import type { Tone } from '../words/palette.ts';
import { count, fromNow, listWords, longTime, sentence } from '../words/sentences.ts';

/** The first thing to know about the agent, in one sentence. `now` in ms. */
export function verdictWords(verdict: Verdict, now: number): string {
  switch (verdict.kind) {
    case 'never_ran':
      return 'The agent has not run yet.';
    case 'silent':
      return `Nothing has started the agent since ${longTime(verdict.since)}, ${fromNow(verdict.since, now)}.`;
    case 'stopped': {
      const since = verdict.since === null ? '' : ` since ${longTime(verdict.since)}`;
      return sentence(`The agent is stopped${since}: ${verdict.reason}`);
    }
    case 'needs_you':
      return needWords(verdict);
    case 'troubled':
      return `Nothing needs you. ${listWords(verdict.goals)} did not succeed the last time and will be tried again.`;
    case 'well':
      return 'All is well, and nothing needs you.';
  }
}

function needWords({ reviews, problems }: Extract<Verdict, { kind: 'needs_you' }>): string {
  const parts = [
    ...(reviews === 0 ? [] : [`${count(reviews, 'draft')} to review`]),
    ...(problems === 0 ? [] : [count(problems, 'problem')]),
  ];
  return `${reviews + problems === 1 ? 'One thing needs you' : 'Some things need you'}: ${parts.join(' and ')}.`;
}

const TONES = {
  never_ran: 'plain',
  silent: 'bad',
  stopped: 'warn',
  needs_you: 'warn',
  troubled: 'plain',
  well: 'good',
} as const satisfies Record<Verdict['kind'], Tone>;

export function verdictTone({ kind }: Verdict): Tone {
  return TONES[kind];
}

/** What the report lacks; null: nothing. */
export function lackWords({ kind, unreadableLines, fullDays, log }: Evidence): string | null {
  if (kind === 'missing') return null;
  const parts = [
    ...(unreadableLines === 0
      ? []
      : [
          `${count(unreadableLines, 'line')} of the log cannot be read and ${unreadableLines === 1 ? 'is' : 'are'} missing here`,
        ]),
    ...(fullDays.length === 0 ? [] : [`the log of ${listWords(fullDays)} was full, so it holds only a part`]),
    ...(log === null && kind === 'partial' ? ['there is no log of the last two days'] : []),
  ];
  return parts.length === 0 ? null : sentence(parts.join('; '));
}

/** What keeps all goals from beginning new work; null: nothing does. */
export function fullWords({
  isFullOfDrafts,
  needs,
}: Pick<Report, 'isFullOfDrafts' | 'needs'>): string | null {
  if (!isFullOfDrafts) return null;
  const open = needs.filter(({ kind }) => kind === 'review').length;
  const wait = open === 1 ? '1 draft waits' : `${count(open, 'draft')} wait`;
  return `${wait} for your review, and no more may be open (\`open_drafts\` in the settings), so no goal begins new work.`;
}
