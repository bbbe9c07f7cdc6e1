import { expect, test } from 'vitest';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { draft, type Forgery, forge, item, only, put } from '../../support/memory/forged.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

/*
 * Whoever may push the state branch writes what the agent itself might have written, in figures, times and names that nobody
 * expects. A run ends in time with an ending of its own, pushes nothing but its own branches and opens no second draft.
 */

const SLOT = 21_600_000;
const CHECKPOINT = 'state/checkpoints/tidy.json';
const MOST = Number.MAX_SAFE_INTEGER;
const LONG_AGO = '0001-01-01T00:00:00Z';

const request = (change: Readonly<Record<string, unknown>>): Forgery =>
  put({
    ...{ version: 1, id: 'r1', kind: 'run', goal: 'tidy', origin: 'person', by: 'octocat', reason: 'x' },
    ...{ at: '2026-11-22T03:00:00Z' },
    ...change,
  });
const SOON = '2026-11-22T03:00:00Z';
const window =
  (change: Readonly<Record<string, unknown>>): Forgery =>
  (file, night) => {
    const commit = night.remote.branches.get('main');
    const open = { slot: SOON, kind: 'ran', queue: ['window'], from: { time: LONG_AGO, commit: null } };
    Object.assign(file, { window: { ...open, to: { time: SOON, commit }, ...change } });
  };

const ATTEMPTS: readonly (readonly [name: string, file: string, forgery: Forgery])[] = [
  ['no due time of two thousand years is counted', CHECKPOINT, put({ classified_to: LONG_AGO })],
  [
    'the last window ended two thousand years ago',
    CHECKPOINT,
    (file) => void Object.assign(file['finished'], { slot: LONG_AGO, time: LONG_AGO }),
  ],
  [
    'a pause lasted two thousand years',
    CHECKPOINT,
    put({ pauses: [{ since: LONG_AGO, until: '2026-11-22T03:00:00Z' }], classified_to: LONG_AGO }),
  ],
  [
    'hundred thousand pauses',
    CHECKPOINT,
    put({ pauses: Array(100_000).fill({ since: LONG_AGO, until: LONG_AGO }) }),
  ],
  [
    'a stop lasted two thousand years',
    'state/status.json',
    put({ stops: [{ since: LONG_AGO, until: '2026-11-22T03:00:00Z', reason: 'x' }] }),
  ],
  ['the last event was two thousand years ago', CHECKPOINT, put({ last_event: LONG_AGO })],
  ['a request is two thousand years old', 'state/requests/r1.json', request({ at: LONG_AGO })],
  ['a request bears the name of another file', 'state/requests/r1.json', request({ id: '../lock' })],
  ['a request is for a goal named like a folder', 'state/requests/r1.json', request({ goal: '../lock' })],
  ['a request is for a goal that every object has', 'state/requests/r1.json', request({ goal: '__proto__' })],
  [
    'a request is made by everybody',
    'state/requests/r1.json',
    request({ by: '@everyone\n::error::x', reason: '/approve\n::stop-commands::x' }),
  ],
  ['attempts are as many as can be', CHECKPOINT, item({ status: 'open', attempts: MOST })],
  ['failures are as many as can be', CHECKPOINT, put({ consecutive_failures: MOST, dead_wakes: MOST })],
  [
    'counters are as high as can be',
    CHECKPOINT,
    put({ counters: { ran: MOST, caught_up: MOST, missed: MOST, skipped: MOST, overlapped: MOST } }),
  ],
  [
    'an item has spent all there is',
    CHECKPOINT,
    item({ status: 'open', spent: { tokens: MOST, usd_micros: MOST, calls: MOST } }),
  ],
  ['a window is open from the beginning of time', CHECKPOINT, window({})],
  [
    'a window ends before it begins',
    CHECKPOINT,
    window({ slot: LONG_AGO, from: { time: SOON, commit: null } }),
  ],
  [
    'a window has a queue of names that every object has',
    CHECKPOINT,
    window({ queue: ['__proto__', 'constructor', ''] }),
  ],
  ['a draft names no draft', CHECKPOINT, draft({ number: 0 })],
  ['a draft names a draft that there is not', CHECKPOINT, draft({ number: MOST })],
  ['a draft was opened two thousand years ago', CHECKPOINT, draft({ opened_at: LONG_AGO })],
  ['a draft has changed all there is', CHECKPOINT, draft({ changed_files: MOST, changed_lines: MOST })],
  ['a draft has a title of a megabyte', CHECKPOINT, draft({ title: '…[a](b)'.repeat(150_000) })],
  ['notes of a megabyte', CHECKPOINT, item({ status: 'open', notes: ['=61password='.repeat(90_000)] })],
  [
    'the same change was made a thousand times',
    CHECKPOINT,
    put({ changes: Array(1_000).fill({ slot: LONG_AGO, characters: MOST, files: { '../x': null } }) }),
  ],
  [
    'the budget was used up for ever',
    'state/budget.json',
    (file) => {
      Object.assign(only(only(file['months'])), { spent_tokens: MOST, spent_usd_micros: MOST, calls: MOST });
    },
  ],
  ['a budget of a day without a month', 'state/budget.json', put({ days: { '2026-99-99': {} } })],
  [
    'a comment was served a hundred thousand times',
    'state/status.json',
    put({ comments: Array(100_000).fill(MOST) }),
  ],
];

const daily =
  (night: Night): Behaviour =>
  ({ turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/day-${night.clock.now()}.md`, text: 'A day.\n' }]]
      : [['finish', { summary: 'A day.' }]];

const ownBranches = (night: Night) =>
  [...night.remote.branches].filter(([name]) => name !== STATE && !name.startsWith('wakeful/tidy/'));

test.each(ATTEMPTS)(
  'a run ends in time and within its own branches where %s',
  { timeout: 20_000 },
  async (_, file, forgery) => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n` } });
    await night.wake({ model: modelOf(daily(night)) });
    night.clock.advance(SLOT);
    const before = ownBranches(night);
    await forge(night, file, forgery);
    for (let run = 0; run < 3; run += 1) {
      const begun = performance.now();
      const { result } = await night.wake({ model: modelOf(daily(night)) });
      console.log(
        _,
        result.ending,
        Math.round(performance.now() - begun),
        result.ending === 'unexpected' || run === 2 ? result.detail : '',
      );
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect(result.ending).not.toBe('unexpected');
      expect(ownBranches(night)).toEqual(before);
      expect(night.github.drafts.filter(({ state }) => state === 'open').length).toBeLessThan(2);
      night.clock.advance(SLOT);
    }
  },
);
