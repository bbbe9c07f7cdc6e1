import { describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../../src/core/state.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN, QUEUE, QUEUE_FILES, WITHOUT_DASHBOARD } from '../../support/memory/night.ts';
import { doDeed } from '../../support/memory/person.ts';
import { diligent } from '../../support/memory/test-model.ts';

const TICK = 1_800_000;

function checkpointOf(night: Night): Checkpoint {
  const checkpoint = night.state().checkpoints['tidy'];
  if (checkpoint === undefined) throw new Error('there is no checkpoint');
  return checkpoint;
}

const outboxOf = (night: Night) => Object.values(checkpointOf(night).items).flatMap((item) => item.outbox);
const draftOf = (night: Night) => Object.values(checkpointOf(night).drafts)[0];

describe('I7: an unfinished outbox', () => {
  test.each(['error_before', 'error_after'] as const)(
    'makes the goal due while GitHub is down (%s), runs without the model, and opens one draft',
    async (fault) => {
      const night = await Night.begin({ goals: { tidy: PLAIN }, settings: WITHOUT_DASHBOARD });
      night.github.onCall = () => fault;
      const first = await night.wake();
      expect(first.result.ending).toBe('github_unavailable');
      expect(outboxOf(night)).toHaveLength(1);
      let asked = 0;
      const model = modelOf(diligent, () => {
        asked += 1;
      });
      night.clock.advance(TICK);
      expect((await night.wake({ model })).result.ending).toBe('github_unavailable');
      expect(night.state().lock.leases).toEqual({});
      night.github.onCall = () => null;
      night.clock.advance(TICK);
      const { result } = await night.wake({ model });
      expect({ ending: result.ending, asked }).toEqual({ ending: 'worked', asked: 0 });
      expect(outboxOf(night)).toEqual([]);
      expect(night.github.drafts).toMatchObject([{ state: 'open' }]);
      expect(draftOf(night)).toMatchObject({ number: 1, outcome: 'open' });
      // What a person reads of it: the wake that made the change could not say so.
      expect(first.result.goals[0]?.drafts).toMatchObject([{ number: null, files: [{}] }]);
      expect(result.goals[0]?.drafts).toMatchObject([{ number: 1, url: expect.any(String), files: null }]);
      night.clock.advance(TICK);
      const later = await night.wake({ trigger: { kind: 'person', goals: ['tidy'] } });
      expect(later.result.goals[0]?.drafts).toEqual([]);
    },
  );

  test('of a queue stops no finished work: the rest is done when GitHub is back', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    night.github.onCall = () => 'error_before';
    await night.wake();
    night.github.onCall = () => null;
    night.clock.advance(TICK);
    await night.wake();
    const items = Object.values(checkpointOf(night).items);
    expect(items.map((item) => [item.status, item.attempts])).toEqual([
      ['done', 1],
      ['done', 1],
      ['done', 1],
    ]);
    expect(night.github.drafts).toHaveLength(1);
  });

  test('whose draft was created and whose receipt was lost finds that draft again', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.onCall = (_call, name) => (name === 'createDraft' ? 'die_after' : null);
    await night.wake({ id: 'dead' });
    night.github.onCall = () => null;
    night.github.finished.add('dead');
    night.clock.advance(TICK);
    await night.wake();
    expect(night.github.drafts).toHaveLength(1);
    expect(draftOf(night)).toMatchObject({ number: 1, outcome: 'open' });
    // The dead wake may not have come to them.
    expect(night.github.changes).toMatchObject([{ labels: ['wakeful'], reviewers: [] }]);
    night.clock.advance(TICK);
    await night.wake();
    expect(night.github.changes).toHaveLength(1);
  });

  test('of commits that a person has put on the default branch meanwhile is merged', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.onCall = (_call, name) => (name === 'createDraft' ? 'error_before' : null);
    await night.wake();
    night.github.onCall = () => null;
    night.remote.branches.set('main', night.remote.branches.get(draftOf(night)?.branch ?? '') ?? '');
    night.clock.advance(TICK);
    await night.wake();
    expect(night.github.drafts).toEqual([]);
    expect(outboxOf(night)).toEqual([]);
    expect(draftOf(night)?.outcome).toBe('merged');
  });

  test('of a draft that a person merged or closed before its receipt was written records what the person did', async () => {
    for (const deed of ['merge', 'close'] as const) {
      const night = await Night.begin({ goals: { tidy: PLAIN } });
      night.github.onCall = (_call, name) => (name === 'createDraft' ? 'error_after' : null);
      await night.wake();
      night.github.onCall = () => null;
      await doDeed(night, deed);
      night.clock.advance(TICK);
      await night.wake();
      expect(draftOf(night)).toMatchObject({
        number: 1,
        outcome: deed === 'merge' ? 'merged' : 'closed',
        generation: 1,
      });
      expect(outboxOf(night)).toEqual([]);
      expect(night.github.drafts).toHaveLength(1);
    }
  });

  test('of a branch that a person deleted before it was offered is a "no": no draft, and no attempt at each tick', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.onCall = () => 'error_before';
    await night.wake();
    night.github.onCall = () => null;
    await doDeed(night, 'delete');
    night.clock.advance(TICK);
    await night.wake();
    expect(night.github.drafts).toEqual([]);
    expect(outboxOf(night)).toEqual([]);
    expect(draftOf(night)?.outcome).toBe('closed');
    night.clock.advance(TICK);
    expect((await night.wake()).result.ending).toBe('nothing_due');
  });
});
