/** Each recipe with planted work, and with nothing to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseGoalFile } from '../../../src/config/goal/goal-file.ts';
import { filled, readRecipe } from '../../../src/config/recipe/recipe-file.ts';
import { type Goal, opensDrafts } from '../../../src/core/goal.ts';
import { DAY_MS } from '../../../src/core/time.ts';
import type { CommandResult, WorkTree } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { DEFAULTS, inUse } from '../../rules/config/reading.ts';
import { badLines, printing, withLinter } from '../../support/memory/linter.ts';
import { Night } from '../../support/memory/night.ts';

const RECIPES = join(import.meta.dirname, '../../../recipes');
const IDS = readdirSync(RECIPES)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => name.slice(0, -'.yml'.length));

type Lint = (tree: WorkTree) => Promise<Partial<CommandResult>>;

interface Planted {
  readonly files?: Readonly<Record<string, string>>;
  /** Labels of the issue that waits; missing: none does. */
  readonly issue?: readonly string[];
  /** A workflow that has run, with the conclusions of its attempts; missing: none has. */
  readonly ran?: readonly [workflow: string, ...conclusions: string[]];
  /** A pull request that waits, or was merged; missing: there is none. */
  readonly pull?: 'open' | 'merged';
  readonly behave: Behaviour;
  readonly lint?: Lint;
  /** How long after the work was planted it is looked at, days. */
  readonly days?: number;
  /** It looks at a whole window, so that only a second run finds nothing new. */
  readonly isWindow?: true;
}

const nobody: Behaviour = () => {
  throw new Error('no model was to be asked');
};
const finish = [['finish', { summary: 'Done.' }]] as const;

/** One turn of calls, then the end. */
const once =
  (calls: (item: string) => readonly (readonly [string, Readonly<Record<string, unknown>>])[]): Behaviour =>
  ({ item, turn }) =>
    turn === 0 ? calls(item) : finish;

const mending = once((path) => [['edit_file', { path, old: 'BAD', new: 'good' }]]);
const writing = (path: string, text = 'Text\n') => once(() => [['write_file', { path, text }]]);
const onIssue = (...calls: readonly (readonly [string, object])[]) =>
  once((item) => calls.map(([tool, input]) => [tool, { issue: Number(item.slice(1)), ...input }] as const));
const commenting = onIssue(['comment_on_issue', { body: 'It names no version.' }]);

const json = (each: (path: string, line: number) => object) =>
  printing((places) => JSON.stringify(places.map(([path, line]) => each(path, line))));
const eslint = json((filePath, line) => ({
  filePath,
  messages: [{ ruleId: 'bad', message: 'bad', line, column: 1 }],
}));
const typescript = printing((places) =>
  places.map(([path, line]) => `${path}(${line},1): error TS7006: bad\n`).join(''),
);
const lines = (path: string): Planted => ({ files: { [path]: 'BAD\n' }, behave: mending, lint: badLines });
const window = (behave: Behaviour, files: Planted['files'] = {}): Planted => ({
  ...{ behave, files },
  isWindow: true,
});

