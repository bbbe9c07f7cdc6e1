import { describe, expect, test } from 'vitest';
import type { EffectReceipt } from '../../../../src/core/effect.ts';
import { hiddenMarker } from '../../../../src/core/marker.ts';
import {
  type EffectFate,
  fateEvent,
  type IssueEntry,
  isOnIssue,
  type OpenIssueEntry,
} from '../../../../src/core/work/issue-fate.ts';

const COMMENT: OpenIssueEntry = { kind: 'comment_on_issue', issue: 3, body: 'Looked at.', marker: 'tidy/3' };
const LABEL: OpenIssueEntry = { kind: 'label_issue', issue: 3, labels: ['bug', 'docs'], marker: 'tidy/3' };
const OPEN: IssueEntry = { kind: 'open_issue', title: 'More', body: 'To do.', marker: 'tidy/3' };
const own = (marker: string) => ({ isByAgent: true, body: `Looked at.\n\n${hiddenMarker(marker)}` });

describe('an effect is on the issue', () => {
  test.each<[string, OpenIssueEntry, Parameters<typeof isOnIssue>[1]]>([
    ['with its comment', COMMENT, { labels: [], comments: [own('tidy/2'), own('tidy/3')] }],
    ['with all its labels, in any case', LABEL, { labels: ['Docs', 'bug', 'x'], comments: [] }],
  ])('%s', (_, entry, issue) => {
    expect(isOnIssue(entry, issue)).toBe(true);
  });

  test.each<[string, OpenIssueEntry, Parameters<typeof isOnIssue>[1]]>([
    ['a comment for something else', COMMENT, { labels: [], comments: [own('tidy/2')] }],
    [
      'a comment of somebody else with the same marker',
      COMMENT,
      { labels: [], comments: [{ ...own('tidy/3'), isByAgent: false }] },
    ],
    ['one label of two', LABEL, { labels: ['bug'], comments: [] }],
  ])('not with %s', (_, entry, issue) => {
    expect(isOnIssue(entry, issue)).toBe(false);
  });
});

describe('the log says', () => {
  const receipt: EffectReceipt = { kind: 'comment_on_issue', issue: 3, url: 'u' };
  const done: EffectFate = { kind: 'done', receipt, isNew: true };
  const givenUp: EffectFate = { kind: 'given_up', why: { kind: 'locked', issue: 3 } };

  test.each<[string, IssueEntry, EffectFate, object]>([
    ['a comment', COMMENT, done, { event: 'issue_commented', issue: 3, isNew: true }],
    ['labels', LABEL, done, { event: 'issue_labelled', labels: ['bug', 'docs'] }],
    ['a new issue', OPEN, done, { event: 'issue_opened', title: 'More' }],
    [
      'what was given up, and why',
      COMMENT,
      givenUp,
      { event: 'effect_failed', failure: { kind: 'given_up', why: { kind: 'locked', issue: 3 } } },
    ],
    [
      'which new issue was given up',
      OPEN,
      givenUp,
      { event: 'effect_failed', failure: { effect: { kind: 'open_issue', title: 'More' } } },
    ],
  ])('%s', (_, entry, fate, event) => {
    expect(fateEvent(entry, fate)).toMatchObject(event);
  });
});
