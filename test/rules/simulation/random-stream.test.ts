import { expect, test } from 'vitest';
import { RandomStream } from '../../../src/simulation/time/random-stream.ts';

const first = (stream: RandomStream, n: number) => Array.from({ length: n }, () => stream.fraction());

test('a stream depends on its seed and its name alone', () => {
  const numbers = first(new RandomStream(7, 'network'), 20);
  expect(first(new RandomStream(7, 'network'), 20)).toEqual(numbers);
  expect(first(new RandomStream(8, 'network'), 20)).not.toEqual(numbers);
  expect(first(new RandomStream(7, 'model'), 20)).not.toEqual(numbers);
});

test('fractions lie in [0, 1) and spread evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const fraction of first(new RandomStream(1, 'spread'), 20_000)) {
    expect(fraction).toBeGreaterThanOrEqual(0);
    expect(fraction).toBeLessThan(1);
    const tenth = Math.floor(fraction * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
});

test('integers, choices and nonces', () => {
  const stream = new RandomStream(3, 'choices');
  const numbers = new Set(Array.from({ length: 200 }, () => stream.integer(2, 5)));
  expect([...numbers].toSorted()).toEqual([2, 3, 4, 5]);
  expect(new Set(Array.from({ length: 50 }, () => stream.pick(['a', 'b'])))).toEqual(new Set(['a', 'b']));
  expect(stream.pickOf([])).toBeNull();
  expect(stream.isDrawn(0)).toBe(false);
  expect(stream.isDrawn(1)).toBe(true);
  expect(stream.nonce()).toMatch(/^[0-9a-f]{32}$/);
});
