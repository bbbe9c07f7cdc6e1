import { expect, test } from 'vitest';
import { logText } from '../../../src/report/terminal/log-text.ts';
import { logEntry } from '../report/sample.ts';

const STYLE = { width: 80, paint: (_tone: unknown, text: string) => text };

test.each([
  ['one word', 'x'.repeat(2_000_000)],
  ['many words', 'word '.repeat(400_000)],
  ['blanks', ' '.repeat(2_000_000)],
])('a line of the log of %s is shown at once, and cut', (_, message) => {
  const start = performance.now();
  expect(logText([logEntry({ message })], STYLE).length).toBeLessThan(40_000);
  expect(performance.now() - start).toBeLessThan(2_000);
});
