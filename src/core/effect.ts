/** An effect on GitHub that an item has decided on; the outbox carries it out. */
export type ProposedEffect =
  | { readonly kind: 'comment_on_issue'; readonly issue: number; readonly body: string }
  | { readonly kind: 'open_issue'; readonly title: string; readonly body: string }
  | { readonly kind: 'label_issue'; readonly issue: number; readonly labels: readonly string[] };
