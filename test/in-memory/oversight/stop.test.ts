import { describe, expect, test } from 'vitest';
import { removeStop, setStop } from '../../../src/oversight/stop/stop-switch.ts';
import type { Model, Sandbox, World } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import {
  Night,
  type NightWake,
  PLAIN,
  QUEUE,
  QUEUE_FILES,
  STATE,
  type WakeOptions,
  WITHOUT_DASHBOARD,
} from '../../support/memory/night.ts';
import { atCall } from '../../support/memory/person.ts';
import { stepped } from '../../support/memory/steps.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { told, wish } from '../../support/memory/wishes.ts';

const TICK = 1_800_000;
const SLOT = 21_600_000;

const stop = (night: Night, reason: string) => setStop(night.byHand(), { reason, by: 'ann' });

/** A model that, in its first call, has something happen and then waits until it is aborted. */
function hanging(night: Night, act: () => Promise<unknown>, aborted: (after: number) => void) {
  const model: Model = {
    async ask(_question, signal) {
      await act();
      const began = night.clock.monotonic();
      return new Promise((_resolve, reject) => {
        const end = () => {
          aborted(night.clock.monotonic() - began);
          reject(signal.reason);
        };
        if (signal.aborted) return end();
        signal.addEventListener('abort', end);
        void tick(night, signal);
      });
    },
  };
  return { ...modelOf(diligent), open: async () => model };
}

/** Lets seconds pass until the signal aborts, at most a minute. */
async function tick(night: Night, signal: AbortSignal): Promise<void> {
  for (let second = 0; second < 60 && !signal.aborted; second++) {
    night.clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What a wake that was halted has left behind. */
function leftBy(night: Night, wake: NightWake) {
  const state = night.state();
  const item = Object.values(state.checkpoints['tidy']?.items ?? {})[0];
  return {
    ending: wake.result.ending,
    leases: Object.keys(state.lock.leases),
    attempts: item?.attempts,
    reserved: Object.values(state.budget.days).flatMap((day) =>
      Object.values(day).map((sums) => sums.reserved_tokens),
    ),
  };
}

/** A state store that has somebody set the stop right before the first push. */
function stoppedBeforePush(night: Night) {
  let isSet = false;
  return (world: World): World => ({
    ...world,
    state: {
      ...world.state,
      push: async (refs, signal) => {
        if (!isSet) {
          isSet = true;
          await stop(night, 'Wait.');
        }
        return world.state.push(refs, signal);
      },
    },
  });
}

describe('I12, I16: a stop that comes before the first push of a wake', () => {
  const goals = { tidy: `${PLAIN}on: [push]\n` };
  const happened = {
    kind: 'event',
    by: 'the event push',
    reason: 'it happened',
    event: { name: 'push' },
  } as const;

  /** Requests and lines as they were before: the wake has ended as stopped and has written nothing. */
  async function expectNothing(night: Night, options: WakeOptions): Promise<void> {
    const before = { requests: night.state().requests, lines: night.log().length };
    const { result } = await night.wake({ ...options, change: stoppedBeforePush(night) });
    expect(result.ending).toBe('stopped');
    expect(night.state().requests).toEqual(before.requests);
    expect(
      night
        .log()
        .slice(before.lines)
        .map(({ event }) => event),
    ).toEqual(['stop_set']);
  }

  test('keeps what waits in the inbox for the wake after it', async () => {
    const night = await Night.begin({ goals });
    await night.wake();
    await wish(night);
    await night.commit({ 'goals/tidy.yml': null });
    await expectNothing(night, {});
    expect(Object.keys(night.state().requests)).toHaveLength(1);
    await removeStop(night.byHand(), { by: 'ann' });
    await night.wake();
    expect(night.state().requests).toEqual({});
    expect(told(night, 'request_answered')).toHaveLength(1);
  });

  test('keeps an event from being stored', async () => {
    const night = await Night.begin({ goals });
    await night.wake();
    night.clock.advance(TICK);
    await expectNothing(night, { trigger: happened });
  });

  test('keeps a lease from being taken', async () => {
    const night = await Night.begin({ goals });
    await night.wake();
    night.clock.advance(SLOT);
    await expectNothing(night, {});
    expect(night.state().lock.leases).toEqual({});
  });
});

describe('I12: a stop before anything was begun', () => {
  test('by input: nothing is fetched, nothing is written', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const { result, pushes, fetches } = await night.wake({ stop: 'false' });
    expect(result).toMatchObject({ ending: 'stopped', goals: [] });
    expect(result.detail).toContain('false');
    expect({ pushes, fetches, branches: [...night.remote.branches.keys()] }).toEqual({
      pushes: 0,
      fetches: 0,
      branches: ['main'],
    });
  });

  test('by state/STOP: one fetch, and nothing is written, at no tick', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await stop(night, 'Wait.');
    for (let n = 0; n < 4; n++) {
      night.clock.advance(TICK);
      const { result, pushes } = await night.wake();
      expect({ ending: result.ending, pushes }).toEqual({ ending: 'stopped', pushes: 0 });
      expect(result.detail).toContain('Wait.');
    }
    expect(night.github.calls).toBe(0);
  });

  test('by a stop without a text, which says that nobody gave a reason', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    expect((await night.wake({ stop: ' ' })).result).toMatchObject({
      ending: 'stopped',
      detail: expect.stringContaining('WAKEFUL_STOP is set: no reason given. Nothing'),
    });
    await night.remote.commit({ branch: STATE, files: { 'state/STOP': '\n' } });
    expect((await night.wake()).result).toMatchObject({
      ending: 'stopped',
      detail: expect.stringContaining('state/STOP is set: no reason given. Nothing'),
    });
  });

  test('by state/STOP between the look and the acquire: the lease is not taken, not even a heartbeat is left', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    night.clock.advance(7_200_000 * 2);
    const subjects = night.story().length;
    let isSet = false;
    const { result } = await night.wake({
      change: (world) => ({
        ...world,
        state: {
          ...world.state,
          async push(refs, signal) {
            if (!isSet) await stop(night, 'Wait.');
            isSet = true;
            return world.state.push(refs, signal);
          },
        },
      }),
    });
    expect(result.ending).toBe('stopped');
    expect(night.story().slice(subjects)).toEqual(['wakeful: stop: Wait.']);
  });
});

