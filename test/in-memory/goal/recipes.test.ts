/** Each recipe with planted work, and with nothing to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filled, readRecipe } from '../../../src/config/recipe/recipe-file.ts';
import type { CommandResult, WorkTree } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { badLines, printing, withLinter } from '../../support/memory/linter.ts';
import { Night } from '../../support/memory/night.ts';

const RECIPES = join(import.meta.dirname, '../../../recipes');
const IDS = readdirSync(RECIPES)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => name.slice(0, -'.yml'.length));

interface Planted {
  readonly files: Readonly<Record<string, string>>;
  readonly issues?: readonly string[];
  readonly behave: Behaviour;
  readonly lint?: (tree: WorkTree) => Promise<Partial<CommandResult>>;
}

const nobody: Behaviour = () => {
  throw new Error('no model was to be asked');
};

const mending: Behaviour = ({ item, turn }) =>
  turn === 0 ? [['edit_file', { path: item, old: 'BAD', new: 'good' }]] : [['finish', { summary: 'Done.' }]];

const json = (each: (path: string, line: number) => object) =>
  printing((places) => JSON.stringify(places.map(([path, line]) => each(path, line))));

const PLANTED: Readonly<Record<string, Planted>> = {
  'broken-links': { files: { 'docs/a.md': '[b](B.md)\n', 'docs/b.md': '# B\n' }, behave: nobody },
  'todo-list': {
    files: { 'src/a.ts': '// TODO: check\n' },
    behave: ({ turn }) =>
      turn === 0
        ? [['write_file', { path: 'docs/todo.md', text: '- [a](../src/a.ts#L1) TODO: check\n' }]]
        : [['finish', { summary: 'Listed it.' }]],
  },
  'todo-issues': {
    files: { 'src/a.ts': '// TODO: check\n' },
    behave: ({ turn }) =>
      turn === 0
        ? [['open_issue', { title: 'Check', body: 'src/a.ts:1 does not check.' }]]
        : [['finish', { summary: 'Opened one.' }]],
  },
  eslint: {
    files: { 'src/a.js': 'BAD\n' },
    behave: mending,
    lint: json((filePath, line) => ({
      filePath,
      messages: [{ ruleId: 'bad', message: 'bad', line, column: 1 }],
    })),
  },
  ruff: {
    files: { 'src/a.py': 'BAD\n' },
    behave: mending,
    lint: json((filename, row) => ({ filename, code: 'F1', message: 'bad', location: { row, column: 1 } })),
  },
  'types-tightened': {
    files: { 'src/a.ts': 'BAD\n' },
    behave: mending,
    lint: printing((places) =>
      places.map(([path, line]) => `${path}(${line},1): error TS7006: bad\n`).join(''),
    ),
  },
  'markdown-style': {
    files: { 'docs/a.md': 'BAD\n' },
    behave: mending,
    lint: printing((places) =>
      places.map(([path, line]) => `${path}:${line} error MD001/bad Bad\n`).join(''),
    ),
  },
  'go-vet': { files: { 'a.go': 'BAD\n' }, behave: mending, lint: badLines },
  triage: {
    files: {},
    issues: ['It crashes'],
    behave: ({ item, turn }) => {
      const issue = Number(item.slice(1));
      if (turn > 0) return [['finish', { summary: 'Looked at it.' }]];
      return [
        ['comment_on_issue', { issue, body: 'It names no version.' }],
        ['label_issue', { issue, labels: ['bug'] }],
      ];
    },
  },
};

function goalOf(id: string): string {
  const recipe = readRecipe(id, readFileSync(join(RECIPES, `${id}.yml`), 'utf8'));
  const filling = filled(recipe, new Map());
  if (filling.kind !== 'filled') throw new Error(`${id} cannot be filled`);
  return filling.text;
}

async function nightOf(
  id: string,
  { files, issues = [] }: Pick<Planted, 'files' | 'issues'>,
): Promise<Night> {
  const night = await Night.begin({ goals: {}, files: { [`goals/${id}.yml`]: goalOf(id), ...files } });
  for (const label of ['bug', 'triage']) night.issues.labels.add(label);
  for (const title of issues) night.issues.write({ title, labels: ['triage'] });
  return night;
}

/** Setup and checks pass; the linter of the recipe says what it finds. */
function sandboxOf(id: string, lint: Planted['lint'] = badLines) {
  const command = /command: "(.*?)"/.exec(goalOf(id))?.[1];
  return withLinter(async (tree, order) => (order.command === command ? lint(tree) : {})).change;
}

test('each recipe has work planted for it', () => {
  expect(Object.keys(PLANTED).sort()).toEqual([...IDS].sort());
});

describe('a recipe', () => {
  test.each(Object.entries(PLANTED))(
    '%s does planted work within its permissions and limits',
    async (id, planted) => {
      const night = await nightOf(id, planted);
      const wake = await night.wake({ model: modelOf(planted.behave), change: sandboxOf(id, planted.lint) });
      expect(wake.result.goals).toMatchObject([{ goal: id, ending: 'worked', items: { done: 1, total: 1 } }]);
      expect(wake.lines.filter(({ event }) => event === 'tool_refused')).toEqual([]);
    },
  );

  test.each(Object.entries(PLANTED))(
    '%s asks no model where there is nothing to do',
    async (id, { lint }) => {
      const night = await nightOf(id, { files: { 'src/fine.ts': 'fine\n', 'docs/fine.md': 'fine\n' } });
      const wake = await night.wake({ model: modelOf(nobody), change: sandboxOf(id, lint) });
      expect(wake.result.goals).toMatchObject([{ goal: id, ending: 'no_change' }]);
    },
  );
});
