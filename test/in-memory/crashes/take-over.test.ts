import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { World } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { checkEnd } from '../../support/crashes/crash-table.ts';
import {
  Night,
  type NightOptions,
  type NightWake,
  PLAIN,
  QUEUE,
  QUEUE_FILES,
  STATE,
  type WakeOptions,
  WITHOUT_DASHBOARD,
} from '../../support/memory/night.ts';
import { Freezer, stepped } from '../../support/memory/steps.ts';
import { diligent, named } from '../../support/memory/test-model.ts';
import { doing, triage } from '../../support/memory/triage.ts';
import { told, wish } from '../../support/memory/wishes.ts';

const MINUTE = 60_000;
/** Requests to GitHub that are more than a look. */
const CHANGES = /^(github\.(create|update|close|open)|issues\.(comment|label|open)$)/;

interface Scene {
  readonly name: string;
  readonly night: NightOptions;
  /** Titles of issues that wait. */
  readonly issues?: readonly string[];
  readonly behave?: Behaviour;
  /** What happened before. */
  readonly prepare?: (night: Night) => Promise<unknown>;
  /** How the overtaken wake may end besides: as badly as a file is. */
  readonly endings?: readonly string[];
  readonly end: { readonly drafts: number; readonly items: readonly string[] };
}

const PER_ITEM = `${PLAIN}for_each: {files: "docs/*.md", drafts: per_item}\nlimits: {open_drafts: 3}\n`;
const FILES = Object.keys(QUEUE_FILES);

const givesUp: Behaviour = () => [['give_up', { reason: 'It cannot be done.' }]];

const SCENES: readonly Scene[] = [
  { name: 'a plain goal', night: { goals: { tidy: PLAIN } }, end: { drafts: 1, items: ['window'] } },
  {
    name: 'a queue',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    end: { drafts: 1, items: FILES },
  },
  {
    name: 'a queue with a draft per item',
    night: { goals: { tidy: PER_ITEM }, files: QUEUE_FILES },
    end: { drafts: 3, items: FILES },
  },
  {
    name: 'two goals',
    night: { goals: { first: PLAIN, second: PLAIN } },
    end: { drafts: 2, items: ['window', 'window'] },
  },
  {
    name: 'issues with all effects',
    night: { goals: { tidy: triage(['comment_on_issue', 'open_issue', 'label_issue']) } },
    issues: ['One', 'Two'],
    behave: doing((issue) => [
      ['label_issue', { issue, labels: ['bug'] }],
      ['open_issue', { title: 'A follow-up', body: 'More to do.' }],
      ['comment_on_issue', { issue, body: 'Looked at.' }],
    ]),
    end: { drafts: 0, items: ['#1', '#2'] },
  },
  {
    name: 'effects that an outage left undone, for persons who asked',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    prepare: async (night) => {
      night.github.onCall = () => 'error_before';
      await night.wake();
      night.github.onCall = () => null;
      await wish(night);
      night.clock.advance(30 * MINUTE);
    },
    end: { drafts: 1, items: FILES },
  },
  {
    name: 'an open draft that is gone on with',
    night: { goals: { tidy: `${PLAIN}when_draft_is_open: update\nlimits: {tokens: 20000}\n` } },
    behave: named,
    prepare: async (night) => {
      await night.wake({ model: modelOf(named) });
      night.clock.advance(4 * 60 * MINUTE);
    },
    end: { drafts: 1, items: ['window', 'window', 'window'] },
  },
  {
    name: 'alerts of a goal that gets stuck, and of a file that is not valid',
    night: { goals: { tidy: PLAIN }, files: { 'goals/bad.yml': 'title: x\n' } },
    behave: givesUp,
    prepare: async (night) => {
      await night.commit({ 'goals/bad.yml': null });
      for (const _ of [1, 2]) await night.wake({ model: modelOf(givesUp) });
      await night.commit({ 'goals/bad.yml': 'title: x\n' });
      night.clock.advance(30 * MINUTE);
    },
    endings: ['bad_goal'],
    end: { drafts: 0, items: [] },
  },
];

