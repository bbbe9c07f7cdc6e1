import { describe, expect, test } from 'vitest';
import { type Behaviour, modelOf, using } from '../../../src/simulation/model/behaviour.ts';
import { type Forgery, forge } from '../../support/memory/forged.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

/*
 * The state says what was spent, and whoever may push the state branch can lower it. The log says it too: where it shows
 * more, that counts, is written into the state again, and is said.
 */

const BUDGET = 'state/budget.json';
const HOUR = 3_600_000;
const TODAY = '2026-11-22';
const MONTH = '2026-11';

const daily =
  (night: Night): Behaviour =>
  ({ turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/day-${night.clock.now()}.md`, text: 'A day.\n' }]]
      : [['finish', { summary: 'A day.' }]];

const wake = (night: Night) => night.wake({ model: modelOf(daily(night)) });
const monthOf = (night: Night) => night.state().budget.months[MONTH]?.['tidy']?.spent_tokens ?? 0;

/** 240 tokens are spent in each of two runs. */
async function nightWithSpending(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n` } });
  await wake(night);
  night.clock.advance(6 * HOUR);
  await wake(night);
  expect(monthOf(night)).toBe(480);
  return night;
}

const of =
  (change: Readonly<Record<string, unknown>>, ...names: readonly string[]): Forgery =>
  (file) => {
    for (const name of names)
      for (const account of Object.values<Record<string, object>>(file[name] as never))
        Object.assign(account['tidy'] ?? {}, change);
  };
const months =
  (make: (account: unknown) => unknown): Forgery =>
  (file) => {
    Object.assign(file, { months: make(file['months'][MONTH]) });
  };
const NONE = { spent_tokens: 0, spent_usd_micros: 0, calls: 0 };

const FORGERIES: readonly (readonly [name: string, forgery: Forgery])[] = [
  ['spent nothing', of(NONE, 'days', 'months')],
  ['spent less', of({ spent_tokens: 100 }, 'days', 'months')],
  ['spent one token less', of({ spent_tokens: 479 }, 'months')],
  ['spent nothing this month', of(NONE, 'months')],
  ['has no months', months(() => ({}))],
  ['has no such goal', months(() => ({ [MONTH]: {} }))],
  ['is of another goal', months((account) => ({ [MONTH]: { other: (account as { tidy: unknown }).tidy } }))],
  ['is of another month', months((account) => ({ '2026-10': account }))],
  ['is empty', () => ({ version: 1, days: {}, months: {} })],
];

describe.each([
  { when: 'on the same day', hours: 6 },
  { when: 'on the next day', hours: 18 },
  { when: 'a week later', hours: 174 },
])('a budget that was lowered, $when', ({ hours }) => {
  test.each(FORGERIES)('is raised to what the log shows: it %s', async (_, forgery) => {
    const night = await nightWithSpending();
    await forge(night, BUDGET, forgery);
    night.clock.advance(hours * HOUR);
    const { lines } = await wake(night);
    expect(monthOf(night)).toBe(720);
    const said = lines.filter(({ message }) => message.includes('but the log shows'));
    expect(said.map(({ level, goal }) => [level, goal])).toEqual([['warn', 'tidy']]);
  });
});

test('a goal whose budget of the day is spent is not run because the state says that it is not', async () => {
  const limits = 'limits: {tokens: 20000, tokens_per_day: 20000}\n';
  const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n${limits}` } });
  const endings: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const dear = modelOf(using(8_000, daily(night)));
    endings.push((await night.wake({ model: dear })).result.ending);
    await forge(night, BUDGET, () => ({ version: 1, days: {}, months: {} }));
    night.clock.advance(5 * HOUR);
  }
  expect(endings).toEqual(['worked', 'budget_spent', 'budget_spent', 'budget_spent']);
});

test('a budget that nobody has lowered is not touched, and nothing is said', async () => {
  const night = await nightWithSpending();
  for (const hours of [6, 6, 6, 24, 240]) {
    night.clock.advance(hours * HOUR);
    const { lines } = await wake(night);
    expect(lines.filter(({ message }) => message.includes('but the log shows'))).toEqual([]);
  }
});

describe('lines of the log that somebody has written', () => {
  const line = (change: Readonly<Record<string, unknown>>) =>
    `${JSON.stringify({
      ...{ ts: `${TODAY}T04:00:00Z`, level: 'info', event: 'lease_released', message: 'x', wake: 'x' },
      ...{ goal: 'tidy', data: { tokens: 1, calls: 1 }, ...change },
    })}\n`;
  const taken = line({ event: 'lease_taken', data: { reserved_tokens: 5 } });

  test.each([
    ['that is not JSON', '{"event":"lease_released"\n'],
    ['that is no line', '[]\n"event":"lease_taken"\n'],
    ['of a release without a lock', line({ data: { tokens: 9e9 } })],
    ['with a negative figure', taken + line({ data: { tokens: -1_000 } })],
    ['with a figure that is no whole number', taken + line({ data: { tokens: 0.5 } })],
    ['with a figure beyond all figures', taken + line({ data: { tokens: 1e300 } })],
    ['with a figure as text', taken + line({ data: { tokens: '1000' } })],
    ['without figures', taken + line({ data: {} })],
    [
      'of a goal that there is not',
      line({ event: 'lease_taken', goal: '__proto__' }) + line({ goal: '__proto__' }),
    ],
    ['of a wrong time', line({ ts: 'yesterday' })],
    ['that is very long', line({ message: 'x'.repeat(3_000_000) })],
    ['without an end', `${taken}${'x'.repeat(100_000)}`],
  ])('%s lower no budget and stop no run', async (_, text) => {
    const night = await nightWithSpending();
    const path = `state/log/${TODAY}.jsonl`;
    const log = night.remote.text(STATE, path) ?? '';
    await night.remote.commit({ branch: STATE, files: { [path]: `${log}${text}` }, time: night.clock.now() });
    night.clock.advance(6 * HOUR);
    expect((await wake(night)).result.ending).toBe('worked');
    expect(monthOf(night)).toBeGreaterThanOrEqual(720);
    expect(monthOf(night)).toBeLessThan(1_000);
  });
});
