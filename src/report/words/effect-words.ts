import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { EffectReceipt, ProposedEffect } from '../../core/effect.ts';
import { joinMasked } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { inlineText } from './markdown.ts';

const LENGTH = 120;

/** What is going to be done on an issue, in Markdown. Its number refers to it; words of others refer to nothing. */
export function plannedWords(effect: MaskedRecord<ProposedEffect>): string {
  switch (effect.kind) {
    case 'comment_on_issue':
      return `a comment on #${effect.issue}`;
    case 'label_issue':
      return `labels on #${effect.issue}: ${inlineText(cutText(joinMasked(effect.labels, ', '), LENGTH))}`;
    case 'unlabel_issue':
      return `labels taken away from #${effect.issue}: ${inlineText(cutText(joinMasked(effect.labels, ', '), LENGTH))}`;
    case 'keep_issue':
      return `its one issue: ${inlineText(cutText(effect.title, LENGTH))}`;
    case 'open_issue':
      return `a new issue: ${inlineText(cutText(effect.title, LENGTH))}`;
  }
}

/** The same once it is done. */
export function receiptWords({ kind, issue }: EffectReceipt): string {
  switch (kind) {
    case 'comment_on_issue':
      return `a comment on #${issue}`;
    case 'label_issue':
      return `labels on #${issue}`;
    case 'unlabel_issue':
      return `labels taken away from #${issue}`;
    case 'keep_issue':
      return `its one issue: #${issue}`;
    case 'open_issue':
      return `a new issue: #${issue}`;
  }
}

/** What an item has to do with issues; empty: nothing. `issue`: the one that it is, null for none. */
export function issueSentences(issue: number | null, effects: readonly string[]): string {
  const about = issue === null ? [] : [`For issue #${issue}.`];
  const more = effects.length === 0 ? [] : [`On issues: ${effects.join('; ')}.`];
  return [...about, ...more].join(' ');
}

/** `2 comments, 1 new issue`; empty for none. */
export function effectSums(receipts: readonly EffectReceipt[]): readonly string[] {
  const having = (kind: EffectReceipt['kind']) => receipts.filter((each) => each.kind === kind).length;
  return [
    { amount: having('comment_on_issue'), one: 'comment', many: 'comments' },
    { amount: having('open_issue'), one: 'new issue', many: 'new issues' },
    { amount: having('label_issue') + having('unlabel_issue'), one: 'label change', many: 'label changes' },
    { amount: having('keep_issue'), one: 'issue written anew', many: 'issues written anew' },
  ].flatMap(({ amount, one, many }) => (amount === 0 ? [] : [`${amount} ${amount === 1 ? one : many}`]));
}
