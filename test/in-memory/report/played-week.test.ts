import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/core/report/report.ts';
import type { Night } from '../../support/memory/night.ts';
import { playWeek, reportOn } from '../../support/memory/played-week.ts';

/** A broken goal file, a hopeless goal, a run that died, a merged and a closed draft: what does the report say of it? */
describe('the report on a week', () => {
  let night: Night;
  let week: Report;
  let morning: Report;

  beforeAll(async () => {
    night = await playWeek();
    week = reportOn(night, { since: '2026-11-16T00:00:00Z' });
    morning = reportOn(night);
  });

  test('says what needs a person, oldest first', () => {
    expect(week.verdict).toEqual({ kind: 'needs_you', reviews: 4, problems: 1 });
    const needs = week.needs.map((need) => [need.kind, need.goal, need.since.slice(0, 10)]);
    expect(needs).toEqual([
      ['review', 'pages', '2026-11-16'],
      ['review', 'changes', '2026-11-17'],
      ['review', 'index', '2026-11-18'],
      ['review', 'changes', '2026-11-18'],
      ['alert', 'hopeless', '2026-11-19'],
    ]);
    expect(week.needs.at(-1)).toMatchObject({ cause: 'paused', failures: 9, issue: 10 });
    expect(week.needs.at(-1)).toMatchObject({
      detail:
        '9 runs in a row cost something and brought nothing. The last one: The file docs/plan.md that the objective speaks of does not exist',
    });
  });

  test('closes an alert with what has ended it: where another one tells all of it now, nothing has', () => {
    const [stuck] = night.github.issues.filter(({ title }) => title.includes('used up its attempts'));
    expect(stuck).toMatchObject({
      state: 'closed',
      comments: [
        'This is not over: another alert tells it now, because the goal is paused and needs your decision. Run 9001167-1 has seen it.',
      ],
    });
    const [file] = night.github.issues.filter(({ title }) => title.includes('not valid'));
    expect(file).toMatchObject({
      state: 'closed',
      comments: [expect.stringMatching(/^The goal file is valid/)],
    });
  });

  test('names the line to change in what needs a person', () => {
    const places = week.needs.flatMap((need) => (need.kind === 'alert' ? need.places : []));
    expect(places).toEqual([{ file: 'goals/hopeless.yml', line: 2, field: 'objective' }]);
  });

  test('says what went wrong, how often, and why', () => {
    expect(week.happened.failures).toMatchObject([
      { goal: 'hopeless', ending: 'item_stuck', times: 9 },
      { goal: 'pages', ending: 'bad_goal', times: 1 },
    ]);
    expect(week.happened.failures[0]?.why).toContain('The file docs/plan.md that the objective speaks of');
    expect(week.happened.failures[1]?.why).toContain('goals/pages.yml:1:1');
  });

  test('says which run died, and what that cost', () => {
    expect(week.happened.deaths).toEqual([
      { run: '9001037-1', goal: 'changes', foundAt: '2026-11-17T00:30:31Z', lostTokens: 50_000 },
    ]);
    expect(week.happened.lostTokens).toBe(50_000);
    const dead = week.runs.filter(({ fate }) => fate === 'died');
    expect(dead.map(({ id, lostTokens }) => [id, lostTokens])).toEqual([['9001037-1', 50_000]]);
    expect(week.spending.month.lostTokens).toBe(50_000);
  });

  test('says what became of the drafts', () => {
    const numbers = (drafts: readonly { readonly draft: number | null }[]) =>
      drafts.map(({ draft }) => draft);
    expect(numbers(week.happened.drafts.opened)).toEqual([1, 2, 3, 6, 7, 8]);
    expect(numbers(week.happened.drafts.merged)).toEqual([2]);
    expect(numbers(week.happened.drafts.closed)).toEqual([1]);
    expect(week.drafts.map(({ draft, outcome }) => `${draft} ${outcome}`)).toEqual([
      ...['8 open', '7 open', '6 open', '3 open', '2 merged', '1 closed'],
    ]);
  });

  test('says what became of each due time, and why', () => {
    const index = week.goals.find(({ id }) => id === 'index');
    expect(index?.slots.map(({ from, fate, why }) => [from.slice(0, 10), fate, why]).slice(0, 3)).toEqual([
      ['2026-11-16', 'ran', null],
      ['2026-11-17', 'skipped', 'waiting_for_draft'],
      ['2026-11-18', 'ran', null],
    ]);
    const hopeless = week.goals.find(({ id }) => id === 'hopeless');
    expect(hopeless?.slots.map(({ runs, ending }) => [runs.length, ending])).toEqual([
      [3, 'item_stuck'],
      [3, 'item_stuck'],
      [3, 'item_stuck'],
    ]);
  });

  test('counts the same money by day, by goal and by month', () => {
    const { days, month, byGoal, perMergedDraft } = week.spending;
    const figures = days.flatMap(({ goals }) => Object.values(goals));
    const sum = (figure: (day: (typeof figures)[number]) => number) =>
      figures.reduce((total, day) => total + figure(day), 0);
    expect(sum(({ tokens, lost_tokens }) => tokens + lost_tokens)).toBe(month.tokens);
    expect(sum(({ calls }) => calls)).toBe(month.calls);
    expect(byGoal.reduce((total, goal) => total + goal.month.tokens, 0)).toBe(month.tokens);
    expect(perMergedDraft?.tokens).toBe(month.tokens);
    expect(month.tokenLimit).toBe(1_000_000);
  });

  test('says what comes next, and how fresh all of this is', () => {
    expect(week.next.map(({ goal, at, why }) => [goal, at, why])).toEqual([
      ['changes', '2026-11-24T00:00:00Z', 'slot'],
      ['index', '2026-11-24T00:00:00Z', 'slot'],
      ['pages', '2026-11-24T00:00:00Z', 'slot'],
    ]);
    expect(week.evidence).toMatchObject({ kind: 'complete', seenAt: '2026-11-23T06:00:30Z' });
  });

  test('tells a quiet night apart from the week before it', () => {
    const { drafts, failures, deaths, cost, isWhole } = morning.happened;
    expect([drafts.opened, failures, deaths, cost.calls]).toEqual([[], [], [], 0]);
    expect(isWhole).toBe(true);
    const skipped = morning.happened.skipped.map(({ goal, why, count }) => [goal, why, count]);
    expect(skipped).toEqual([
      ['changes', 'waiting_for_draft', 1],
      ['index', 'waiting_for_draft', 1],
      ['pages', 'waiting_for_draft', 1],
    ]);
    expect(morning.next.map(({ isHeldUp }) => isHeldUp)).toEqual([true, true, true]);
    expect(morning.happened.quietSigns).toBeGreaterThan(10);
  });

  test('is what its published schema says, also of an agent that has not run', () => {
    const text = readFileSync(new URL('../../../schema/report.schema.json', import.meta.url), 'utf8');
    const validate = new Ajv({ strict: false }).compile(JSON.parse(text));
    for (const report of [week, morning, { ...reportOn(night), verdict: { kind: 'well' } }]) {
      validate(JSON.parse(JSON.stringify(report)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ ...week, verdict: { kind: 'splendid' } })).toBe(false);
    expect(validate({ ...week, more: 1 })).toBe(false);
  });

  test('tells silence apart from sleep', () => {
    const late = night.copy();
    late.clock.advance(7 * 3_600_000);
    expect(reportOn(late).verdict).toEqual({ kind: 'silent', since: '2026-11-23T06:00:30Z' });
    expect(reportOn(late).evidence.kind).toBe('old');
  });
});
