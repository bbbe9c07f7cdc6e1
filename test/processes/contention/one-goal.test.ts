import { expect, test } from 'vitest';
import { goal, openArena } from '../../support/processes/arena.ts';

test('I1: of 32 wakes at once on one goal exactly one works, 31 end green, and there is one draft', async () => {
  const arena = await openArena({ 'README.md': '# A repository\n', ...goal('only') });
  const wakes = Array.from({ length: 32 }, () => arena.start());
  const ended = await Promise.all(wakes.map((wake) => wake.ended));
  const endings = ended.map(({ result }) => result?.ending);
  expect(endings.filter((ending) => ending === 'worked')).toHaveLength(1);
  const others = endings.filter((ending) => ending !== 'worked');
  expect(others.filter((each) => each !== 'held_by_another_wake' && each !== 'nothing_due')).toEqual([]);
  const { state, log } = await arena.look();
  expect(state.lock).toMatchObject({ epoch: 1, leases: {} });
  expect(log.filter((line) => line.event === 'lease_taken')).toHaveLength(1);
  expect(await arena.drafts()).toHaveLength(1);
  const { tokens } = ended.find(({ result }) => result?.ending === 'worked')?.result?.goals[0]?.spent ?? {};
  expect(arena.tokensServed(), 'only one wake asked the model').toBe(tokens);
}, 300_000);