async function begin({ night: options, issues = [], prepare }: Scene): Promise<Night> {
  const night = await Night.begin(options);
  for (const title of issues) night.issues.write({ title, labels: ['triage'] });
  night.issues.labels.add('bug');
  await prepare?.(night);
  return night;
}

function wakeIn(night: Night, { behave = diligent }: Scene, options: WakeOptions): Promise<NightWake> {
  return night.wake({ ...options, model: modelOf(behave, () => night.clock.advance(1_000)) });
}

/** How its holder's end becomes known. */
const WAYS: readonly { readonly name: string; readonly end: (night: Night, wake: string) => void }[] = [
  { name: 'known as finished', end: (night, wake) => void night.github.finished.add(wake) },
  { name: 'overdue by a minute', end: (night) => night.clock.advance(15 * MINUTE) },
];

async function stepsOf(scene: Scene, night: Night): Promise<number> {
  const calls: string[] = [];
  const change = (world: World): World => stepped(world, async (call) => void calls.push(call));
  await wakeIn(night, scene, { change });
  return calls.length;
}

function holders(night: Night): readonly string[] {
  if (!night.remote.branches.has(STATE)) return [];
  return Object.values(night.state().lock.leases).map((lease) => lease.wake);
}

function tookOver(night: Night): readonly unknown[] {
  return night.log().flatMap((line) => (line.event === 'took_over' ? [line.data?.['dead_wake']] : []));
}

interface Thawed {
  readonly zombie: NightWake;
  readonly freezer: Freezer;
  readonly heldWhenFrozen: boolean;
  readonly before: ReadonlyMap<string, string>;
}

interface Freezing {
  readonly night: Night;
  /** Before this step, from 1. */
  readonly n: number;
  readonly end: (typeof WAYS)[number]['end'];
}

/** Freezes a wake before its n-th step, lets another one take over and finish, and thaws it. */
async function freezeAt(scene: Scene, { night, n, end }: Freezing): Promise<Thawed> {
  const freezer = new Freezer((_call, step) => step === n);
  const running = wakeIn(night, scene, { id: 'zombie', change: freezer.change });
  await freezer.frozen;
  const heldWhenFrozen = holders(night).includes('zombie');
  end(night, 'zombie');
  await wakeIn(night, scene, { id: 'successor' });
  const before = new Map(night.remote.branches);
  freezer.thaw();
  return { zombie: await running, freezer, heldWhenFrozen, before };
}

describe.each(WAYS)('I2: a holder that was overtaken, $name', ({ end }) => {
  test.each(SCENES)(
    'changes nothing in git when it comes back, and sends at most one request: $name',
    async (scene) => {
      let overtaken = 0;
      const prepared = await begin(scene);
      // What was left behind in the very same way before goes on in the same way.
      const good = new Set<string>();
      const steps = await stepsOf(scene, prepared.copy());
      for (let n = 1; n <= steps; n++) {
        const night = prepared.copy();
        const { zombie, freezer, heldWhenFrozen, before } = await freezeAt(scene, { night, n, end });
        const where = `frozen before step ${n}, ${freezer.call}`;
        if (heldWhenFrozen) {
          overtaken += 1;
          expect(new Map(night.remote.branches), where).toEqual(before);
          // Only the request that was on its way, if it was one.
          const onItsWay = [freezer.call ?? ''].filter((call) => CHANGES.test(call));
          expect(
            freezer.after.filter((call) => CHANGES.test(call)),
            where,
          ).toEqual(onItsWay);
          // A second draft for the branch is refused by GitHub itself.
          const endings = ['lease_lost', 'time_limit', 'github_unavailable', ...(scene.endings ?? [])];
          expect(endings, where).toContain(zombie.result.ending);
          expect(tookOver(night), where).toEqual(['zombie']);
        }
        const left = night.facts();
        if (good.has(left)) continue;
        night.clock.advance(30 * MINUTE);
        await wakeIn(night, scene, { id: 'next' });
        night.clock.advance(6 * 60 * MINUTE);
        await wakeIn(night, scene, { id: 'next but one' });
        checkEnd(night, scene.end);
        good.add(left);
      }
      expect(overtaken).toBeGreaterThan(4);
    },
  );
});

