import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseGoalFiles } from '../../../src/config/goal/goal-files.ts';
import { formatProblem } from '../../../src/report/problems/problem.ts';
import { DEFAULTS, inUse, LEAST, settingsOf } from './reading.ts';

function read(files: Readonly<Record<string, string>>) {
  const stored = Object.entries(files).map(
    ([path, text]) => [path, { blob: `blob of ${path}`, text }] as const,
  );
  const { goals, problems, hasNone } = parseGoalFiles(new Map(stored), inUse(DEFAULTS));
  return { ids: goals.map((goal) => goal.id), problems: problems.map(formatProblem), hasNone };
}

describe('the goals folder', () => {
  it('gives its goals sorted by id, each with its own blob', () => {
    const files = new Map(['goals/b.yml', 'goals/a.yml'].map((path) => [path, { blob: path, text: LEAST }]));
    expect(parseGoalFiles(files, inUse(DEFAULTS)).goals.map(({ id, blob }) => [id, blob])).toEqual([
      ['a', 'goals/a.yml'],
      ['b', 'goals/b.yml'],
    ]);
  });

  it('gives the good goals and all problems of the bad ones', () => {
    const { ids, problems, hasNone } = read({
      'goals/good.yml': LEAST,
      'goals/bad.yml': 'title: 5\nobjective: 5\n',
      'goals/bomb.yml': 'a: &a [*a]\n',
      'goals/worse.yml': '{',
    });
    expect([ids, hasNone]).toEqual([['good'], false]);
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
      new Set(['goals/bad.yml', 'goals/bomb.yml', 'goals/worse.yml']),
    );
    expect(problems.filter((problem) => problem.startsWith('goals/bad.yml'))).toHaveLength(3);
  });

  it('ignores what is not YAML', () => {
    expect(read({ 'goals/README.md': '# Goals', 'goals/x.yml.bak': '{', 'goals/a.yml': LEAST })).toEqual({
      ...{ ids: ['a'], problems: [], hasNone: false },
    });
  });

  it.each([{}, { 'goals/README.md': '# Goals' }])('without any goal is not wrong, and says so', (files) => {
    expect(read(files)).toEqual({ ids: [], problems: [], hasNone: true });
  });

  it('with only bad goals is not without goals', () => {
    expect(read({ 'goals/a.yml': '' })).toMatchObject({ ids: [], hasNone: false });
  });

  it.each([
    ['goals/a.yml', 'goals/A.yml'],
    ['goals/a.yml', 'goals/a.yaml'],
    ['goals/a.yml', 'goals/a.YML'],
    ['goals/a.yml', 'goals/old/a.yml'],
  ])('runs neither of two files of one id: %s and %s', (first, second) => {
    const { ids, problems } = read({ [first]: LEAST, [second]: LEAST, 'goals/b.yml': LEAST });
    expect(ids).toEqual(['b']);
    expect(problems).toContainEqual(
      expect.stringContaining(`${first}:1:1: the goal "a" is also defined by ${second}`),
    );
    expect(problems).toContainEqual(
      expect.stringContaining(`${second}:1:1: the goal "a" is also defined by ${first}`),
    );
  });

  it('has no folders', () => {
    const { ids, problems } = read({ 'goals/old/a.yml': LEAST });
    expect([ids, problems.length]).toEqual([[], 1]);
    expect(problems[0]).toContain('move it to goals/');
  });

  it('reads a thousand goals', () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`goals/g${n}.yml`, LEAST]));
    expect(read(files).ids).toHaveLength(1000);
  });
});

describe('the files that ship', () => {
  const root = new URL('../../../', import.meta.url);
  const settings = settingsOf(readFileSync(new URL('.github/wakeful.yml', root), 'utf8'));
  const names = readdirSync(new URL('goals/', root));
  const files = new Map(
    names.map((name) => [
      `goals/${name}`,
      { blob: name, text: readFileSync(new URL(`goals/${name}`, root), 'utf8') },
    ]),
  );

  it('are good, with the settings of this repository and with the defaults', () => {
    for (const chosen of [settings, DEFAULTS]) {
      const { goals, problems } = parseGoalFiles(files, inUse(chosen));
      expect(problems.map(formatProblem)).toEqual([]);
      expect(goals.length).toBe(names.filter((name) => name.endsWith('.yml')).length);
      expect(goals.length).toBeGreaterThanOrEqual(4);
    }
  });
});
