/** The sample goals through the agent's own loop, tools and gate, on real git: what the scripted model was made for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { createOpenAiModels } from '../../../src/adapters/openai-model.ts';
import { systemClock, systemRandom } from '../../../src/adapters/runner.ts';
import { type Pursuit, pursue } from '../../../src/agent/loop.ts';
import { Turns } from '../../../src/agent/tools/turns.ts';
import { parseGoalFiles } from '../../../src/config/goal/goal-files.ts';
import { parseSettingsFile } from '../../../src/config/settings/settings-file.ts';
import { createMask } from '../../../src/core/access/mask.ts';
import type { Goal } from '../../../src/core/goal.ts';
import { Meter } from '../../../src/core/money/meter.ts';
import type { Sandbox, Sha, Workspace, WorkTree } from '../../../src/ports.ts';
import { type ScriptedModel, startScriptedModel } from '../../../src/rehearsal/model/server.ts';
import { messageOf } from '../../../src/report/log/message-of.ts';
import { NO_ISSUES } from '../../../src/simulation/world/memory-issues.ts';
import { watchedFinder } from '../../../src/wake/findings/item-finder.ts';
import { asMasked } from '../../support/as-masked.ts';
import {
  type ForeignRepository,
  makeEmpty,
  makeHandbook,
  makeLibrary,
  makePython,
} from '../../support/git/foreign-repositories.ts';
import { temporaryFolder } from '../../support/git/repositories.ts';

const GOALS = new URL('../../../goals/', import.meta.url);
const FROM = '2026-10-22T12:00:00Z';
const TO = '2026-11-22T12:00:00Z';

let model: ScriptedModel;

beforeAll(async () => {
  model = await startScriptedModel(systemRandom());
});

afterAll(() => model.close());

const settings = (() => {
  const reading = parseSettingsFile({ file: '.github/wakeful.yml', text: null });
  if (reading.kind === 'problems') throw new Error('the default settings have problems');
  return reading.settings;
})();

function goalNamed(id: string): Goal {
  const names = readdirSync(GOALS).filter((name) => name.endsWith('.yml'));
  const files = new Map(
    names.map((name) => [`goals/${name}`, { blob: name, text: readFileSync(new URL(name, GOALS), 'utf8') }]),
  );
  const { goals, problems } = parseGoalFiles(files, { settings, isProtected: () => false });
  const goal = goals.find((one) => one.id === id);
  if (goal === undefined || problems.length > 0)
    throw new Error(`no goal ${id}: ${JSON.stringify(problems)}`);
  return goal;
}

const NO_SANDBOX: Sandbox = {
  reasonUnavailable: async () => 'The sample goals have no commands.',
  run: async () => {
    throw new Error('no command was expected');
  },
};

interface Rehearsed extends Pursuit {
  readonly patch: string;
  readonly refusals: readonly string[];
  readonly tokens: number;
  text(path: string): Promise<string>;
}

async function rehearse<T>(make: (folder: string) => ForeignRepository, order: Order<T>): Promise<T> {
  const parent = await temporaryFolder();
  const { folder, facts } = make(join(parent, 'foreign'));
  const world = await openGitWorld({
    folder: join(parent, 'agent'),
    remote: `file://${folder}`,
    environment: process.env,
  });
  const { signal } = new AbortController();
  try {
    const { base } = await world.state.fetch(signal);
    expect(base.branch).toBe(facts.branch);
    const tree = await world.workspace.open(
      { commit: base.commit, base: base.commit, untouched: base.commit },
      signal,
    );
    const play = await pursueItem(goalNamed(order.goal), {
      item: order.item ?? 'window',
      tree,
      tip: base.commit,
      workspace: world.workspace,
    });
    return await order.look(play, facts);
  } finally {
    await world.close();
  }
}

interface Order<T> {
  readonly goal: string;
  readonly item?: string;
  readonly look: (played: Rehearsed, facts: ForeignRepository['facts']) => Promise<T>;
}

interface Place {
  readonly item: string;
  readonly tree: WorkTree;
  readonly tip: Sha;
  readonly workspace: Workspace;
}

async function pursueItem(goal: Goal, { item, tree, tip, workspace }: Place): Promise<Rehearsed> {
  const { signal } = new AbortController();
  const clock = systemClock({ offsetMs: 0 });
  const commits = await workspace.history({ tip, from: null, since: Date.parse(FROM), limit: 1000 }, signal);
  const provider = createOpenAiModels({ key: model.key });
  const reached = await provider.open({
    model: 'scripted',
    baseUrl: model.baseUrl,
    price: null,
    maxOutputTokens: 4096,
  });
  const limits = { tokens: 'limits.tokens', dollars: 'limits.usd_per_day' };
  const meter = new Meter({ tokens: goal.limits.tokens, usdMicros: null, price: null, limits });
  const refusals: string[] = [];
  const turns = new Turns({ clock, signal });
  const { forEach } = goal;
  const finder =
    forEach?.kind === 'findings' ? watchedFinder(forEach, { goal, path: item, known: null, turns }) : null;
  const pursuit = await pursue(
    {
      ...(finder !== null && { finder }),
      ...{
        goal,
        tree,
        model: reached,
        notes: [],
        isContinued: false,
        issue: null,
        issues: NO_ISSUES,
        queueLabels: [],
        maxOutputTokens: 4096,
        protectedGlobs: [],
        goalsFolder: 'goals',
      },
      item: { key: item, title: item },
      window: { from: FROM, to: TO, commits, changed: [] },
    },
    {
      ...{ meter, clock, signal, sandbox: NO_SANDBOX, setupHosts: [], random: systemRandom() },
      mask: createMask({ values: [model.key], patterns: [] }),
      stillAllowed: async () => {},
      beginTime: () => {},
      secondsLeft: () => goal.limits.minutes * 60,
      report: (event) => {
        if (event.event !== 'limit_near') refusals.push(messageOf(asMasked(event)));
      },
      progress: () => {},
    },
  );
  const text = async (path: string) => {
    const content = await tree.read(path);
    return content.kind === 'text' ? content.text : '';
  };
  return { ...pursuit, patch: (await tree.diff(signal)).patch, refusals, tokens: meter.spent.tokens, text };
}

describe.each([
  ['a JavaScript library', makeLibrary],
  ['a Python project', makePython],
  ['a handbook', makeHandbook],
])('on %s', (_, make) => {
  test('the docs index lists the pages in the diff', () =>
    rehearse(make, {
      goal: 'docs-index',
      look: async (played, facts) => {
        expect(played).toMatchObject({ ending: 'worked', refusals: [] });
        const added = played.patch.split('\n').filter((line) => line.startsWith('+- '));
        for (const page of facts.pages) {
          const line = added.find((one) => one.includes(`[${page.title}](${page.path})`));
          expect(line).toContain(page.sentence);
        }
      },
    }));

  test('the changelog draft holds the changes of the window', () =>
    rehearse(make, {
      goal: 'changelog-draft',
      look: async (played, facts) => {
        expect(played).toMatchObject({ ending: 'worked', refusals: [] });
        const added = played.patch.split('\n').filter((line) => line.startsWith('+- '));
        expect(added).toHaveLength(facts.changes.length);
        for (const { text } of facts.changes) expect(added.join('\n')).toContain(text);
      },
    }));

  test('the digest lists the comments in the diff', () =>
    rehearse(make, {
      goal: 'todo-digest',
      item: 'docs/todo.md',
      look: async (played, facts) => {
        expect(played.ending).toBe(facts.todos.length > 0 ? 'worked' : 'no_change');
        const added = played.patch.split('\n').filter((line) => line.startsWith('+- [Line'));
        expect(added).toHaveLength(facts.todos.length);
        for (const { text } of facts.todos) expect(added.join('\n').replaceAll('\\', '')).toContain(text);
      },
    }));

  test('broken links are put right as far as a program or a model can, at a cost that lets all pages fit into the tokens of a run', () =>
    rehearse(make, {
      goal: 'broken-links',
      item: make === makeLibrary ? 'README.md' : make === makePython ? 'docs/tides.md' : 'docs/README.md',
      look: async (played, facts) => {
        const isHopeless = facts.hopeless.length > 0;
        expect(played.ending).toBe(isHopeless ? 'checks_failed' : 'worked');
        expect(played.checks[0]?.kind).toBe(isHopeless ? 'failed' : 'passed');
        for (const { page, mended } of facts.mendable) expect(await played.text(page)).toContain(mended);
        const { tokens, itemsPerWake } = goalNamed('broken-links').limits;
        expect(played.tokens).toBeLessThan(tokens / itemsPerWake);
        for (const { broken } of facts.hopeless) expect(played.summary).toContain(broken);
      },
    }));
});

describe('on an almost empty repository', () => {
  test.each([
    ['docs-index', 'window'],
    ['todo-digest', 'docs/todo.md'],
    ['broken-links', 'README.md'],
    ['changelog-draft', 'window'],
  ])('%s ends without a change', (goal, item) =>
    rehearse(makeEmpty, {
      ...{ goal, item },
      look: async (played) => {
        expect(played).toMatchObject({ ending: 'no_change', patch: '', refusals: [] });
        expect(`${played.summary}${played.detail}`).not.toBe('');
      },
    }),
  );
});

test('the byte-for-byte line ends of a CR LF file survive a mended link', () =>
  rehearse(makePython, {
    goal: 'broken-links',
    item: 'docs/tides.md',
    look: async (played) => {
      expect(await played.text('docs/tides.md')).toBe(
        ['# Tides', '', 'See [the harbour](harbour/harbor.md).', '', 'High and low.', ''].join('\r\n'),
      );
    },
  }));

test('a goal that writes nothing but its file cannot be led further by the scripted model', () =>
  rehearse(makeLibrary, {
    goal: 'docs-index',
    look: async (played) => {
      const paths = played.patch.split('\n').filter((line) => line.startsWith('+++ '));
      expect(paths).toEqual(['+++ b/docs/index.md']);
    },
  }));
