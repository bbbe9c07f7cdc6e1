import { expect, test } from 'vitest';
import { type IssueContent, issueVersion } from '../../../../src/core/progress/issue-version.ts';

const ISSUE: IssueContent = {
  title: 'Broken link',
  body: 'See docs/a.md.',
  comments: [
    { id: 1, updatedAt: '2026-11-20T03:00:00Z' },
    { id: 2, updatedAt: '2026-11-21T03:00:00Z' },
  ],
};
const [FIRST, SECOND] = ISSUE.comments;

test('a version is short, and stays the same over versions of this program', () => {
  expect(issueVersion({ title: 'a', body: 'b', comments: [{ id: 1, updatedAt: 'c' }] })).toBe(
    '7f5969e4fab7b255',
  );
});

test('the order of comments is no change', () => {
  expect(issueVersion({ ...ISSUE, comments: ISSUE.comments.toReversed() })).toBe(issueVersion(ISSUE));
});

test.each([
  ['another title', { title: 'Broken links' }],
  ['another text', { body: 'See docs/b.md.' }],
  ['a new comment', { comments: [...ISSUE.comments, { id: 3, updatedAt: '2026-11-21T03:00:00Z' }] }],
  ['a comment less', { comments: FIRST === undefined ? [] : [FIRST] }],
  ['an edited comment', { comments: [FIRST, SECOND].map((one) => ({ id: one?.id ?? 0, updatedAt: 'now' })) }],
  ['a text that has moved into the title', { title: `${ISSUE.title}${ISSUE.body}`, body: '' }],
])('%s is another version', (_, changed) => {
  expect(issueVersion({ ...ISSUE, ...changed })).not.toBe(issueVersion(ISSUE));
});
