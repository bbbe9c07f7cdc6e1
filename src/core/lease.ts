import type { Lease, Lock, Reservation } from './state.ts';
import { HOUR_MS, isoTime } from './time.ts';

/** How long after its expiry a lease is still left alone: clocks differ, and a last request may be on its way. */
const LEASE_GRACE_MS = 60_000;

/** No run takes longer than six hours; its locks end a minute later. Twice that is more than any clock error. */
export const LONGEST_LEASE_MS = 12 * HOUR_MS;

/** What a holder must find in the lock to be sure that the lease is still its own. */
export interface LeaseIdentity {
  readonly goal: string;
  readonly wake: string;
  readonly nonce: string;
  readonly epoch: number;
}

export interface LeaseRequest {
  readonly goal: string;
  readonly wake: string;
  readonly nonce: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly expiresAt: number;
  readonly reservation: Reservation;
  readonly goalBlob: string;
  readonly item: string | null;
  readonly isForPerson: boolean;
}

/** Gives the next epoch to a new lease. From here on the holder before it can push nothing for this goal. */
export function takeLease(lock: Lock, request: LeaseRequest): Lock {
  const epoch = lock.epoch + 1;
  const lease: Lease = {
    wake: request.wake,
    nonce: request.nonce,
    epoch,
    step: 1,
    taken_at: isoTime(request.now),
    expires_at: isoTime(request.expiresAt),
    reservation: request.reservation,
    goal_blob: request.goalBlob,
    yield: null,
    item: request.item,
    ...(request.isForPerson ? { for_person: true } : {}),
  };
  return { ...lock, epoch, leases: { ...lock.leases, [request.goal]: lease } };
}

/** The lease, if it is still mine. The global epoch is never compared: other goals raise it too. */
export function myLease(lock: Lock, mine: LeaseIdentity): Lease | null {
  const lease = lock.leases[mine.goal];
  if (lease === undefined) return null;
  return lease.wake === mine.wake && lease.nonce === mine.nonce && lease.epoch === mine.epoch ? lease : null;
}

export function withLease(lock: Lock, goal: string, lease: Lease): Lock {
  return { ...lock, leases: { ...lock.leases, [goal]: lease } };
}

export function dropLease(lock: Lock, goal: string): Lock {
  const { [goal]: _dropped, ...leases } = lock.leases;
  return { ...lock, leases };
}

/** The lease that was taken first of those that still last. `but`: a goal whose lease does not count. Null: there is none. */
export function oldestLease(
  { leases }: Lock,
  { but, now }: { readonly but: string; readonly now: number },
): Lease | null {
  const held = Object.entries(leases).filter(([goal, lease]) => goal !== but && !isLeaseOverdue(lease, now));
  return held.map(([, lease]) => lease).toSorted((a, b) => a.epoch - b.epoch)[0] ?? null;
}

/** Whether time alone allows taking a lease over. */
export function isLeaseOverdue(lease: Lease, now: number): boolean {
  return now > Date.parse(lease.expires_at) + LEASE_GRACE_MS;
}

/** Whether a person has asked the holder of this very lease to give way. */
export function isAskedToYield(lease: Lease): boolean {
  return lease.yield !== null && lease.yield.epoch === lease.epoch;
}
