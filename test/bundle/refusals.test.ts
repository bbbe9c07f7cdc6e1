/** The built Action where something is not as it should be: it says what, and loses nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BuiltAction, buildAction } from './built-action.ts';
import { openStage, sorts } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let action: BuiltAction;
beforeAll(async () => {
  action = await buildAction();
});
afterAll(() => action.remove());

describe('inputs', () => {
  test('that are wrong are told all at once, and nothing is started', async () => {
    const stage = await openStage(action);
    const inputs = { stop: null, minutes: 'soon', goal: 'a b', 'openai-base-url': 'localhost' };
    const step = await stage.run({ inputs });
    expect(step.code).toBe(1);
    const told = step.commands.filter(({ name }) => name === 'error').map(({ data }) => data.split(':')[0]);
    expect(told).toEqual(['stop', 'goal', 'minutes', 'openai-base-url']);
    for (const name of told) expect(step.summary).toContain(`- ${name}: `);
    expect(stage.requests()).toEqual([]);
  });

  test('that hold a stop start nothing, and say why and how to resume', async () => {
    const stage = await openStage(action);
    const step = await stage.run({ inputs: { stop: 'On holiday until 3 January' } });
    expect([step.code, step.outputs['ending']]).toEqual([0, 'stopped']);
    expect(step.commands.find(({ name }) => name === 'notice')?.data).toContain('On holiday until 3 January');
    expect(step.summary).toContain('**Why:** On holiday until 3 January');
    expect(step.summary).toContain('delete the variable `WAKEFUL_STOP`');
    expect(stage.requests()).toEqual([]);
  });

  test.each([
    ['github-token', ''],
    ['github-token', 'ghs_unknown-token'],
  ])('%s of %j', async (name, value) => {
    const stage = await openStage(action);
    const step = await stage.run({ inputs: { [name]: value } });
    expect(step.code).toBe(1);
    expect(step.summary).toMatch(value === '' ? /github-token: it is empty/ : /A permission is missing/);
  });
});

test('outside of a runner it says where it belongs', async () => {
  const stage = await openStage(action);
  const step = await stage.run({ env: { GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '' } });
  expect(step.code).toBe(1);
  expect(step.printed).toContain('GITHUB_REPOSITORY, GITHUB_RUN_ID is not set');
});

test('the permission to open pull requests refused, then granted: the draft is opened without doing the work anew', async () => {
  const stage = await openStage(action);
  stage.answer(sorts);
  await stage.standIn.person.configure({ actions_may_open_pull_requests: false });
  const refused = await stage.run();
  expect([refused.code, refused.outputs['ending']]).toEqual([1, 'forbidden']);
  expect(refused.summary).toContain('Allow GitHub Actions to create and approve pull requests');
  const [branch] = (
    await stage.remote.git(['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads/wakeful/'])
  ).split('\n');
  expect(await stage.remote.git(['show', `${branch}:docs/glossary.md`])).toBe('apple\npear\n');
  const told = await stage.run();
  expect([told.code, told.outputs['ending']]).toEqual([0, 'forbidden']);
  await stage.standIn.person.configure({ actions_may_open_pull_requests: true });
  const asked = stage.model.requests.length;
  const granted = await stage.run();
  expect([granted.code, stage.model.requests.length]).toEqual([0, asked]);
  const drafts = readdirSync(join(stage.folder, 'drafts')).filter((name) => name.endsWith('.json'));
  expect(drafts).toHaveLength(1);
  const draft = JSON.parse(readFileSync(join(stage.folder, 'drafts', drafts[0] ?? ''), 'utf8'));
  expect(draft).toMatchObject({ branch, state: 'open' });
  const again = await stage.run();
  expect(JSON.parse(again.outputs['alerts'] ?? '')).toEqual([]);
  // Two by the model, one by the second reader.
  expect(asked).toBe(3);
});

test('a git server that is down is no reason to call anybody', async () => {
  const stage = await openStage(action);
  stage.standIn.inject({ on: 'git', fault: 'server_error', times: 'always' });
  const step = await stage.run();
  expect([step.code, step.outputs['ending']]).toEqual([0, 'github_unavailable']);
  expect(step.summary).toContain('## GitHub or the remote could not be reached');
});
