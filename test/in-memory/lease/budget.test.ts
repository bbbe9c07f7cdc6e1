import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalOf } from '../../../src/core/money/budget.ts';
import type { Sums } from '../../../src/core/state.ts';
import { type Behaviour, modelOf, using } from '../../../src/simulation/model/behaviour.ts';
import { NIGHT, Night, PLAIN, QUEUE, QUEUE_FILES } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

const DAY = '2026-11-22';
const HALF_HOUR = 1_800_000;
const DAY_MS = 86_400_000;

function sums(night: Night, goal: string, day = DAY): Sums | undefined {
  return night.state().budget.days[day]?.[goal];
}

function dayTotal(night: Night, day = DAY): Sums {
  return totalOf(night.state().budget.days[day] ?? {});
}

describe('I5: what is set aside', () => {
  test.each([
    ["the wake's own limit", 'limits: {tokens: 20000, tokens_per_day: 90000}\n', '', 20_000],
    ["the rest of the goal's day", 'limits: {tokens: 20000, tokens_per_day: 15000}\n', '', 15_000],
    ['the rest of the total', 'limits: {tokens: 20000}\n', 'budget: {tokens_per_day: 12000}\n', 12_000],
    [
      "the rest of the month's total",
      'limits: {tokens: 20000}\n',
      'budget: {tokens_per_month: 11000, tokens_per_day: 11000}\n',
      11_000,
    ],
  ])('is %s where that is the least', async (_, limits, settings, expected) => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${limits}` }, settings });
    const seen: number[] = [];
    await night.wake({
      model: modelOf(diligent, () => seen.push(sums(night, 'tidy')?.reserved_tokens ?? 0)),
    });
    expect(seen[0]).toBe(expected);
    expect(sums(night, 'tidy')).toMatchObject({ reserved_tokens: 0, spent_tokens: 240, calls: 2 });
  });

  test('is settled by each push: what an item has spent is no longer set aside, and never counted twice', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    const seen: string[] = [];
    await night.wake({
      model: modelOf(diligent, () => {
        const now = sums(night, 'tidy');
        seen.push(`${now?.reserved_tokens} + ${now?.spent_tokens}`);
      }),
    });
    expect(seen).toEqual([
      '50000 + 0',
      '50000 + 0',
      '49760 + 240',
      '49760 + 240',
      '49520 + 480',
      '49520 + 480',
    ]);
  });

  test('counts as spent on its day when the wake is killed, and what was settled is not counted again', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    night.remote.onPush = (push) => (push === 3 ? 'die_before' : null);
    await night.wake();
    night.remote.onPush = () => null;
    expect(sums(night, 'tidy')).toMatchObject({ reserved_tokens: 49_760, spent_tokens: 240 });
    night.clock.jumpTo(NIGHT + DAY_MS);
    await night.wake();
    expect(sums(night, 'tidy')).toMatchObject({ reserved_tokens: 0, spent_tokens: 50_000 });
    expect(sums(night, 'tidy', '2026-11-23')?.reserved_tokens).toBe(0);
  });

  test('a crash loop costs at most the budget of the goal and of the day', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {tokens: 20000, tokens_per_day: 45000, attempts: 9}\n` },
    });
    for (let n = 0; n < 6; n++) {
      const { pushes } = night.remote;
      night.remote.onPush = (push) => (push === pushes + 2 ? 'die_before' : null);
      await night.wake({ id: `dies-${n}` });
      night.github.finished.add(`dies-${n}`);
      night.clock.advance(HALF_HOUR);
    }
    const { reserved_tokens, spent_tokens } = dayTotal(night);
    expect(reserved_tokens + spent_tokens).toBeLessThanOrEqual(45_000);
  });

  test('stays on the day on which it was made when midnight passes during the wake', async () => {
    const at = Date.UTC(2026, 10, 30, 23, 58);
    const night = await Night.begin({ goals: { tidy: PLAIN }, at });
    await night.wake({ model: modelOf(diligent, () => night.clock.advance(90_000)) });
    expect(sums(night, 'tidy', '2026-11-30')).toMatchObject({
      reserved_tokens: 0,
      spent_tokens: 240,
      calls: 2,
    });
    expect(night.state().budget.days['2026-12-01']).toBeUndefined();
    expect(night.state().budget.months['2026-11']?.['tidy']?.spent_tokens).toBe(240);
    expect(night.state().budget.months['2026-12']).toBeUndefined();
  });

  test('of the goal before is given back before the next goal is looked at: one total suffices for both', async () => {
    const night = await Night.begin({
      goals: { first: PLAIN, second: PLAIN },
      settings: 'budget: {tokens_per_day: 50000}\n',
    });
    const { result } = await night.wake();
    expect(result.goals.map((goal) => goal.ending)).toEqual(['worked', 'worked']);
  });

  test('of two wakes at the same time never exceeds the total', async () => {
    const night = await Night.begin({
      goals: { first: PLAIN, second: PLAIN },
      settings: 'budget: {tokens_per_day: 60000}\n',
    });
    const seen: number[] = [];
    let inner: Promise<unknown> | null = null;
    await night.wake({
      trigger: { goals: ['first'] },
      model: modelOf(diligent, () => {
        inner ??= night.wake({
          trigger: { goals: ['second'] },
          model: modelOf(using(3_000, diligent), () => {
            const { reserved_tokens, spent_tokens } = dayTotal(night);
            seen.push(reserved_tokens + spent_tokens);
          }),
        });
      }),
      change: (world) => ({
        ...world,
        state: {
          ...world.state,
          push: async (refs, signal) => {
            await inner;
            return world.state.push(refs, signal);
          },
        },
      }),
    });
    await inner;
    expect(seen.length).toBeGreaterThan(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(60_000);
    expect(dayTotal(night).reserved_tokens).toBe(0);
  });
});

