import { describe, expect, test } from 'vitest';
import { hasRoom, hasUndoneAlert, issueOf } from '../../../src/core/alert-state.ts';
import type { AlertRecord, Alerts } from '../../../src/core/state.ts';
import { alertWith } from '../../support/core-samples.ts';

const alertsOf = (...records: readonly AlertRecord[]): Alerts => ({
  version: 1,
  alerts: Object.fromEntries(records.map((record, n) => [`${record.goal}/${record.cause}-${n}`, record])),
});

describe('an alert has room for an issue of its own while one is left for the rest together', () => {
  const open = alertWith();
  test.each([
    ['no alert', [], 2, true],
    ['one open, two may be', [open], 2, false],
    ['one open, three may be', [open], 3, true],
    ['two open, three may be', [open, open], 3, false],
    ['one that has no issue yet', [alertWith({ issue: null })], 2, true],
    ['one that a person has closed', [alertWith({ known: true })], 2, true],
    ['the one for the rest', [alertWith({ cause: 'folded' })], 2, true],
    ['none may be open', [], 0, false],
  ])('%s', (_, records, mostOpen, expected) => {
    expect(hasRoom(alertsOf(...records), mostOpen)).toBe(expected);
  });
});

describe('an alert is still to be carried out', () => {
  const full = Array.from({ length: 4 }, () => alertWith({ goal: 'other' }));
  const folded = alertWith({ folded: true });
  test.each([
    ['one that GitHub shows', [alertWith()], false],
    ['one without an issue', [alertWith({ issue: null })], true],
    ['one whose text is to be shown', [alertWith({ shown: null })], true],
    ['one that is gone and still open', [alertWith({ wanted: false })], true],
    ['one that a person has closed', [alertWith({ known: true, shown: null })], false],
    ['one that a person has closed and that is gone', [alertWith({ known: true, wanted: false })], true],
    ['one that is told with others, and there is room by now', [folded], true],
    ['one that is told with others, and there is none', [folded, ...full], false],
    ['one of another goal', [alertWith({ goal: 'other', issue: null })], false],
    [
      'one about the goal’s file, which needs no lease',
      [alertWith({ cause: 'bad_goal', issue: null })],
      false,
    ],
    ['none', [], false],
  ])('%s', (_, records, expected) => {
    expect(hasUndoneAlert(alertsOf(...records), 'tidy', 5)).toBe(expected);
  });
});

describe('the issue that tells of an alert', () => {
  const folded = alertWith({ folded: true, issue: null });
  test.each([
    ['is its own', alertWith({ issue: 7 }), [], 7],
    ['does not exist yet', alertWith({ issue: null }), [], null],
    ['is the one for the rest', folded, [alertWith({ cause: 'folded', issue: 9 })], 9],
    [
      'is the one for the rest, which does not exist yet',
      folded,
      [alertWith({ cause: 'folded', issue: null })],
      null,
    ],
    ['is none where nothing is told together', folded, [alertWith({ issue: 8 })], null],
  ])('%s', (_, record, others, issue) => {
    expect(issueOf(alertsOf(record, ...others), record)).toBe(issue);
  });
});
