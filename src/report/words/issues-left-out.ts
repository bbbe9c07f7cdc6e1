import { MOST_ISSUES } from '../../core/item.ts';
import { masked } from '../../core/text/masked.ts';

/** What people read where more issues are open than one window takes. */
export const ISSUES_LEFT_OUT = masked`More than ${MOST_ISSUES} open issues have the labels of this goal. It takes the oldest ${MOST_ISSUES}. Close some, or name another label as well, so that newer ones have their turn.`;
