/**
 * The built Action, started as the workflows that ship with the template start it: with the inputs that reach it, and with
 * a token that may do what the job says and nothing else.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../src/adapters/runner.ts';
import { openSandbox } from '../../src/adapters/sandbox.ts';
import type { Token } from '../../src/rehearsal/github/http/access.ts';
import { git, repository, write } from '../support/git/git-fixture.ts';
import { ADMIN_TOKEN } from '../support/git/stand-in.ts';
import { comment, pullRequest, push, schedule } from '../support/workflows/happenings.ts';
import { type Happening, type PlayedJob, play } from '../support/workflows/play.ts';
import { repositoryText, workflowText, workflowTexts } from '../support/workflows/workflow-files.ts';
import { type BuiltAction, buildAction } from './built-action.ts';
import type { StepResult } from './runner.ts';
import { GOAL, openStage, type Stage, sorts } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const clock = systemClock({ offsetMs: 0 });
const hasSandbox = (await openSandbox({ clock }).reasonUnavailable()) === null;

let action: BuiltAction;
beforeAll(async () => {
  action = await buildAction();
});
afterAll(() => action.remove());

/** The job of a workflow that uses the Action, when this happens. */
async function jobFor(workflow: string, what: Happening): Promise<PlayedJob> {
  const jobs = await play(workflowText(workflow), what);
  const job = jobs.find(({ steps }) => steps.some(({ uses }) => uses === './'));
  if (job === undefined) throw new Error(`${workflow} does not start the Action`);
  return job;
}

function tokenOf({ permissions }: PlayedJob): Token {
  const granted = Object.entries(permissions as Readonly<Record<string, 'read' | 'write'>>);
  const may = Object.fromEntries(granted.map(([name, level]) => [name.replace('-', '_'), level]));
  return { login: 'github-actions[bot]', kind: 'workflow', may: { metadata: 'read', ...may } };
}

/** Files of the repository: its own workflows are looked at by the agent. */
const FILES = {
  'docs/glossary.md': 'pear\napple\n',
  'goals/glossary.yml': GOAL,
  ...Object.fromEntries(workflowTexts().map(({ file, text }) => [file, text])),
};

interface Scene {
  readonly stage: Stage;
  run(change?: { readonly workspace?: string; readonly payload?: object }): Promise<StepResult>;
}

async function scene(workflow: string, what: Happening, actor = 'ann'): Promise<Scene> {
  const job = await jobFor(workflow, what);
  const stage = await openStage(action, { token: tokenOf(job), files: FILES });
  stage.answer(sorts);
  const passed = job.steps.find(({ uses }) => uses === './')?.with ?? {};
  // Without a key the model is the usual one, and is never asked.
  const server = what.secrets['OPENAI_API_KEY'] === undefined ? '' : stage.model.baseUrl;
  const inputs =
    workflow === 'wake' ? { ...passed, 'openai-base-url': server } : { 'openai-api-key': '', ...passed };
  const run: Scene['run'] = ({ workspace, payload = what.payload } = {}) =>
    stage.run({
      event: what.event,
      actor,
      inputs,
      payload: { ...payload },
      ...(workspace === undefined ? {} : { env: { GITHUB_WORKSPACE: workspace } }),
    });
  return { stage, run };
}

describe('wake.yml', () => {
  test('works with the permissions of its job, and says nothing is due the next time', async () => {
    const { stage, run } = await scene('wake', schedule());
    const first = await run();
    expect([first.code, first.outputs['ending']]).toEqual([0, 'worked']);
    expect(JSON.parse(first.outputs['drafts'] ?? '')).toMatchObject([{ number: 1, complete: true }]);
    expect((await run()).outputs['ending']).toBe('nothing_due');
    expect((await stage.state()).alerts.alerts).toEqual({});
  });

  test('is red once without a key, and green with the issue linked at every tick after it', async () => {
    const { run } = await scene('wake', schedule({ secrets: {} }));
    const [first, second, third] = [await run(), await run(), await run()];
    expect([first.outputs['ending'], first.code]).toEqual(['missing_key', 1]);
    for (const later of [second, third]) {
      expect([later.outputs['ending'], later.code]).toEqual(['missing_key', 0]);
      expect(later.summary).toContain('/issues/1');
    }
  });
});

