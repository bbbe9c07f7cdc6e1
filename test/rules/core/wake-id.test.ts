import { expect, test } from 'vitest';
import { readWakeId } from '../../../src/core/wake-id.ts';

test.each([
  ['17-1', { run: 17, attempt: 1, job: null }],
  ['123456789012345-12', { run: 123_456_789_012_345, attempt: 12, job: null }],
  ['17-2-docs', { run: 17, attempt: 2, job: 'docs' }],
  ['17-2-docs-index-3', { run: 17, attempt: 2, job: 'docs-index-3' }],
])('%s is a wake on GitHub', (text, id) => {
  expect(readWakeId(text)).toEqual(id);
});

test.each([
  '',
  '17',
  '17-',
  '17-x',
  'local-1',
  '17-1-',
  ' 17-1',
  '1234567890123456-1',
  'rehearsal-2026-11-22',
])('%j is none', (text) => {
  expect(readWakeId(text)).toBeNull();
});
