import type { LogEntry } from '../../../src/core/event.ts';
import type { Limits } from '../../../src/core/goal.ts';
import { NO_SUMS } from '../../../src/core/money/budget.ts';
import { newCheckpoint } from '../../../src/core/progress/checkpoint.ts';
import type {
  Checkpoint,
  DraftRecord,
  GoalStatus,
  ItemRecord,
  Lease,
  State,
} from '../../../src/core/state.ts';
import type { GoalResult, WakeResult } from '../../../src/core/wake-result.ts';
import type { StatusInput } from '../../../src/report/status/status-facts.ts';
import { asMasked } from '../../support/as-masked.ts';

export const NOW = Date.parse('2026-11-22T03:10:00Z');

export const LIMITS: Limits = {
  minutes: 4,
  setupMinutes: 10,
  modelCalls: 20,
  attempts: 3,
  itemsPerWake: 10,
  tokens: 50_000,
  tokensPerDay: 100_000,
  usdPerDay: null,
  usdPerMonth: null,
  openDrafts: 1,
  changedFiles: 20,
  changedLines: 500,
  repeats: 3,
};

export const EMPTY_STATE: State = {
  lock: { version: 1, repository: 'acme/site', epoch: 0, leases: {} },
  budget: { version: 1, days: {}, months: {} },
  status: { version: 1, last_wake: null, seen_at: null, goals: {}, stop: null },
  alerts: { version: 1, alerts: {} },
  checkpoints: {},
  requests: {},
  stop: null,
};

/** As a test writes it down: nothing in it is masked yet. */
interface PlainStatus extends Omit<StatusInput, 'state' | 'goals' | 'log' | 'settings'> {
  readonly state: State;
  readonly goals: readonly { readonly id: string; readonly title: string }[];
  readonly recent: readonly LogEntry[];
  readonly settings: StatusInput['settings'];
}

export function statusInput(change: Partial<PlainStatus> = {}): StatusInput {
  const plain: PlainStatus = {
    state: EMPTY_STATE,
    goals: [],
    recent: [],
    now: NOW,
    settings: {
      budget: { tokensPerDay: 500_000, tokensPerMonth: 5_000_000, usdPerDay: null, usdPerMonth: null },
      openDrafts: 5,
      alerts: { consecutiveFailures: 3, silentHours: 6, draftWaitsDays: 7, open: 20 },
    },
    repository: 'acme/site',
    branch: 'wakeful-state',
    ...change,
  };
  const { state, goals, recent, ...rest } = plain;
  const days = [...new Set(recent.map(({ ts }) => ts.slice(0, 10)))].sort();
  const log = { entries: asMasked(recent), days, unreadableLines: 0 };
  return { ...rest, state: asMasked(state), goals: asMasked(goals), log };
}

export type { PlainStatus };

export function item(change: Partial<ItemRecord> = {}): ItemRecord {
  return {
    status: 'open',
    attempts: 1,
    ending: null,
    detail: '',
    summary: '',
    notes: [],
    checks: [],
    draft: null,
    updated_at: '2026-11-22T03:05:00Z',
    spent: { tokens: 0, usd_micros: 0, calls: 0 },
    outbox: [],
    ...change,
  };
}

export function draftRecord(change: Partial<DraftRecord> = {}): DraftRecord {
  return {
    branch: 'wakeful/docs-index/2026-11-22-0a1b2c3d-1',
    generation: 1,
    tip: 'a'.repeat(40),
    base: 'b'.repeat(40),
    title: 'Keep the docs index complete',
    window: {
      slot: '2026-11-22T00:00:00Z',
      from: '2026-11-21T18:00:00Z',
      to: '2026-11-22T00:00:00Z',
      commit: 'c'.repeat(40),
    },
    number: 7,
    url: 'https://github.com/acme/site/pull/7',
    outcome: 'open',
    opened_at: '2026-11-22T03:05:00Z',
    changed_files: 1,
    changed_lines: 12,
    complete: true,
    full: false,
    ...change,
  };
}

export function checkpoint(goal: string, change: Partial<Checkpoint> = {}): Checkpoint {
  return { ...newCheckpoint(goal), ...change };
}

/** An open window of these items, due at `slot`. */
export function openWindow(slot: string, queue: readonly string[]): NonNullable<Checkpoint['window']> {
  return {
    slot,
    kind: 'ran',
    from: { time: slot, commit: null },
    to: { time: slot, commit: 'c'.repeat(40) },
    queue,
  };
}

export function goalStatus(change: Partial<GoalStatus> = {}): GoalStatus {
  return {
    title: 'Keep the docs index complete',
    ending: 'worked',
    detail: '',
    at: '2026-11-22T03:05:00Z',
    consecutive_failures: 0,
    queue_depth: 0,
    next_due: '2026-11-22T06:00:00Z',
    ...change,
  };
}

export function lease(change: Partial<Lease> = {}): Lease {
  return {
    wake: 'w-2',
    nonce: 'n',
    epoch: 12,
    step: 1,
    taken_at: '2026-11-22T03:08:00Z',
    expires_at: '2026-11-22T03:21:00Z',
    reservation: { day: '2026-11-22', tokens: 50_000, usd_micros: 0 },
    goal_blob: 'd'.repeat(40),
    yield: null,
    item: null,
    ...change,
  };
}

export function sums(tokens: number, usdMicros: number, calls: number) {
  return { ...NO_SUMS, spent_tokens: tokens, spent_usd_micros: usdMicros, calls };
}

export function logEntry(change: Partial<LogEntry> = {}): LogEntry {
  return {
    ts: '2026-11-22T03:05:12Z',
    level: 'info',
    event: 'item_ended',
    message: 'Finished docs-index: added 3 pages.',
    wake: 'w-1',
    goal: 'docs-index',
    ...change,
  };
}

export function goalResult(change: Partial<GoalResult> = {}): GoalResult {
  return {
    goal: 'docs-index',
    title: 'Keep the docs index complete',
    slot: '2026-11-22T00:00:00Z',
    ending: 'worked',
    detail: 'the work is done',
    items: { done: 1, total: 1 },
    spent: { tokens: 12_340, usdMicros: 0, calls: 5 },
    drafts: [],
    effects: [],
    ...change,
  };
}

export function wakeResult(change: Partial<WakeResult> = {}): WakeResult {
  return {
    wake: 'w-1',
    ending: 'worked',
    detail: 'the work is done',
    goals: [],
    problems: [],
    alerts: [],
    stateBranch: 'wakeful-state',
    nextDue: { goal: 'docs-index', at: '2026-11-22T06:00:00Z' },
    deferred: [],
    ...change,
  };
}
