import { expect, test } from 'vitest';
import { Night, PLAIN } from '../../support/memory/night.ts';

const BEGINNING = { beginsWithOneGoal: true };

test('the first run of an agent works on one goal and says so, and the next one takes the others', async () => {
  const night = await Night.begin({ goals: { first: PLAIN, second: PLAIN, third: PLAIN } });
  const goalsOf = async () => (await night.wake(BEGINNING)).result.goals.map(({ goal }) => goal);
  expect(await goalsOf()).toEqual(['first']);
  const [start] = night.log();
  expect(start).toMatchObject({ event: 'wake_started', level: 'info' });
  expect(start?.message).toContain("This is the agent's first run, so it works on one goal");
  night.clock.advance(30 * 60_000);
  expect(await goalsOf()).toEqual(['second', 'third']);
  expect(night.log().filter(({ message }) => message.includes('first run'))).toHaveLength(1);
});

test('a person who names goals gets all of them', async () => {
  const night = await Night.begin({ goals: { first: PLAIN, second: PLAIN } });
  const trigger = { kind: 'person', by: 'ann', reason: 'now', goals: ['first', 'second'] } as const;
  const { result } = await night.wake({ ...BEGINNING, trigger });
  expect(result.goals.map(({ goal }) => goal)).toEqual(['first', 'second']);
});