test('I2: no request is sent that could still be on its way when the lease has ended', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  const slow = (world: World): World => ({ ...world, github: { ...world.github, requestTimeoutMs: 70_000 } });
  // Of two minutes and one more of the lease 65 seconds are left.
  const model = modelOf(diligent, ({ messages }) => night.clock.advance(messages.length > 2 ? 115_000 : 0));
  const { result } = await night.wake({ minutes: 2, model, change: slow });
  expect(result.ending).toBe('time_limit');
  expect(result.detail).toBe('The lock ends too soon for a request to GitHub.');
  expect(night.github.drafts).toEqual([]);
  expect(night.state().lock.leases).toEqual({});
  night.clock.advance(30 * MINUTE);
  await night.wake({ change: slow });
  checkEnd(night, { drafts: 1, items: ['window'] });
});

describe('I6: a draft that a wake opened after it had lost its lease', () => {
  /** The successor's draft has ended, so GitHub takes the late request. */
  async function lateDraft(state: 'merged' | 'closed'): Promise<Night> {
    const night = await Night.begin({ goals: { tidy: PLAIN }, settings: WITHOUT_DASHBOARD });
    const freezer = new Freezer((call) => call === 'github.createDraft');
    const running = night.wake({ id: 'zombie', change: freezer.change });
    await freezer.frozen;
    night.github.finished.add('zombie');
    await night.wake({ id: 'successor' });
    if (state === 'merged') await night.mergeBranch(night.github.drafts[0]?.branch ?? '');
    night.github.change(1, { state });
    freezer.thaw();
    await running;
    expect(night.github.drafts.map((draft) => draft.state)).toEqual([state, 'open']);
    return night;
  }

  test.each(['merged', 'closed'] as const)(
    'is closed by the next wake when the first one was %s',
    async (state) => {
      const night = await lateDraft(state);
      night.clock.advance(6 * 60 * MINUTE);
      await night.wake();
      expect(night.github.drafts.slice(0, 2).map((draft) => draft.state)).toEqual([state, 'closed']);
      expect(night.log().filter((line) => line.event === 'draft_closed')).toHaveLength(1);
      const known = Object.values(night.state().checkpoints['tidy']?.drafts ?? {}).map(
        (draft) => draft.number,
      );
      expect(known).not.toContain(2);
    },
  );

  test('is closed while the first one is still open', async () => {
    const night = await lateDraft('closed');
    night.github.change(1, { state: 'open' });
    night.clock.advance(6 * 60 * MINUTE);
    await night.wake();
    expect(night.github.drafts.map((draft) => [draft.number, draft.state])).toContainEqual([2, 'closed']);
    expect(night.github.drafts.map((draft) => [draft.number, draft.state])).toContainEqual([1, 'open']);
  });

  test('is told from a person’s own pull request, which stays', async () => {
    const night = await lateDraft('merged');
    night.github.change(2, { body: 'My own words about this branch.' });
    night.clock.advance(6 * 60 * MINUTE);
    await night.wake();
    expect(night.github.drafts[1]?.state).toBe('open');
  });
});

