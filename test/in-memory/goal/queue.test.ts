import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';
import { doDeed } from '../../support/memory/person.ts';
import { diligent } from '../../support/memory/test-model.ts';

const TICK = 1_800_000;
const ODD = [
  'docs/with space.md',
  'docs/"quoted" \'twice\'.md',
  'docs/new\nline.md',
  'docs/größe-日本.md',
  'docs/me@home@.md',
  'docs/-dash.md',
];

function itemsOf(night: Night): readonly (readonly [string, string])[] {
  const items = Object.entries(night.state().checkpoints['tidy']?.items ?? {});
  return items.map(([key, item]) => [key.slice(0, key.lastIndexOf('@')), item.status]);
}

const touch = (turn: number, name: string) =>
  turn === 0
    ? ([['write_file', { path: `docs/${name}.txt`, text: `${name}\n` }]] as const)
    : ([['finish', { summary: 'Done.' }]] as const);

describe.each(['together', 'per_item'])('a queue over files with odd names, drafts %s', (drafts) => {
  test('does each of them once, on branches with plain names', async () => {
    const permissions = 'permissions: {write: ["docs/**"], other_files: true}';
    const goal = `schedule: {every: 6h}\nalways: true\n${permissions}\nfor_each: {files: "docs/*.md", drafts: ${drafts}}\nlimits: {open_drafts: 5, items_per_wake: 3}\n`;
    const night = await Night.begin({
      goals: { tidy: goal },
      files: Object.fromEntries(ODD.map((path) => [path, `${path}\n`])),
      settings: 'open_drafts: 10\n',
    });
    let files = 0;
    const model = modelOf(
      ({ turn }) => {
        if (turn === 0) files += 1;
        return touch(turn, `file-${files}`);
      },
      () => night.clock.advance(500),
    );
    await night.wake({ model });
    if (drafts === 'per_item') await doDeed(night, 'merge');
    night.clock.advance(TICK);
    const { result } = await night.wake({ model });
    expect(result.ending, result.detail).toBe('worked');
    expect(itemsOf(night).toSorted()).toEqual(ODD.map((path) => [path, 'done']).toSorted());
    const branches = [...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'));
    expect(branches).toHaveLength(drafts === 'together' ? 1 : ODD.length);
    for (const branch of branches) expect(branch).toMatch(/^wakeful\/tidy\/[a-z0-9-]+-[0-9a-f]{8}-1$/);
  });
});

describe('a queue', () => {
  test('over commits does each commit, also those with the same subject, and tells the model which one', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}for_each: {commits: true}\n` } });
    for (const text of ['1', '2'])
      await night.remote.commit({
        branch: 'main',
        files: { x: text },
        message: 'fix it',
        time: night.clock.now() - 3_500_000,
      });
    const seen: string[] = [];
    const model = modelOf(({ item, turn }) => {
      if (turn === 0) seen.push(item);
      return touch(turn, `commit-${seen.length}`);
    });
    const { result } = await night.wake({ model });
    expect(result.ending, result.detail).toBe('worked');
    const fixes = seen.filter((item) => item.includes('fix it'));
    expect(new Set(fixes).size).toBe(2);
  });

  test('over a list does each element once, also one that is named twice', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}for_each: {list: ["docs/one", "docs/a@b", "docs/one"]}\n` },
    });
    let asked = 0;
    const model = modelOf(diligent, () => {
      asked += 1;
    });
    expect((await night.wake({ model })).result.ending).toBe('worked');
    expect(night.state().checkpoints['tidy']).toMatchObject({ window: null });
    expect(itemsOf(night).toSorted()).toEqual([
      ['docs/a@b', 'done'],
      ['docs/one', 'done'],
    ]);
    expect(asked).toBe(4);
  });

  test('without elements ends its window, asks no model, and is due at the next slot', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}for_each: {files: "docs/*.md"}\n` } });
    let asked = 0;
    const model = modelOf(diligent, () => {
      asked += 1;
    });
    const first = await night.wake({ model });
    expect([first.result.ending, first.pushes, asked]).toEqual(['no_change', 2, 0]);
    night.clock.advance(TICK);
    const second = await night.wake({ model });
    expect([second.result.ending, second.pushes]).toEqual(['nothing_due', 0]);
    expect(night.state().checkpoints['tidy']).toMatchObject({ window: null, counters: { ran: 1 } });
  });

  test('of 5,001 elements is refused with a way out, stops nothing else, and is quiet once its alert is open', async () => {
    const files = Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`docs/${n}.md`, 'x']));
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}for_each: {files: "docs/*.md"}\n`, other: PLAIN },
      files,
    });
    const first = await night.wake();
    expect(first.result.ending).toBe('bad_goal');
    expect(first.result.detail).toMatch(/5,?001.*5,?000.*Narrow/);
    expect(first.result.goals.find((goal) => goal.goal === 'other')?.ending).toBe('worked');
    expect(night.state().lock.leases).toEqual({});
    for (let n = 0; n < 3; n++) {
      night.clock.advance(TICK);
      await night.wake();
    }
    expect(night.github.issues).toMatchObject([{ state: 'open' }]);
    night.clock.advance(TICK);
    expect((await night.wake()).pushes).toBeLessThanOrEqual(1);
  });
});