describe('wake.yml, with a goal that has commands', () => {
  const WITH_CHECKS = GOAL.replace('permissions', 'checks: ["sort -c docs/glossary.md"]\npermissions');

  /** The inputs of the Action in one of its jobs. */
  async function inputsOf(job: string, what: Happening) {
    const found = (await play(workflowText('wake'), what)).find(({ id }) => id === job);
    if (found === undefined) throw new Error(`the job ${job} does not start`);
    return { job: found, inputs: found.steps.find(({ uses }) => uses === './')?.with ?? {} };
  }

  // A job that has a sandbox works on the goal itself.
  const named = test.skipIf(hasSandbox);
  named(
    'the first job names the goal, and the second one works on it with the same permissions',
    async () => {
      const { job, inputs } = await inputsOf('wake', schedule());
      const stage = await openStage(action, {
        token: tokenOf(job),
        files: { ...FILES, 'goals/glossary.yml': WITH_CHECKS },
      });
      stage.answer(sorts);
      const run = (given: Readonly<Record<string, string>>) =>
        stage.run({
          ...{ event: 'schedule', actor: 'ann', payload: schedule().payload },
          inputs: { ...given, 'openai-base-url': stage.model.baseUrl },
        });
      const first = await run(inputs);
      expect([first.code, first.outputs['ending'], first.outputs['deferred']]).toEqual([
        0,
        'nothing_due',
        '["glossary"]',
      ]);
      expect(first.summary).toContain('Another job of this run works on glossary');
      const needs = { wake: { deferred: first.outputs['deferred'] ?? '' } };
      const [goal = ''] = JSON.parse(first.outputs['deferred'] ?? '');
      const second = await inputsOf('work', schedule({ needs, matrix: { goal } }));
      const worked = await run(second.inputs);
      expect([worked.code, worked.outputs['ending'], worked.outputs['deferred']]).toEqual([
        0,
        'worked',
        '[]',
      ]);
      expect((await stage.state()).checkpoints['glossary']?.last_lease?.wake).toMatch(/^\d+-\d+-glossary$/);
      expect((await run(inputs)).outputs['deferred']).toBe('[]');
    },
  );
});

describe('requests.yml', () => {
  async function saying(body: string, onPullRequest = false) {
    const what = comment({ body, onPullRequest });
    const { stage, run } = await scene('requests', what);
    const { person } = stage.standIn;
    await person.configure({ collaborators: { ann: 'write', bob: 'read' } });
    const number = await person.openIssue({ title: 'A question' });
    const as = async (author: string, words = body) => {
      const id = await person.comment(number, words, author);
      const said = { id, body: words, user: { login: author, type: 'User' }, author_association: 'NONE' };
      return run({ payload: { ...what.payload, issue: { number }, comment: said } });
    };
    return { stage, as };
  }

  test('stores what a maintainer asks for, starts a wake and is green', async () => {
    const { stage, as } = await saying('/wakeful run glossary');
    const step = await as('ann');
    expect([step.code, step.outputs['ending']]).toEqual([0, 'worked']);
    expect(Object.values((await stage.state()).requests)).toMatchObject([{ goal: 'glossary', by: 'ann' }]);
    const started = (await stage.standIn.runs.list()).filter(({ event }) => event === 'workflow_dispatch');
    expect(started).toMatchObject([{ workflow: 'wake.yml' }]);
  });

  test('stops and resumes, with what its token may', async () => {
    const { stage, as } = await saying('/wakeful stop Too many drafts');
    expect((await as('ann')).outputs['ending']).toBe('worked');
    expect((await stage.state()).stop).toContain('Too many drafts');
    expect((await as('ann', '/wakeful resume')).outputs['ending']).toBe('worked');
    expect((await stage.state()).stop).toBeNull();
  });

  test('does nothing for somebody who may only read, and is green', async () => {
    const { stage, as } = await saying('/wakeful stop everything');
    const step = await as('bob');
    expect([step.code, step.outputs['ending']]).toEqual([0, 'no_change']);
    expect(step.summary).toContain('bob may not write in the repository');
    expect(await stage.remote.tip('wakeful-state')).toBeNull();
  });
});

