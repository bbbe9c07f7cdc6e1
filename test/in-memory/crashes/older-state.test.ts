import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN, STATE, WITHOUT_DASHBOARD } from '../../support/memory/night.ts';
import { told } from '../../support/memory/wishes.ts';

const HOUR = 3_600_000;
const writes = (text: string) =>
  modelOf(({ turn }) =>
    turn === 0 ? [['write_file', { path: 'docs/a.md', text }]] : [['finish', { summary: 'Done.' }]],
  );
const looks = modelOf(() => [['finish', { summary: 'Looked.' }]]);

const drafts = (night: Night) => night.github.drafts.map(({ state }) => state);
const branches = (night: Night) =>
  [...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'));
const recorded = (night: Night) => Object.values(night.state().checkpoints['tidy']?.drafts ?? {});

/** Tips of the state branch, oldest first. */
function states(night: Night): readonly string[] {
  return night.ancestors(night.remote.branches.get(STATE)).toReversed();
}

/** A wake has opened a draft; then somebody puts the state branch back to its n-th commit. */
async function putBack(n: number): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  const { id } = await night.wake({ model: writes('One\n') });
  night.github.finished.add(id);
  night.remote.branches.set(STATE, states(night).at(n) ?? '');
  night.clock.advance(HOUR);
  return night;
}

describe('a state branch that was put back to an older commit', () => {
  test.each([
    ['of the lock', 0],
    ['of the push that held the work', 1],
  ])('leaves the draft as it is, and blames nobody: %s', async (_which, n) => {
    const night = await putBack(n);
    const tip = night.remote.branches.get(branches(night)[0] ?? '');
    await night.wake({ model: writes('One\n') });
    expect([drafts(night), branches(night).length]).toEqual([['open'], 1]);
    expect(recorded(night)).toMatchObject([{ tip, number: 1, outcome: 'open', changed_files: 1 }]);
    expect(told(night, 'draft_taken_over')).toEqual([]);
  });

  test('goes on from the work that is there, and says so', async () => {
    const night = await putBack(0);
    await night.wake({ model: writes('Two\n') });
    const tip = night.remote.branches.get(branches(night)[0] ?? '') ?? '';
    expect(night.ancestors(tip)).toHaveLength(3);
    expect(told(night, 'work_found')).toHaveLength(1);
  });

  test('from before the lock: the work that was done again takes the place of the old one', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN, other: PLAIN }, settings: WITHOUT_DASHBOARD });
    await night.wake({ trigger: { kind: 'person', goals: ['other'] }, model: looks });
    const before = night.remote.branches.get(STATE) ?? '';
    await night.wake({ trigger: { kind: 'person', goals: ['tidy'] }, model: writes('One\n') });
    night.remote.branches.set(STATE, before);
    await night.wake({ trigger: { kind: 'person', goals: ['tidy'] }, model: writes('Two\n') });
    expect([drafts(night), branches(night).length]).toEqual([['open'], 1]);
    expect(night.remote.text(branches(night)[0] ?? '', 'docs/a.md')).toBe('Two\n');
    expect(recorded(night)).toMatchObject([{ number: 1, outcome: 'open' }]);
    expect(told(night, 'work_found')).toHaveLength(1);
  });

  test.each([
    ['with a commit of a person on top', 'a change'],
    ['with the words of the agent in it', 'Mine\n\nWakeful-Goal: tidy\nWakeful-Nonce: 1'],
  ])('a branch %s is still that person’s', async (_what, message) => {
    const night = await putBack(0);
    const [branch = ''] = branches(night);
    const files = { 'docs/mine.md': 'Mine\n' };
    const tip = await night.remote.commit({ branch, files, message, time: night.clock.now() });
    await night.wake({ model: writes('Two\n') });
    expect(night.remote.branches.get(branch)).toBe(tip);
    expect(told(night, 'work_found')).toEqual([]);
  });

  test('a draft that waits is not taken for a person’s because its branch has gone on', async () => {
    const goal = `${PLAIN}when_draft_is_open: update\n`;
    const night = await Night.begin({ goals: { tidy: goal } });
    await night.wake({ model: writes('One\n') });
    const before = night.remote.branches.get(STATE) ?? '';
    night.clock.advance(6 * HOUR);
    await night.wake({ model: writes('Two\n') });
    const tip = night.remote.branches.get(branches(night)[0] ?? '');
    night.remote.branches.set(STATE, before);
    night.clock.advance(6 * HOUR);
    await night.wake({ model: looks });
    expect(recorded(night)).toMatchObject([{ tip, outcome: 'open' }]);
    expect([drafts(night), branches(night).length]).toEqual([['open'], 1]);
    expect(told(night, 'draft_taken_over')).toEqual([]);
  });
});
