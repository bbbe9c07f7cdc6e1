import { describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../../src/core/state.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { goalText, Night, PLAIN, STATE, type WakeOptions } from '../../support/memory/night.ts';
import { doDeed } from '../../support/memory/person.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { told } from '../../support/memory/wishes.ts';

const HOUR = 3_600_000;
const WEEKLY = `${PLAIN.replace('6h', '7d')}limits: {open_drafts: 3}\n`;
const LOOKS = 'schedule: {every: 6h}\nalways: true\npermissions: {effects: []}\n';
const looks = modelOf(() => [['finish', { summary: 'Looked.' }]]);

const draftOf = (night: Night): Checkpoint['drafts'][string] | undefined =>
  Object.values(night.state().checkpoints['weekly']?.drafts ?? {})[0];

/** A draft of a goal that is due next week waits; another goal is due every six hours. */
async function waiting(yaml = WEEKLY): Promise<Night> {
  const night = await Night.begin({ goals: { weekly: yaml, often: LOOKS } });
  await night.wake({ model: modelOf(diligent, () => night.clock.advance(1_000)) });
  expect(draftOf(night)?.outcome).toBe('open');
  return night;
}

describe('outcomes of drafts', () => {
  test.each([
    ['merge', 'merged', '1 of 1 merged'],
    ['close', 'closed', '0 of 1 merged, 1 closed'],
    ['push', 'taken_over', '1 taken over'],
  ] as const)(
    'are read back by any wake that works, long before their goal is due: %s',
    async (deed, outcome, words) => {
      const night = await waiting();
      await doDeed(night, deed);
      night.clock.advance(6 * HOUR);
      const { pushes } = await night.wake({ model: looks });
      expect(pushes, 'in the push that the wake makes anyway').toBe(3);
      expect(draftOf(night)?.outcome).toBe(outcome);
      expect(night.remote.text(STATE, 'README.md')).toContain(words);
      night.clock.advance(6 * HOUR);
      await night.wake({ model: looks });
      expect(told(night, `draft_${deed === 'close' ? 'refused' : outcome}`), 'told once').toHaveLength(1);
    },
  );

  test.each([
    ['deleted', null],
    ['disabled', goalText('weekly', `${WEEKLY}enabled: false\n`)],
    ['no longer valid', 'title: 1\n'],
  ])('also when the file of their goal is %s', async (_how, file) => {
    const night = await waiting();
    await night.commit({ 'goals/weekly.yml': file });
    await doDeed(night, 'merge');
    night.clock.advance(6 * HOUR);
    await night.wake({ model: looks });
    expect(draftOf(night)?.outcome).toBe('merged');
    expect(told(night, 'draft_merged')).toEqual(['Draft #1 was merged.']);
  });

  test('cost nothing where nothing is due', async () => {
    const night = await waiting();
    await doDeed(night, 'merge');
    const { calls } = night.github;
    night.clock.advance(HOUR / 2);
    const { result, pushes, fetches } = await night.wake();
    expect([result.ending, pushes, fetches, night.github.calls - calls]).toEqual(['nothing_due', 0, 1, 0]);
    expect(draftOf(night)?.outcome).toBe('open');
  });

  test('are left to the wake that holds their goal, and to later ones while GitHub does not answer', async () => {
    const night = await waiting();
    await doDeed(night, 'merge');
    night.github.onCall = (_call, name) => (name === 'findDrafts' ? 'error_before' : null);
    night.clock.advance(6 * HOUR);
    expect((await night.wake({ model: looks })).result.ending).toBe('no_change');
    expect(draftOf(night)?.outcome).toBe('open');
    night.github.onCall = () => null;
    night.clock.advance(6 * HOUR);
    const reading = looks.open;
    const model = {
      ...looks,
      open: async (...input: Parameters<typeof reading>) => {
        await night.wake({ trigger: { kind: 'person', goals: ['weekly'] }, model: modelOf(diligent) });
        return reading(...input);
      },
    };
    await night.wake({ model });
    expect(told(night, 'draft_merged')).toHaveLength(1);
    expect(night.state().checkpoints['weekly']?.drafts).not.toEqual({});
  });

  describe('I6, I11: a draft closed unmerged is a remembered "no"', () => {
    const EVERY_SLOT = `${PLAIN}limits: {open_drafts: 3}\n`;

    /** Writes these words into a file of the window, and says how the wake ended. */
    async function slot(night: Night, text: string, options: WakeOptions = {}): Promise<string> {
      const model = modelOf(
        ({ turn }) =>
          turn === 0 ? [['write_file', { path: 'docs/a.md', text }]] : [['finish', { summary: 'Done.' }]],
        () => night.clock.advance(1_000),
      );
      const { result } = await night.wake({ ...options, model });
      night.clock.advance(6 * HOUR);
      return result.ending;
    }

    async function refused(files: Readonly<Record<string, string>> = {}): Promise<Night> {
      const night = await Night.begin({ goals: { tidy: EVERY_SLOT }, files });
      expect(await slot(night, 'One\n')).toBe('worked');
      await doDeed(night, 'close');
      return night;
    }

    const drafts = ({ github }: Night) => github.drafts.map(({ state }) => state);

    test('whose very change later windows make again: nothing is pushed, and the log says why', async () => {
      const night = await refused();
      const branches = [...night.remote.branches.keys()];
      for (let times = 0; times < 3; times++) expect(await slot(night, 'One\n')).toBe('no_change');
      expect([drafts(night), [...night.remote.branches.keys()]]).toEqual([['closed'], branches]);
      expect(told(night, 'item_passed_over')).toEqual(
        Array(3).fill(
          'The change is the same as in draft #1, which was closed without merging, so it is not proposed again.',
        ),
      );
      expect(night.state().checkpoints['tidy']).toMatchObject({ window: null, refusals: 1, pause: null });
    });

    test('and a person who asks for the goal is told the same', async () => {
      const night = await refused();
      const asked = { trigger: { kind: 'person', goals: ['tidy'] } } as const;
      expect(await slot(night, 'One\n', asked)).toBe('no_change');
      expect(drafts(night)).toEqual(['closed']);
    });

    test('but another change is offered', async () => {
      const night = await refused();
      expect(await slot(night, 'Two\n')).toBe('worked');
      expect(drafts(night)).toEqual(['closed', 'open']);
    });

    test('but the same words for a file that has changed since are offered', async () => {
      const night = await refused({ 'docs/a.md': 'Zero\n' });
      await night.commit({ 'docs/a.md': 'Zero again\n' });
      expect(await slot(night, 'One\n')).toBe('worked');
      expect(drafts(night)).toEqual(['closed', 'open']);
    });

    test('but what was merged since is offered again where somebody has undone it', async () => {
      const night = await refused();
      await slot(night, 'Two\n');
      await doDeed(night, 'merge');
      await night.commit({ 'docs/a.md': null });
      expect(await slot(night, 'One\n')).toBe('worked');
      expect(drafts(night)).toEqual(['closed', 'merged', 'open']);
    });

    test('for one element is none for another', async () => {
      const goal = (element: string) => `${EVERY_SLOT}for_each: {list: [${element}], drafts: per_item}\n`;
      const night = await Night.begin({ goals: { tidy: goal('x') } });
      await slot(night, 'One\n');
      expect(drafts(night)).toEqual(['open']);
      night.github.change(1, { state: 'closed' });
      await night.commit({ 'goals/tidy.yml': goalText('tidy', goal('y')) });
      expect(await slot(night, 'One\n')).toBe('worked');
      expect(drafts(night)).toEqual(['closed', 'open']);
    });
  });

  test('I17: two "no" in a row count, whoever has read them, and pause the goal when it is due', async () => {
    const night = await Night.begin({ goals: { weekly: WEEKLY, often: LOOKS } });
    for (const round of [1, 2]) {
      const model = modelOf(
        ({ turn }) =>
          turn === 0
            ? [['write_file', { path: 'docs/a.md', text: `Version ${round}\n` }]]
            : [['finish', { summary: 'Done.' }]],
        () => night.clock.advance(1_000),
      );
      await night.wake({ trigger: { kind: 'person', goals: ['weekly'] }, model });
      expect(await doDeed(night, 'close')).not.toBeNull();
      night.clock.advance(6 * HOUR);
      await night.wake({ model: looks });
    }
    expect(night.state().checkpoints['weekly']).toMatchObject({ refusals: 2, pause: null });
    night.clock.advance(8 * 24 * HOUR);
    await night.wake({ model: looks });
    expect(night.state().checkpoints['weekly']?.pause?.reason).toContain(
      '2 drafts in a row were closed without merging',
    );
  });
});

describe('a task that was given up', () => {
  const ONCE = 'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nlimits: {attempts: 1}\n';
  const list = (words: string) => `${ONCE}for_each: {list: [${words}]}\n`;
  const items = (night: Night) =>
    Object.entries(night.state().checkpoints['list']?.items ?? {}).map(
      ([key, { status }]) => `${key.replace(/@.*/, '')} ${status}`,
    );
  const half = modelOf(({ item, turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/${item}.md`, text: 'Half.\n' }]]
      : [['give_up', { reason: 'Too hard.' }]],
  );
  const edit = (night: Night, words: string) =>
    night.commit({ 'goals/list.yml': goalText('list', list(words)) });

  async function stuck(): Promise<Night> {
    const night = await Night.begin({ goals: { list: list('one, two') } });
    await night.wake({ model: half });
    expect(items(night)).toEqual(['one stuck', 'two stuck']);
    return night;
  }

  test('is not kept as open for ever where its goal no longer asks for it', async () => {
    const night = await stuck();
    await edit(night, 'two');
    const whole = modelOf(({ item, turn }) =>
      turn === 0
        ? [['write_file', { path: `docs/${item}.md`, text: 'Whole.\n' }]]
        : [['finish', { summary: 'Wrote it.' }]],
    );
    await night.wake({ model: whole });
    expect(items(night)).toEqual(['two done']);
    expect(night.state().checkpoints['list']?.window).toBeNull();
  });

  test('counts as merged where its incomplete draft was, nothing is left to do, and its goal was edited since', async () => {
    const links =
      'schedule: {every: 6h}\nfor_each: {findings: links}\npermissions: {write: ["**/*.md"]}\nlimits: {attempts: 1}\n';
    const night = await Night.begin({
      goals: { list: links },
      files: { 'a.md': '# A\n\n[x](gone.md) and [y](lost.md)\n', 'b.md': '# B\n' },
    });
    const one = modelOf(({ turn }) =>
      turn === 0
        ? [['edit_file', { path: 'a.md', old: 'gone.md', new: 'b.md' }]]
        : [['finish', { summary: 'All links lead somewhere now.' }]],
    );
    await night.wake({ model: one });
    expect(items(night)).toEqual(['a.md stuck']);
    await doDeed(night, 'merge');
    await night.commit({ 'a.md': '# A\n' });
    night.clock.advance(6 * HOUR);
    await night.wake({ model: one });
    expect(
      Object.values(night.state().checkpoints['list']?.drafts ?? {}).map(({ outcome }) => outcome),
    ).toEqual(['merged']);
    await night.commit({ 'goals/list.yml': goalText('list', `${links}when_draft_is_open: update\n`) });
    await night.wake({ model: one });
    night.clock.advance(6 * HOUR);
    await night.wake({ model: one });
    expect(items(night)).toEqual(['a.md merged']);
  });
});