describe('I12: a wake is halted in the middle of a model call', () => {
  const cancel = new AbortController();
  test.each([
    {
      by: 'state/STOP',
      ending: 'stopped',
      within: 16_000,
      attempts: 0,
      act: (night: Night) => stop(night, 'Wait.'),
      options: {},
    },
    {
      by: 'a workflow that a person disables',
      ending: 'stopped',
      within: 16_000,
      attempts: 0,
      act: async (night: Night) => {
        night.github.isDisabled = true;
      },
      options: {},
    },
    {
      by: 'a cancelled run',
      ending: 'cancelled',
      within: 1_000,
      attempts: 0,
      act: async () => cancel.abort(),
      options: { cancel: cancel.signal },
    },
    {
      by: 'its deadline',
      ending: 'time_limit',
      within: 61_000,
      attempts: 1,
      act: async () => {},
      options: { minutes: 1 },
    },
  ] satisfies readonly { readonly options: WakeOptions; readonly [key: string]: unknown }[])(
    'by $by: the call is aborted in time, one push saves and releases',
    async ({ ending, within, attempts, act, options }) => {
      const night = await Night.begin({ goals: { tidy: PLAIN } });
      const aborted: number[] = [];
      let pushes = 0;
      const acting = async () => {
        await act(night);
        pushes = night.remote.pushes;
      };
      const wake = await night.wake({
        ...options,
        model: hanging(night, acting, (after) => aborted.push(after)),
      });
      expect(aborted).toHaveLength(1);
      expect(aborted[0]).toBeLessThanOrEqual(within);
      expect(night.remote.pushes - pushes, 'pushes after it').toBe(1);
      expect(leftBy(night, wake)).toMatchObject({ ending, leases: [], attempts });
      expect(leftBy(night, wake).reserved.every((tokens) => tokens === 0)).toBe(true);
      expect(night.github.drafts).toEqual([]);
    },
  );
});

