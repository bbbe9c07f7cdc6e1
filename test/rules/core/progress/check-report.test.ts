import { expect, test } from 'vitest';
import { checkSentence } from '../../../../src/core/progress/check-report.ts';

test.each([
  [{ kind: 'passed', command: 'npm test', detail: 'exit code 0 after 3 s', output: '' }, 'passed'],
  [{ kind: 'failed', command: 'npm test', detail: 'exit code 1 after 3 s', output: 'no' }, 'failed'],
  [{ kind: 'not_run', command: 'npm test', detail: 'there is no sandbox' }, 'was not run'],
] as const)('%j is one sentence with its command, what became of it, and why', (report, verb) => {
  expect(checkSentence(report)).toBe(`\`npm test\` ${verb}: ${report.detail}.`);
});
