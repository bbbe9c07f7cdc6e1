import { disturbTwice, type Scenario } from '../../support/crashes/crash-table.ts';
import { PLAIN } from '../../support/memory/night.ts';

const SCENARIOS: readonly Scenario[] = [
  { name: 'a plain wake', night: { goals: { tidy: PLAIN } }, drafts: 1, items: ['window'] },
  {
    name: 'a slot that is skipped, because a draft waits',
    night: { goals: { tidy: PLAIN } },
    prepare: async (night) => {
      await night.wake();
      night.clock.advance(6 * 3_600_000);
    },
    drafts: 1,
    items: ['window'],
  },
];

disturbTwice(SCENARIOS);
