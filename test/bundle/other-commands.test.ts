/** The built Action for what is no wake: comments, the watchdog, the preview of a pull request. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WORKFLOW_TOKEN } from '../../src/rehearsal/github/http/access.ts';
import { git, write } from '../support/git/git-fixture.ts';
import { type BuiltAction, buildAction } from './built-action.ts';
import { GOAL, openStage, type Stage, sorts } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let action: BuiltAction;
beforeAll(async () => {
  action = await buildAction();
});
afterAll(() => action.remove());

/** What requests.yml and watchdog.yml ask for besides. */
const TOKEN_OF_JOB = { ...WORKFLOW_TOKEN, may: { ...WORKFLOW_TOKEN.may, actions: 'write' } } as const;

async function stageThatHasRun(): Promise<Stage> {
  const stage = await openStage(action, { token: TOKEN_OF_JOB });
  stage.answer(sorts);
  await stage.run();
  return stage;
}

describe('a comment', () => {
  async function say(stage: Stage, body: string, author: string) {
    const issue = await stage.standIn.person.openIssue({ title: 'Hm' });
    const id = await stage.standIn.person.comment(issue, body, author);
    const comment = { id, body, user: { login: author, type: 'User' }, author_association: 'MEMBER' };
    const payload = { action: 'created', issue: { number: issue }, comment };
    const options = { event: 'issue_comment', actor: author, payload };
    return { issue, step: await stage.run({ ...options, inputs: { command: 'request' } }) };
  }

  test('by somebody who may write here is done at once', async () => {
    const stage = await stageThatHasRun();
    await stage.standIn.person.configure({ collaborators: { bea: 'write' } });
    const { step } = await say(stage, '/wakeful pause glossary', 'bea');
    expect([step.code, step.outputs['ending']]).toEqual([0, 'worked']);
    expect((await stage.state()).checkpoints['glossary']?.pause).toMatchObject({ by: 'bea' });
    expect(step.summary).toContain('## Wakeful: a comment');
    expect(stage.requests().some((request) => request.includes('/reactions'))).toBe(true);
  });

  test('by somebody else is refused, and changes nothing', async () => {
    const stage = await stageThatHasRun();
    const before = await stage.remote.tip('wakeful-state');
    const { step } = await say(stage, '/wakeful stop ::error::forged', 'eve');
    expect([step.code, step.outputs['ending']]).toEqual([0, 'no_change']);
    expect(step.printed).toContain('eve may not write in the repository');
    expect(step.commands.filter(({ name }) => name !== 'add-mask')).toEqual([]);
    expect(await stage.remote.tip('wakeful-state')).toBe(before);
  });
});

describe('the watchdog', () => {
  const inputs = { command: 'watchdog' };

  test('writes a stop down, with its reason, and works on nothing', async () => {
    const stage = await stageThatHasRun();
    const asked = stage.model.requests.length;
    const step = await stage.run({ inputs: { ...inputs, stop: 'On holiday' } });
    expect([step.code, step.outputs['ending']]).toEqual([0, 'stopped']);
    expect((await stage.state()).status.stop?.reason).toBe('On holiday');
    expect(stage.model.requests.length).toBe(asked);
  });

  test('says that all is well', async () => {
    const stage = await stageThatHasRun();
    const step = await stage.run({ inputs });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('The agent is well.');
  });
});

describe('the preview of a pull request', () => {
  const inputs = { command: 'preview', folder: 'proposed' };

  /** What actions/checkout leaves in `proposed/`: the merge, and one commit deeper what it is merged into. */
  function propose(files: Readonly<Record<string, string>>) {
    return (workspace: string): void => {
      const folder = join(workspace, 'proposed');
      mkdirSync(folder);
      git(folder, 'init', '--quiet', '--initial-branch=main');
      const commit = (change: Readonly<Record<string, string>>): void => {
        write(folder, change);
        git(folder, 'add', '--all');
        git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'a change');
      };
      commit({ 'goals/glossary.yml': GOAL });
      commit(files);
    };
  }

  test('shows what the goals may do and spend, and asks neither GitHub nor a model', async () => {
    const stage = await openStage(action);
    const prepare = propose({
      'goals/glossary.yml': GOAL.replace('write: ["docs/glossary.md"]', 'write: ["**"]'),
    });
    const step = await stage.run({ event: 'pull_request', inputs, prepare });
    expect([step.code, step.printed.includes('::error')]).toEqual([0, false]);
    expect(step.summary).toContain('glossary');
    expect(step.summary).toMatch(/\*\*.*write/);
    expect([stage.requests(), stage.model.requests]).toEqual([[], []]);
  });

  test('is red and marks the lines where files are not valid', async () => {
    const stage = await openStage(action);
    const prepare = propose({ 'goals/new.yml': 'title: New\nschedule: {every: soon}\n' });
    const step = await stage.run({ event: 'pull_request', inputs, prepare });
    expect([step.code, step.outputs['ending']]).toEqual([1, 'bad_goal']);
    const places = step.commands.map(({ properties }) => `${properties['file']}:${properties['line']}`);
    expect(places).toContain('goals/new.yml:2');
    expect(step.summary).toContain('goals/new.yml');
  });

  test('says what is missing where the commit before was not fetched', async () => {
    const stage = await openStage(action);
    const nothing = await stage.run({ event: 'pull_request', inputs });
    expect([nothing.code, nothing.commands.at(-1)?.name]).toEqual([1, 'error']);
    expect(nothing.summary).toContain('folder: there is no proposed in the workspace');
    const prepare = (workspace: string): void => {
      const folder = join(workspace, 'proposed');
      mkdirSync(folder);
      git(folder, 'init', '--quiet');
      git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'the only one');
    };
    const shallow = await stage.run({ event: 'pull_request', inputs, prepare });
    expect(shallow.code).toBe(1);
    expect(shallow.summary).toContain('fetch-depth: 2');
  });
});

test('dist/ is asked for nothing but what action.yml names', () => {
  const main = readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8').match(/main: (.*)/)?.[1];
  expect(action.main.endsWith(main ?? '-')).toBe(true);
});
