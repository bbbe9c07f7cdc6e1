import { expect, test } from 'vitest';
import {
  ALERT_LABEL,
  isOwnLabel,
  isSameLabel,
  queueLabels,
  reasonNotToSet,
} from '../../../../src/core/access/labels.ts';
import { goalWith } from '../../../support/core-samples.ts';

const QUEUES = ['triage', 'good first issue'];

test.each([
  ['bug', true],
  ['waker', true],
  ['my-wakeful', true],
  ['triage-later', true],
  ['wakeful', false],
  ['Wakeful: done', false],
  [ALERT_LABEL, false],
  ['triage', false],
  ['TRIAGE', false],
  ['Good First Issue', false],
])('whether the agent may set the label %j: %j', (label, isAllowed) => {
  expect(reasonNotToSet(label, QUEUES) === null).toBe(isAllowed);
});

test.each([
  ['wakeful-alert', true],
  ['WAKEFUL', true],
  ['wakefu', false],
  ['alert', false],
])('whether %j is the agent’s own label: %j', (label, isOwn) => {
  expect(isOwnLabel(label)).toBe(isOwn);
});

test('labels are the same in any case', () => {
  expect([isSameLabel('Bug', 'bUG'), isSameLabel('bug', 'bugs')]).toEqual([true, false]);
});

test('the labels of all queues of issues count, also those of goals that are not enabled', () => {
  const goals = [
    goalWith({ forEach: { kind: 'issues', labels: ['triage', 'docs'], drafts: 'together' } }),
    goalWith({ enabled: false, forEach: { kind: 'issues', labels: ['later'], drafts: 'per_item' } }),
    goalWith({ forEach: { kind: 'list', elements: ['not a label'], drafts: 'together' } }),
    goalWith(),
  ];
  expect(queueLabels(goals)).toEqual(['triage', 'docs', 'later']);
});