describe('I12: a wake is halted in the middle of a command', () => {
  const asks: Behaviour = () => [['run_check', { command: 'hang' }]];
  test.each([
    { of: 'setup', field: 'setup', behave: diligent },
    { of: 'checks', field: 'checks', behave: diligent },
    { of: 'done_when', field: 'done_when', behave: diligent },
    { of: 'checks that the model asks for', field: 'checks', behave: asks },
  ])('of $of: it is ended within 15 seconds, and the attempt is given back', async ({ field, behave }) => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}${field}: ["hang"]\n` } });
    const ended: number[] = [];
    const sandbox: Sandbox = {
      reasonUnavailable: async () => null,
      run: async (_command, signal) => {
        await stop(night, 'Wait.');
        const began = night.clock.monotonic();
        await tick(night, signal);
        ended.push(night.clock.monotonic() - began);
        signal.throwIfAborted();
        return { exitCode: null, output: '', milliseconds: 60_000 };
      },
    };
    const model = modelOf(behave, () => night.clock.advance(1_000));
    const wake = await night.wake({ model, change: (world) => ({ ...world, sandbox }) });
    expect(ended).toHaveLength(1);
    expect(ended[0]).toBeLessThanOrEqual(16_000);
    expect(leftBy(night, wake)).toMatchObject({ ending: 'stopped', leases: [], attempts: 0 });
    expect(night.github.drafts).toEqual([]);
  });
});

describe('I12: a stop at any moment of a wake', () => {
  test('allows one push that saves and releases, no effect, and loses nothing', async () => {
    const wrong: string[] = [];
    let moments = 0;
    for (let n = 1, calls = 1; n <= calls; n++) {
      const night = await Night.begin({ goals: { tidy: QUEUE, other: PLAIN }, files: QUEUE_FILES });
      let at: { readonly pushes: number; readonly calls: number; readonly models: number } | null = null;
      let models = 0;
      let requests = 0;
      night.github.onCall = (_call, name) => {
        // Both only look, and are no effect.
        if (name !== 'isDisabled' && name !== 'bindingRules') requests += 1;
        return null;
      };
      const model = modelOf(diligent, () => {
        models += 1;
        // Longer than the state branch may go without being read.
        night.clock.advance(16_000);
      });
      const interrupted = atCall(n, async () => {
        await stop(night, 'Wait.');
        at = { pushes: night.remote.pushes, calls: requests, models };
      });
      const wake = await night.wake({ change: interrupted.change, model, minutes: 30 });
      calls = interrupted.calls();
      // The last one is over before its turn comes.
      if (at === null) break;
      const faults = stopFaults(night, wake, { at, calls: requests, models });
      moments += 1;
      wrong.push(...faults.map((fault) => `call ${n}: ${fault}`));
      await removeStop(night.byHand(), { by: 'ann' });
      for (let more = 0; more < 3; more++) {
        night.clock.advance(TICK);
        await night.wake({ minutes: 30 });
      }
      const items = Object.values(night.state().checkpoints).flatMap((each) => Object.values(each.items));
      if (items.length !== 4 || items.some((item) => item.status !== 'done' || item.attempts !== 1))
        wrong.push(
          `call ${n}: afterwards ${items.map((item) => `${item.status} ${item.attempts}`).join(', ')}`,
        );
      if (night.github.drafts.length !== 2) wrong.push(`call ${n}: ${night.github.drafts.length} drafts`);
    }
    expect(wrong).toEqual([]);
    expect(moments).toBeGreaterThan(40);
  });
});

describe('I12: a workflow that is disabled', () => {
  test('lets no effect out that was not on its way, and the wake after it goes on', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.onCall = (_call, name) => {
      if (name === 'findDrafts') night.github.isDisabled = true;
      return null;
    };
    const { result } = await night.wake();
    expect(result).toMatchObject({ ending: 'stopped', detail: expect.stringContaining('Enable it') });
    expect(night.github.drafts).toEqual([]);
    expect(night.state().lock.leases).toEqual({});
    night.github.onCall = () => null;
    night.github.isDisabled = false;
    night.clock.advance(TICK);
    expect((await night.wake()).result.ending).toBe('worked');
    expect(night.github.drafts).toHaveLength(1);
  });

  test('is asked for at most every 15 seconds of work, and before each effect', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN }, settings: WITHOUT_DASHBOARD });
    let asked = 0;
    night.github.onCall = (_call, name) => {
      if (name === 'isDisabled') asked += 1;
      return null;
    };
    const model = modelOf(
      ({ turn }) =>
        turn < 30 ? [['list_files', { pattern: `docs/${turn}` }]] : [['finish', { summary: '.' }]],
      () => night.clock.advance(1_000),
    );
    await night.wake({ model });
    expect(asked).toBe(1);
    night.clock.advance(TICK * 12);
    asked = 0;
    await night.wake();
    expect(asked, 'before the draft is opened; looking for it changes nothing').toBe(1);
  });

  test('where GitHub does not tell, the wake goes on', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.onCall = (_call, name) => (name === 'isDisabled' ? 'error_before' : null);
    expect((await night.wake()).result.ending).toBe('worked');
  });
});

test('I12: a stop that comes while the wishes for an impossible goal are answered still lets the goal before it go', async () => {
  const files = Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`docs/${n}.md`, 'x']));
  const many = 'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nlimits: {open_drafts: 5}\n';
  const goals = { first: many, second: `${many}for_each: {files: "docs/*.md"}\n` };
  const night = await Night.begin({ goals, files });
  for (let n = 0; n < 3; n++) {
    await night.wake();
    night.clock.advance(TICK);
  }
  for (const goal of ['first', 'second']) await wish(night, { goal });
  const { result } = await night.wake({
    change: (world) =>
      stepped(world, async (call) => {
        const isHeld = Object.keys(night.state().lock.leases).includes('first');
        const isAnswered = isHeld && night.state().checkpoints['first']?.window === null;
        if (call === 'state.push' && isAnswered && night.state().stop === null) await stop(night, 'Wait.');
      }),
  });
  expect(result.ending).toBe('stopped');
  expect(night.state().lock.leases).toEqual({});
  expect(night.story().at(-1)).toContain('first: release the lock');
  await removeStop(night.byHand(), { by: 'ann' });
  await night.wake();
  expect(night.state().requests).toEqual({});
});

interface Seen {
  readonly at: { readonly pushes: number; readonly calls: number; readonly models: number };
  readonly calls: number;
  readonly models: number;
}

function stopFaults(night: Night, wake: NightWake, { at, calls, models }: Seen): readonly string[] {
  const faults: string[] = [];
  const ended =
    wake.result.ending === 'stopped' || wake.result.goals.every((goal) => goal.ending === 'worked');
  if (!ended) faults.push(`it ended as ${wake.result.ending}`);
  if (Object.keys(night.state().lock.leases).length > 0) faults.push('a lease is left');
  // One that was about to be sent and is refused, and the one that saves and releases.
  if (night.remote.pushes - at.pushes > 2) faults.push(`${night.remote.pushes - at.pushes} pushes after it`);
  const story = night.story();
  const after = story.slice(story.findIndex((subject) => subject.startsWith('wakeful: stop:')) + 1);
  if (after.length > 1 || after.some((subject) => !subject.includes('release the lock')))
    faults.push(`written after it: ${after.join(', ')}`);
  // But for the questions whether the workflow is disabled and which rules hold.
  if (calls - at.calls > 1) faults.push(`${calls - at.calls} requests after it`);
  if (models - at.models > 1) faults.push(`${models - at.models} model calls after it`);
  return faults;
}

describe('resume', () => {
  test('removes the stop that it saw, and the agent goes on', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await stop(night, 'Wait.');
    expect(await removeStop(night.byHand(), { by: 'ann' })).toMatchObject({ isDone: true });
    expect((await night.wake()).result.ending).toBe('worked');
  });

  test('leaves another stop that came in between', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await stop(night, 'The first one.');
    const here = night.byHand();
    let isSet = false;
    const state = {
      ...here.world.state,
      async push(refs: Parameters<typeof here.world.state.push>[0], signal: AbortSignal) {
        if (!isSet) {
          isSet = true;
          await stop(night, 'The second one.');
        }
        return here.world.state.push(refs, signal);
      },
    };
    const answer = await removeStop({ ...here, world: { ...here.world, state } }, { by: 'ann' });
    expect(answer.isDone).toBe(false);
    expect(night.state().stop).toBe('The second one.\n');
    expect((await night.wake()).result.ending).toBe('stopped');
  });
});

test('I13: the reason of a stop never holds the model key, however often it is set', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  const [key = ''] = night.byHand().secrets;
  const { detail } = await stop(night, `leaked ${key}`);
  expect(detail).toBe('state/STOP is set: leaked [masked]');
  expect(night.state().stop).toBe('leaked [masked]\n');
  expect((await stop(night, `leaked ${key}`)).detail).toBe('The stop is already set: leaked [masked]');
});
