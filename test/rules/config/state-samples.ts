import { emptyState } from '../../../src/config/state/state-files.ts';
import { branchName } from '../../../src/core/branch-name.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { WorkRequest } from '../../../src/core/request.ts';
import type { AlertRecord, Checkpoint, Lease, State, Status } from '../../../src/core/state.ts';

const TIME = '2026-11-22T03:00:00Z';
const SHA = '0123456789abcdef0123456789abcdef01234567';
const ITEM = 'docs/b "x"\n.md@2';
const markerOf = (item: string, n: number) => `docs-index/${item}/${n}`;

export const LEASE: Required<Lease> = {
  ...{ wake: 'run-1-1', nonce: 'abc', epoch: 7, step: 2, taken_at: TIME, expires_at: '2026-11-22T03:13:00Z' },
  reservation: { day: '2026-11-22', tokens: 50_000, usd_micros: 1_000_000 },
  ...{ goal_blob: 'b10b', yield: { epoch: 7, by: 'octocat', request: 'r1' }, item: 'docs/a.md@1' },
  for_person: true,
};

export const CHECKPOINT: Required<Checkpoint> = {
  ...{ version: 1, goal: 'docs-index', goal_blob: 'b10b' },
  last_lease: { wake: 'run-1-1', nonce: 'abc', epoch: 7, at: TIME, step: 3 },
  finished: { slot: '2026-11-21T03:00:00Z', time: TIME, commit: SHA, input: 'd1' },
  failing: { since: TIME, until: TIME, tokens: 12, usd_micros: 3 },
  back_off: { failures: 3, until: TIME },
  classified_to: TIME,
  counters: { ran: 4, caught_up: 1, missed: 2, skipped: 0, overlapped: 3 },
  window: {
    ...{ slot: TIME, kind: 'ran', from: { time: TIME, commit: null }, to: { time: TIME, commit: SHA } },
    queue: ['docs/a.md@1', 'docs/b "x"\n.md@2'],
    input: 'd2',
  },
  given_up: {
    ...{ slot: TIME, kind: 'ran', from: { time: TIME, commit: null }, to: { time: TIME, commit: SHA } },
    queue: ['docs/c.md@1'],
  },
  items: {
    [ITEM]: {
      ...{ status: 'open', attempts: 1, ending: 'time_limit', detail: 'The time was used up.', summary: '' },
      ...{ notes: ['half done'], checks: [], draft: TIME, updated_at: TIME },
      spent: { tokens: 12, usd_micros: 3, calls: 2 },
      lifted: true,
      outbox: [
        { kind: 'draft', draft: TIME, marker: markerOf(TIME, 0) },
        { kind: 'comment_on_issue', issue: 3, body: 'Hello', marker: markerOf(ITEM, 1) },
        { kind: 'open_issue', title: 'T', body: 'B', marker: markerOf(ITEM, 2) },
        { kind: 'label_issue', issue: 3, labels: ['x'], marker: markerOf(ITEM, 3) },
      ],
    },
  },
  drafts: {
    [TIME]: {
      ...{
        branch: branchName('docs-index', TIME, 1),
        generation: 1,
        tip: SHA,
        base: SHA,
        title: 'Complete the index',
      },
      window: { slot: TIME, from: TIME, to: TIME, commit: SHA },
      ...{ number: 12, url: 'https://example.test/12', outcome: 'open', opened_at: TIME },
      ...{
        changed_files: 1,
        changed_lines: 4,
        complete: true,
        full: false,
        digest: 'd1',
        reason: 'Too long.',
      },
    },
  },
  own_versions: ['docs/index.md@3'],
  ...{ consecutive_failures: 1, dead_wakes: 0, pause: { reason: 'why', at: TIME, by: 'octocat' } },
  budget_spent: {
    ...{ days: ['2026-11-21', '2026-11-22'], left_tokens: 5, left_usd_micros: 6 },
    limit: 'goal_day',
  },
  pauses: [{ since: '2026-11-20T03:00:00Z', until: '2026-11-21T03:00:00Z' }],
  ...{ last_event: TIME, refusals: 1 },
  refused: {
    kind: 'rule',
    branch: 'wakeful/docs-index/1',
    detail: 'GH013',
    at: '2026-11-22T03:00:00Z',
    rules: null,
    settings: 'a',
  },
  changes: [{ slot: TIME, characters: 9, files: { 'docs/a.md': 'b10b', 'docs/gone.md': null } }],
};

