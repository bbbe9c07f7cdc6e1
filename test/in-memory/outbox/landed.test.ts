import { expect, test } from 'vitest';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, STATE, WITHOUT_DASHBOARD } from '../../support/memory/night.ts';
import { doDeed } from '../../support/memory/person.ts';
import { told } from '../../support/memory/wishes.ts';

const HOUR = 3_600_000;
const GOAL =
  'schedule: {every: 6h}\nalways: true\npermissions: {write: ["docs/**"]}\nlimits: {open_drafts: 3}\n';
const BASE = 'one\ntwo\nthree\nfour\nfive\n';
const DRAFT = 'one\nTWO\nthree\nfour\nfive\nsix\n';

const draftOf = (night: Night, n = 0) => Object.values(night.state().checkpoints['tidy']?.drafts ?? {})[n];
const checkpoint = (night: Night) => night.state().checkpoints['tidy'];

async function slot(night: Night, text: string) {
  const model = modelOf(
    ({ turn }) =>
      turn === 0 ? [['write_file', { path: 'docs/a.md', text }]] : [['finish', { summary: 'Done.' }]],
    () => night.clock.advance(1_000),
  );
  const { result } = await night.wake({ model });
  night.clock.advance(6 * HOUR);
  return result.ending;
}

/** A draft is there, and a person may answer it. */
async function offered(): Promise<Night> {
  const night = await Night.begin({
    goals: { tidy: GOAL },
    files: { 'docs/a.md': BASE },
    settings: WITHOUT_DASHBOARD,
  });
  expect(await slot(night, DRAFT)).toBe('worked');
  return night;
}

test.each([
  ['as one commit', [DRAFT]],
  ['as two commits', [BASE.replace('two', 'TWO'), DRAFT]],
  ['and the line beside it has changed since', [DRAFT, DRAFT.replace('three', 'THREE')]],
  ['and the very line has changed since', [DRAFT, DRAFT.replace('TWO', 'Two').replace('six', 'Six')]],
])('a closed draft whose change is on the default branch counts as merged: %s', async (_how, texts) => {
  const night = await offered();
  for (const text of texts) await night.commit({ 'docs/a.md': text });
  await doDeed(night, 'close');
  await slot(night, 'Seven\n');
  expect(draftOf(night)).toMatchObject({ outcome: 'merged' });
  expect(checkpoint(night)).toMatchObject({ refusals: 0 });
  expect(told(night, 'draft_merged')).toEqual([
    'Draft #1 was closed, and main holds its change, so it counts as merged.',
  ]);
  expect(told(night, 'draft_refused')).toEqual([]);
});

test.each([
  ['nothing of it', BASE],
  ['something else', BASE.replace('two', 'deux')],
  ['one of its two places', BASE.replace('two', 'TWO')],
])('a closed draft is a "no" where the default branch holds %s', async (_what, text) => {
  const night = await offered();
  await night.commit({ 'docs/a.md': text });
  await doDeed(night, 'close');
  await slot(night, 'Seven\n');
  expect(draftOf(night)).toMatchObject({ outcome: 'closed' });
  expect(checkpoint(night)).toMatchObject({ refusals: 1 });
});

test('a change that lands after its draft was closed takes the "no" back', async () => {
  const night = await offered();
  await doDeed(night, 'close');
  await slot(night, 'Seven\n');
  expect(checkpoint(night)).toMatchObject({ refusals: 1 });
  await night.commit({ 'docs/a.md': DRAFT });
  await slot(night, 'Eight\n');
  expect([draftOf(night)?.outcome, checkpoint(night)?.refusals]).toEqual(['merged', 0]);
});

test('a draft that is opened again is open again, and no second one joins it', async () => {
  const night = await offered();
  await doDeed(night, 'close');
  const looks = modelOf(() => [['finish', { summary: 'Looked.' }]]);
  await night.wake({ model: looks });
  expect(draftOf(night)?.outcome).toBe('closed');
  night.github.change(1, { state: 'open' });
  night.clock.advance(6 * HOUR);
  await night.commit({ 'goals/tidy.yml': `title: Tidy\nobjective: Tidy.\n${GOAL.replace('3', '1')}` });
  expect(await slot(night, 'Seven\n')).toBe('waiting_for_draft');
  expect([draftOf(night)?.outcome, night.github.drafts.length]).toEqual(['open', 1]);
  expect(checkpoint(night)).toMatchObject({ refusals: 0 });
  expect(told(night, 'draft_reopened')).toEqual([
    'Draft #1 was opened again, so it waits for an answer as before.',
  ]);
});

test('a pause because of two rejected drafts ends when one of them is opened again', async () => {
  const night = await offered();
  await doDeed(night, 'close');
  await slot(night, 'Seven\n');
  await doDeed(night, 'close');
  await slot(night, 'Eight\n');
  expect(checkpoint(night)?.pause).not.toBeNull();
  night.github.change(2, { state: 'open' });
  await night.commit({ 'goals/other.yml': 'title: Other\nobjective: Look.\nschedule: {every: 6h}\n' });
  await slot(night, 'Nine\n');
  await slot(night, 'Ten\n');
  expect(checkpoint(night)).toMatchObject({ pause: null, refusals: 1 });
  expect(told(night, 'goal_resumed')).toHaveLength(1);
});

test('what was closed before the state began is an answer to nothing', async () => {
  const night = await offered();
  const branch = draftOf(night)?.branch ?? '';
  night.clock.advance(-6 * HOUR + 60_000);
  await doDeed(night, 'delete');
  night.remote.branches.delete(STATE);
  expect(await slot(night, DRAFT)).toBe('worked');
  expect(draftOf(night)).toMatchObject({ branch, outcome: 'open', number: 2 });
  expect(told(night, 'draft_refused')).toEqual([]);
});
