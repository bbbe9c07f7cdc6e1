import { describe, expect, test } from 'vitest';
import type { ModelProvider } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, type NightWake } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { told, wish } from '../../support/memory/wishes.ts';

const MANY = 'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nlimits: {open_drafts: 5}\n';

/** A model that lets `meanwhile` happen before its first answer. */
function interruptedBy(night: Night, meanwhile: () => Promise<unknown>): ModelProvider {
  const provider = modelOf(diligent, () => night.clock.advance(16_000));
  let happened = false;
  return {
    ...provider,
    open: async (settings) => {
      const model = await provider.open(settings);
      return {
        ask: async (question, signal) => {
          if (!happened) {
            happened = true;
            await meanwhile();
          }
          return model.ask(question, signal);
        },
      };
    },
  };
}

async function interrupted(
  kind: 'schedule' | 'person',
  wished: 'run' | 'pause',
): Promise<[Night, NightWake]> {
  const night = await Night.begin({ goals: { tidy: MANY } });
  const model = interruptedBy(night, () => wish(night, { kind: wished }));
  return [night, await night.wake({ model, trigger: { kind } })];
}

describe('I11: a person comes first', () => {
  test('a scheduled run that holds the goal saves, gives the attempt back and makes room; the next one serves', async () => {
    const [night, { result }] = await interrupted('schedule', 'run');
    expect(result.ending).toBe('yielded_to_person');
    const [item] = Object.values(night.state().checkpoints['tidy']?.items ?? {});
    expect(item).toMatchObject({ status: 'open', attempts: 0 });
    expect(night.state().lock.leases).toEqual({});
    expect(told(night, 'yielded')).toEqual([
      'Saved the work so far and made way: octocat asked for the goal.',
    ]);
    expect(Object.keys(night.state().requests)).toHaveLength(1);
    expect((await night.wake()).result.ending).toBe('worked');
    expect(told(night, 'request_served')).toHaveLength(1);
  });

  test('a person who pauses the goal interrupts it as well, and it stays paused', async () => {
    const [night, { result }] = await interrupted('schedule', 'pause');
    expect(result.ending).toBe('yielded_to_person');
    expect(night.state().checkpoints['tidy']?.pause).toMatchObject({ by: 'octocat' });
    expect((await night.wake()).result.goals).toEqual([]);
  });

  test('a run of a person is not interrupted by another person: it finishes, then serves in the same wake', async () => {
    const [night, { result }] = await interrupted('person', 'run');
    expect(result.goals.map((goal) => goal.ending)).toEqual(['worked', 'worked']);
    expect(told(night, 'yielded')).toEqual([]);
    expect(told(night, 'request_served')).toHaveLength(1);
  });

  test('a wish names the epoch that it is meant for, and is void for the next holder', async () => {
    const [night] = await interrupted('schedule', 'run');
    const model = interruptedBy(night, async () => {
      expect(night.state().lock.leases['tidy']).toMatchObject({ yield: null, for_person: true });
    });
    expect((await night.wake({ model })).result.ending).toBe('worked');
  });
});
