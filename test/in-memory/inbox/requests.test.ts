import { describe, expect, test } from 'vitest';
import type { ModelProvider } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { resume, stop, told, wish } from '../../support/memory/wishes.ts';

const MANY = 'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nlimits: {open_drafts: 5}\n';
const LOOK = 'schedule: {every: 6h}\npermissions: {effects: []}\n';
const HALF_HOUR = 1_800_000;
const HOURS = 3_600_000;

async function settled(goals: Readonly<Record<string, string>>): Promise<Night> {
  const night = await Night.begin({ goals });
  await night.wake();
  night.clock.advance(HALF_HOUR);
  return night;
}

describe('I16: a person asks for a goal', () => {
  test('and the next wake runs it although nothing is due, says so once and forgets the request', async () => {
    const night = await settled({ tidy: MANY });
    expect(await wish(night)).toMatchObject({
      isDone: true,
      detail: 'The request to run tidy is stored. The next run serves it first.',
    });
    expect(Object.values(night.state().requests)).toMatchObject([
      { kind: 'run', goal: 'tidy', origin: 'person', by: 'octocat', reason: 'a release is near' },
    ]);
    const { result, pushes } = await night.wake();
    expect([result.ending, pushes]).toEqual(['worked', 3]);
    expect(night.state().requests).toEqual({});
    expect(told(night, 'request_stored')).toEqual([
      'octocat asked to run tidy (a release is near). The next run does it.',
    ]);
    expect(told(night, 'request_served')).toEqual([
      'octocat asked to run tidy (a release is near). The run has ended: the work is done.',
    ]);
    expect((await night.wake()).result.goals).toEqual([]);
  });

  test('before the schedule gets its turn', async () => {
    const night = await settled({ first: MANY, second: MANY, tidy: MANY });
    night.clock.advance(6 * HOURS);
    await wish(night, { goal: 'second' });
    const { result } = await night.wake();
    expect(result.goals.map((goal) => goal.goal)).toEqual(['second', 'first', 'tidy']);
  });

  test('and one run serves all who asked', async () => {
    const night = await settled({ tidy: MANY });
    await wish(night);
    await wish(night, { by: 'hubot' });
    const { result } = await night.wake();
    expect(result.goals).toHaveLength(1);
    expect(told(night, 'request_served')).toHaveLength(2);
    expect(night.state().requests).toEqual({});
  });

  test('while a person has it run: it is served before that wake ends, and the person is not preempted', async () => {
    const night = await settled({ tidy: MANY });
    await wish(night);
    let asked = false;
    const model = modelOf(diligent, () => night.clock.advance(1_000));
    const { result } = await night.wake({
      model: {
        ...model,
        open: async (settings) => {
          const inner = await model.open(settings);
          return {
            ask: async (question, signal) => {
              if (!asked) {
                asked = true;
                await wish(night, { by: 'hubot' });
                expect(night.state().lock.leases['tidy']?.yield).toBeNull();
              }
              return inner.ask(question, signal);
            },
          };
        },
      },
    });
    expect(result.goals.map((goal) => goal.goal)).toEqual(['tidy', 'tidy']);
    expect(told(night, 'request_served')).toHaveLength(2);
    expect(night.log().filter((line) => line.event === 'wake_ended')).toHaveLength(2);
    expect(night.state().requests).toEqual({});
  });

  test('that is paused: the pause is lifted, and its slots are counted as skipped', async () => {
    const night = await settled({ tidy: MANY });
    await wish(night, { kind: 'pause', reason: 'no' });
    night.clock.advance(13 * HOURS);
    expect((await night.wake()).result.goals).toEqual([]);
    await wish(night);
    expect((await night.wake()).result.ending).toBe('worked');
    expect(night.state().checkpoints['tidy']).toMatchObject({
      pause: null,
      counters: { ran: 1, skipped: 2 },
    });
    expect(told(night, 'slots_classified')).toEqual([
      'Skipped 2 runs due from Sun 22 Nov 06:00 to Sun 22 Nov 12:00: the goal was paused.',
    ]);
  });

  test('and another pauses it before a wake came: the newest word counts, and the older one is answered', async () => {
    const night = await settled({ tidy: MANY });
    await wish(night);
    await wish(night, { kind: 'pause', by: 'hubot' });
    expect((await night.wake()).result.goals).toEqual([]);
    expect(night.state().checkpoints['tidy']?.pause).toMatchObject({ by: 'hubot' });
    expect(night.state().requests).toEqual({});
    expect(told(night, 'request_answered')).toEqual([
      'octocat asked to run tidy (a release is near), but that cannot be done: hubot paused the goal in the meantime.',
    ]);
    await wish(night);
    expect((await night.wake()).result.ending).toBe('worked');
  });

  test('whose draft waits: it is answered with the reason, and removed', async () => {
    const night = await settled({ tidy: PLAIN });
    await wish(night);
    await night.wake();
    expect(told(night, 'request_answered')).toEqual([
      'octocat asked to run tidy (a release is near), but that cannot be done: a draft waits for your review. 1 draft of this goal waits for your review, and at most 1 may be open (limits.open_drafts).',
    ]);
    expect(night.state().requests).toEqual({});
  });

  test.each([
    ['was removed', { 'goals/tidy.yml': null }, 'there is no goal tidy.'],
    ['is no longer valid', { 'goals/tidy.yml': 'title: x\n' }, 'goals/tidy.yml is not valid.'],
    [
      'was disabled',
      { 'goals/tidy.yml': `title: t\nobjective: o\nenabled: false\n${MANY}` },
      'goals/tidy.yml says enabled: false.',
    ],
  ])('that %s meanwhile: answered once', async (_, files, why) => {
    const night = await settled({ tidy: MANY, other: LOOK });
    await wish(night);
    await night.commit(files);
    await night.wake();
    await night.wake();
    expect(told(night, 'request_answered')).toEqual([
      `octocat asked to run tidy (a release is near), but that cannot be done: ${why}`,
    ]);
    expect(night.state().requests).toEqual({});
  });

  test('that does not exist: nothing is stored, and the nearest name is told', async () => {
    const night = await settled({ tidy: MANY });
    expect(await wish(night, { goal: 'tidi' })).toMatchObject({
      isDone: false,
      detail: 'There is no goal tidi. Did you mean tidy?',
    });
    expect(night.state().requests).toEqual({});
  });

  test('with words that are cut, put on one line and masked', async () => {
    const night = await settled({ tidy: MANY });
    await wish(night, { reason: `sk-secret-value-123456\n${'x'.repeat(2_000)}` });
    const [request] = Object.values(night.state().requests);
    expect(request?.reason).not.toContain('secret-value');
    expect(request?.reason).not.toContain('\n');
    expect(request?.reason.length).toBeLessThan(520);
  });

  test('and a stop interrupts the run: the request waits, and is served once after the resume', async () => {
    const night = await settled({ tidy: MANY });
    await wish(night);
    const provider = modelOf(diligent, () => night.clock.advance(16_000));
    const model: ModelProvider = {
      ...provider,
      open: async (settings) => {
        await stop(night);
        return provider.open(settings);
      },
    };
    expect((await night.wake({ model })).result.ending).toBe('stopped');
    expect(Object.keys(night.state().requests)).toHaveLength(1);
    await resume(night);
    await night.wake();
    expect(told(night, 'request_served')).toHaveLength(1);
    expect(night.state().requests).toEqual({});
  });

  test('and GitHub is away while the run is planned: nothing has begun, and the next wake serves it', async () => {
    const night = await settled({ tidy: MANY });
    await wish(night);
    night.github.onCall = () => 'error_before';
    expect((await night.wake()).result.ending).toBe('github_unavailable');
    night.github.onCall = () => null;
    expect((await night.wake()).result.ending).toBe('worked');
    expect(night.github.drafts).toHaveLength(2);
    expect(told(night, 'request_served')).toHaveLength(1);
  });

  test('I8: wakes that die over a request are counted as ever, so that it cannot eat attempts', async () => {
    const night = await settled({ tidy: MANY });
    await wish(night);
    for (let n = 1; n <= 3; n++) {
      const { pushes } = night.remote;
      night.remote.onPush = (push) => (push === pushes + 2 ? 'die_before' : null);
      const { id } = await night.wake();
      night.github.finished.add(id);
      night.remote.onPush = () => null;
    }
    await night.wake();
    await night.wake();
    expect(night.state().checkpoints['tidy']).toMatchObject({ dead_wakes: 3, pause: { by: 'wakeful' } });
    expect(night.state().requests).toEqual({});
    expect(told(night, 'request_answered')).toHaveLength(1);
  });
});

describe('I15: a stop is accounted for', () => {
  test('its slots are skipped, and a slot from before it still runs', async () => {
    const night = await settled({ tidy: LOOK });
    night.clock.advance(3 * HOURS);
    await stop(night);
    night.clock.advance(13 * HOURS);
    expect((await night.wake()).result.ending).toBe('stopped');
    await resume(night);
    await night.wake();
    expect(night.state().checkpoints['tidy']).toMatchObject({
      counters: { ran: 1, caught_up: 1, missed: 0, skipped: 2, overlapped: 0 },
      classified_to: '2026-11-22T19:30:33Z',
    });
    expect(told(night, 'slots_classified')).toEqual([
      'Skipped 2 runs due from Sun 22 Nov 12:00 to Sun 22 Nov 18:00: the agent was stopped.',
    ]);
  });
});
