import { describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../../src/core/state.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { goalText, Night, PLAIN, QUEUE_FILES } from '../../support/memory/night.ts';
import { doDeed } from '../../support/memory/person.ts';
import { diligent } from '../../support/memory/test-model.ts';

const TICK = 1_800_000;
const SLOT = 21_600_000;
const PER_ITEM = `${PLAIN}for_each: {files: "docs/*.md", drafts: per_item}\n`;

function checkpointOf(night: Night, goal = 'tidy'): Checkpoint {
  const checkpoint = night.state().checkpoints[goal];
  if (checkpoint === undefined) throw new Error('there is no checkpoint');
  return checkpoint;
}

const openDrafts = (night: Night) => night.github.drafts.filter((draft) => draft.state === 'open');

/** Each window adds a line of its own. */
const daily =
  (night: Night): Behaviour =>
  ({ turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/day-${night.clock.now()}.md`, text: 'A day.\n' }]]
      : [['finish', { summary: `Day ${night.clock.now()}.` }]];

describe('how many drafts may be open', () => {
  test('of one goal: the next item waits, is not lost, and goes on when a person has answered', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PER_ITEM}limits: {open_drafts: 2}\n` },
      files: QUEUE_FILES,
    });
    const first = await night.wake();
    expect(first.result.ending).toBe('waiting_for_draft');
    expect(openDrafts(night)).toHaveLength(2);
    night.clock.advance(TICK);
    const second = await night.wake();
    expect([second.result.ending, second.pushes]).toEqual(['waiting_for_draft', 0]);
    await doDeed(night, 'merge');
    night.clock.advance(TICK);
    expect((await night.wake()).result.ending).toBe('worked');
    expect(openDrafts(night)).toHaveLength(2);
    expect(checkpointOf(night).window).toBeNull();
  });

  test('in total: the second goal waits for the first one’s draft, also when that goal is gone or disabled', async () => {
    for (const left of ['merged', 'merged and deleted', 'merged and disabled']) {
      const night = await Night.begin({
        goals: { first: PLAIN, second: PLAIN },
        settings: 'open_drafts: 1\n',
      });
      const model = modelOf(daily(night), () => night.clock.advance(1_000));
      const wake = await night.wake({ model });
      expect(wake.result.goals.map((goal) => goal.ending)).toEqual(['worked', 'waiting_for_draft']);
      expect(openDrafts(night)).toHaveLength(1);
      await doDeed(night, 'merge');
      if (left === 'merged and deleted') await night.commit({ 'goals/first.yml': null });
      if (left === 'merged and disabled')
        await night.commit({ 'goals/first.yml': goalText('first', `${PLAIN}enabled: false\n`) });
      night.clock.advance(TICK);
      const next = await night.wake({ model });
      expect(
        next.result.goals.map((goal) => [goal.goal, goal.ending]),
        left,
      ).toEqual([['second', 'worked']]);
    }
  });
});