describe('watchdog.yml', () => {
  test('looks after the agent with the permissions of its job', async () => {
    const { stage, run } = await scene('watchdog', schedule());
    await stage.run({ inputs: { 'github-token': ADMIN_TOKEN } });
    const step = await run();
    expect([step.code, step.outputs['ending']]).toEqual([0, 'no_change']);
    expect(step.summary).toContain('The agent is well.');
    expect((await stage.state()).alerts.alerts).toEqual({});
  });

  test('writes a stop down', async () => {
    const { stage, run } = await scene('watchdog', schedule({ vars: { WAKEFUL_STOP: 'On holiday' } }));
    await stage.run({ inputs: { 'github-token': ADMIN_TOKEN } });
    const step = await run();
    expect([step.code, step.outputs['ending']]).toEqual([0, 'stopped']);
    expect((await stage.state()).status.stop).toMatchObject({ variable: 'On holiday' });
  });
});

describe('goals.yml', () => {
  /** As `actions/checkout` lays it out. */
  function checkedOut(files: Readonly<Record<string, string>>): string {
    const origin = repository({ 'goals/glossary.yml': GOAL });
    git(origin, 'switch', '-q', '-c', 'topic');
    write(origin, files);
    git(origin, 'add', '-A');
    git(origin, 'commit', '-q', '-m', 'Propose');
    git(origin, 'switch', '-q', 'main');
    git(origin, 'merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
    const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
    onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
    git(origin, 'clone', '-q', '--depth=2', `file://${origin}`, join(workspace, 'proposed'));
    return workspace;
  }

  const what = pullRequest({ from: 'fork', paths: ['goals/glossary.yml'] });

  test('previews a pull request of a fork in the summary, and asks neither git nor GitHub anything', async () => {
    const { stage, run } = await scene('goals', what);
    const workspace = checkedOut({ 'goals/glossary.yml': `${GOAL}checks: ["make"]\n` });
    const step = await run({ workspace });
    expect([step.code, step.outputs['ending']]).toEqual([0, 'no_change']);
    expect(step.summary).toContain('- **`checks`: adds `make`**');
    expect(stage.requests()).toEqual([]);
  });

  test('marks what is wrong on its line, and is red', async () => {
    const { run } = await scene('goals', what);
    const step = await run({ workspace: checkedOut({ 'goals/bad.yml': 'title: x\nobjektive: y\n' }) });
    const errors = step.commands.filter(({ name }) => name === 'error');
    expect([step.code, step.outputs['ending']]).toEqual([1, 'bad_goal']);
    expect(errors.map(({ properties }) => properties)).toContainEqual(
      expect.objectContaining({ file: 'goals/bad.yml', line: '2', col: '1' }),
    );
    expect(step.summary).toContain('goals/bad.yml:2:1');
  });

  test('says what is missing where the pull request was not checked out', async () => {
    const { run } = await scene('goals', what);
    const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
    onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
    mkdirSync(join(workspace, 'proposed'));
    const step = await run({ workspace });
    expect([step.code, step.printed]).toEqual([1, expect.stringContaining('is not a git repository')]);
  });
});

describe('ci.yml', () => {
  test('rehearses on what is checked out, without a key and without a request to GitHub', async () => {
    const { stage, run } = await scene('ci', { ...push('main'), vars: { WAKEFUL_CI: 'true' } });
    const workspace = repository({
      'goals/docs-index.yml': repositoryText('goals/docs-index.yml').text,
      'docs/a.md': '# A\n\nOne page.\n',
    });
    const step = await run({ workspace });
    expect([step.code, step.summary]).toEqual([0, expect.stringMatching(/^ {4}docs-index .* done /m)]);
    expect(stage.requests()).toEqual([]);
  });
});