const PLANTED: Readonly<Record<string, Planted>> = {
  'broken-links': { files: { 'docs/a.md': '[b](B.md)\n', 'docs/b.md': '# B\n' }, behave: nobody },
  'todo-list': {
    files: { 'src/a.ts': '// TODO: check\n' },
    behave: writing('docs/todo.md', '- [a](../src/a.ts#L1) TODO: check\n'),
  },
  'todo-issues': {
    files: { 'src/a.ts': '// TODO: check\n' },
    behave: once(() => [['open_issue', { title: 'Check', body: 'src/a.ts:1 does not check.' }]]),
  },
  eslint: { files: { 'src/a.js': 'BAD\n' }, behave: mending, lint: eslint },
  'deprecated-calls': { files: { 'src/a.ts': 'BAD\n' }, behave: mending, lint: eslint },
  ruff: {
    files: { 'src/a.py': 'BAD\n' },
    behave: mending,
    lint: json((filename, row) => ({ filename, code: 'F1', message: 'bad', location: { row, column: 1 } })),
  },
  'types-tightened': { files: { 'src/a.ts': 'BAD\n' }, behave: mending, lint: typescript },
  'unused-code': { files: { 'src/a.ts': 'BAD\n' }, behave: mending, lint: typescript },
  'markdown-style': {
    files: { 'docs/a.md': 'BAD\n' },
    behave: mending,
    lint: printing((places) =>
      places.map(([path, line]) => `${path}:${line} error MD001/bad Bad\n`).join(''),
    ),
  },
  'go-vet': lines('a.go'),
  clippy: lines('src/a.rs'),
  mypy: lines('src/a.py'),
  shellcheck: lines('bin/a.sh'),
  spelling: lines('docs/a.md'),
  'alt-texts': lines('docs/a.md'),
  'copyright-year': lines('LICENSE'),
  triage: {
    issue: ['triage'],
    behave: onIssue(
      ['comment_on_issue', { body: 'It names no version.' }],
      ['label_issue', { labels: ['bug'] }],
    ),
  },
  'triage-new': { issue: [], behave: onIssue(['label_issue', { labels: ['bug'] }]) },
  'missing-details': { issue: ['bug'], behave: commenting },
  'stale-issues': {
    issue: ['bug'],
    days: 200,
    behave: onIssue(['comment_on_issue', { body: 'Still so?' }], ['label_issue', { labels: ['stale'] }]),
  },
  'failing-workflow': {
    ran: ['nightly.yml', 'failure'],
    behave: once(() => [['open_issue', { title: 'The nightly fails', body: 'A mirror is gone.' }]]),
  },
  'stale-pulls': {
    pull: 'open',
    days: 40,
    behave: onIssue(['comment_on_issue', { body: 'Still so?' }], ['label_issue', { labels: ['stale'] }]),
  },
  'notes-from-pulls': { pull: 'merged', behave: writing('CHANGELOG.md') },
  'flaky-tests': {
    ran: ['ci.yml', 'failure', 'success'],
    behave: ({ turn }) =>
      turn === 0
        ? [
            [
              'finish',
              { summary: 'Read it.', findings: [{ path: 'test/a.test.ts', line: 1, text: 'It waits.' }] },
            ],
          ]
        : finish,
  },
  'good-first-issue': { issue: ['good first issue'], behave: commenting },
  advisory: { issue: ['security-advisory'], behave: commenting },
  'issue-to-draft': { issue: ['agent-ready'], behave: writing('src/a.ts') },
  upgrade: { issue: ['upgrade'], behave: writing('src/a.ts') },
  translations: { ...window(writing('docs/de/a.md')), files: { 'docs/en/a.md': 'A page\n' } },
  'missing-tests': { files: { 'src/core/a.ts': 'a\n' }, behave: writing('test/core/a.test.ts') },
  'doc-comments': window(mending, { 'src/a.ts': 'BAD\n' }),
  'docs-follow-code': window(writing('docs/a.md'), { 'src/a.ts': 'a\n' }),
  'readme-examples': window(writing('README.md')),
  'docs-index': window(writing('docs/index.md'), { 'docs/a.md': '# A\n' }),
  changelog: window(writing('CHANGELOG.md')),
  'release-notes': window(writing('docs/next-release.md')),
  'weekly-digest': window(once(() => [['keep_issue', { title: 'The week', body: 'Little.' }]])),
  'commit-docs': window(({ turn }) =>
    turn === 0
      ? [['finish', { summary: 'Read it.', findings: [{ path: 'docs/a.md', line: 1, text: 'Wrong.' }] }]]
      : finish,
  ),
  'commit-findings': window(({ turn }) =>
    turn === 0
      ? [['finish', { summary: 'Read it.', findings: [{ path: 'src/a.ts', line: 1, text: 'Wrong.' }] }]]
      : finish,
  ),
};

function goalText(id: string): string {
  const filling = filled(readRecipe(id, readFileSync(join(RECIPES, `${id}.yml`), 'utf8')), new Map());
  if (filling.kind !== 'filled') throw new Error(`${id} cannot be filled`);
  return filling.text;
}

function goalOf(id: string): Goal {
  const source = { file: `goals/${id}.yml`, blob: 'b', text: goalText(id) };
  const reading = parseGoalFile({ ...source, ...inUse(DEFAULTS) });
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems));
  return reading.goal;
}