export const REQUEST: Required<WorkRequest> = {
  ...{ version: 1, id: 'r1', kind: 'run', goal: 'docs-index', origin: 'person' },
  ...{ by: 'octocat', at: TIME, reason: 'now' },
  begun_epoch: 7,
};

const SUMS = { reserved_tokens: 1, reserved_usd_micros: 2, spent_tokens: 3, spent_usd_micros: 4, calls: 5 };

const STATUS: Required<Status> = {
  version: 1,
  last_wake: { id: 'w', url: null, trigger: 'event', started_at: TIME, ended_at: null, ending: 'worked' },
  seen_at: TIME,
  goals: {
    'docs-index': {
      ...{ title: 'T', ending: 'worked', detail: 'd', at: TIME, consecutive_failures: 0, queue_depth: 2 },
      next_due: '2026-11-22T09:00Z',
    },
  },
  stop: { reason: 'holiday', since: TIME, variable: 'holiday', disabled: ['wake.yml'] },
  stops: [{ since: '2026-11-20T03:00:00Z', until: '2026-11-21T03:00:00Z', reason: 'a release' }],
  comments: [4711],
  ticks: ['2026-11-22T03:00:00Z ann run docs-index'],
  dashboard: {
    ...{ issue: 3, is_off: true, refused_on: '2026-11-21', is_unswept: true },
    answers: [
      {
        ...{ tick: '2026-11-22T03:00:00Z ann run docs-index', at: TIME, by: 'ann', action: 'run' },
        ...{ goal: 'docs-index', is_done: true, said: 'It is stored.' },
      },
    ],
  },
  left: [{ goal: 'docs-index', since: TIME }],
  watched_at: TIME,
  releases: { home: 'acme/wakeful', asked_at: TIME, tag: '"1"', security: ['v1.2.3'] },
};

const ALERT: Required<AlertRecord> = {
  ...{ goal: 'docs-index', cause: 'stuck', title: 'T', body: 'B', raised_at: TIME, wanted: true },
  ...{ issue: 4, shown: 'digest', known: false, detail: 'Stuck.', about: 'docs/a.md@1', folded: false },
  figures: { since: TIME, at: TIME, times: 3, tokens: 12, usd_micros: 3 },
  places: [{ file: 'goals/docs-index.yml', line: 4, field: 'limits.minutes' }],
};

/** A state in which every field has a value. */
export const FULL: State = {
  ...emptyState('acme/site'),
  lock: { version: 1, repository: 'acme/site', epoch: 7, leases: { 'docs-index': LEASE } },
  budget: {
    version: 1,
    days: { '2026-11-22': { 'docs-index': SUMS, constructor: SUMS } },
    months: { '2026-11': { 'docs-index': SUMS } },
  },
  status: STATUS,
  alerts: { version: 1, alerts: { 'docs-index/stuck': ALERT } },
  checkpoints: { 'docs-index': CHECKPOINT },
  requests: { r1: REQUEST },
  stop: 'holiday\n',
};

export const ENTRY: LogEntry = {
  ...{ ts: TIME, level: 'info', event: 'wake_started', message: 'A wake began: "now".\n', wake: 'w' },
  ...{ goal: 'docs-index', item: 'a@1', data: { n: 1, text: '\u2028' } },
};

/** The files of a state, as the state branch holds them. */
export function filesOf(changes: ReadonlyMap<string, string | null>): Map<string, string> {
  return new Map([...changes].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
}
