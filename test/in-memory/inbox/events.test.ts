import { describe, expect, test } from 'vitest';
import { Night } from '../../support/memory/night.ts';
import { told, wish } from '../../support/memory/wishes.ts';

const MANY =
  'schedule: {every: 6h}\nalways: true\npermissions: {write: ["docs/**"]}\nlimits: {open_drafts: 9}\n';
const ON = `${MANY}on: [push, issues]\n`;

async function settled(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: ON, other: MANY } });
  await night.wake();
  night.clock.advance(60_000);
  return night;
}

function event(name: string, more: object = {}) {
  const trigger = {
    kind: 'event',
    by: `the event ${name}`,
    reason: 'it happened',
    event: { name, ...more },
  } as const;
  return { trigger };
}

describe('I16: an event of the repository', () => {
  test('makes the goals that name it due, and no others', async () => {
    const night = await settled();
    const { result } = await night.wake(event('push'));
    expect(result.goals.map((goal) => [goal.goal, goal.ending])).toEqual([['tidy', 'worked']]);
    expect(told(night, 'request_stored')).toEqual(['The event push makes tidy due.']);
    expect(told(night, 'request_served')).toEqual([
      'The event push made tidy due. The run has ended: the work is done.',
    ]);
    expect(night.state().requests).toEqual({});
  });

  test('is one request per goal and 30 minutes, and none is lost', async () => {
    const night = await settled();
    await night.wake(event('push'));
    for (let n = 0; n < 4; n++) {
      night.clock.advance(60_000);
      expect((await night.wake(event('push'))).result.goals).toEqual([]);
    }
    expect(Object.keys(night.state().requests)).toHaveLength(1);
    night.clock.advance(30 * 60_000);
    expect((await night.wake()).result.goals.map((goal) => goal.goal)).toEqual(['tidy']);
    expect(night.state().requests).toEqual({});
  });

  test('ranks like a schedule, behind a person', async () => {
    const night = await settled();
    await wish(night, { goal: 'other' });
    const { result } = await night.wake(event('push'));
    expect(result.goals.map((goal) => goal.goal)).toEqual(['other', 'tidy']);
  });

  test.each([
    ['nobody named it', event('release')],
    ['the agent caused it', event('push', { actor: 'wakeful[bot]' })],
    ['a workflow caused it', event('push', { actor: 'github-actions[bot]' })],
    ['it is about a work branch', event('push', { branch: 'wakeful/tidy/a-1-1' })],
    ['it is about the state branch', event('push', { branch: 'wakeful-state' })],
    ['an outsider caused it', event('issues', { actor: 'mallory' })],
    ['it is said not to be trusted', event('push', { isTrusted: false })],
  ])('starts and writes nothing when %s, also when a slot is due', async (_, order) => {
    const night = await settled();
    night.clock.advance(6 * 3_600_000);
    const { result, pushes } = await night.wake(order);
    expect([result.ending, result.goals, pushes]).toEqual(['nothing_due', [], 0]);
  });

  test('from outside counts once someone with write permission has labelled it', async () => {
    const night = await settled();
    const { result } = await night.wake(event('issues', { actor: 'mallory', isTrusted: true }));
    expect(result.ending).toBe('worked');
  });

  test('does not lift a pause', async () => {
    const night = await settled();
    await wish(night, { kind: 'pause' });
    expect((await night.wake(event('push'))).result.goals).toEqual([]);
    expect([night.state().requests, night.state().checkpoints['tidy']?.pause?.by]).toEqual([{}, 'octocat']);
  });
});
