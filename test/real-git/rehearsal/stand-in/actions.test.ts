import { describe, expect, test } from 'vitest';
import { serveGitHub } from '../../../support/git/stand-in.ts';
import { ask, askAsAdmin } from './rest.ts';

const WAKE = '.github/workflows/wake.yml';
const FILES = {
  [WAKE]: 'on:\n  schedule: [{cron: "7 * * * *"}]\n  workflow_dispatch: {}\n',
  '.github/workflows/ci.yml': 'on: push\n',
};
const RUN = { workflow: 'wake.yml', event: 'schedule', at: '2026-11-21T12:00:00Z' };

describe('a workflow', () => {
  test('is known by its file on the default branch, and by its id', async () => {
    const served = await serveGitHub({ files: FILES });
    const { body } = await ask(served, 'GET actions/workflows/wake.yml');
    expect(body).toMatchObject({ path: WAKE, state: 'active' });
    expect((await ask(served, `GET actions/workflows/${body.id}`)).body.path).toBe(WAKE);
    expect((await ask(served, 'GET actions/workflows/other.yml')).status).toBe(404);
  });

  test('is disabled and enabled by a token that may, and by a person', async () => {
    const served = await serveGitHub({ files: FILES });
    const state = async () => (await ask(served, 'GET actions/workflows/wake.yml')).body.state;
    expect((await ask(served, 'PUT actions/workflows/wake.yml/disable')).status).toBe(403);
    expect((await askAsAdmin(served, 'PUT actions/workflows/wake.yml/disable')).status).toBe(204);
    expect(await state()).toBe('disabled_manually');
    expect((await askAsAdmin(served, 'PUT actions/workflows/wake.yml/enable')).status).toBe(204);
    expect(await state()).toBe('active');
    await served.standIn.person.setWorkflow('wake.yml', 'disabled_inactivity');
    expect(await state()).toBe('disabled_inactivity');
  });

  test('is started on a branch, and its run waits for somebody to do it', async () => {
    const served = await serveGitHub({ files: FILES });
    const start = { ref: 'main', inputs: { goal: 'docs', all: true } };
    const { status } = await askAsAdmin(served, 'POST actions/workflows/wake.yml/dispatches', start);
    expect(status).toBe(204);
    const { body } = await ask(served, 'GET actions/workflows/wake.yml/runs');
    expect(body).toMatchObject({
      total_count: 1,
      workflow_runs: [{ event: 'workflow_dispatch', status: 'queued' }],
    });
    expect(await served.standIn.runs.list()).toMatchObject([{ inputs: { goal: 'docs', all: 'true' } }]);
  });

  test.each([
    ['wake.yml', { ref: 'gone' }, 422, 'No ref found for: gone'],
    ['ci.yml', { ref: 'main' }, 422, "Workflow does not have 'workflow_dispatch' trigger"],
    ['gone.yml', { ref: 'main' }, 404, 'Not Found'],
  ])('%s is not started with %j', async (file, start, status, message) => {
    const served = await serveGitHub({ files: FILES });
    const refused = await askAsAdmin(served, `POST actions/workflows/${file}/dispatches`, start);
    expect([refused.status, refused.body.message]).toEqual([status, message]);
  });

  test('is not started while it is disabled', async () => {
    const served = await serveGitHub({ files: FILES });
    await served.standIn.person.setWorkflow('wake.yml', 'disabled_manually');
    const start = await askAsAdmin(served, 'POST actions/workflows/wake.yml/dispatches', { ref: 'main' });
    expect([start.status, start.body.message]).toEqual([422, expect.stringContaining('disabled workflow')]);
  });
});

