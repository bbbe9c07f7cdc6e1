import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { ModelProvider, Question } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { goalText, type Night, PLAIN } from '../../support/memory/night.ts';
import { commenting, commentsOn, nightOf, SLOT, TICK, triage } from '../../support/memory/triage.ts';
import { told } from '../../support/memory/wishes.ts';

/** A model, and what it was asked. */
function watched(night: Night, behave: Behaviour = commenting, before: (item: string) => void = () => {}) {
  const asked: Question[] = [];
  const model: ModelProvider = modelOf(
    (facts) => {
      if (facts.turn === 0) before(facts.item);
      return behave(facts);
    },
    (question) => {
      night.clock.advance(1_000);
      asked.push(question);
    },
  );
  const items = () =>
    asked.map(
      ({ messages }) =>
        /^Task: (?:<data-\w+>)?(.*?)(?:<\/data-\w+>)?$/m.exec(messages[1]?.content ?? '')?.[1],
    );
  return { model, asked, items: () => [...new Set(items())] };
}

const statuses = (night: Night) =>
  Object.entries(night.state().checkpoints['tidy']?.items ?? {}).map(([key, { status, ending }]) => [
    key.replace(/@[0-9a-f]+$/, ''),
    status,
    ending,
  ]);

describe('a queue over issues', () => {
  test('takes each open issue with the labels once, the oldest first, and comes back to none by itself', async () => {
    const night = await nightOf([
      { title: 'One' },
      { title: 'Two', labels: ['bug'] },
      { title: 'Three', labels: ['bug', 'triage'] },
      { title: 'Four', state: 'closed' },
    ]);
    const first = watched(night);
    const { result } = await night.wake({ model: first.model });
    expect(result.goals).toMatchObject([{ ending: 'worked', items: { done: 2, total: 2 }, drafts: [] }]);
    expect(first.items()).toEqual(['#1', '#3']);
    expect([1, 2, 3, 4].map((number) => commentsOn(night, number))).toEqual([
      ['Looked at 1.'],
      [],
      ['Looked at 3.'],
      [],
    ]);
    for (let slot = 0; slot < 2; slot++) {
      night.clock.advance(SLOT);
      const again = watched(night);
      expect((await night.wake({ model: again.model })).result.ending).toBe('no_change');
      expect(again.asked).toEqual([]);
    }
  });

  test('I6: comes back to an issue when a person writes, and not for what the agent itself did', async () => {
    const night = await nightOf([{ title: 'One' }]);
    await night.wake({ model: watched(night).model });
    night.issues.takesLabels(1, ['bug']);
    night.clock.advance(SLOT);
    expect((await night.wake({ model: watched(night).model })).result.ending).toBe('no_change');
    night.issues.takesComment(1, { author: 'octocat', body: 'And now?' });
    night.clock.advance(SLOT);
    const { model, asked } = watched(night);
    expect((await night.wake({ model })).result.ending).toBe('worked');
    expect(asked[0]?.messages[1]?.content).toMatch(/> Looked at 1\..*Comment by octocat.*> And now\?/s);
    expect(commentsOn(night, 1)).toEqual(['Looked at 1.', 'And now?', 'Looked at 1.']);
  });

  test.each([
    ['was closed in the meantime', (night: Night) => night.issues.change(2, { state: 'closed' })],
    ['is gone', (night: Night) => night.issues.remove(2)],
    ['has lost the label triage', (night: Night) => night.issues.change(2, { labels: ['bug'] })],
  ])('passes over an issue that %s while it waited', async (why, act) => {
    const night = await nightOf([{ title: 'One' }, { title: 'Two' }]);
    const { model, items } = watched(night, commenting, () => act(night));
    const { result } = await night.wake({ model });
    expect(result.goals).toMatchObject([{ ending: 'worked', items: { done: 2, total: 2 } }]);
    expect(items()).toEqual(['#1']);
    expect(statuses(night)).toContainEqual(['#2', 'done', 'no_change']);
    expect(told(night, 'item_passed_over')).toEqual([`#2 ${why}, so it is skipped.`]);
  });

  test('works on an issue as it stands when its turn comes, and not on the same words once more', async () => {
    const night = await nightOf([{ title: 'One' }, { title: 'Two' }]);
    const { model, asked } = watched(night, commenting, (item) => {
      if (item === '#1') night.issues.takesComment(2, { author: 'octocat', body: 'One more thing.' });
    });
    await night.wake({ model });
    expect(asked.at(-1)?.messages[1]?.content).toContain('> One more thing.');
    night.clock.advance(SLOT);
    const again = watched(night);
    expect((await night.wake({ model: again.model })).result.ending).toBe('no_change');
  });

  test('comes back when the newer words came after the model had read the older ones', async () => {
    const night = await nightOf([{ title: 'One' }]);
    const late = watched(night, commenting, () =>
      night.issues.takesComment(1, { author: 'octocat', body: 'Wait!' }),
    );
    await night.wake({ model: late.model });
    night.clock.advance(SLOT);
    expect((await night.wake({ model: watched(night).model })).result.ending).toBe('worked');
  });

  test('goes on in the next wake where this one leaves off', async () => {
    const goals = { tidy: triage(['comment_on_issue'], 'limits: {items_per_wake: 1}\n') };
    const night = await nightOf([{ title: 'One' }, { title: 'Two' }], { goals });
    const { model, items } = watched(night);
    await night.wake({ model });
    night.clock.advance(TICK);
    await night.wake({ model });
    expect(items()).toEqual(['#1', '#2']);
    expect(night.state().checkpoints['tidy']?.window).toBeNull();
  });

  test('gives up an issue after its attempts, and takes it up again when a person writes', async () => {
    const goals = { tidy: triage(['comment_on_issue'], 'limits: {attempts: 1}\n') };
    const night = await nightOf([{ title: 'One' }], { goals });
    const givesUp: Behaviour = () => [['give_up', { reason: 'Unclear.' }]];
    expect((await night.wake({ model: modelOf(givesUp) })).result.ending).toBe('item_stuck');
    expect(statuses(night)).toEqual([['#1', 'stuck', 'gave_up']]);
    expect(told(night, 'item_stuck')[0]).toMatch(/^#1 One has used up its 1 attempt and/);
    night.issues.takesComment(1, { author: 'octocat', body: 'I mean the other one.' });
    night.clock.advance(SLOT);
    expect((await night.wake({ model: watched(night).model })).result.ending).toBe('worked');
    expect(statuses(night)).toEqual([['#1', 'done', 'worked']]);
  });

  test.each([201, 350])('of %i issues takes the oldest 200 and says so', async (many) => {
    const goals = { tidy: triage(['comment_on_issue'], 'limits: {items_per_wake: 1}\n') };
    const night = await nightOf(
      Array.from({ length: many }, (_, n) => ({ title: `Issue ${n}` })),
      { goals },
    );
    const { model, items } = watched(night);
    expect((await night.wake({ model })).result.ending).toBe('worked');
    expect(items()).toEqual(['#1']);
    const { window } = night.state().checkpoints['tidy'] ?? {};
    expect([window?.queue.length, window?.queue.at(-1)?.startsWith('#200'), window?.is_cut]).toEqual([
      200,
      true,
      true,
    ]);
    expect(told(night, 'window_started')[0]).toContain(
      'It takes the oldest 200. Close some, or name another label as well',
    );
  });

  test('that cannot be listed is tried again, and stops no other goal', async () => {
    const night = await nightOf([{ title: 'One' }], { goals: { tidy: triage(), other: PLAIN } });
    night.issues.onCall = () => 'error_before';
    const endings = async (options: Parameters<Night['wake']>[0] = {}) =>
      (await night.wake(options)).result.goals.map(({ goal, ending }) => [goal, ending]);
    expect(await endings()).toEqual([
      ['other', 'worked'],
      ['tidy', 'github_unavailable'],
    ]);
    night.issues.outage = new Halt('forbidden', 'issues: read is missing.');
    night.clock.advance(TICK);
    expect(await endings()).toEqual([['tidy', 'forbidden']]);
    night.issues.onCall = () => null;
    night.clock.advance(TICK);
    expect(await endings({ model: watched(night).model })).toEqual([['tidy', 'worked']]);
  });

  test('starts anew when its goal is edited, with the issues as they are then', async () => {
    const goals = { tidy: triage(['comment_on_issue'], 'limits: {items_per_wake: 1}\n') };
    const night = await nightOf([{ title: 'One' }, { title: 'Two' }, { title: 'Three' }], { goals });
    const { model, items } = watched(night);
    await night.wake({ model });
    night.issues.change(2, { state: 'closed' });
    await night.commit({ 'goals/tidy.yml': goalText('tidy', triage()) });
    night.clock.advance(TICK);
    await night.wake({ model });
    expect(items()).toEqual(['#1', '#3']);
  });
});

describe('when: {queue_at_least: 2} over issues', () => {
  const goals = { tidy: triage(['comment_on_issue'], 'when: {queue_at_least: 2}\n') };

  test('makes the goal due as soon as two wait, and not again when they are done', async () => {
    const night = await nightOf([{ title: 'One' }], { goals });
    await night.wake({ model: watched(night).model });
    night.issues.write({ title: 'Two', labels: ['triage'] });
    night.clock.advance(TICK);
    expect((await night.wake()).result.goals).toEqual([]);
    night.issues.write({ title: 'Three', labels: ['triage'] });
    night.clock.advance(TICK);
    const { result } = await night.wake({ model: watched(night).model });
    expect(result.goals).toMatchObject([{ ending: 'worked', items: { done: 2 } }]);
    night.clock.advance(TICK);
    expect((await night.wake()).result.goals).toEqual([]);
  });

  test('makes nothing due while GitHub does not answer', async () => {
    const night = await nightOf([{ title: 'One' }], { goals });
    await night.wake({ model: watched(night).model });
    night.issues.onCall = () => 'error_before';
    night.clock.advance(TICK);
    expect((await night.wake()).result).toMatchObject({ ending: 'nothing_due', goals: [] });
  });
});

test('a queue over issues costs no request where nothing is due, nor where another goal is', async () => {
  const night = await nightOf([{ title: 'One' }], { goals: { tidy: triage(), other: PLAIN } });
  await night.wake({ model: watched(night).model });
  const before = [night.issues.calls, night.github.calls];
  night.clock.advance(TICK);
  expect((await night.wake()).result.ending).toBe('nothing_due');
  expect([night.issues.calls, night.github.calls]).toEqual(before);
  await night.wake({ trigger: { kind: 'person', goals: ['other'] } });
  expect(night.issues.calls).toBe(before[0]);
});

test('I13: a title with a secret reaches no log line, no key and no commit', async () => {
  const secret = 'sk-secret-value-123456';
  const night = await nightOf([{ title: `Leaked ${secret}\nby me` }]);
  await night.wake({ model: watched(night).model, secrets: [secret] });
  const state = [...night.remote.commits.values()].map(({ message, tree }) =>
    [message, ...[...tree.values()].map(({ bytes }) => Buffer.from(bytes).toString())].join('\n'),
  );
  expect(state.join('\n')).not.toContain(secret);
  expect(told(night, 'item_ended')[0]).toMatch(/^#1 Leaked \[masked\] by me is done/);
});
