/** Updates over a real clone: what people have changed stays, whatever the new release changes. */
import { describe, expect, test, vi } from 'vitest';
import { openClone } from '../../../src/adapters/git/clone.ts';
import { gitRunner } from '../../../src/adapters/git/run-git.ts';
import { RECORD_FILE, readRecord } from '../../../src/config/install/record-file.ts';
import { settingsInUse } from '../../../src/config/settings/settings-file.ts';
import type { ActionSource } from '../../../src/install/release.ts';
import { updateOf } from '../../../src/install/update.ts';
import { git, repository, write } from '../../support/git/git-fixture.ts';
import { installedFiles } from '../../support/git/installed.ts';
import { OWN_RELEASE } from '../../support/git/own-release.ts';

vi.setConfig({ testTimeout: 60_000 });

const { signal } = new AbortController();
const WAKE = '.github/workflows/wake.yml';
const WHOLE = '.github/wakeful/wake.yml';
const SETTINGS = '.github/wakeful.yml';
const REPOSITORY = { 'README.md': '# X\n', 'docs/a.md': '# A\n', 'docs/b.md': '# B\n' };

/** The next release: another commit, and what `change` makes of its files. */
function next(change: Readonly<Record<string, (text: string) => string>> = {}): ActionSource {
  const files = [...OWN_RELEASE.files].map(([path, text]) => [path, change[path]?.(text) ?? text] as const);
  return { ...OWN_RELEASE, commit: 'f'.repeat(40), version: 'v1.3.0', files: new Map(files) };
}

/** An installation that was merged, with what a person has changed since. */
async function installed(edits: Readonly<Record<string, (text: string) => string>> = {}) {
  const files = await installedFiles(REPOSITORY);
  const folder = repository({ ...REPOSITORY, ...Object.fromEntries(files) });
  const edited = Object.entries(edits).map(([path, edit]) => [path, edit(files.get(path) ?? '')]);
  write(folder, Object.fromEntries(edited));
  git(folder, 'add', '-A', '-f');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Edits');
  const clone = await openClone(gitRunner({ PATH: process.env['PATH'] }), folder, signal);
  const commit = git(folder, 'rev-parse', 'HEAD');
  const update = async (release: ActionSource, goals = new Map<string, string>(), hasApp = false) => {
    const record = readRecord((await clone.text(commit, RECORD_FILE, signal)) ?? '');
    if (record === null) throw new Error('no record');
    return updateOf({ record, release, commit, remote: 'origin', goals, hasApp }, clone, signal);
  };
  return { folder, clone, commit, update };
}

