import { describe, expect, test } from 'vitest';
import type { ModelProvider } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night } from '../../support/memory/night.ts';
import { told, wish } from '../../support/memory/wishes.ts';

const MANY =
  'schedule: {every: 6h}\nalways: true\npermissions: {write: ["docs/**"]}\nlimits: {open_drafts: 9}\n';

function writes(night: Night, text: string): ModelProvider {
  return modelOf(
    ({ turn }) =>
      turn === 0 ? [['write_file', { path: 'docs/index.md', text }]] : [['finish', { summary: 'Done.' }]],
    () => night.clock.advance(1_000),
  );
}

async function windows(texts: readonly string[], outcome: 'open' | 'closed' | 'merged'): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: MANY } });
  for (const text of texts) {
    await night.wake({ model: writes(night, text) });
    const last = night.github.drafts.at(-1);
    if (last !== undefined) night.github.change(last.number, { state: outcome });
    night.clock.advance(6 * 3_600_000);
  }
  return night;
}

const LONG = 'a sentence that is long enough to count as a change\n';
const OTHER = 'another one, with words of its own, which differs in all\n';
const THIRD = 'and a third that has nothing in common with those before\n';

describe('I17: a goal that goes round in circles over many wakes is paused and asks why', () => {
  test('when the drafts of three windows in a row undo each other', async () => {
    const night = await windows([LONG, OTHER, LONG], 'open');
    expect(told(night, 'goal_paused')).toEqual([
      'Paused tidy: the drafts of three runs in a row undo each other in docs/index.md. Change the goal so that you would merge its next draft, or resume it.',
    ]);
    expect(night.github.issues.filter((issue) => issue.state === 'open')).toMatchObject([
      { title: 'Wakeful: tidy is paused and needs your decision' },
    ]);
  });

  test('when three windows in a row change next to nothing in one file', async () => {
    const night = await windows(['1\n', '2\n', '3\n'], 'open');
    expect(told(night, 'goal_paused')[0]).toContain('changed next to nothing, always in docs/index.md');
  });

  test('when two drafts in a row are closed unmerged, before a third one is begun', async () => {
    const night = await windows([LONG, OTHER], 'closed');
    await night.wake({ model: writes(night, THIRD) });
    expect(told(night, 'goal_paused')[0]).toContain('2 drafts in a row were closed without merging');
    expect(night.github.drafts).toHaveLength(2);
  });

  test('and resume starts counting afresh', async () => {
    const night = await windows([LONG, OTHER], 'closed');
    await night.wake({ model: writes(night, THIRD) });
    await wish(night, { kind: 'resume' });
    night.clock.advance(6 * 3_600_000);
    await night.wake({ model: writes(night, THIRD) });
    expect(night.state().checkpoints['tidy']).toMatchObject({ pause: null });
    expect(night.github.drafts).toHaveLength(3);
    expect(night.github.issues.filter((issue) => issue.state === 'open')).toEqual([]);
  });

  test('but not when the drafts differ and are merged', async () => {
    const night = await windows([LONG, OTHER, THIRD], 'merged');
    expect(told(night, 'goal_paused')).toEqual([]);
  });
});