describe('I5: whatever the model uses and wherever wakes die', () => {
  test('the day never holds more than its limit, by more than the one call that broke the rules', async () => {
    const day = fc.record({
      limit: fc.integer({ min: 6_000, max: 60_000 }),
      wakes: fc.array(
        fc.record({
          tokens: fc.integer({ min: 0, max: 9_000 }),
          dies: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(day, async ({ limit, wakes }) => {
        const goals = {
          tidy: `${QUEUE}limits: {tokens: 20000, tokens_per_day: ${limit}, attempts: 9, open_drafts: 9}\n`,
        };
        const night = await Night.begin({ goals, files: QUEUE_FILES, at: Date.UTC(2026, 10, 22, 0, 0, 30) });
        for (const [n, { tokens, dies }] of wakes.entries()) {
          const { pushes } = night.remote;
          night.remote.onPush = (push) => (dies !== null && push === pushes + dies ? 'die_after' : null);
          const asked: number[] = [];
          await night.wake({
            id: `w${n}`,
            trigger: { goals: ['tidy'] },
            model: modelOf((facts) => {
              asked.push(facts.question.maxTokens);
              return using(Math.min(tokens, 4_000), diligent)(facts);
            }),
          });
          night.github.finished.add(`w${n}`);
          night.clock.advance(HALF_HOUR);
          const { reserved_tokens, spent_tokens } = dayTotal(night);
          expect(reserved_tokens + spent_tokens).toBeLessThanOrEqual(limit);
          expect(asked.every((max) => max >= 1)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('I5: dollars', () => {
  const priced = (budget = '') => `models: {default: {model: m, price: {in: 2, out: 8}}}\n${budget}`;

  test('pay for many calls also where one costs less than a millionth of a dollar', async () => {
    const settings = 'models: {default: {model: m, price: {in: 0.0000001, out: 0.0000001}}}\n';
    const goals = { tidy: `${QUEUE}limits: {usd_per_day: 0.05}\n` };
    const night = await Night.begin({ goals, files: QUEUE_FILES, settings });
    expect((await night.wake()).result.goals[0]?.items).toEqual({ done: 3, total: 3 });
    expect(sums(night, 'tidy')).toMatchObject({ reserved_usd_micros: 0, spent_usd_micros: 6 });
  });

  test('are counted in millionths, by the price of tokens in and out', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {usd_per_day: 1.00}\n` },
      settings: priced(),
    });
    await night.wake();
    // Two calls of 100 tokens in and 20 out: 2 × (100 × 2 + 20 × 8).
    expect(sums(night, 'tidy')).toMatchObject({ reserved_usd_micros: 0, spent_usd_micros: 720 });
  });

  test.each([
    ["the goal's day", 'limits: {usd_per_day: 0.05}\n', ''],
    ["the goal's month", 'limits: {usd_per_month: 0.05}\n', ''],
    ['the total of the day', '', 'budget: {usd_per_day: 0.05}\n'],
    ['the total of the month', '', 'budget: {usd_per_month: 0.05}\n'],
  ])('of %s are never exceeded', async (_, limits, budget) => {
    const goals = { tidy: `${PLAIN}${limits}`, other: `${PLAIN}${limits}` };
    const night = await Night.begin({ goals, settings: priced(budget) });
    const busy = using(3_000, ({ turn }) => [['note', { text: `note ${turn}` }]]);
    for (let n = 0; n < 4; n++) {
      await night.wake({ model: modelOf(busy) });
      night.clock.advance(HALF_HOUR);
    }
    const spent = limits === '' ? dayTotal(night) : sums(night, 'tidy');
    expect(spent?.spent_usd_micros).toBeGreaterThan(6_000);
    expect((spent?.spent_usd_micros ?? 0) + (spent?.reserved_usd_micros ?? 0)).toBeLessThanOrEqual(50_000);
  });
});

describe('I5: a spent budget', () => {
  const LIMITS = 'limits: {tokens: 8000, tokens_per_day: 9000}\n';
  const thirsty = using(7_000, ({ turn }) => [['note', { text: `note ${turn}` }]]);

  async function spend(night: Night) {
    return night.wake({ model: modelOf(thirsty) });
  }

  test('is refused only below what one call takes', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {tokens: 8000, tokens_per_day: 8000}\n` },
    });
    const { result } = await night.wake();
    expect(result.ending).toBe('worked');
    const little = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {tokens: 1000, tokens_per_day: 1000}\n` },
    });
    const refused = await little.wake();
    expect(refused.result.ending).toBe('budget_spent');
    expect(
      Object.values(little.state().checkpoints['tidy']?.items ?? {}).map((item) => item.attempts),
    ).toEqual([]);
  });

  test('makes no push at each tick, is in the log once, and in the status', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${LIMITS}` } });
    await spend(night);
    const pushes: number[] = [];
    for (let n = 0; n < 6; n++) {
      night.clock.advance(HALF_HOUR);
      const wake = await spend(night);
      expect(wake.result.ending).toBe('budget_spent');
      pushes.push(wake.pushes);
    }
    // The first writes it down, and from then on there is the hourly sign of life.
    expect(pushes).toEqual([2, 0, 1, 0, 1, 0]);
    expect(night.log().filter((line) => line.event === 'budget_spent')).toHaveLength(1);
    expect(night.state().status.goals['tidy']).toMatchObject({
      ending: 'budget_spent',
      next_due: '2026-11-23T00:00:00Z',
    });
    expect(night.remote.text('wakeful-state', 'README.md')).toContain('`budget_spent`');
  });

  test('is tried again once more is left: on the next day, and when the limit is raised', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${LIMITS}` } });
    await spend(night);
    night.clock.advance(HALF_HOUR);
    expect((await night.wake()).result.ending).toBe('budget_spent');
    await night.commit({
      'goals/tidy.yml': `title: t\nobjective: o\n${PLAIN}limits: {tokens: 8000, tokens_per_day: 20000}\n`,
    });
    night.clock.advance(HALF_HOUR);
    expect((await night.wake()).result.ending).toBe('worked');
  });

  test('on two days running raises one alert, and a day without it takes the alert away', async () => {
    const goals = { tidy: `${PLAIN}limits: {tokens: 8000, tokens_per_day: 9000, attempts: 50}\n` };
    const night = await Night.begin({
      goals,
      settings: 'bounds: {attempts: 50}\nalerts: {consecutive_failures: 50}\n',
    });
    const open: number[] = [];
    for (let day = 0; day < 12; day++) {
      for (let n = 0; n < 3; n++) {
        await spend(night);
        night.clock.advance(HALF_HOUR);
      }
      open.push(night.github.issues.filter((issue) => issue.state === 'open').length);
      night.clock.advance(DAY_MS - 3 * HALF_HOUR);
    }
    expect(open).toEqual([0, ...Array.from({ length: 11 }, () => 1)]);
    expect(night.github.issues.map((issue) => issue.title)).toEqual([
      'Wakeful: tidy has spent its budget two days in a row',
    ]);
    for (let n = 0; n < 10; n++) {
      await night.wake();
      night.clock.advance(6 * 3_600_000);
    }
    expect(night.github.issues.map((issue) => issue.state)).toEqual(['closed']);
  });

  test('uses up no attempt of an item for which not a single call could be paid', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {tokens: 7000, open_drafts: 2}\n` } });
    expect((await night.wake()).result.ending).toBe('worked');
    const names = Array.from({ length: 90 }, (_, n) => `docs/a-rather-long-name-of-a-page-${n}.md`);
    await night.commit(Object.fromEntries(names.map((name) => [name, 'x\n'])));
    night.clock.advance(6 * 3_600_000);
    const before = night.remote.pushes;
    const attempts: number[] = [];
    for (let n = 0; n < 5; n++) {
      const { result } = await night.wake();
      expect(result.ending).toBe('budget_spent');
      attempts.push(
        ...Object.values(night.state().checkpoints['tidy']?.items ?? {}).map((item) => item.attempts),
      );
      night.clock.advance(HALF_HOUR);
    }
    // The first window's item had its one attempt; the second one's never had any.
    expect(attempts).toEqual(Array.from({ length: 5 }, () => [1, 0]).flat());
    expect(night.remote.pushes - before).toBeLessThanOrEqual(6);
  });
});

describe('I5: a server that breaks the rules', () => {
  test('by using more than max_tokens is charged, logged, and asked nothing more in this wake', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    let asked = 0;
    const { result } = await night.wake({
      model: modelOf(using(40_000, diligent), () => {
        asked += 1;
      }),
    });
    expect([asked, result.ending]).toEqual([1, 'budget_spent']);
    expect(sums(night, 'tidy')).toMatchObject({ spent_tokens: 40_000, reserved_tokens: 0 });
    expect(night.log().filter((line) => line.event === 'overspent')).toHaveLength(1);
  });

  test('ends the wake: no other goal is begun with it', async () => {
    const night = await Night.begin({ goals: { first: PLAIN, second: PLAIN } });
    let asked = 0;
    const model = modelOf(using(40_000, diligent), () => {
      asked += 1;
    });
    const { result } = await night.wake({ model });
    expect(asked).toBe(1);
    expect(result.goals.map(({ goal, ending }) => [goal, ending])).toEqual([['first', 'budget_spent']]);
    expect(night.state().lock.leases).toEqual({});
    expect((await night.wake()).result.goals.map(({ goal }) => goal)).toContain('second');
  });

  test('by more than everything that was set aside is still charged in full', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake({ model: modelOf(using(90_000, diligent)) });
    expect(sums(night, 'tidy')).toMatchObject({ spent_tokens: 90_000, reserved_tokens: 0 });
    expect(night.state().lock.leases).toEqual({});
  });

  test('by not saying what it used is charged the worst case', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const silent: Behaviour = () => ({
      kind: 'fault',
      fault: 'malformed',
      isCharged: true,
      retryAfter: null,
      detail: 'not JSON',
    });
    await night.wake({ model: modelOf(silent) });
    expect(sums(night, 'tidy')?.spent_tokens).toBeGreaterThan(3 * 4_096);
  });

  test('by not saying it of some calls is charged no more than was left for them', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {tokens: 20000}\n` } });
    let calls = 0;
    // The first and the third answer cannot be read; the one between them says what little its prompt took.
    const unreadable: Behaviour = ({ turn }) => {
      calls += 1;
      const fault = { kind: 'fault', fault: 'malformed', isCharged: true, retryAfter: null } as const;
      return calls === 2 ? [['list_files', { glob: `docs/${turn}*` }]] : { ...fault, detail: 'not JSON' };
    };
    await night.wake({ model: modelOf(unreadable) });
    expect(calls).toBe(3);
    expect(sums(night, 'tidy')?.spent_tokens).toBeGreaterThan(10_000);
    expect(sums(night, 'tidy')?.spent_tokens).toBeLessThanOrEqual(20_000);
  });

  test('by refusing connections or asking to wait costs nothing', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const busy: Behaviour = () => ({
      kind: 'fault',
      fault: 'rate_limited',
      isCharged: false,
      retryAfter: 100_000,
      detail: 'slow down',
    });
    const { result } = await night.wake({ model: modelOf(busy) });
    expect(result.ending).toBe('model_unavailable');
    expect(sums(night, 'tidy')).toMatchObject({ spent_tokens: 0, reserved_tokens: 0, calls: 0 });
  });
});