describe('an update', () => {
  test('of untouched files moves the pinned commit and nothing else, in all four workflows', async () => {
    const { update, folder } = await installed();
    const { changed, files } = await update(next());
    expect([...changed.keys()].sort()).toEqual([
      RECORD_FILE,
      ...['goals', 'requests', 'wake', 'watchdog'].map((name) => `.github/workflows/${name}.yml`),
    ]);
    expect(files.filter(({ kind }) => kind === 'merged' || kind === 'pinned')).toEqual([]);
    const before = git(folder, 'show', `HEAD:${WAKE}`).split('\n');
    const after = (changed.get(WAKE) ?? '').trim().split('\n');
    const different = after.filter((line, at) => line !== before[at]);
    // In the job that decides, and in the one with a sandbox.
    expect([...new Set(different)]).toEqual([`        uses: acme/wakeful@${'f'.repeat(40)} # v1.3.0`]);
  });

  test('to the release that is installed has nothing to do, and neither has the same update again', async () => {
    const { update } = await installed();
    expect((await update(OWN_RELEASE)).changed.size).toBe(0);
  });

  test('keeps what a person has changed, and brings what the release changes elsewhere in the file', async () => {
    const { update } = await installed({ [WAKE]: (text) => text.replace('"17,47 * * * *"', '"7 3 * * *"') });
    const { changed, files } = await update(
      next({
        [WHOLE]: (text) =>
          text.replace('timeout-minutes: 2\n    permissions: {}', 'timeout-minutes: 4\n    permissions: {}'),
      }),
    );
    expect(files.find(({ path }) => path === WAKE)).toMatchObject({ kind: 'merged', conflicts: 0 });
    expect(changed.get(WAKE)).toContain('"7 3 * * *"');
    expect(changed.get(WAKE)).toContain('timeout-minutes: 4\n    permissions: {}');
    expect(changed.get(WAKE)).toContain(`uses: acme/wakeful@${'f'.repeat(40)} # v1.3.0`);
  });

  test('keeps the person’s lines where both have changed them, counts those places, and moves the pin all the same', async () => {
    const { update } = await installed({
      [WAKE]: (text) => text.replace('"17,47 * * * *"', '"7 3 * * *"').replace(/uses: acme.*/, '$& and mine'),
    });
    const { changed, files } = await update(
      next({ [WHOLE]: (text) => text.replace('"17,47 * * * *"', '"19,49 * * * *"') }),
    );
    expect(files.find(({ path }) => path === WAKE)).toMatchObject({ kind: 'merged', conflicts: 2 });
    expect(changed.get(WAKE)).toContain('"7 3 * * *"');
    expect(changed.get(WAKE)).not.toMatch(/<<<<<<<|19,49/);
    expect(changed.get(WAKE)).toContain(`uses: acme/wakeful@${'f'.repeat(40)} # v1.3.0`);
  });

  test('of settings keeps what was chosen and what was changed', async () => {
    const { update } = await installed({
      [SETTINGS]: (text) => text.replace('log_days: 90', 'log_days: 14'),
    });
    const { changed } = await update(
      next({ [SETTINGS]: (text) => text.replace('models:\n', '# A new note.\nmodels:\n') }),
    );
    const text = changed.get(SETTINGS) ?? '';
    expect(text).toContain('# A new note.');
    const { settings, problems } = settingsInUse(text);
    expect([
      problems,
      settings.logDays,
      settings.budget.usdPerMonth,
      settings.models['default']?.price,
    ]).toMatchObject([[], 14, 5, { in: 0.25, out: 2 }]);
  });

  test('leaves files away that a person has removed, and never touches goals', async () => {
    const { folder, clone } = await installed();
    git(folder, 'rm', '-q', '.github/workflows/goals.yml');
    git(folder, 'commit', '-q', '-m', 'No preview');
    const commit = git(folder, 'rev-parse', 'HEAD');
    const record = readRecord((await clone.text(commit, RECORD_FILE, signal)) ?? '');
    if (record === null) throw new Error('no record');
    const goals = new Map<string, string>();
    const order = { record, release: next(), commit, remote: 'origin', goals, hasApp: false };
    const { changed, removed } = await updateOf(order, clone, signal);
    expect(removed).toEqual(['.github/workflows/goals.yml']);
    expect(
      [...changed.keys()].filter((path) => path.startsWith('goals/') || path.endsWith('/goals.yml')),
    ).toEqual([]);
  });

  test('adds the events that goals name by now, with the condition that keeps strangers out', async () => {
    const { update } = await installed();
    const goal =
      'title: X\nobjective: Y\non: [release]\npermissions: {write: ["a.md"]}\nschedule: {every: 24h}\n';
    const { changed } = await update(OWN_RELEASE, new Map([['goals/x.yml', goal]]));
    expect(changed.get(WAKE)).toMatch(/^ {2}release:$/m);
    expect(changed.get(WAKE)).toContain('author_association');
  });

  test('moves only the pin where nobody knows any more what a changed file was', async () => {
    const { update, clone } = await installed({ [WAKE]: (text) => `# Mine.\n${text}` });
    const lost = {
      ...clone,
      text: clone.text.bind(clone),
      merge: clone.merge.bind(clone),
      blob: async () => null,
      fetchFrom: async () => false,
    };
    const record = readRecord(
      (await clone.text(git(clone.root, 'rev-parse', 'HEAD'), RECORD_FILE, signal)) ?? '',
    );
    if (record === null) throw new Error('no record');
    const order = {
      record,
      release: next(),
      commit: git(clone.root, 'rev-parse', 'HEAD'),
      remote: 'origin',
      goals: new Map<string, string>(),
      hasApp: false,
    };
    const { files } = await updateOf(order, lost, signal);
    expect(files.find(({ path }) => path === WAKE)).toMatchObject({
      kind: 'pinned',
      text: expect.stringMatching(/^# Mine\.[\s\S]*@f{40} # v1\.3\.0/),
    });
    expect((await update(next())).files.find(({ path }) => path === WAKE)?.kind).toBe('merged');
  });

  test('keeps a person’s changes at each update, although what was merged before is in no commit', async () => {
    const { clone, commit, folder, update } = await installed({
      [WAKE]: (text) => text.replace('"17,47 * * * *"', '"7 3 * * *"'),
    });
    const edit = (minutes: number) => (text: string) =>
      text.replace(
        'timeout-minutes: 2\n    permissions: {}',
        `timeout-minutes: ${minutes}\n    permissions: {}`,
      );
    const second = next({ [WHOLE]: edit(4) });
    const { changed } = await update(second);
    write(folder, Object.fromEntries([...changed].map(([path, text]) => [path, String(text)])));
    git(folder, 'commit', '-q', '-a', '-m', 'Update');
    const now = git(folder, 'rev-parse', 'HEAD');
    expect(now).not.toBe(commit);
    const record = readRecord((await clone.text(now, RECORD_FILE, signal)) ?? '');
    if (record === null) throw new Error('no record');
    const third = { ...next({ [WHOLE]: edit(6) }), commit: 'e'.repeat(40), version: 'v1.4.0' };
    /** The clone, beside a GitHub that has the second release. */
    const beside = {
      blob: clone.blob.bind(clone),
      merge: clone.merge.bind(clone),
      fetchFrom: async (address: string, id: string) =>
        address === 'https://github.com/acme/wakeful' && id === second.commit,
      text: async (id: string, path: string) =>
        id === second.commit ? (second.files.get(path) ?? null) : clone.text(id, path, signal),
    };
    const order = { record, release: third, commit: now, remote: 'origin', goals: new Map(), hasApp: false };
    const { files } = await updateOf(order, beside, signal);
    const wake = files.find(({ path }) => path === WAKE);
    expect(wake).toMatchObject({ kind: 'merged', conflicts: 0 });
    expect(wake?.text).toContain('"7 3 * * *"');
    expect(wake?.text).toContain('timeout-minutes: 6\n    permissions: {}');
    expect(wake?.text).toContain(`@${'e'.repeat(40)} # v1.4.0`);
  });
});
