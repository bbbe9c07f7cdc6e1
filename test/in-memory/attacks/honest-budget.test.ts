import { describe, expect, test } from 'vitest';
import { encodeLogLine } from '../../../src/config/state/state-files.ts';
import type { EventName, LogEntry } from '../../../src/core/event.ts';
import { loggedSpend } from '../../../src/core/money/logged-spend.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { SpendInLog } from '../../../src/wake/lease/spend-in-log.ts';
import { forge } from '../../support/memory/forged.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

/*
 * A log that lacks lines, a state branch that was put back, or a run that died is no lowered budget: nothing is raised, and nobody
 * is alarmed. What somebody wrote into the log keeps no run from hearing a stop.
 */

const HOUR = 3_600_000;
const BUDGET = 'state/budget.json';
const TODAY = 'state/log/2026-11-22.jsonl';

const daily =
  (night: Night): Behaviour =>
  ({ turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/day-${night.clock.now()}.md`, text: 'A day.\n' }]]
      : [['finish', { summary: 'A day.' }]];

const wake = (night: Night) => night.wake({ model: modelOf(daily(night)) });
const spentBy = (night: Night) => night.state().budget.months['2026-11']?.['tidy']?.spent_tokens ?? 0;

async function twoRuns(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n` } });
  await wake(night);
  night.clock.advance(6 * HOUR);
  await wake(night);
  expect(spentBy(night)).toBe(480);
  return night;
}

type ChangeOfLog = (lines: readonly string[]) => readonly string[] | null;

const without =
  (...events: readonly EventName[]): ChangeOfLog =>
  (lines) =>
    lines.filter((line) => !events.some((event) => line.includes(`"event":"${event}"`)));

/** The log as it is after something has happened to it, and the budget has not been touched. */
const CHANGES: readonly (readonly [name: string, change: ChangeOfLog])[] = [
  ['has been pruned', () => null],
  ['is empty', () => []],
  ['lacks its first half', (lines) => lines.slice(lines.length / 2)],
  ['lacks its second half', (lines) => lines.slice(0, lines.length / 2)],
  ['lacks every second line', (lines) => lines.filter((_, at) => at % 2 === 0)],
  ['lacks every other line', (lines) => lines.filter((_, at) => at % 2 === 1)],
  ['lacks all locks', without('lease_taken')],
  ['lacks all releases', without('lease_released')],
  ['lacks all tasks', without('item_ended')],
  ['is cut in a line', (lines) => [lines.join('\n').slice(0, -100)]],
];

test.each(CHANGES)('a budget is not raised and nobody is alarmed where the log %s', async (_, change) => {
  for (const hours of [6, 24]) {
    const night = await twoRuns();
    const lines = (night.remote.text(STATE, TODAY) ?? '').split('\n');
    const text = change(lines)?.join('\n') ?? null;
    await night.remote.commit({ branch: STATE, files: { [TODAY]: text }, time: night.clock.now() });
    night.clock.advance(hours * HOUR);
    const { lines: said } = await wake(night);
    expect(said.filter(({ message }) => message.includes('but the log shows'))).toEqual([]);
    expect(spentBy(night)).toBe(720);
  }
});

