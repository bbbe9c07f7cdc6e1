/** What needs a person is red once per alert, then neutral; what nobody could be told stays red. */
import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import { verdictOf } from '../../../src/core/health/verdict.ts';
import type { ModelProvider } from '../../../src/ports.ts';
import { stuckWayOut } from '../../../src/report/words/way-out.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { FaultyWorld } from '../../support/crashes/faulty-world.ts';
import {
  Night,
  type NightWake,
  PLAIN,
  QUEUE,
  QUEUE_FILES,
  type WakeOptions,
  WITHOUT_DASHBOARD,
} from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

const HOUR = 3_600_000;
/** Works again although its first draft is still open. */
const TIDY = `${PLAIN}limits: {open_drafts: 5}\n`;
const keyless: ModelProvider = {
  name: () => 'none',
  open: async () => {
    throw new Halt('missing_key', 'Set OPENAI_API_KEY.');
  },
};

async function next(night: Night, options: WakeOptions = {}): Promise<NightWake> {
  night.clock.advance(HOUR);
  return night.wake(options);
}

function told({ result }: NightWake): readonly unknown[] {
  const alerts = result.alerts.map(({ goal, cause, issue, opened }) => [goal, cause, issue, opened]);
  return [result.ending, verdictOf(result), ...alerts];
}

describe('a repository without issues', () => {
  test('is red once for a cause, in which the log and the status tell it, and then no more', async () => {
    const night = await Night.begin({ goals: { tidy: TIDY }, settings: WITHOUT_DASHBOARD });
    night.github.hasIssues = false;
    const [first, second, third] = [
      await next(night, { model: keyless }),
      await next(night, { model: keyless }),
      await next(night, { model: keyless }),
    ];
    expect([first, second, third].map(({ result }) => verdictOf(result))).toEqual([
      'needs_person',
      'told_before',
      'told_before',
    ]);
    const told = night.log().filter(({ event }) => event === 'alert_untold');
    expect(told).toHaveLength(1);
    expect(night.log().filter(({ event }) => event === 'effect_failed')).toEqual([]);
    expect(night.remote.text('wakeful-state', 'README.md')).toContain('OPENAI_API_KEY');
  });
});

describe('a cause that lasts', () => {
  test('is red when it is told first, and then no more', async () => {
    const night = await Night.begin({ goals: { tidy: TIDY } });
    expect(told(await next(night, { model: keyless }))).toEqual([
      'missing_key',
      'needs_person',
      ['tidy', 'missing_key', 1, true],
    ]);
    for (let times = 0; times < 3; times++) {
      expect(told(await next(night, { model: keyless }))).toEqual([
        'missing_key',
        'told_before',
        ['tidy', 'missing_key', 1, false],
      ]);
    }
    expect(told(await next(night))).toEqual(['worked', 'fine']);
  });

  test('is red again when it comes back', async () => {
    const night = await Night.begin({ goals: { tidy: TIDY }, settings: WITHOUT_DASHBOARD });
    await next(night, { model: keyless });
    await next(night);
    night.clock.advance(24 * HOUR);
    expect(told(await next(night, { model: keyless }))).toEqual([
      'missing_key',
      'needs_person',
      ['tidy', 'missing_key', 3, true],
    ]);
  });

  test('is no news after a person has closed its issue', async () => {
    const night = await Night.begin({ goals: { tidy: TIDY } });
    await next(night, { model: keyless });
    night.github.changeIssue(1, { state: 'closed' });
    await next(night, { model: keyless });
    expect(told(await next(night, { model: keyless }))[1]).toBe('told_before');
  });

  test('stays red as long as its issue cannot be opened', async () => {
    const night = await Night.begin({ goals: { tidy: TIDY } });
    night.github.onCall = (_, name) => (name.includes('Alert') ? 'error_before' : null);
    for (let times = 0; times < 2; times++) {
      expect(told(await next(night, { model: keyless }))).toEqual([
        'missing_key',
        'needs_person',
        ['tidy', 'missing_key', null, false],
      ]);
    }
    night.github.onCall = () => null;
    expect(told(await next(night, { model: keyless }))[1]).toBe('needs_person');
    expect(told(await next(night, { model: keyless }))[1]).toBe('told_before');
  });
});

describe('a bad file', () => {
  test('is red once, and keeps no other goal from working', async () => {
    const night = await Night.begin({ goals: { bad: 'schedule: {every: soon}\n', tidy: TIDY } });
    const verdicts: unknown[] = [];
    for (let times = 0; times < 3; times++) verdicts.push(told(await next(night)).slice(0, 2));
    expect(verdicts).toEqual([
      ['bad_goal', 'needs_person'],
      ['bad_goal', 'told_before'],
      ['bad_goal', 'told_before'],
    ]);
  });

  test('hides no other cause that is new', async () => {
    const night = await Night.begin({ goals: { bad: 'schedule: {every: soon}\n', tidy: TIDY } });
    await next(night);
    night.clock.advance(24 * HOUR);
    const { result } = await next(night, { model: keyless });
    expect([result.ending, verdictOf(result)]).toEqual(['missing_key', 'needs_person']);
    await night.commit({ 'goals/worse.yml': 'nothing: right\n' });
    expect(verdictOf((await next(night, { model: keyless })).result)).toBe('needs_person');
    expect(verdictOf((await next(night, { model: keyless })).result)).toBe('told_before');
  });

  test('of settings is red once', async () => {
    const night = await Night.begin({ goals: { tidy: TIDY }, settings: 'open_draft: 2\n' });
    const verdicts = [verdictOf((await next(night)).result), verdictOf((await next(night)).result)];
    expect(verdicts).toEqual(['needs_person', 'told_before']);
  });

  test('names every place', async () => {
    const night = await Night.begin({ goals: { bad: 'schedule: {every: soon}\n' }, settings: 'x: 1\n' });
    const { result } = await next(night);
    expect(result.problems.map(({ file, line, goal }) => [file, line, goal])).toEqual([
      ['.github/wakeful.yml', 1, null],
      ['goals/bad.yml', 3, 'bad'],
    ]);
  });
});