describe('when_draft_is_open', () => {
  test('wait: slots that pass are skipped, counted once each, with a push at slots alone', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    const pushes: number[] = [];
    let asked = 0;
    for (let tick = 0; tick < 48; tick++) {
      night.clock.advance(TICK);
      const wake = await night.wake({
        model: modelOf(diligent, () => {
          asked += 1;
        }),
      });
      pushes.push(wake.pushes);
    }
    expect(asked).toBe(0);
    expect(checkpointOf(night).counters).toEqual({
      ran: 1,
      caught_up: 0,
      missed: 0,
      skipped: 4,
      overlapped: 0,
    });
    // A heartbeat an hour, and four slots of two.
    expect(pushes.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(24 + 4 * 2);
    await doDeed(night, 'merge');
    night.clock.advance(SLOT / 2);
    const model = modelOf(daily(night), () => night.clock.advance(1_000));
    expect((await night.wake({ model })).result.ending).toBe('worked');
    expect(checkpointOf(night).counters).toMatchObject({ ran: 2, skipped: 4 });
  });

  test('update: the same draft goes on, on the same branch', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n` } });
    const model = modelOf(daily(night), () => night.clock.advance(1_000));
    await night.wake({ model });
    night.clock.advance(SLOT);
    expect((await night.wake({ model })).result.ending).toBe('worked');
    expect(night.github.drafts).toHaveLength(1);
    expect([...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'))).toHaveLength(1);
    const [draft] = Object.values(checkpointOf(night).drafts);
    expect(draft).toMatchObject({ changed_files: 2, outcome: 'open', generation: 1 });
    await doDeed(night, 'merge');
    night.clock.advance(SLOT);
    await night.wake({ model });
    expect(night.github.drafts.map((each) => each.state)).toEqual(['merged', 'open']);
  });
});

describe('I11: a draft that is updated while the default branch has moved', () => {
  const UPDATE = `${PLAIN}when_draft_is_open: update\n`;
  const theDraft = (night: Night) => Object.values(checkpointOf(night).drafts).at(-1);
  const onBranch = (night: Night, path: string) => night.remote.text(theDraft(night)?.branch ?? '', path);

  /** A first draft, then what a person commits, then the wake of the next slot. */
  async function updated(yaml: string, files: Readonly<Record<string, string>>, behave?: Behaviour) {
    const night = await Night.begin({ goals: { tidy: yaml }, files: { 'docs/index.md': 'Index.\n' } });
    await night.wake();
    const before = theDraft(night);
    const main = await night.commit(files);
    night.clock.advance(SLOT);
    const model = modelOf(behave ?? daily(night), () => night.clock.advance(1_000));
    const { result } = await night.wake({ model });
    return { night, before, main, ending: result.ending };
  }

  test('goes on from both, shows only its own changes, and is compared with the newest default branch', async () => {
    const read: unknown[] = [];
    const { night, before, main, ending } = await updated(
      UPDATE,
      { 'docs/theirs.md': 'Theirs.\n' },
      (facts) => {
        const { turn, question } = facts;
        if (turn === 0) return [['read_file', { path: 'docs/theirs.md' }]];
        read.push(question.messages.at(-1)?.content);
        return turn === 1 ? [['write_file', { path: 'docs/new.md', text: 'New.\n' }]] : diligent(facts);
      },
    );
    expect(ending).toBe('worked');
    expect(read[0]).toContain('Theirs.');
    const lines = ['index', 'theirs', 'new'].map(
      (name) => onBranch(night, `docs/${name}.md`)?.split(/\n| \(/)[0],
    );
    expect(lines).toEqual(['Looked after: the whole window', 'Theirs.', 'New.']);
    expect(theDraft(night)).toMatchObject({ base: main, changed_files: 2, number: before?.number });
    const commits = night.ancestors(theDraft(night)?.tip ?? '').map((id) => night.remote.commits.get(id));
    expect(commits.map((commit) => commit?.parents)).toContainEqual([before?.tip, main]);
    expect(commits[1]?.message).toMatch(/^wakeful: merge main into wakeful\/tidy\//);
    expect(night.log().filter(({ event }) => event === 'draft_behind')).toEqual([]);
  });

  test('goes on as it is where both have changed the same place, and says so', async () => {
    const { night, before, ending } = await updated(UPDATE, { 'docs/index.md': 'Theirs.\n' });
    expect([ending, theDraft(night)?.base]).toEqual(['worked', before?.base]);
    expect(onBranch(night, 'docs/index.md')).toMatch(/^Looked after: the whole window \(/);
    expect(night.log().flatMap(({ event, message }) => (event === 'draft_behind' ? [message] : []))).toEqual([
      `main and ${before?.branch} have changed the same places, so the work goes on without the newest main. Merge main into ${before?.branch} by hand, or close its draft.`,
    ]);
  });

  test('is not touched by a wake that found nothing to change', async () => {
    const looks: Behaviour = () => [['finish', { summary: 'Looked.' }]];
    const { night, before, ending } = await updated(UPDATE, { 'docs/theirs.md': 'Theirs.\n' }, looks);
    expect([ending, theDraft(night)?.tip]).toEqual(['no_change', before?.tip]);
    expect(night.remote.branches.get(before?.branch ?? '')).toBe(before?.tip);
  });

  test('with `wait` nothing is brought in: an unfinished window goes on from where it began', async () => {
    const yaml = `${PLAIN}for_each: {files: "docs/*.md"}\nlimits: {items_per_wake: 1}\n`;
    const night = await Night.begin({ goals: { tidy: yaml }, files: QUEUE_FILES });
    await night.wake();
    const base = theDraft(night)?.base;
    await night.commit({ 'README.md': '# Renamed\n' });
    night.clock.advance(TICK);
    expect((await night.wake()).result.ending).toBe('worked');
    expect([theDraft(night)?.base, theDraft(night)?.changed_files]).toEqual([base, 2]);
  });
});

describe('I6: what persons did between wakes', () => {
  test('own versions count as done after a merge', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PER_ITEM}limits: {open_drafts: 5}\n` },
      files: QUEUE_FILES,
    });
    await night.wake();
    for (let n = 0; n < 3; n++) {
      const [draft] = openDrafts(night);
      if (draft === undefined) throw new Error('no draft');
      await night.mergeBranch(draft.branch);
      night.github.change(draft.number, { state: 'merged' });
    }
    expect(night.remote.text('main', 'docs/a.md')).toMatch(/^Looked after: docs\/a\.md \(/);
    night.clock.advance(SLOT);
    let asked = 0;
    const { result } = await night.wake({
      model: modelOf(diligent, () => {
        asked += 1;
      }),
    });
    expect({ asked, ending: result.ending }).toEqual({ asked: 0, ending: 'no_change' });
  });

  test('closed is a "no" for that version, and for no other', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PER_ITEM}limits: {open_drafts: 5}\n` },
      files: { 'docs/a.md': 'A\n' },
    });
    await night.wake();
    await doDeed(night, 'close');
    night.clock.advance(SLOT);
    expect((await night.wake()).result.ending).toBe('no_change');
    expect(openDrafts(night)).toEqual([]);
    await night.commit({ 'docs/a.md': 'A, anew\n' });
    night.clock.advance(SLOT);
    expect((await night.wake()).result.ending).toBe('worked');
    expect(openDrafts(night)).toHaveLength(1);
  });

  test('a draft that a person has pushed to is taken over: it no longer counts as open, and its branch is left alone', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    const done = await doDeed(night, 'push');
    night.clock.advance(SLOT);
    const model = modelOf(daily(night), () => night.clock.advance(1_000));
    expect((await night.wake({ model })).result.ending).toBe('worked');
    expect(night.remote.branches.get(done?.branch ?? '')).toBe(done?.after);
    expect(night.github.drafts).toHaveLength(2);
  });

  test('a person’s own pull request of a branch keeps its text', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {model_calls: 1}\n` } });
    await night.wake();
    const branch = [...night.remote.branches.keys()].find((name) => name.startsWith('wakeful/')) ?? '';
    const texts = {
      title: 'Mine',
      body: 'My words.',
      url: 'x',
      number: 77,
      head: null,
      endedAt: null,
      base: 'main',
      openedBy: 'writer',
    } as const;
    night.github.drafts.push({ ...texts, branch, state: 'open' });
    night.clock.advance(TICK);
    await night.wake({ model: modelOf(() => [['finish', { summary: 'Done.' }]]) });
    expect(night.github.drafts).toMatchObject([{ title: 'Mine', body: 'My words.', state: 'open' }]);
    expect(Object.values(checkpointOf(night).drafts)).toMatchObject([{ number: 77, outcome: 'open' }]);
  });

  test('of two drafts of one branch the newer one is closed', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.onCall = (_call, name) => (name === 'createDraft' ? 'error_after' : null);
    await night.wake();
    night.github.onCall = () => null;
    const [draft] = night.github.drafts;
    if (draft === undefined) throw new Error('no draft');
    night.github.drafts.push({ ...draft, number: 88 });
    night.clock.advance(TICK);
    await night.wake();
    expect(night.github.drafts.map((each) => [each.number, each.state])).toEqual([
      [1, 'open'],
      [88, 'closed'],
    ]);
    expect(Object.values(checkpointOf(night).drafts)).toMatchObject([{ number: 1 }]);
  });
});

