import { describe, expect, test } from 'vitest';
import { git, repository, write } from '../../support/git/git-fixture.ts';
import { wakeful } from '../../support/processes/program.ts';

const GOOD = `title: Keep it tidy
objective: Tidy up.
schedule:
  every: 6h
`;
const BAD = `title: Bad
objektive: Tidy up.
schedule:
  cron: "61 * * * *"
`;

describe('goals', () => {
  test('shows schedule, next time and limits of each goal', async () => {
    const { code, out } = await wakeful(repository({ 'goals/tidy.yml': GOOD }), ['goals']);
    expect(code).toBe(0);
    expect(out).toMatch(/tidy\s+Keep it tidy\s+every 6 hours\s+\d+ \w+ \d\d:00/);
    expect(out).toContain('file: goals/tidy.yml');
  });

  test('gives one JSON document with the next slots, also with problems, and nothing else', async () => {
    const folder = repository({ 'goals/tidy.yml': GOOD, 'goals/bad.yml': BAD });
    const { code, out, err } = await wakeful(folder, ['goals', '--json']);
    const shown = JSON.parse(out);
    expect(shown.goals[0].id).toBe('tidy');
    expect(shown.goals[0].next_slots).toHaveLength(3);
    expect(shown.problems.length).toBeGreaterThanOrEqual(2);
    expect([code, err]).toEqual([1, '']);
  });

  test('shows what a rehearsal counted of their slots, by its own clock, and of a goal that is due once', async () => {
    const once = GOOD.replace('every: 6h', 'once: true');
    const parts = 'permissions: {write: [], effects: []}\nlimits: {attempts: 1}\n';
    const folder = repository({ 'goals/tidy.yml': GOOD + parts, 'goals/once.yml': once + parts });
    expect((await wakeful(folder, ['goals'])).out).not.toContain('slots:');
    await wakeful(folder, ['--at', '2099-11-22T03:10Z']);
    const { out } = await wakeful(folder, ['goals']);
    expect(out).toMatch(/^Due times as of 22 Nov 2099 03:10 UTC\. This is the rehearsal/);
    expect(out).toMatch(/once\s+Keep it tidy\s+once\s+once its file is edited/);
    expect(out).toMatch(/tidy\s+Keep it tidy\s+every 6 hours\s+22 Nov 06:00/);
    expect(out).toContain(
      'due times so far: 1 ran (counted up to 22 Nov 00:00)\n  last finished: the run due 22 Nov',
    );
    const { goals } = JSON.parse((await wakeful(folder, ['goals', '--json'])).out);
    expect(goals.map((goal: { slots: unknown }) => goal.slots)).toMatchObject([
      { counters: { ran: 1 }, next_due: null },
      { counters: { ran: 1, missed: 0 }, next_due: '2099-11-22T06:00:00Z', window: null },
    ]);
  });

  test('are shown although the state cannot be read', async () => {
    const folder = repository({ 'goals/tidy.yml': GOOD });
    const other = repository({ 'state/lock.json': '{', 'a.txt': 'a' });
    git(other, 'branch', 'wakeful-state');
    const { code, out } = await wakeful(folder, ['goals', '--remote', other]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Nothing is known about past due times: .*lock\.json/),
    ]);
    expect(out).toContain('file: goals/tidy.yml');
  });

  test('reads the folder that the settings name, from anywhere in the work tree', async () => {
    const folder = repository({
      '.github/wakeful.yml': 'goals_folder: aims\n',
      'aims/tidy.yml': GOOD,
      'docs/x.md': '',
    });
    const { out } = await wakeful(`${folder}/docs`, ['goals']);
    expect(out).toContain('file: aims/tidy.yml');
  });

  test('says what to do when there is no goal', async () => {
    const { code, out } = await wakeful(repository({ 'a.txt': 'a' }), ['goals']);
    expect(out).toContain('There are no goals.');
    expect(out).toContain('Write one in goals/<id>.yml to begin.');
    expect(code).toBe(1);
  });
});

