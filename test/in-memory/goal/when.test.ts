import { describe, expect, test } from 'vitest';
import { Night } from '../../support/memory/night.ts';

const QUEUE = `schedule: {every: 1d}
permissions: {write: ["docs/**"]}
limits: {open_drafts: 9}
for_each: {files: "docs/*.md"}
when: {queue_at_least: 2}
`;

async function settled(goal: string): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: goal }, files: { 'docs/a.md': 'A\n' } });
  await night.wake();
  night.clock.advance(1_800_000);
  return night;
}

describe('when: {queue_at_least: 2}', () => {
  test('makes the goal due as soon as two elements wait, and not again when they are done', async () => {
    const night = await settled(QUEUE);
    await night.commit({ 'docs/b.md': 'B\n' });
    expect((await night.wake()).result.goals).toEqual([]);
    await night.commit({ 'docs/c.md': 'C\n' });
    expect((await night.wake()).result.goals).toMatchObject([{ ending: 'worked', items: { done: 2 } }]);
    expect((await night.wake()).result.goals).toEqual([]);
  });

  test('is never met by a list, whose elements are due anew in each window', async () => {
    const night = await settled(QUEUE.replace('files: "docs/*.md"', 'list: [docs/a, docs/b, docs/c]'));
    expect((await night.wake()).result.goals).toEqual([]);
  });
});