describe('I8: an item that has used up its attempts', () => {
  const givesUp = modelOf(() => [['give_up', { reason: 'I cannot' }]]);
  const ONCE = 'limits: {attempts: 1}\n';

  test('ends its goal as item_stuck, which is red once, in the status and in the log as well', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${ONCE}` } });
    const first = (await next(night, { model: givesUp })).result;
    expect([first.ending, verdictOf(first)]).toEqual(['item_stuck', 'needs_person']);
    expect(first.detail).toBe(
      `The task has used up its 1 attempt and waits for a person. The last one: the model gave up. I cannot. ${stuckWayOut('tidy').replaceAll('`', '')}`,
    );
    const { status, checkpoints } = night.state();
    expect([status.last_wake?.ending, status.goals['tidy']?.ending]).toEqual(['item_stuck', 'item_stuck']);
    expect(Object.values(checkpoints['tidy']?.items ?? {})).toMatchObject([{ ending: 'gave_up' }]);
    const said = night.log().flatMap(({ data }) => data?.['ending'] ?? []);
    expect(said).toEqual(['gave_up', 'item_stuck', 'item_stuck']);
    expect(verdictOf((await next(night, { model: givesUp })).result)).toBe('fine');
  });

  test('is red although other items of the goal were done', async () => {
    const night = await Night.begin({ goals: { tidy: `${QUEUE}${ONCE}` }, files: QUEUE_FILES });
    const picky = modelOf((facts) =>
      facts.item === 'docs/a.md' ? [['give_up', { reason: 'I cannot' }]] : diligent(facts),
    );
    const { result } = await next(night, { model: picky });
    expect([result.ending, verdictOf(result)]).toEqual(['item_stuck', 'needs_person']);
    expect(result.goals[0]?.items).toEqual({ done: 2, total: 3 });
  });

  test('hides no worse ending behind it', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${ONCE}` } });
    night.remote.onPush = (_, refs) =>
      refs.some(({ branch }) => branch.startsWith('wakeful/')) ? 'refuse' : null;
    expect((await next(night)).result.ending).toBe('forbidden');
    const causes = Object.values(night.state().alerts.alerts).map(({ cause }) => cause);
    expect(causes.toSorted()).toEqual(['forbidden', 'item_stuck']);
  });

  test('is red when the wake that used up the last one died, in the wake that takes over', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${ONCE}` } });
    const dies = new FaultyWorld(night.clock, { step: 'model', n: 1, fault: 'crash_before' });
    const { id } = await next(night, { change: dies.change });
    night.github.finished.add(id);
    const { result } = await next(night);
    expect([result.ending, verdictOf(result)]).toEqual(['item_stuck', 'needs_person']);
    expect(result.detail).toMatch(/waits for a person\. The last run that tried it died\. Edit /);
    expect(verdictOf((await next(night)).result)).toBe('fine');
  });

  test('is not told as a failure in a row besides', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const endings: string[] = [];
    for (let times = 0; times < 3; times++)
      endings.push((await next(night, { model: givesUp })).result.ending);
    expect(endings).toEqual(['gave_up', 'gave_up', 'item_stuck']);
    expect(Object.keys(night.state().alerts.alerts)).toEqual(['tidy/item_stuck']);
  });
});

test('more alerts than issues may be open are red once each', async () => {
  const bad = Object.fromEntries(['a', 'b', 'c'].map((id) => [id, 'schedule: {every: soon}\n']));
  const night = await Night.begin({ goals: bad, settings: 'alerts: {open: 2}\n' });
  const first = (await next(night)).result;
  expect(first.alerts.map(({ goal, issue, opened }) => [goal, issue, opened])).toEqual([
    [null, 2, true],
    ['a', 1, true],
    ['b', 2, true],
    ['c', 2, true],
  ]);
  expect(verdictOf((await next(night)).result)).toBe('told_before');
  await night.commit({ 'goals/d.yml': 'nothing: right\n' });
  expect(verdictOf((await next(night)).result)).toBe('needs_person');
  expect(verdictOf((await next(night)).result)).toBe('told_before');
});

test('an unreadable state branch is red once', async () => {
  const night = await Night.begin({ goals: { tidy: TIDY } });
  await next(night, { model: modelOf(diligent) });
  await night.remote.commit({
    branch: 'wakeful-state',
    files: { 'state/lock.json': 'no json' },
    time: night.clock.now(),
  });
  expect(told(await next(night))).toEqual([
    'bad_state_file',
    'needs_person',
    [null, 'bad_state_file', expect.any(Number), true],
  ]);
  expect(told(await next(night))[1]).toBe('told_before');
});

test('a goal that a person names wrongly is red whatever else is known', async () => {
  const night = await Night.begin({ goals: { bad: 'schedule: {every: soon}\n' } });
  await next(night);
  const { result } = await next(night, { trigger: { kind: 'person', goals: ['bda'] } });
  expect([result.ending, verdictOf(result)]).toEqual(['bad_goal', 'needs_person']);
});
