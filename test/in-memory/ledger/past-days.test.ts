import { expect, test } from 'vitest';
import { decodeDays, encodeDays } from '../../../src/config/state/day-figures.ts';
import { NO_FIGURES } from '../../../src/core/report/days-of.ts';
import { keptFigures, readPastDays } from '../../../src/ledger/past-days.ts';
import { openMemoryWorld } from '../../../src/simulation/world/memory-repository.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

const DAY = 86_400_000;
const { signal } = new AbortController();

/** A run a day, with a log that is kept for five days; each draft is merged before the next one. */
async function twoWeeks(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: PLAIN }, settings: 'log_days: 5\n' });
  for (let day = 0; day < 14; day++) {
    await night.wake({ trigger: { kind: 'person', goals: ['tidy'] } });
    for (const { number } of night.github.drafts) night.github.change(number, { state: 'merged' });
    night.clock.advance(DAY);
  }
  return night;
}

function storeOf(night: Night) {
  return openMemoryWorld(night.remote, { stateBranch: STATE }).state;
}

test('a day whose log is removed leaves its figures, and each day is there once', async () => {
  const night = await twoWeeks();
  const store = storeOf(night);
  const past = await readPastDays(store, await store.fetchState(signal), signal);
  const logged = [...new Set(night.log().map(({ ts }) => ts.slice(0, 10)))];
  expect([...past.map(({ day }) => day), ...logged]).toEqual(
    Array.from({ length: 14 }, (_, n) => new Date(Date.UTC(2026, 10, 22 + n)).toISOString().slice(0, 10)),
  );
  expect(night.remote.text(STATE, 'state/days/2026-12.json') ?? '{}').not.toContain('2026-11');
  const first = past[0]?.goals['tidy'];
  expect(first).toMatchObject({ runs: 1, tasks_done: 1, drafts_opened: 1, tokens: 240, calls: 2 });
});

test('zeros are not written, and are read again', () => {
  const days = [{ day: '2026-11-22', goals: { tidy: { ...NO_FIGURES, runs: 2 } } }];
  expect(encodeDays(days)).not.toContain('failed');
  expect(decodeDays(encodeDays(days))).toEqual(days);
});

test.each([
  'not json',
  '[]',
  '{"version": 2, "days": {}}',
  '{"version": 1, "days": {"yesterday": {}}}',
  '{"version": 1, "days": {"2026-11-22": {"tidy": {"runs": -1}}}}',
])('figures that cannot be read stay as they are: %s', async (text) => {
  const log = (await twoWeeks()).log();
  const lines = log
    .map((entry) => `${JSON.stringify({ ...entry, ts: `2026-11-01${entry.ts.slice(10)}` })}\n`)
    .join('');
  const files = new Map([
    ['state/log/2026-11-01.jsonl', { text: lines, blob: 'a' }],
    ['state/days/2026-11.json', { text, blob: 'b' }],
  ]);
  const read = async (_: string, paths: readonly string[]) =>
    new Map(
      [...files].filter(([path]) =>
        paths.some((each) => path === each || (each.endsWith('/') && path.startsWith(each))),
      ),
    );
  const logs = ['state/log/2026-11-01.jsonl'];
  expect(await keptFigures({ read }, { tip: 'x', logs }, signal)).toEqual(new Map());
  expect(await readPastDays({ read }, 'x', signal)).toEqual([]);
  files.delete('state/days/2026-11.json');
  expect([...(await keptFigures({ read }, { tip: 'x', logs }, signal)).keys()]).toEqual([
    'state/days/2026-11.json',
  ]);
});
