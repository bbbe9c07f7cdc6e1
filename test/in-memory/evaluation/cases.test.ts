/** Each case of the evaluation can be solved, and is not solved by doing nothing. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { done } from '../../../eval/behaviours.ts';
import { DIFFICULTIES, type EvaluationCase } from '../../../eval/case.ts';
import { CASES } from '../../../eval/cases/cases.ts';
import { gradeOf } from '../../../eval/grade.ts';
import { played } from '../../support/memory/evaluated.ts';

/** Where doing nothing is right. */
const IDLE = CASES.filter(
  ({ id, difficulty }) => difficulty === 'nothing' || id === 'todo-issues-impossible',
);

const byId = (cases: readonly EvaluationCase[]) => cases.map((planted) => [planted.id, planted] as const);

describe('a case', () => {
  test.each(byId(CASES))('%s can be solved: every grade is passed', async (_, planted) => {
    const outcome = await played(planted, planted.solve);
    expect(gradeOf(outcome, planted)).toEqual({ failedAt: null, problem: '' });
  });

  test.each(byId(CASES.filter((each) => !IDLE.includes(each))))(
    '%s is not solved by doing nothing',
    async (_, planted) => {
      const outcome = await played(planted, done('All is well.'));
      expect(gradeOf(outcome, planted).failedAt).not.toBe(null);
    },
  );

  test.each(byId(CASES))(
    '%s has in its repository what is planted, and nothing of what is expected',
    async (_, planted) => {
      const { before } = await played(planted, done('All is well.'));
      const commits = (planted.commits ?? []).flatMap(({ files }) => Object.keys(files));
      const paths = Object.keys(before).filter((path) => !/^goals\/[\w-]+\.yml$/.test(path));
      const known = ['README.md', ...Object.keys(planted.files), ...commits];
      expect(paths.filter((path) => !known.includes(path))).toEqual([]);
    },
  );
});

describe('the cases', () => {
  test('have names of their own', () => {
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  });

  test('are of every kind for each sample goal and each kind of recipe', () => {
    const goals = (sample: string, ...recipes: readonly string[]) =>
      CASES.filter(({ goal }) =>
        'sample' in goal ? goal.sample === sample : recipes.includes(goal.recipe),
      ).map(({ difficulty }) => difficulty);
    const kinds = {
      links: goals('broken-links', 'broken-links'),
      index: goals('docs-index'),
      list: goals('todo-digest', 'todo-list'),
      changelog: goals('changelog-draft'),
      issues: goals('', 'todo-issues'),
      triage: goals('', 'triage'),
      linters: goals('', 'eslint', 'ruff', 'go-vet', 'markdown-style', 'types-tightened'),
    };
    for (const [name, found] of Object.entries(kinds))
      expect([...new Set(found)].sort(), name).toEqual([...DIFFICULTIES].sort());
  });

  test('use each sample goal', () => {
    const samples = readdirSync(join(import.meta.dirname, '../../../goals')).filter((name) =>
      name.endsWith('.yml'),
    );
    const used = CASES.flatMap(({ goal }) => ('sample' in goal ? [`${goal.sample}.yml`] : []));
    expect([...new Set(used)].sort()).toEqual(samples.sort());
  });
});