describe('I3: a lease is taken over only from a holder that is known to be gone', () => {
  /** A wake that died in the middle of its only item. */
  async function dead(): Promise<Night> {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.remote.onPush = (push) => (push === 2 ? 'die_before' : null);
    await night.wake({ id: 'dead' });
    night.remote.onPush = () => null;
    expect(holders(night)).toEqual(['dead']);
    return night;
  }

  const answering =
    (answer: () => Promise<'running' | 'finished' | 'unknown'>) =>
    (world: World): World => ({ ...world, github: { ...world.github, wakeState: answer } });

  test.each([
    ['still runs', async () => 'running' as const],
    ['is unknown', async () => 'unknown' as const],
    ['cannot be asked for', () => Promise.reject(new Halt('github_unavailable', 'GitHub does not answer.'))],
    ['may not be asked for', () => Promise.reject(new Halt('forbidden', 'actions: read is missing.'))],
  ])('not while it %s and its time is not up', async (_name, answer) => {
    const night = await dead();
    const before = night.remote.branches.get(STATE);
    night.clock.advance(13 * MINUTE);
    const { result } = await night.wake({ change: answering(answer) });
    expect(result.ending).toBe('held_by_another_wake');
    expect(result.detail).toContain('Run dead works on the goal until');
    expect(night.remote.branches.get(STATE)).toBe(before);
  });

  test('a minute after it has ended, whatever GitHub says', async () => {
    const night = await dead();
    const end = Date.parse(night.state().lock.leases['tidy']?.expires_at ?? '') + MINUTE;
    const answer = answering(async () => 'unknown');
    night.clock.advance(end - night.clock.now());
    expect((await night.wake({ change: answer })).result.ending).toBe('held_by_another_wake');
    night.clock.advance(1_000);
    expect((await night.wake({ change: answer })).result.ending).toBe('worked');
    expect(tookOver(night)).toEqual(['dead']);
  });

  test.each([5, -5])(
    'by the clock of the server, also on a runner whose clock is %i hours off',
    async (hours) => {
      const night = await dead();
      const expiry = Date.parse(night.state().lock.leases['tidy']?.expires_at ?? '');
      night.clock.jumpTo(expiry + hours * 60 * MINUTE);
      night.github.serverTime = () => expiry + MINUTE;
      expect((await night.wake()).result.ending).toBe('held_by_another_wake');
      expect(tookOver(night)).toEqual([]);
      night.github.serverTime = () => expiry + 2 * MINUTE;
      await night.wake();
      expect(tookOver(night)).toEqual(['dead']);
    },
  );

  test('not while nobody tells the time, and not for ever where the run may not be asked for', async () => {
    const night = await dead();
    night.clock.advance(60 * MINUTE);
    night.github.onCall = (_call, name) => (name === 'serverTime' ? 'error_before' : null);
    expect((await night.wake()).result.ending).toBe('held_by_another_wake');
    night.github.onCall = (_call, name) => (name === 'wakeState' ? 'error_before' : null);
    night.github.outage = new Halt('forbidden', 'actions: read is missing.');
    expect((await night.wake()).result.ending).toBe('worked');
    expect(tookOver(night)).toEqual(['dead']);
  });

  test('not by a wake that has just lost the race for it: it asks nobody, and the next one does', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const asked: string[] = [];
    let isRival = false;
    const race = async (call: string): Promise<void> => {
      if (call.startsWith('github.')) asked.push(call);
      if (isRival || call !== 'state.push') return;
      isRival = true;
      night.remote.onPush = (push) => (push === 2 ? 'die_before' : null);
      await night.wake({ id: 'rival' });
      night.remote.onPush = () => null;
      night.github.finished.add('rival');
    };
    const { result } = await night.wake({ id: 'late', change: (world) => stepped(world, race) });
    expect(result.ending).toBe('held_by_another_wake');
    expect(asked).toEqual([]);
    expect((await night.wake({ id: 'next' })).result.ending).toBe('worked');
    expect(tookOver(night)).toEqual(['rival']);
  });

  test('I8: the attempt of the dead wake stays used', async () => {
    const night = await dead();
    night.github.finished.add('dead');
    await night.wake();
    const [item] = Object.values(night.state().checkpoints['tidy']?.items ?? {});
    expect(item).toMatchObject({ status: 'done', attempts: 2 });
  });

  test('I8: whoever takes over names the dead wake, and where it was', async () => {
    const night = await dead();
    night.github.finished.add('dead');
    await night.wake();
    const [line] = night.log().filter((each) => each.event === 'took_over');
    expect(line).toMatchObject({ level: 'warn', goal: 'tidy', data: { dead_wake: 'dead', epoch: 1 } });
    expect(line?.message).toMatch(/^Run dead died during its work/);
  });
});

