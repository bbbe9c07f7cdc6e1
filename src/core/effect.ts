/** An effect on issues that an item has decided on; the outbox carries it out. */
export type ProposedEffect =
  | { readonly kind: 'comment_on_issue'; readonly issue: number; readonly body: string }
  | { readonly kind: 'open_issue'; readonly title: string; readonly body: string }
  | { readonly kind: 'label_issue'; readonly issue: number; readonly labels: readonly string[] }
  | { readonly kind: 'unlabel_issue'; readonly issue: number; readonly labels: readonly string[] }
  /** The goal's one issue that is written anew. */
  | { readonly kind: 'keep_issue'; readonly title: string; readonly body: string };

/** It names the issue that it is about. */
export type EffectOnIssue = Extract<ProposedEffect, { readonly issue: number }>;

export function isOnGivenIssue<T extends ProposedEffect>(
  effect: T,
): effect is Extract<T, { readonly issue: number }> {
  return effect.kind !== 'open_issue' && effect.kind !== 'keep_issue';
}

/** An effect on issues that was carried out. */
export interface EffectReceipt {
  readonly kind: ProposedEffect['kind'];
  readonly issue: number;
  readonly url: string;
}

/** Everything that people could come to read. */
export function wordsOf(effect: ProposedEffect): string {
  switch (effect.kind) {
    case 'comment_on_issue':
      return effect.body;
    case 'open_issue':
    case 'keep_issue':
      return `${effect.title}\n${effect.body}`;
    case 'label_issue':
    case 'unlabel_issue':
      return effect.labels.join('\n');
  }
}