test.each([6, 24, 240])(
  'a state branch that is put back by force alarms nobody, %i hours later',
  async (hours) => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n` } });
    await wake(night);
    const before = night.remote.branches.get(STATE);
    night.clock.advance(6 * HOUR);
    await wake(night);
    if (before !== undefined) night.remote.branches.set(STATE, before);
    night.clock.advance(hours * HOUR);
    const { lines } = await wake(night);
    expect(lines.filter(({ message }) => message.includes('but the log shows'))).toEqual([]);
  },
);

test('a budget that a person has set higher stays so', async () => {
  const night = await twoRuns();
  await forge(night, BUDGET, (file) => {
    file['months']['2026-11']['tidy']['spent_tokens'] = 9_000 as never;
  });
  night.clock.advance(6 * HOUR);
  await wake(night);
  expect(spentBy(night)).toBe(9_240);
});

const DAY = '2026-11-22';
const line = (
  event: EventName,
  at: string,
  own: { readonly wake: string; readonly data: LogEntry['data'] },
) => ({ ts: `${DAY}T${at}:00Z`, level: 'info', event, message: 'x', goal: 'tidy', ...own }) as LogEntry;
const taken = (wake: string, epoch: number, reserved_tokens: number) =>
  line('lease_taken', '03:00', { wake, data: { epoch, reserved_tokens } });
const released = (wake: string, tokens: number) =>
  line('lease_released', '03:10', { wake, data: { tokens } });
const died = (wake: string, epoch: number, by: string) =>
  line('took_over', '03:20', { wake: by, data: { dead_wake: wake, epoch } });
const item = (wake: string, tokens: number, usd_micros: number) =>
  line('item_ended', '03:05', { wake, data: { tokens, usd_micros } });

describe('of a log that was full, so that it lacks lines, no more is shown than was spent', () => {
  test.each([
    {
      name: 'the end of a dear lock and the beginning of a dead one',
      entries: [taken('a', 1, 90_000), died('b', 2, 'c')],
      shown: undefined,
    },
    {
      name: 'all of a lock but its end',
      entries: [taken('a', 1, 90_000), released('b', 70_000)],
      shown: undefined,
    },
    {
      name: 'the end of a lock, and all of the next one but its tasks',
      entries: [
        taken('a', 1, 500),
        item('a', 60, 6),
        item('b', 900, 90),
        taken('c', 3, 500),
        released('c', 5),
      ],
      shown: [5, 0],
    },
    {
      name: 'the beginning of a dead lock',
      entries: [died('a', 1, 'b'), taken('b', 2, 500), released('b', 40)],
      shown: [40, 0],
    },
    {
      name: 'the takeover of a dead lock',
      entries: [taken('a', 1, 90_000), taken('b', 2, 500), released('b', 40)],
      shown: [40, 0],
    },
    {
      name: 'nothing, of two runs at once of which one died',
      entries: [taken('a', 1, 500), died('a', 1, 'b'), taken('b', 2, 300), released('b', 40)],
      shown: [540, 0],
    },
    {
      name: 'nothing, where a run comes back after it was taken over',
      entries: [
        taken('a', 1, 500),
        died('a', 1, 'b'),
        taken('b', 2, 300),
        released('a', 70),
        released('b', 40),
      ],
      shown: [540, 0],
    },
    {
      name: 'nothing, where a lock of nothing died',
      entries: [taken('a', 1, 0), died('a', 1, 'b'), taken('b', 2, 300), released('b', 40)],
      shown: [40, 0],
    },
  ])('$name', ({ entries, shown }) => {
    const found = loggedSpend(entries).days.get(DAY)?.get('tidy');
    expect(found && [found.tokens, found.usdMicros]).toEqual(shown);
  });
});

/** What somebody has written into the log of each day of the month. */
const LOGS: readonly (readonly [name: string, text: string])[] = [
  ['lines that are none', '"event":"lease_taken"\n'],
  ['lines that are cut', '{"event":"lease_released","data":{"tokens":1\n'],
  ['locks without end', encodeLogLine(taken('a', 1, 1) as never)],
  ['releases without beginning', encodeLogLine(released('a', 1) as never)],
  ['empty lines', '\n'],
  ['lines about nothing', '{}\n'],
  ['deep lines', `{"event":"lease_taken","data":${'['.repeat(500)}\n`],
  ['one line', '"event":"lease_taken" '],
  ['lines of many goals', '{"event":"item_ended","goal":"__proto__"}\n'],
  ['lines without a time', '{"ts":"","event":"took_over","goal":"tidy"}\n'],
];

test.each(LOGS)('others have their turn while %s are read', async (_, text) => {
  const long = text.repeat(200_000 / text.length);
  let rests = 0;
  let now = 0;
  const clock = {
    now: () => Date.parse('2026-11-22T03:00:00Z'),
    // Time passes with every look at it, so that the work rests wherever it can.
    monotonic: () => (now += 51),
    sleep: async () => void rests++,
  };
  const read = async (_tip: string, paths: readonly string[]) =>
    new Map(paths.map((path) => [path, { text: long }]));
  const { signal } = new AbortController();
  const session = { world: { clock, state: { read } }, ledger: { tip: 'a' }, deadline: { work: signal } };
  await new SpendInLog(session as never).read();
  expect(rests).toBeGreaterThanOrEqual(long.split('\n').length / 64);
});