describe('a run', () => {
  test('is in progress while its process lives, and then completed', async () => {
    const served = await serveGitHub({ files: FILES });
    const { runs } = served.standIn;
    const wake = await runs.start(RUN);
    expect(wake).toBe('1-1');
    expect((await ask(served, 'GET actions/runs/1')).body).toMatchObject({
      id: 1,
      run_attempt: 1,
      status: 'in_progress',
      conclusion: null,
      head_sha: await served.remote.tip('main'),
      head_commit: { message: 'a change', author: { name: 'Ann Author' } },
    });
    await runs.finish(wake, '2026-11-21T12:05:00Z');
    expect((await ask(served, 'GET actions/runs/1/attempts/1')).body).toMatchObject({
      status: 'completed',
      conclusion: 'success',
      updated_at: '2026-11-21T12:05:00Z',
    });
  });

  test('of another attempt is another one, and the newest stands for the run', async () => {
    const served = await serveGitHub({ files: FILES });
    const { runs } = served.standIn;
    await runs.begin('5-1', RUN);
    await runs.finish('5-1');
    await runs.begin('5-2', RUN);
    expect((await ask(served, 'GET actions/runs/5/attempts/1')).body.status).toBe('completed');
    expect((await ask(served, 'GET actions/runs/5/attempts/2')).body.status).toBe('in_progress');
    expect((await ask(served, 'GET actions/runs/5')).body.run_attempt).toBe(2);
    expect((await ask(served, 'GET actions/runs/5/attempts/3')).status).toBe(404);
    expect((await ask(served, 'GET actions/runs/6')).status).toBe(404);
  });

  test('stands in the list of its workflow alone, the newest first', async () => {
    const served = await serveGitHub({ files: FILES });
    const { runs } = served.standIn;
    await runs.begin('1-1', RUN);
    await runs.begin('2-1', { ...RUN, event: 'push', at: '2026-11-21T13:00:00Z' });
    await runs.begin('3-1', { ...RUN, workflow: 'ci.yml' });
    await runs.finish('1-1');
    const ids = async (query: string) =>
      (await ask(served, `GET actions/workflows/wake.yml/runs?${query}`)).body.workflow_runs.map(
        ({ id }: { id: number }) => id,
      );
    expect(await ids('')).toEqual([2, 1]);
    expect(await ids('event=push')).toEqual([2]);
    expect(await ids('status=completed')).toEqual([1]);
    expect(await ids('per_page=1&page=2')).toEqual([1]);
  });
});

describe('a variable', () => {
  test('is made, read, changed and deleted, under a name in capitals', async () => {
    const served = await serveGitHub();
    const made = await askAsAdmin(served, 'POST actions/variables', { name: 'wakeful_stop', value: 'Why' });
    expect(made.status).toBe(201);
    expect((await askAsAdmin(served, 'GET actions/variables/WAKEFUL_STOP')).body.value).toBe('Why');
    const again = await askAsAdmin(served, 'POST actions/variables', { name: 'WAKEFUL_STOP', value: 'x' });
    expect(again.status).toBe(409);
    const changed = await askAsAdmin(served, 'PATCH actions/variables/WAKEFUL_STOP', { value: 'Because' });
    expect(changed.status).toBe(204);
    expect(await served.standIn.variable('WAKEFUL_STOP')).toBe('Because');
    expect((await askAsAdmin(served, 'GET actions/variables')).body).toMatchObject({
      total_count: 1,
      variables: [{ name: 'WAKEFUL_STOP', value: 'Because' }],
    });
    expect((await askAsAdmin(served, 'DELETE actions/variables/WAKEFUL_STOP')).status).toBe(204);
    expect((await askAsAdmin(served, 'DELETE actions/variables/WAKEFUL_STOP')).status).toBe(404);
    expect((await askAsAdmin(served, 'GET actions/variables/WAKEFUL_STOP')).status).toBe(404);
  });

  test.each(['GITHUB_STOP', '1ST', 'A-B'])('is not made under the name %s', async (name) => {
    const { status } = await askAsAdmin(await serveGitHub(), 'POST actions/variables', { name, value: 'x' });
    expect(status).toBe(422);
  });

  test('of the organisation counts where the repository has none, and is listed apart', async () => {
    const served = await serveGitHub();
    await served.standIn.person.setOrganizationVariable('WAKEFUL_STOP', 'all');
    expect(await served.standIn.variable('WAKEFUL_STOP')).toBe('all');
    expect((await askAsAdmin(served, 'GET actions/variables')).body.total_count).toBe(0);
    expect((await askAsAdmin(served, 'GET actions/organization-variables')).body.total_count).toBe(1);
    await served.standIn.person.setVariable('WAKEFUL_STOP', 'here');
    expect(await served.standIn.variable('WAKEFUL_STOP')).toBe('here');
  });
});
