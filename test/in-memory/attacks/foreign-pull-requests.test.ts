import { describe, expect, test } from 'vitest';
import { hiddenMarker } from '../../../src/core/marker.ts';
import type { Checkpoint } from '../../../src/core/state.ts';
import type { Draft } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';

/*
 * Whoever sees a branch of the agent's can offer it in a pull request of his own, with the agent's words and its hidden
 * marker, and close it again. Neither is an answer to the agent's draft, nor does the agent touch what it has not opened.
 */

const TICK = 1_800_000;
const SLOT = 21_600_000;

const daily =
  (night: Night): Behaviour =>
  ({ turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/day-${night.clock.now()}.md`, text: 'A day.\n' }]]
      : [['finish', { summary: 'A day.' }]];

function wake(night: Night) {
  return night.wake({ model: modelOf(daily(night), () => night.clock.advance(1_000)) });
}

function checkpointOf(night: Night): Checkpoint {
  const checkpoint = night.state().checkpoints['tidy'];
  if (checkpoint === undefined) throw new Error('there is no checkpoint');
  return checkpoint;
}

function draftsOf(night: Night) {
  return Object.values(checkpointOf(night).drafts);
}

/** The agent's branch is pushed, and its draft could not be opened in that run. */
async function nightBeforeDraft(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  night.github.onCall = (_call, name) => (name === 'createDraft' ? 'error_before' : null);
  await wake(night);
  night.github.onCall = () => null;
  expect(night.github.drafts).toEqual([]);
  night.clock.advance(TICK);
  return night;
}

async function nightWithDraft(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {open_drafts: 2}\n` } });
  await wake(night);
  expect(night.github.drafts).toHaveLength(1);
  night.clock.advance(SLOT);
  return night;
}

/** A pull request of the agent's newest branch. */
function offer(night: Night, change: Partial<Draft> = {}): Draft {
  const branch = [...night.remote.branches.keys()].findLast((name) => name.startsWith('wakeful/')) ?? '';
  const [key = ''] = Object.keys(checkpointOf(night).drafts);
  const texts = { title: 'Mine', body: `Mine.\n\n${hiddenMarker(`tidy/${key}/0`)}`, url: 'x' };
  const head = night.remote.branches.get(branch) ?? null;
  const number = 70 + night.github.drafts.length;
  const draft: Draft & { base: string } = {
    ...{ ...texts, number, branch, head, endedAt: null, base: 'main', state: 'open', openedBy: 'stranger' },
    ...change,
  };
  night.github.drafts.push(draft);
  return draft;
}

function expectUntouched(night: Night, { number, title, body, state }: Draft): void {
  const now = night.github.drafts.find((draft) => draft.number === number);
  expect(now).toMatchObject({ title, body, state });
}

interface Attempt {
  readonly name: string;
  readonly change: Partial<Draft>;
}

const BEFORE: readonly Attempt[] = [
  { name: 'open, with its marker', change: {} },
  { name: 'closed, with its marker', change: { state: 'closed' } },
  { name: 'merged into another branch, with its marker', change: { state: 'merged' } },
  { name: 'open, without a marker', change: { body: 'Mine.' } },
  { name: 'closed, without a marker', change: { state: 'closed', body: 'Mine.' } },
];

describe('before the agent has opened its draft', () => {
  test.each(BEFORE)(
    'a stranger’s pull request of its branch is no draft of its own: $name',
    async ({ change }) => {
      const night = await nightBeforeDraft();
      const foreign = offer(night, change);
      await wake(night);
      expectUntouched(night, foreign);
      expect(draftsOf(night).map(({ number }) => number)).not.toContain(foreign.number);
      night.github.change(foreign.number, { state: 'closed' });
      night.clock.advance(TICK);
      await wake(night);
      const own = night.github.drafts.filter(({ openedBy }) => openedBy === 'agent');
      expect(own).toMatchObject([{ state: 'open' }]);
      expect(draftsOf(night)).toMatchObject([{ outcome: 'open', number: own[0]?.number }]);
      expect(Object.values(checkpointOf(night).items)).toMatchObject([{ status: 'done' }]);
    },
  );

  test('the pull request of somebody with write permission counts, and keeps its words although it bears the marker', async () => {
    const night = await nightBeforeDraft();
    const foreign = offer(night, { openedBy: 'writer' });
    await wake(night);
    expectUntouched(night, foreign);
    expect(draftsOf(night)).toMatchObject([{ number: foreign.number, outcome: 'open' }]);
  });
});

describe('beside the agent’s draft', () => {
  test.each([
    { name: 'a stranger’s, open', change: {} },
    { name: 'a stranger’s, closed', change: { state: 'closed' } },
    { name: 'a stranger’s, merged', change: { state: 'merged' } },
    { name: 'a writer’s, open', change: { openedBy: 'writer' } },
  ] as const satisfies readonly Attempt[])(
    'another one with its marker is neither closed nor changed: $name',
    async ({ change }) => {
      const night = await nightWithDraft();
      const foreign = offer(night, change);
      await wake(night);
      expectUntouched(night, foreign);
      expect(draftsOf(night)[0]).toMatchObject({ number: 1, outcome: 'open' });
    },
  );

  test.each([
    { name: 'a stranger’s', change: {} },
    { name: 'a writer’s', change: { openedBy: 'writer' } },
  ] as const satisfies readonly Attempt[])(
    'one that comes after its end is not closed: $name',
    async ({ change }) => {
      const night = await nightWithDraft();
      night.github.change(1, { state: 'merged' });
      await wake(night);
      const branch = draftsOf(night)[0]?.branch ?? '';
      const foreign = offer(night, { ...change, branch });
      night.clock.advance(TICK);
      await wake(night);
      night.clock.advance(SLOT);
      await wake(night);
      expectUntouched(night, foreign);
    },
  );

  test('a stranger’s pull request that is open keeps no other goal from its draft', async () => {
    const goals = { tidy: PLAIN, other: PLAIN };
    const night = await Night.begin({ goals, settings: 'open_drafts: 1\n' });
    await wake(night);
    offer(night, { branch: night.github.drafts[0]?.branch ?? '' });
    night.github.change(1, { state: 'closed' });
    night.clock.advance(TICK);
    await wake(night);
    expect(night.github.drafts.filter(({ openedBy }) => openedBy === 'agent')).toHaveLength(2);
  });

  test('a stranger’s closed pull request is no answer where the branch was changed', async () => {
    const night = await nightBeforeDraft();
    const branch = draftsOf(night)[0]?.branch ?? '';
    offer(night, { state: 'closed' });
    await night.remote.commit({ branch, files: { 'x.md': 'X\n' }, time: night.clock.now() });
    await wake(night);
    expect(Object.values(checkpointOf(night).items).map(({ status }) => status)).not.toContain('refused');
  });
});
