import { expect, test } from 'vitest';
import { stepLog } from '../../../../src/core/text/step-log.ts';

const LOG = [
  '\uFEFF2026-11-22T03:00:01.0000000Z before',
  '2026-11-22T03:00:10.9000000Z \u001b[36;1mnpm test\u001b[0m',
  'a line without a time',
  '',
  '2026-11-22T03:00:20.5000000Z ##[error]Process completed with exit code 1.',
  '2026-11-22T03:00:22.0000000Z after',
  'and its second line',
].join('\n');

test.each([
  [
    'the lines of its seconds, without times and colours',
    ['2026-11-22T03:00:10Z', '2026-11-22T03:00:20Z'],
    'npm test\na line without a time\n\n##[error]Process completed with exit code 1.',
  ],
  [
    'everything where no line fits',
    ['2026-11-23T03:00:10Z', '2026-11-23T03:00:20Z'],
    /^before\n[\s\S]*its second line$/,
  ],
  ['everything where its times are not told', [null, null], /^before\n[\s\S]*its second line$/],
] as const)('what a step has written is %s', (_, [startedAt, completedAt], shown) => {
  const log = stepLog(LOG, { startedAt, completedAt });
  if (typeof shown === 'string') expect(log).toBe(shown);
  else expect(log).toMatch(shown);
});

test('the log of a job without steps is all of it', () => {
  expect(stepLog('2026-11-22T03:00:01Z one\r\ntwo  ', null)).toBe('one\ntwo');
});
