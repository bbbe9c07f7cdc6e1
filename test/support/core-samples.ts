import { emptyState } from '../../src/config/state/state-files.ts';
import type { Goal } from '../../src/core/goal.ts';
import { newCheckpoint } from '../../src/core/progress/checkpoint.ts';
import type {
  AlertRecord,
  Checkpoint,
  DraftRecord,
  ItemRecord,
  Lease,
  OpenWindow,
  State,
} from '../../src/core/state.ts';

/** Values for tables of the rules in `core/`: a test names only the fields that it is about. */

export function goalWith(fields: Partial<Goal> = {}): Goal {
  return {
    id: 'tidy',
    file: 'goals/tidy.yml',
    blob: 'blob-1',
    title: 'Keep it tidy',
    objective: 'Tidy up.',
    schedule: { kind: 'every', minutes: 60, catchUp: 'once', catchUpWindowMinutes: 1_440 },
    on: [],
    when: null,
    forEach: null,
    permissions: { read: ['**'], write: ['docs/**'], effects: ['draft_pull_request'] },
    limits: {
      minutes: 10,
      setupMinutes: 10,
      modelCalls: 20,
      attempts: 3,
      itemsPerWake: 5,
      tokens: 10_000,
      tokensPerDay: 50_000,
      usdPerDay: null,
      usdPerMonth: null,
      openDrafts: 1,
      changedFiles: 10,
      changedLines: 100,
      repeats: 3,
    },
    whenDraftIsOpen: 'wait',
    runsUnchanged: false,
    setup: [],
    checks: [],
    doneWhen: [],
    model: 'default',
    enabled: true,
    ...fields,
  };
}

export function checkpointWith(fields: Partial<Checkpoint> = {}): Checkpoint {
  return { ...newCheckpoint('tidy'), ...fields };
}

export function stateWith(fields: Partial<State> = {}): State {
  return { ...emptyState('acme/site'), ...fields };
}

export function leaseWith(fields: Partial<Lease> = {}): Lease {
  return {
    wake: '1-1',
    nonce: 'n1',
    epoch: 4,
    step: 1,
    taken_at: '2026-11-22T03:00:00Z',
    expires_at: '2026-11-22T03:30:00Z',
    reservation: { day: '2026-11-22', tokens: 1_000, usd_micros: 0 },
    goal_blob: 'blob-1',
    yield: null,
    item: null,
    ...fields,
  };
}

export function draftWith(fields: Partial<DraftRecord> = {}): DraftRecord {
  return {
    branch: 'wakeful/tidy/a-00000000-1',
    generation: 1,
    tip: 'tip',
    base: 'base',
    title: 'Keep it tidy',
    window: { slot: '2026-11-22T03:00Z', from: '', to: '', commit: 'base' },
    number: 5,
    url: null,
    outcome: 'open',
    opened_at: '2026-11-22T03:10:00Z',
    changed_files: 1,
    changed_lines: 2,
    complete: true,
    full: false,
    ...fields,
  };
}

export function itemWith(fields: Partial<ItemRecord> = {}): ItemRecord {
  return {
    status: 'open',
    attempts: 1,
    ending: null,
    detail: '',
    summary: '',
    notes: [],
    checks: [],
    draft: null,
    updated_at: '2026-11-22T03:00:00Z',
    spent: { tokens: 0, usd_micros: 0, calls: 0 },
    outbox: [],
    ...fields,
  };
}

export function windowWith(fields: Partial<OpenWindow> = {}): OpenWindow {
  return {
    slot: '2026-11-22T03:00Z',
    kind: 'ran',
    from: { time: '2026-11-21T03:00:00Z', commit: null },
    to: { time: '2026-11-22T03:00:00Z', commit: 'base' },
    queue: [],
    ...fields,
  };
}

export function alertWith(fields: Partial<AlertRecord> = {}): AlertRecord {
  return {
    goal: 'tidy',
    cause: 'failing',
    title: 'tidy fails',
    body: 'It fails.',
    raised_at: '2026-11-22T03:00:00Z',
    wanted: true,
    issue: 7,
    shown: 'digest',
    known: false,
    ...fields,
  };
}