describe('a default branch that moves', () => {
  test('during a wake: the work starts from the snapshot and stands on its branch', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PER_ITEM}limits: {open_drafts: 5}\n` },
      files: QUEUE_FILES,
    });
    let moves = 0;
    const model = modelOf(diligent, () => {
      night.clock.advance(1_000);
      moves += 1;
      void night.commit({ 'moving.txt': `${moves}\n` });
    });
    const { result } = await night.wake({ model });
    expect(result.goals[0]?.items).toEqual({ done: 3, total: 3 });
    for (const draft of openDrafts(night)) expect(night.remote.text(draft.branch, 'moving.txt')).toBeNull();
  });

  test('between wakes: half-done work goes on from its own base, a new item starts from the default branch as it is now', async () => {
    const goal = `${PER_ITEM}limits: {open_drafts: 5, items_per_wake: 1, model_calls: 1}\n`;
    const night = await Night.begin({
      goals: { tidy: goal },
      files: { 'docs/a.md': 'A\n', 'docs/b.md': 'B\n' },
    });
    await night.wake();
    await night.commit({
      'moved.txt': 'moved\n',
      'goals/tidy.yml': goalText('tidy', goal.replace(', items_per_wake: 1, model_calls: 1', '')),
    });
    night.clock.advance(TICK);
    expect((await night.wake()).result.goals[0]?.items).toEqual({ done: 2, total: 2 });
    const [a, b] = openDrafts(night)
      .map((draft) => draft.branch)
      .sort();
    expect(night.remote.text(a ?? '', 'moved.txt')).toBeNull();
    expect(night.remote.text(b ?? '', 'moved.txt')).toBe('moved\n');
  });

  test('and was rewritten: an open window goes on although its commits are gone', async () => {
    const goal = `${PLAIN}limits: {model_calls: 1}\n`;
    const night = await Night.begin({ goals: { tidy: goal } });
    await night.wake({ model: modelOf(() => [['note', { text: 'Begun.' }]]) });
    const old = night.remote.branches.get('main') ?? '';
    const files = { 'README.md': '# Anew\n', 'goals/tidy.yml': goalText('tidy', PLAIN) };
    const anew = await night.remote.commit({ branch: 'other', files, parents: [], time: night.clock.now() });
    night.remote.branches.set('main', anew);
    night.remote.branches.delete('other');
    night.remote.drop(old);
    night.clock.advance(TICK);
    const { result } = await night.wake();
    expect(result.ending, result.detail).toBe('worked');
  });
});

describe('a goal that goes away while its window is open', () => {
  test.each([
    { how: 'deleted', files: { 'goals/tidy.yml': null } },
    { how: 'disabled', files: { 'goals/tidy.yml': goalText('tidy', `${PLAIN}enabled: false\n`) } },
  ])('by being $how: nothing of it is touched, and others go on', async ({ files }) => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {model_calls: 1}\n`, other: PLAIN } });
    const dead = await night.wake({
      id: 'dead',
      trigger: { kind: 'person', goals: ['tidy'] },
      change: (world) => ({
        ...world,
        model: { ...world.model, open: async () => Promise.reject(new Error('killed')) },
      }),
    });
    expect(dead.result.goals[0]?.goal).toBe('tidy');
    const window = checkpointOf(night).window;
    expect(window).not.toBeNull();
    await night.commit(files);
    night.clock.advance(TICK);
    const { result } = await night.wake();
    expect(result.goals.map((goal) => [goal.goal, goal.ending])).toEqual([['other', 'worked']]);
    expect(checkpointOf(night).window).toEqual(window);
    night.clock.advance(TICK);
    expect((await night.wake()).result.ending).toBe('nothing_due');
    await night.commit({ 'goals/tidy.yml': goalText('tidy', PLAIN) });
    night.clock.advance(TICK);
    const back = await night.wake();
    expect(back.result.goals.map((goal) => [goal.goal, goal.ending])).toEqual([['tidy', 'worked']]);
  });

  test('the lease of a wake that died on a deleted goal does not stay for ever', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN, other: PLAIN } });
    night.remote.onPush = (push) => (push === 1 ? 'die_after' : null);
    await night.wake({ id: 'dead', trigger: { kind: 'person', goals: ['tidy'] } });
    night.remote.onPush = () => null;
    night.github.finished.add('dead');
    expect(Object.keys(night.state().lock.leases)).toEqual(['tidy']);
    await night.commit({ 'goals/tidy.yml': null });
    night.clock.advance(TICK);
    const { result } = await night.wake();
    expect(result.ending).toBe('worked');
    expect(night.state().lock.leases).toEqual({});
    const told = night.log().filter((line) => line.event === 'took_over');
    expect(told).toMatchObject([{ goal: 'tidy', data: { dead_wake: 'dead', epoch: 1 } }]);
    const reserved = Object.values(night.state().budget.days).flatMap((day) =>
      Object.values(day).map((sums) => sums.reserved_tokens),
    );
    expect(reserved.reduce((sum, each) => sum + each, 0)).toBe(0);
  });

  test('the lease of a wake that still runs stays, also for a runner whose clock is hours ahead', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN, other: PLAIN } });
    night.remote.onPush = (push) => (push === 1 ? 'die_after' : null);
    await night.wake({ id: 'slow', trigger: { kind: 'person', goals: ['tidy'] } });
    night.remote.onPush = () => null;
    await night.commit({ 'goals/tidy.yml': null });
    const now = night.clock.now();
    night.github.serverTime = () => now;
    night.clock.jumpTo(now + SLOT);
    expect((await night.wake()).result.ending).toBe('worked');
    expect(night.state().lock.leases).toMatchObject({ tidy: { wake: 'slow' } });
  });
});
