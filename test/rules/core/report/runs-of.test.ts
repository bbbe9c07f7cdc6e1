import { expect, test } from 'vitest';
import { runsOf } from '../../../../src/core/report/runs-of.ts';
import { leaseWith, stateWith } from '../../../support/core-samples.ts';
import { logLineWith } from './lines.ts';

const { lock } = stateWith();
const started = (wake: string) => logLineWith({ wake, event: 'wake_started', data: { trigger: 'event' } });

test('lines of two runs that work at the same time are not taken for one', () => {
  const lines = [
    logLineWith({ wake: '1-1', goal: 'a' }),
    logLineWith({ wake: '2-1', goal: 'b' }),
    logLineWith({
      wake: '1-1',
      goal: 'a',
      event: 'lease_released',
      data: { ending: 'worked', tokens: 1, calls: 1 },
    }),
    logLineWith({
      wake: '2-1',
      goal: 'b',
      event: 'lease_released',
      data: { ending: 'no_change', tokens: 2, calls: 1 },
    }),
  ];
  const runs = runsOf(lines, lock);
  const told = runs.map(({ id, goals }) => [id, goals.map(({ goal, ending }) => `${goal} ${ending}`)]);
  expect(told.sort()).toEqual([
    ['1-1', ['a worked']],
    ['2-1', ['b no_change']],
  ]);
});

test('a run that only gave a sign of life did nothing', () => {
  const quiet = logLineWith({ event: 'heartbeat', level: 'debug' });
  const routine = logLineWith({ event: 'wake_started', level: 'debug' });
  expect(runsOf([routine, quiet], lock)).toEqual([]);
});

test('a command that a person gave by hand is no run', () => {
  const paused = logLineWith({ wake: 'by-hand-ann', event: 'goal_paused', level: 'warn' });
  expect(runsOf([paused], lock)).toEqual([]);
});

test('a run without an end works still if it holds a lock, died if another one took over, and is not known otherwise', () => {
  const lines = [1, 2, 3].flatMap((n) => [started(`${n}-1`), logLineWith({ wake: `${n}-1`, goal: `g${n}` })]);
  const takeover = logLineWith({
    wake: '9-1',
    goal: 'g2',
    event: 'took_over',
    data: { dead_wake: '2-1', lost_tokens: 40 },
  });
  const held = { ...lock, leases: { g1: leaseWith({ wake: '1-1' }) } };
  const fates = runsOf([...lines, takeover], held).map(
    ({ id, fate, lostTokens }) => `${id} ${fate} ${lostTokens}`,
  );
  expect(fates.sort()).toEqual(['1-1 running 0', '2-1 died 40', '3-1 unknown 0', '9-1 unknown 0']);
});

test('two locks of one goal in one run are two pieces of work', () => {
  const release = (ending: string) =>
    logLineWith({ event: 'lease_released', data: { ending, tokens: 5, calls: 1 } });
  const [run] = runsOf([logLineWith({}), release('time_limit'), logLineWith({}), release('worked')], lock);
  expect(run?.goals.map(({ ending, cost }) => [ending, cost.tokens])).toEqual([
    ['time_limit', 5],
    ['worked', 5],
  ]);
  expect(run?.cost.tokens).toBe(10);
});

test('what a killed run had spent on finished tasks is its cost, and the rest is lost', () => {
  const task = logLineWith({
    event: 'item_ended',
    message: 'a is done.',
    item: 'a@1',
    data: { ending: 'worked', tokens: 30, usd_micros: 9, calls: 2 },
  });
  const takeover = logLineWith({
    wake: '2-1',
    event: 'took_over',
    data: { dead_wake: '1-1', lost_tokens: 70 },
  });
  const dead = runsOf([logLineWith({}), task, takeover], lock).find(({ id }) => id === '1-1');
  expect(dead).toMatchObject({ fate: 'died', lostTokens: 70, cost: { tokens: 30, usdMicros: 9, calls: 2 } });
  expect(dead?.goals[0]?.tasks).toEqual([
    {
      ...{ key: 'a@1', at: '2026-11-22T03:00:00Z', ending: 'worked' },
      message: 'a is done.',
      cost: dead?.cost,
    },
  ]);
});
