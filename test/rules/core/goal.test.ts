import { expect, test } from 'vitest';
import { opensDrafts, type Permissions } from '../../../src/core/goal.ts';

const CASES: readonly (readonly [Pick<Permissions, 'write' | 'effects'>, boolean])[] = [
  [{ write: ['docs/**'], effects: ['draft_pull_request'] }, true],
  [{ write: ['docs/**'], effects: ['open_issue', 'draft_pull_request'] }, true],
  [{ write: [], effects: ['draft_pull_request'] }, false],
  [{ write: ['docs/**'], effects: ['open_issue'] }, false],
  [{ write: [], effects: [] }, false],
];

test.each(CASES)('whether a goal with %j opens drafts: %j', (permissions, expected) => {
  expect(opensDrafts({ permissions: { read: ['**'], ...permissions } })).toBe(expected);
});
