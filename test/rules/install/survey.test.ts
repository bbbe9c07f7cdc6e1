import { describe, expect, it } from 'vitest';
import { goalsFor, goalText } from '../../../src/install/goal-texts.ts';
import { surveyOf } from '../../../src/install/survey.ts';
import { OWN_RELEASE } from '../../support/git/own-release.ts';

const survey = (...paths: string[]) => surveyOf(paths.map((path) => ({ path, bytes: 1 })));
const ids = (paths: readonly string[], notes = 0) => goalsFor(survey(...paths), notes).map(({ id }) => id);

describe('what a repository is like', () => {
  it('names languages by how many files there are, without those of others', () => {
    const found = survey('a.py', 'b.py', 'x.go', 'vendor/a.js', 'node_modules/b.js', 'node_modules/c/d.js');
    expect(found.languages).toEqual(['Python', 'Go']);
  });

  it.each([
    [['docs/a.md', 'docs/b.md'], 'docs'],
    [['doc/a.md', 'doc/deep/b.md'], 'doc'],
    [['website/docs/a.mdx', 'website/docs/b.md'], 'website/docs'],
    [['docs/only.md'], null],
    [['src/docs/a.md', 'src/docs/b.md'], null],
  ])('finds the documentation of %j in %s', (paths, docs) => {
    expect(survey(...paths).docs).toBe(docs);
  });

  it('knows several packages, a project that is an Action, and a folder of goals that is something else', () => {
    expect(survey('packages/a/package.json', 'packages/b/package.json', 'package.json').packages).toEqual([
      'packages/a',
      'packages/b',
    ]);
    expect(survey('package.json', 'one/package.json').packages).toEqual([]);
    expect(survey('action.yml').isAction).toBe(true);
    expect(survey('goals/striker.cs').isGoalsFolderTaken).toBe(true);
    expect(survey('goals/README.md', 'goals/x.yml').isGoalsFolderTaken).toBe(false);
  });
});

describe('the goals that suit it', () => {
  it.each([
    ['none where there is nothing to do', ['main.go'], 0, []],
    ['links where there is Markdown', ['README.md'], 0, ['broken-links']],
    ['an index where there is documentation', ['docs/a.md', 'docs/b.md'], 0, ['broken-links', 'docs-index']],
    ['a changelog where a person writes one', ['CHANGES.md'], 0, ['broken-links', 'changelog-draft']],
    ['none where a program writes it', ['CHANGELOG.md', '.changeset/config.json'], 0, ['broken-links']],
    ['a list of notes where there are many', ['main.go'], 5, ['todo-digest']],
    ['none where there are few', ['main.go'], 4, []],
  ] as const)('%s', (_, paths, notes, expected) => {
    expect(ids(paths, notes)).toEqual(expected);
  });

  it('are about the paths of this repository', () => {
    const here = survey('doc/a.md', 'doc/b.md', 'HISTORY.md');
    const index = goalText('docs-index', OWN_RELEASE, here);
    expect(index).toContain('write: ["doc/index.md"]');
    expect(index).not.toContain('docs/');
    expect(goalText('changelog-draft', OWN_RELEASE, here)).toContain('write: ["HISTORY.md"]');
    expect(goalText('todo-digest', OWN_RELEASE, here)).toContain('write: ["doc/todo.md"]');
  });
});
