import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { filled, readRecipe } from '../src/config/recipe/recipe-file.ts';
import type { WakeOrder } from '../src/core/wake-result.ts';
import type { Clock, ModelProvider, Random, Sandbox, WorkTree, World } from '../src/ports.ts';
import { MemoryGitHub } from '../src/simulation/world/memory-github.ts';
import { MemoryIssues } from '../src/simulation/world/memory-issues.ts';
import { MemoryRemote, openMemoryWorld } from '../src/simulation/world/memory-repository.ts';
import { NO_SUBJECTS } from '../src/simulation/world/memory-subjects.ts';
import { wake } from '../src/wake/wake.ts';
import type { CommandOutcome, EvaluationCase, Files } from './case.ts';
import type { Outcome, RanCommand } from './outcome.ts';
import { changeOf } from './proposed-change.ts';
import { handedIn, recorded } from './recorded-model.ts';

const ROOT = join(import.meta.dirname, '..');
const STATE_BRANCH = 'wakeful-state';
const HOUR = 3_600_000;

export interface EvaluationMeans {
  readonly model: ModelProvider;
  /** What takes the place of the settings' model `default`; missing: nothing. */
  readonly overrides?: WakeOrder['model'];
  readonly clock: Clock;
  readonly random: Random;
  /** Values that must never be written anywhere. */
  readonly secrets: readonly string[];
}

/** The shipped run, once, on a case of which everything but the model is in memory. */
export async function playCase(planted: EvaluationCase, means: EvaluationMeans): Promise<Outcome> {
  const { clock } = means;
  const remote = new MemoryRemote();
  const github = new MemoryGitHub(remote.branches);
  github.now = () => clock.now();
  const issues = new MemoryIssues(github, clock);
  await plant(planted, { remote, issues, clock });
  const memory = openMemoryWorld(remote, { stateBranch: STATE_BRANCH });
  const model = recorded(means.model);
  const { sandbox, ran, watched } = sandboxOf(planted, memory.workspace);
  const world: World = {
    clock,
    random: means.random,
    log: { line: () => {}, progress: () => {} },
    state: memory.state,
    workspace: watched,
    sandbox,
    github: github.view(() => memory.kill()),
    issues: issues.view(() => memory.kill()),
    subjects: NO_SUBJECTS,
    model: model.provider,
  };
  const started = clock.monotonic();
  const result = await wake(world, orderOf(planted, means));
  const [goal] = result.goals;
  const change = changeOf(remote, STATE_BRANCH);
  const conversations = model.conversations();
  return {
    ending: goal?.ending ?? result.ending,
    detail: goal?.detail ?? result.detail,
    ...change,
    issues: issues.all,
    effects: goal?.effects ?? [],
    conversations,
    words: conversations.flatMap((each) => handedIn(each) ?? []),
    ran,
    checks: checksOf(planted).map((command) => ({
      command,
      exitCode: decide(planted, command, change.after).exitCode,
    })),
    tokens: goal?.spent.tokens ?? 0,
    calls: goal?.spent.calls ?? 0,
    seconds: (clock.monotonic() - started) / 1000,
  };
}

/** The goal file of a case. */
function goalText({ id, goal }: Pick<EvaluationCase, 'id' | 'goal'>): string {
  if ('sample' in goal) return readFileSync(join(ROOT, 'goals', `${goal.sample}.yml`), 'utf8');
  const recipe = readRecipe(goal.recipe, readFileSync(join(ROOT, 'recipes', `${goal.recipe}.yml`), 'utf8'));
  const filling = filled(recipe, new Map(Object.entries(goal.answers ?? {})));
  if (filling.kind !== 'filled') throw new Error(`The answers of ${id} do not fit its recipe.`);
  return filling.text;
}

function nameOf({ goal }: Pick<EvaluationCase, 'goal'>): string {
  return 'sample' in goal ? goal.sample : goal.recipe;
}

/** The commands that must pass before a draft counts as done. */
function checksOf(planted: EvaluationCase): readonly string[] {
  const goal: { readonly checks?: readonly string[] } = parse(goalText(planted));
  return goal.checks ?? [];
}

interface Places {
  readonly remote: MemoryRemote;
  readonly issues: MemoryIssues;
  readonly clock: Clock;
}

/** What is the base of the run is one commit, unless the commits are what the case is about. */
async function plant(planted: EvaluationCase, { remote, issues, clock }: Places): Promise<void> {
  const { files, commits = [], issues: open = [], labels = [] } = planted;
  const all = {
    'README.md': '# A repository\n',
    ...files,
    [`goals/${nameOf(planted)}.yml`]: goalText(planted),
  };
  const time = (commitsAfter: number): number => clock.now() - HOUR * (1 + commitsAfter);
  await remote.commit({ branch: 'main', files: all, time: time(commits.length + 24 * 400) });
  for (const [at, { message, files: changed }] of commits.entries())
    await remote.commit({ branch: 'main', files: changed, message, time: time(commits.length - 1 - at) });
  for (const label of labels) issues.labels.add(label);
  for (const issue of open) issues.write(issue);
}

/** Commands of the goal are decided by the case, on the files of the newest work tree. */
function sandboxOf(
  planted: EvaluationCase,
  workspace: World['workspace'],
): { readonly sandbox: Sandbox; readonly ran: readonly RanCommand[]; readonly watched: World['workspace'] } {
  const ran: RanCommand[] = [];
  let tree: WorkTree | null = null;
  const sandbox: Sandbox = {
    reasonUnavailable: async () => null,
    async run({ command, folder }) {
      const { exitCode, output } = decide(planted, command, tree === null ? {} : await textsOf(tree));
      ran.push({ command, exitCode });
      return { exitCode, output, milliseconds: 5, standardOutput: output, folder };
    },
  };
  const open: World['workspace']['open'] = async (...start) => {
    tree = await workspace.open(...start);
    return tree;
  };
  return { sandbox, ran, watched: { ...workspace, open } };
}

function decide({ commands = {} }: EvaluationCase, command: string, files: Files): CommandOutcome {
  return commands[command]?.(files) ?? { exitCode: 127, output: 'sh: 1: not found\n' };
}

async function textsOf(tree: WorkTree): Promise<Files> {
  const texts: Record<string, string> = {};
  for (const { path } of await tree.list()) {
    const content = await tree.read(path);
    if (content.kind === 'text') texts[path] = content.text;
  }
  return texts;
}

function orderOf(
  { id }: EvaluationCase,
  { secrets, overrides = { baseUrl: null, model: null } }: EvaluationMeans,
): WakeOrder {
  return {
    wake: { id: `eval-${id}`, url: null },
    repository: 'acme/garden',
    trigger: { kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] },
    stop: '',
    model: overrides,
    minutes: 12,
    cancel: new AbortController().signal,
    secrets,
  };
}
