import { describe, expect, test } from 'vitest';
import {
  dropLease,
  isAskedToYield,
  isLeaseOverdue,
  type LeaseRequest,
  myLease,
  takeLease,
  withLease,
} from '../../../src/core/lease.ts';
import type { Lease, Lock } from '../../../src/core/state.ts';
import { leaseWith } from '../../support/core-samples.ts';

const NOW = Date.UTC(2026, 10, 22, 3);
const RESERVATION = { day: '2026-11-22', tokens: 500, usd_micros: 20 };

function lockWith(leases: Readonly<Record<string, Lease>> = {}): Lock {
  return { version: 1, repository: 'acme/site', epoch: 7, leases };
}

const REQUEST: LeaseRequest = {
  goal: 'tidy',
  wake: '2-1',
  nonce: 'n2',
  now: NOW,
  expiresAt: NOW + 30 * 60_000,
  reservation: RESERVATION,
  goalBlob: 'blob-2',
  item: 'a@1',
  isForPerson: false,
};

describe('taking a lease', () => {
  test('gives the next epoch of all goals, at step 1', () => {
    const other = leaseWith({ epoch: 6 });
    expect(takeLease(lockWith({ other }), REQUEST)).toEqual({
      ...lockWith(),
      epoch: 8,
      leases: {
        other,
        tidy: {
          wake: '2-1',
          nonce: 'n2',
          epoch: 8,
          step: 1,
          taken_at: '2026-11-22T03:00:00Z',
          expires_at: '2026-11-22T03:30:00Z',
          reservation: RESERVATION,
          goal_blob: 'blob-2',
          yield: null,
          item: 'a@1',
        },
      },
    });
  });

  test('fences whoever held the goal before', () => {
    const before = takeLease(lockWith(), { ...REQUEST, wake: '1-1', nonce: 'n1' });
    const mine = { goal: 'tidy', wake: '1-1', nonce: 'n1', epoch: 8 };
    expect(myLease(before, mine)).not.toBeNull();
    expect(myLease(takeLease(before, REQUEST), mine)).toBeNull();
  });

  test('says so when it is for a person', () => {
    const lock = takeLease(lockWith(), { ...REQUEST, isForPerson: true });
    expect(lock.leases['tidy']?.for_person).toBe(true);
  });
});

test.each([
  ['all the same', {}, true],
  ['another wake', { wake: '1-2' }, false],
  ['another nonce: the same wake has run twice', { nonce: 'n9' }, false],
  ['another epoch', { epoch: 5 }, false],
  ['another goal', { goal: 'other' }, false],
])('a lease is mine with %s: %j', (_, changed, isMine) => {
  const lock = lockWith({ tidy: leaseWith() });
  const mine = { goal: 'tidy', wake: '1-1', nonce: 'n1', epoch: 4, ...changed };
  expect(myLease(lock, mine)).toEqual(isMine ? lock.leases['tidy'] : null);
});

test('a lease is replaced or dropped, and those of other goals stay', () => {
  const lock = lockWith({ tidy: leaseWith(), other: leaseWith({ epoch: 6 }) });
  const next = leaseWith({ step: 2 });
  expect(withLease(lock, 'tidy', next).leases).toEqual({ ...lock.leases, tidy: next });
  expect(dropLease(lock, 'tidy')).toEqual({ ...lock, leases: { other: lock.leases['other'] } });
  expect(dropLease(lock, 'unknown')).toEqual(lock);
});

test.each([
  [-1, false],
  [0, false],
  [60_000, false],
  [60_001, true],
])('a lease may be taken over %d ms after its end: %j', (ms, isOverdue) => {
  const lease = leaseWith();
  expect(isLeaseOverdue(lease, Date.parse(lease.expires_at) + ms)).toBe(isOverdue);
});

test.each([
  ['nobody asks', null, false],
  ['a person asks this lease', { epoch: 4, by: 'mona', request: 'r' }, true],
  ['a person has asked an earlier one', { epoch: 3, by: 'mona', request: 'r' }, false],
])('a lease has to give way: %s: %j', (_, wish, isAsked) => {
  expect(isAskedToYield(leaseWith({ yield: wish }))).toBe(isAsked);
});
