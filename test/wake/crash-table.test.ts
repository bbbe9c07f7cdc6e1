import { describe, expect, test } from 'vitest';
import { boundariesOf, disturb, type Scenario } from '../support/crash-table.ts';
import { PLAIN, QUEUE, QUEUE_FILES } from '../support/night.ts';
import { wish } from '../support/wishes.ts';

const PER_ITEM = `${PLAIN}for_each: {files: "docs/*.md", drafts: per_item}\nlimits: {open_drafts: 3}\n`;

const SCENARIOS: readonly Scenario[] = [
  { name: 'a plain wake', night: { goals: { tidy: PLAIN } }, drafts: 1, items: ['window'] },
  {
    name: 'a queue with one draft',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    drafts: 1,
    items: Object.keys(QUEUE_FILES),
  },
  {
    name: 'a queue with a draft per item',
    night: { goals: { tidy: PER_ITEM }, files: QUEUE_FILES },
    drafts: 3,
    items: Object.keys(QUEUE_FILES),
  },
  {
    name: 'two goals, one handed over to the other',
    night: { goals: { first: PLAIN, second: PLAIN } },
    drafts: 2,
    items: ['window', 'window'],
  },
  {
    name: 'requests of two persons and a pause that they lift',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    prepare: async (night) => {
      await wish(night, { kind: 'pause' });
      await wish(night);
      await wish(night, { by: 'hubot' });
    },
    drafts: 1,
    items: Object.keys(QUEUE_FILES),
  },
];

describe.each(SCENARIOS)('I1 to I8, I14: $name, disturbed', (scenario) => {
  test('at every push, every call of GitHub and every question to the model ends as if nothing had happened', async () => {
    const boundaries = await boundariesOf(scenario);
    console.log(`${scenario.name}: ${boundaries.length} boundaries`);
    const failed: string[] = [];
    for (const boundary of boundaries) {
      await disturb(scenario, boundary).catch((reason: unknown) => {
        failed.push(`${boundary.door} ${boundary.n} ${boundary.fault}: ${String(reason)}`);
      });
    }
    expect(failed).toEqual([]);
  });
});
