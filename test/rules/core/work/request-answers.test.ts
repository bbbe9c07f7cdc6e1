import { expect, test } from 'vitest';
import type { Ending } from '../../../../src/core/ending.ts';
import { settledBy, settledLine } from '../../../../src/core/work/request-answers.ts';
import { sampleRequest } from '../sample-goal.ts';

const REQUEST = sampleRequest();

test.each<readonly [Ending, boolean, 'kept' | 'served' | 'answered']>([
  ['worked', false, 'served'],
  ['no_change', false, 'served'],
  ['item_stuck', false, 'served'],
  ['budget_spent', false, 'served'],
  ['budget_spent', true, 'answered'],
  ['waiting_for_draft', true, 'answered'],
  ['bad_goal', false, 'answered'],
  ['missing_key', false, 'answered'],
  ['stopped', false, 'kept'],
  ['yielded_to_person', false, 'kept'],
  ['lease_lost', false, 'kept'],
  ['github_unavailable', false, 'kept'],
])(
  'a run that ends as %s, in the way of which something stood: %s. Its request is %s',
  (ending, isBlocked, fate) => {
    const end = { ending, detail: 'Why.', isBlocked };
    const settled = settledBy([REQUEST], end);
    expect(settled).toEqual(fate === 'kept' ? [] : [REQUEST]);
    if (fate !== 'kept') expect(settledLine(REQUEST, end).event).toBe(`request_${fate}`);
  },
);
