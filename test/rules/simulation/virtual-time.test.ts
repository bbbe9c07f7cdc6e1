import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VirtualTime } from '../../../src/simulation/time/virtual-time.ts';

const settle = () => new Promise<void>((go) => setImmediate(go));

test('events come in the order of their times, and in the order of planning at one time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), async (times) => {
      const time = new VirtualTime(0, settle);
      const seen: [number, number][] = [];
      for (const [index, at] of times.entries()) time.at(at, () => seen.push([time.now(), index]));
      await time.playUntil(100);
      const order = times.map((at, index) => [at, index] as const);
      expect(seen).toEqual(order.toSorted(([a, i], [b, j]) => a - b || i - j));
      expect(time.now()).toBe(100);
    }),
    { numRuns: 60 },
  );
});

test('what follows from an event at once comes before the next event', async () => {
  const time = new VirtualTime(0, settle);
  const seen: string[] = [];
  time.at(1, () => {
    void Promise.resolve()
      .then(() => seen.push('follows'))
      .then(() => time.at(1, () => seen.push('planned meanwhile')));
  });
  time.at(2, () => seen.push('next'));
  await time.playUntil(2);
  expect(seen).toEqual(['follows', 'planned meanwhile', 'next']);
});

test('an event that is called off never comes, and a time that is over is now', async () => {
  const time = new VirtualTime(50, settle);
  const seen: number[] = [];
  time.after(5, () => seen.push(1)).cancel();
  time.at(10, () => seen.push(time.now()));
  expect(time.next).toBe(50);
  await time.playUntil(60);
  expect([seen, time.next]).toEqual([[50], null]);
});
