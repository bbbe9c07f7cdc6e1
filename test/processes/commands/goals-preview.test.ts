/** The preview as a workflow and as a person get it, on real clones. */

import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type GoalsPreview, PULL_REQUEST, previewGoals } from '../../../src/commands/goals-preview.ts';
import { NO_SECRETS } from '../../support/as-masked.ts';
import { git, repository, temporaryFolder, write } from '../../support/git/git-fixture.ts';
import { wakeful } from '../../support/processes/program.ts';

const GOAL = 'title: Keep it tidy\nobjective: Tidy up.\nschedule: {every: 6h}\n';
const BASE = { 'goals/tidy.yml': GOAL, 'README.md': 'Hello.\n' };

type Files = Readonly<Record<string, string>>;

/** What a workflow finds: the merge of a pull request, cloned one commit deep. `meanwhile` came to the base after it. */
function checkedOut(
  proposed: Files,
  { meanwhile = {}, base = BASE }: { meanwhile?: Files; base?: Files } = {},
): string {
  const origin = repository(base);
  git(origin, 'switch', '-q', '-c', 'topic');
  commit(origin, proposed);
  git(origin, 'switch', '-q', 'main');
  commit(origin, meanwhile);
  git(origin, 'merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
  return shallow(origin);
}

function commit(folder: string, files: Files): void {
  write(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Change');
}

function shallow(origin: string, depth = 2): string {
  const clone = join(temporaryFolder(), 'proposed');
  git(origin, 'clone', '-q', `--depth=${depth}`, `file://${origin}`, clone);
  return clone;
}

function previewOf(folder: string): Promise<GoalsPreview> {
  return previewGoals({ folder, mask: NO_SECRETS.mask, ...PULL_REQUEST }, new AbortController().signal);
}

describe('of a pull request', () => {
  test('shows what it would add, without a problem', async () => {
    const more = `${GOAL}permissions: {write: ["src/**"]}\n`;
    const { markdown, problems } = await previewOf(checkedOut({ 'goals/tidy.yml': more }));
    expect(problems).toEqual([]);
    expect(markdown).toContain('- **`permissions.write`: adds `src/**`**');
    expect(markdown).toContain('| `tidy` | `**` | `src/**` |');
  });

  test('counts nothing that came to the base meanwhile as a change of the pull request', async () => {
    const meanwhile = { 'goals/other.yml': GOAL, '.github/wakeful.yml': 'log_days: 7\n' };
    const { markdown } = await previewOf(checkedOut({ 'README.md': 'Hello!\n' }, { meanwhile }));
    expect(markdown).toContain(
      'No base URL, no model, no permission and no command changes.\n\n### What each',
    );
    expect(markdown).toContain('| `other` |');
  });

  test('gives every problem with file, line and column', async () => {
    const { markdown, problems } = await previewOf(
      checkedOut({ 'goals/bad.yml': 'titel: x\n', '.github/wakeful.yml': 'lables: [x]\n' }),
    );
    expect(problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toContain(
      'goals/bad.yml:1:1',
    );
    expect(problems[0]).toMatchObject({ file: '.github/wakeful.yml', line: 1, column: 1 });
    expect(markdown).toContain('.github/wakeful.yml:1:1: ');
    expect(markdown).toContain('`bad` would not run');
  });

  test('reads the folder that each side names', async () => {
    const moved = { '.github/wakeful.yml': 'goals_folder: aims\n', 'aims/new.yml': GOAL };
    const { markdown } = await previewOf(checkedOut(moved));
    expect(markdown).toContain('- **`goals_folder`: `goals` → `aims`**');
    expect(markdown).toContain('**New goal** `new`');
    expect(markdown).toContain('Goal `tidy` is removed.');
  });

  test('runs no command of a goal', async () => {
    const mark = join(temporaryFolder(), 'ran');
    const commands = ['setup', 'checks', 'done_when'].map((field) => `${field}: ["touch ${mark}"]\n`);
    const { markdown } = await previewOf(checkedOut({ 'goals/tidy.yml': GOAL + commands.join('') }));
    expect(markdown).toContain(`**\`checks\`: adds \`touch ${mark}\`**`);
    expect(existsSync(mark)).toBe(false);
  });

  test('follows no symbolic link out of the clone', async () => {
    const secret = join(temporaryFolder(), 'secret.yml');
    write(join(secret, '..'), { 'secret.yml': 'hush: hush\n' });
    const origin = repository(BASE);
    git(origin, 'switch', '-q', '-c', 'topic');
    symlinkSync(secret, join(origin, 'goals/link.yml'));
    symlinkSync(join(secret, '..'), join(origin, '.github'));
    commit(origin, {});
    git(origin, 'switch', '-q', 'main');
    git(origin, 'merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
    const { markdown, problems } = await previewOf(shallow(origin));
    expect([problems, markdown.includes('hush')]).toEqual([[], false]);
  });

  test('reads what is committed, whatever lies in the work tree', async () => {
    const folder = checkedOut({ 'README.md': 'Hello!\n' });
    write(folder, { 'goals/tidy.yml': 'titel: x\n' });
    expect((await previewOf(folder)).problems).toEqual([]);
  });

  test('says what to do where the clone is too shallow, or is none', async () => {
    await expect(previewOf(shallow(repository(BASE), 1))).rejects.toMatchObject({
      ending: 'bad_settings',
      detail: expect.stringMatching(/no commit "HEAD\^1" in this clone; .*fetch-depth: 2/),
    });
    await expect(previewOf(temporaryFolder())).rejects.toMatchObject({
      detail: expect.stringContaining('is not a git repository'),
    });
  });
});

describe('npm start -- goals --preview', () => {
  test('shows what the files on disk would change', async () => {
    const folder = repository(BASE);
    write(folder, { 'goals/tidy.yml': `${GOAL}checks: ["npm test"]\n` });
    const { code, out, err } = await wakeful(folder, ['goals', '--preview']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Compared with `HEAD`.');
    expect(out).toContain('- **`checks`: adds `npm test`**');
  });

  test('compares with what --base names, and is red where something is wrong', async () => {
    const folder = repository(BASE);
    git(folder, 'switch', '-q', '-c', 'topic');
    commit(folder, { 'goals/new.yml': GOAL, 'goals/bad.yml': 'titel: x\n' });
    const { code, out } = await wakeful(join(folder, 'goals'), [
      'goals',
      '--preview',
      '--base',
      'main',
      '--json',
    ]);
    const shown = JSON.parse(out);
    expect(code).toBe(1);
    expect(shown.markdown).toContain('**New goal** `new`');
    expect(shown.problems[0]).toMatchObject({ file: 'goals/bad.yml', line: 1 });
  });

  test('names a base that is not there, and --base without --preview', async () => {
    const folder = repository(BASE);
    const missing = await wakeful(folder, ['goals', '--preview', '--base', 'mian']);
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('There is no commit "mian"')]);
    const alone = await wakeful(folder, ['goals', '--base', 'main']);
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('--base belongs to --preview')]);
  });
});