describe('validate', () => {
  test('shows all problems of all files with file, line and column', async () => {
    const folder = repository({
      'goals/tidy.yml': GOOD,
      'goals/bad.yml': BAD,
      '.github/wakeful.yml': 'lables: [x]\n',
    });
    const { code, out } = await wakeful(folder, ['validate']);
    expect(code).toBe(1);
    expect(out).toMatch(/^\.github\/wakeful\.yml:1:1: .*lables/m);
    expect(out).toMatch(/^goals\/bad\.yml:2:1: .*objektive.*objective/m);
    expect(out).toMatch(/^goals\/bad\.yml:4:9: /m);
    expect(out).not.toMatch(/tidy\.yml:\d+:\d+: (?!note)/);
  });

  test('knows a copy of the agent, whose own sources no goal may write', async () => {
    const goal = `${GOOD}permissions: {write: ["src/**"]}\n`;
    const own = { 'src/core/access/protected-paths.ts': '' };
    const [other, copy] = [repository({ 'goals/a.yml': goal }), repository({ 'goals/a.yml': goal, ...own })];
    expect((await wakeful(other, ['validate'])).code).toBe(0);
    for (const words of [['validate'], ['validate', 'goals/a.yml']]) {
      const { code, out } = await wakeful(copy, words);
      expect([code, out.split('\n')[0]]).toEqual([
        1,
        expect.stringMatching(/^goals\/a\.yml:5:\d+: .*"src\/\*\*".* which no goal may write/),
      ]);
    }
  });

  test('reads the files that a run reads, also those in the wrong folder', async () => {
    const folder = repository({ 'goals/tidy.yml': GOOD, 'goals/team/deep/more.yml': GOOD });
    for (const words of [['validate'], ['validate', 'goals/team/deep/more.yml']]) {
      const { code, out } = await wakeful(folder, words);
      expect(code).toBe(1);
      expect(out).toMatch(/^goals\/team\/deep\/more\.yml:1:1: a goal file must be in goals\/ itself/m);
    }
  });

  test('notes a glob that matches no file, and what may be meant', async () => {
    const permissions =
      'permissions: {read: ["src/**", "dosc/**"], write: ["new/a.md", "docs/*.mdx", "!x/**"]}\n';
    const folder = repository({ 'goals/tidy.yml': GOOD + permissions, 'docs/a.md': 'a', 'src/a.ts': 'a' });
    const { code, out } = await wakeful(folder, ['validate']);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, -1)).toEqual([
      'goals/tidy.yml:5:32: note: "dosc/**" matches no file that is there now; did you mean "docs/**"?',
      'goals/tidy.yml:5:64: note: "docs/*.mdx" matches no file that is there now; is it spelled right?',
      '1 file checked, no problems.',
    ]);
    expect(JSON.parse((await wakeful(folder, ['validate', '--json'])).out).notes).toHaveLength(2);
  });

  test('takes a goal that can never work for a mistake, and one that can do nothing for a slip', async () => {
    const never = `${GOOD}for_each: {files: "src/*"}\npermissions: {write: ["docs/**"]}\n`;
    const files = { 'docs/a.md': 'a', 'src/a.ts': 'a' };
    const folder = repository({ 'goals/tidy.yml': GOOD, 'goals/never.yml': never, ...files });
    const { code, out } = await wakeful(folder, ['validate']);
    expect(out).toMatch(/^goals\/never\.yml:5:19: a task of this queue may write its own file only/m);
    expect(out).toMatch(/^goals\/tidy\.yml:1:1: note: this goal can change nothing/m);
    expect([code, out]).toEqual([1, expect.stringContaining('1 problem')]);
  });

  test('checks the files it is given, committed or not', async () => {
    const folder = repository({ 'goals/bad.yml': BAD });
    write(folder, { 'draft/tidy.yml': GOOD });
    const { code, out } = await wakeful(folder, ['validate', 'draft/tidy.yml']);
    expect([code, out]).toEqual([0, '1 file checked, no problems.\n']);
  });
});
