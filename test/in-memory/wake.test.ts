import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/simulation/model/behaviour.ts';
import { Night, PLAIN, QUEUE, QUEUE_FILES } from '../support/memory/night.ts';
import { wish } from '../support/memory/wishes.ts';

describe('the floor of pushes', () => {
  test('one item makes three: acquire, item, release', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const { result, pushes } = await night.wake();
    expect(result.ending).toBe('worked');
    expect(pushes).toBe(3);
  });

  test('three items make five', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    const { result, pushes } = await night.wake();
    expect(result.goals[0]?.items).toEqual({ done: 3, total: 3 });
    expect(pushes).toBe(5);
  });

  test('a second goal adds its items and one push: the release of the first takes its lease', async () => {
    const night = await Night.begin({ goals: { first: PLAIN, second: PLAIN } });
    const { result, pushes } = await night.wake();
    expect(result.goals.map((goal) => goal.ending)).toEqual(['worked', 'worked']);
    expect(pushes).toBe(5);
  });

  test('nothing due makes one fetch and no push', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    night.clock.advance(1_800_000);
    const { result, pushes, fetches } = await night.wake();
    expect(result.ending).toBe('nothing_due');
    expect(result.nextDue).toEqual({ goal: 'tidy', at: '2026-11-22T06:00:00Z' });
    expect({ pushes, fetches }).toEqual({ pushes: 0, fetches: 1 });
  });
});

describe('what a wake leaves behind', () => {
  test('is a story in the history of the state branch', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    await night.wake();
    expect(night.story()).toEqual([
      'tidy: take lock 1 for the run due Sun 22 Nov 00:00',
      'tidy: save docs/a.md: the work is done',
      'tidy: save docs/b.md: the work is done',
      'tidy: save docs/c.md: the work is done',
      'tidy: release the lock: the work is done',
    ]);
  });

  test('is a log that tells it in sentences', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    expect(night.log().map((line) => [line.event, line.message])).toMatchInlineSnapshot(`
      [
        [
          "wake_started",
          "Started by the schedule: a tick. 1 goal is due.",
        ],
        [
          "window_started",
          "Starting the run due Sun 22 Nov 00:00, over what happened since 21 Nov 18:00.",
        ],
        [
          "lease_taken",
          "Took lock 1 on tidy until 22 Nov 03:13:30. 50,000 tokens may be spent.",
        ],
        [
          "item_ended",
          "The task is done: 1 file changed, +1 −0.",
        ],
        [
          "window_finished",
          "The run due Sun 22 Nov 00:00 is complete.",
        ],
        [
          "draft_opened",
          "Opened draft #1: tidy is looked after.",
        ],
        [
          "dashboard_opened",
          "Opened the dashboard, issue #2.",
        ],
        [
          "lease_released",
          "Finished tidy: 2 model calls, 240 tokens.",
        ],
        [
          "wake_ended",
          "Done after 2 s: 1 draft opened, 0 problems.",
        ],
      ]
    `);
  });
});

test('a goal with enabled: false is started by no schedule and no event, and by no request', async () => {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}on: [push]\nenabled: false\n` } });
  const model = modelOf(() => {
    throw new Error('the model was asked');
  });
  const event = { kind: 'event', event: { name: 'push', actor: 'mona' } } as const;
  for (const trigger of [{}, event]) {
    const { result } = await night.wake({ trigger, model });
    expect(result.goals).toEqual([]);
    night.clock.advance(86_400_000);
  }
  expect(await wish(night)).toMatchObject({ isDone: false });
  expect((await night.wake({ model })).result.goals).toEqual([]);
});

test('a goal with enabled: false is run by a start by hand that names it', async () => {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}enabled: false\n` } });
  const trigger = { kind: 'person', by: 'mona', goals: ['tidy'] } as const;
  expect((await night.wake({ trigger })).result.goals).toMatchObject([{ goal: 'tidy', ending: 'worked' }]);
});