async function nightOf(
  id: string,
  { files = {}, issue, ran, pull, days = 0 }: Partial<Planted>,
): Promise<Night> {
  const night = await Night.begin({ goals: {}, files: { [`goals/${id}.yml`]: goalText(id), ...files } });
  for (const label of ['bug', 'question', 'stale']) night.issues.labels.add(label);
  if (ran !== undefined) {
    const [workflow, ...conclusions] = ran;
    night.subjects.ran(
      workflow,
      conclusions.map((conclusion) => ({ conclusion })),
    );
  }
  if (pull !== undefined) {
    const number = night.subjects.pulled({ title: 'Faster' });
    if (pull === 'merged') night.subjects.merged(number);
  }
  if (issue !== undefined) night.issues.write({ title: 'It crashes', labels: issue });
  night.clock.advance(days * DAY_MS);
  return night;
}

/** Setup and checks pass; the linter of the recipe says what it finds. */
function sandboxOf(id: string, lint: Lint = badLines) {
  const { forEach } = goalOf(id);
  const command = forEach?.kind === 'command' ? forEach.command : null;
  return withLinter(async (tree, order) => (order.command === command ? lint(tree) : {})).change;
}

test('each recipe has work planted for it, and there are enough of them', () => {
  expect(Object.keys(PLANTED).sort()).toEqual([...IDS].sort());
  expect(IDS.length).toBeGreaterThanOrEqual(24);
});

describe('a recipe', () => {
  test.each(Object.entries(PLANTED))(
    '%s does planted work within its permissions and limits',
    async (id, planted) => {
      const night = await nightOf(id, planted);
      const wake = await night.wake({ model: modelOf(planted.behave), change: sandboxOf(id, planted.lint) });
      const [result] = wake.result.goals;
      expect(result).toMatchObject({ goal: id, items: { done: 1, total: 1 } });
      expect(['worked', 'no_change']).toContain(result?.ending);
      expect(wake.lines.filter(({ event }) => event === 'tool_refused')).toEqual([]);
      const done = (result?.drafts.length ?? 0) + (result?.effects.length ?? 0) + wake.result.alerts.length;
      expect(done).toBeGreaterThan(0);
    },
  );

  test.each(Object.entries(PLANTED))(
    '%s asks no model where there is nothing to do',
    async (id, { lint, isWindow }) => {
      const night = await nightOf(id, { files: { 'src/fine.txt': 'fine\n', 'docs/fine.txt': 'fine\n' } });
      const change = sandboxOf(id, lint);
      if (isWindow === true) await night.wake({ model: modelOf(() => finish), change });
      night.clock.advance(8 * DAY_MS);
      const { result } = await night.wake({ model: modelOf(nobody), change });
      expect(result.goals.reduce((sum, { spent }) => sum + spent.tokens, 0)).toBe(0);
      expect(['no_change', 'nothing_due']).toContain(result.goals[0]?.ending ?? result.ending);
    },
  );

  test.each(IDS)('%s has a page that tells what it may do, and no more', (id) => {
    const page = readFileSync(join(RECIPES, `${id}.md`), 'utf8');
    const goal = goalOf(id);
    const { read, write, effects, labels = [] } = goal.permissions;
    const row = (head: string) => new RegExp(`^\\| ${head} \\| (.*) \\|$`, 'm').exec(page)?.[1];
    const code = (values: readonly string[]) =>
      values.length === 0 ? 'nothing' : values.map((value) => `\`${value}\``).join(', ');
    const only = labels.length === 0 ? '' : `, only the labels ${code(labels)}`;
    const possible = effects.filter((effect) => effect !== 'draft_pull_request' || opensDrafts(goal));
    expect([row('it reads'), row('it writes'), row('it does on GitHub')]).toEqual([
      code(read),
      code(write),
      `${code(possible)}${only}`,
    ]);
    for (const heading of ['What it may do', 'What it costs', 'Which runner it needs'])
      expect(page).toContain(`\n## ${heading}\n`);
    expect(page).toMatch(/\n## What (?:a draft|it) looks like\n\n```/);
    const needsSandbox = goal.checks.length + goal.setup.length > 0 || goal.forEach?.kind === 'command';
    expect(page.includes('bubblewrap')).toBe(needsSandbox);
  });
});
