import type { QueueKind } from '../../core/goal.ts';
import { MOST_ISSUES, MOST_PULLS } from '../../core/item.ts';
import { type Masked, masked } from '../../core/text/masked.ts';

/** What people read where more is open than one window takes. */
export function leftOutWords(kind: QueueKind | null): Masked {
  return kind === 'pull_requests'
    ? masked`More than ${MOST_PULLS} open pull requests are what this goal looks for. It takes ${MOST_PULLS} of them. Close some, or narrow \`for_each\`, so that the others have their turn.`
    : masked`More than ${MOST_ISSUES} open issues have the labels of this goal. It takes the oldest ${MOST_ISSUES}. Close some, or name another label as well, so that newer ones have their turn.`;
}