describe('I8: dead wakes in a row', () => {
  const STURDY = `${PLAIN}limits: {attempts: 9, tokens_per_day: 400000}\n`;

  async function die(night: Night, n: number): Promise<void> {
    const planned = night.remote.pushes + 2;
    night.remote.onPush = (push) => (push === planned ? 'die_before' : null);
    await night.wake({ id: `dead-${n}` });
    night.remote.onPush = () => null;
    night.github.finished.add(`dead-${n}`);
    night.clock.advance(30 * MINUTE);
  }

  test('three pause the goal, the alert says so, and a goal edit resumes it', async () => {
    const night = await Night.begin({ goals: { tidy: STURDY } });
    for (const n of [1, 2, 3]) await die(night, n);
    const { result } = await night.wake();
    expect(result.ending).toBe('paused');
    expect(tookOver(night)).toEqual(['dead-1', 'dead-2', 'dead-3']);
    expect(night.state().checkpoints['tidy']?.pause).toMatchObject({ by: 'wakeful' });
    expect(night.state().lock.leases).toEqual({});
    const alerts = night.github.issues.filter((issue) => issue.body.includes('alert/tidy/paused'));
    expect(alerts.map((issue) => issue.state)).toEqual(['open']);
    expect(alerts[0]?.body).toContain('3 runs in a row died');

    night.clock.advance(6 * 60 * MINUTE);
    expect((await night.wake()).result.ending).toBe('nothing_due');

    await night.commit({ 'goals/tidy.yml': `title: Tidy\nobjective: Tidy up.\n${STURDY}` });
    expect((await night.wake()).result.ending).toBe('worked');
    expect(night.state().checkpoints['tidy']).toMatchObject({ pause: null, dead_wakes: 0 });
  });

  test('three leave the pause of a person to that person', async () => {
    const night = await Night.begin({ goals: { tidy: STURDY } });
    for (const n of [1, 2, 3]) await die(night, n);
    await wish(night, { kind: 'pause' });
    await night.wake();
    expect(tookOver(night)).toEqual(['dead-1', 'dead-2', 'dead-3']);
    await night.commit({ 'goals/tidy.yml': `title: Tidy\nobjective: Tidy up.\n${STURDY}` });
    await night.wake();
    const pause = { by: 'octocat', reason: 'a release is near' };
    expect(night.state().checkpoints['tidy']?.pause).toMatchObject(pause);
    expect(told(night, 'goal_paused')).toEqual(['octocat paused tidy: a release is near.']);
  });

  test('two and a good one start the count anew', async () => {
    const night = await Night.begin({ goals: { tidy: STURDY } });
    for (const n of [1, 2]) await die(night, n);
    await night.wake();
    expect(night.state().checkpoints['tidy']).toMatchObject({ dead_wakes: 0, pause: null });
  });

  test('the goal is paused and told also when the wake that pauses it dies', async () => {
    const night = await Night.begin({ goals: { tidy: STURDY } });
    for (const n of [1, 2, 3, 4]) await die(night, n);
    await night.wake();
    expect(night.state().checkpoints['tidy']?.pause).not.toBeNull();
    expect(night.state().lock.leases).toEqual({});
    const alerts = night.github.issues.filter((issue) => issue.body.includes('alert/tidy/paused'));
    expect(alerts.map((issue) => issue.state)).toEqual(['open']);
  });
});
