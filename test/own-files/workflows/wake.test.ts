/** What of wake.yml runs when: by GitHub's own parser and evaluator. */
import { describe, expect, test } from 'vitest';
import { WAKE_EVENTS } from '../../../src/config/goal/wake-events.ts';
import {
  comment,
  dispatch,
  edited,
  happening,
  pullRequest,
  push,
  schedule,
  workflowRun,
} from '../../support/workflows/happenings.ts';
import { type Happening, play } from '../../support/workflows/play.ts';
import { readWorkflow, workflowText } from '../../support/workflows/workflow-files.ts';

const WAKE = workflowText('wake');

async function jobs(what: Happening): Promise<readonly string[]> {
  return (await play(WAKE, what)).map(({ id }) => id);
}

/** What reaches the Action; null: it is not started. */
async function inputs(what: Happening): Promise<unknown> {
  const [job] = await play(WAKE, what);
  return job?.steps.find(({ uses }) => uses === './')?.with ?? null;
}

const NOTHING = { goal: '', reason: '', stop: '' };

describe('a tick', () => {
  test('starts one job, which hands the key and what the variables say to the Action', async () => {
    const vars = { OPENAI_BASE_URL: 'https://models.example/v1', OPENAI_MODEL: 'qwen3' };
    const all = await play(WAKE, schedule({ vars }));
    expect(all.map(({ id }) => id)).toEqual(['wake']);
    expect(await inputs(schedule({ vars }))).toEqual({
      ...NOTHING,
      command: 'wake',
      'defer-commands': 'true',
      minutes: '12',
      'draft-token': '',
      'openai-api-key': 'sk-fake',
      'openai-base-url': 'https://models.example/v1',
      'openai-model': 'qwen3',
      'health-check-url': '',
    });
  });

  test('starts it without a key as well: the Action says once that it is missing', async () => {
    expect(await inputs(schedule({ secrets: {} }))).toMatchObject({ ...NOTHING, 'openai-api-key': '' });
  });

  test('starts it where GitHub tells nothing of the repository, and then fetches the branch that it runs on', async () => {
    const [job] = await play(WAKE, schedule({ payload: { repository: null } }));
    expect(job?.steps[0]?.with?.['ref']).toBe('');
  });

  test('get no token of an App unless the variable names one', async () => {
    const steps = async (vars: Record<string, string>) => {
      const [job] = await play(WAKE, schedule({ vars }));
      return job?.steps.map(({ uses }) => uses?.split('@')[0]) ?? [];
    };
    const app = 'actions/create-github-app-token';
    expect(await steps({})).not.toContain(app);
    expect(await steps({ WAKEFUL_APP_ID: 'Iv1' })).toContain(app);
  });

  test('may do what a wake needs, and nothing else', async () => {
    const [job] = await play(WAKE, schedule());
    expect(job?.permissions).toEqual({
      contents: 'write',
      'pull-requests': 'write',
      issues: 'write',
      actions: 'read',
    });
  });
});

describe('goals with commands', () => {
  const DEFERRED = { needs: { wake: { deferred: '["tests"]' } }, matrix: { goal: 'tests' } };

  async function work(more: Parameters<typeof schedule>[0] = {}) {
    const all = await play(WAKE, schedule({ ...DEFERRED, ...more }));
    return all.find(({ id }) => id === 'work');
  }

  test('start a second job, one for each, only where the first one says that they are due', async () => {
    expect(await work()).toBeDefined();
    for (const needs of [{}, { wake: { deferred: '[]' } }, { wake: { deferred: '' } }])
      expect(await work({ needs })).toBeUndefined();
    const { jobs: all } = readWorkflow(WAKE);
    expect(all['work']).toMatchObject({
      needs: 'wake',
      name: 'work (${{ matrix.goal }})',
      strategy: { 'max-parallel': 8, 'fail-fast': false },
    });
  });

  test('are worked on by a job that may do no more than the first one', async () => {
    const [first] = await play(WAKE, schedule());
    expect((await work())?.permissions).toEqual(first?.permissions);
    expect((await work({ vars: { WAKEFUL_ENVIRONMENT: 'agent' } }))?.environment).toBe('agent');
  });

  test('are worked on by the runner that can, each under its own name', async () => {
    const job = await work({ inputs: { goal: 'tests', reason: 'now' } });
    expect(job?.runsOn).toBe('ubuntu-24.04');
    expect(job?.steps.find(({ uses }) => uses === './')?.with).toMatchObject({
      ...{ command: 'wake', 'run-goal': 'tests', goal: 'tests', reason: 'now', stop: '', minutes: '20' },
      'openai-api-key': 'sk-fake',
    });
    expect((await work({ vars: { WAKEFUL_RUNNER: 'own' } }))?.runsOn).toBe('own');
    const vars = { WAKEFUL_RUNNER: 'own', WAKEFUL_SANDBOX_RUNNER: 'large' };
    expect((await work({ vars }))?.runsOn).toBe('large');
  });

  test('stay with the first job where a variable says so', async () => {
    expect(await inputs(schedule({ vars: { WAKEFUL_SANDBOX: 'false' } }))).toMatchObject({
      'defer-commands': 'false',
    });
    expect(await inputs(schedule({ vars: { WAKEFUL_SANDBOX: 'true' } }))).toMatchObject({
      'defer-commands': 'true',
    });
  });

  test("get the repository's own set-up steps before, from the default branch and without a secret", async () => {
    const own = './.github/actions/wakeful-setup';
    const job = await work({ steps: { look: { found: 'true' } } });
    const uses = job?.steps.map((step) => step.uses ?? 'run') ?? [];
    expect(uses.indexOf(own)).toBeGreaterThan(0);
    expect(uses.indexOf(own)).toBeLessThan(uses.indexOf('./'));
    expect(job?.steps[0]?.with).toMatchObject({ ref: 'main', 'persist-credentials': 'false' });
    const others = job?.steps.filter((step) => step.uses !== './') ?? [];
    expect(JSON.stringify(others)).not.toContain('sk-fake');
    expect(others.flatMap((step) => Object.keys(step.env ?? {}))).toEqual([]);
    expect((await work())?.steps.map((step) => step.uses)).not.toContain(own);
  });

  test('end before their step is cut off, also with more minutes', async () => {
    for (const [vars, most] of [
      [{}, 40],
      [{ WAKEFUL_MINUTES: '55' }, 75],
    ] as const) {
      const job = await work({ vars, steps: { look: { found: 'true' } } });
      const limits = job?.steps.map(({ timeoutMinutes }) => Number(timeoutMinutes)) ?? [];
      const wake = job?.steps.find(({ uses }) => uses === './');
      expect(job?.timeoutMinutes).toBe(most);
      expect(limits.reduce((sum, limit) => sum + limit, 0)).toBeLessThanOrEqual(most);
      expect(Number(wake?.timeoutMinutes)).toBeGreaterThan(Number(wake?.with?.['minutes']));
    }
  });
});

describe('the variable WAKEFUL_STOP', () => {
  test.each(['On holiday until 3 January', 'false', '0', 'no', ' '])(
    'stops with %j: no code of the agent, one job that may do nothing and says why',
    async (value) => {
      const all = await play(WAKE, schedule({ vars: { WAKEFUL_STOP: value } }));
      expect(all.map(({ id }) => id)).toEqual(['stopped']);
      expect(all[0]?.permissions).toEqual({});
      expect(all[0]?.steps).toHaveLength(1);
      expect(all[0]?.steps[0]?.uses).toBeUndefined();
      expect(all[0]?.steps[0]?.env).toMatchObject({ REASON: value });
    },
  );

  test.each([{}, { WAKEFUL_STOP: '' }])('lets it run with %j', async (vars) => {
    expect(await jobs(schedule({ vars }))).toEqual(['wake']);
  });

  test('stops a person and an event as well', async () => {
    const vars = { WAKEFUL_STOP: 'Stop' };
    expect(await jobs(dispatch({ goal: 'docs-index' }, vars))).toEqual(['stopped']);
    expect(await jobs({ ...push('main'), vars })).toEqual([]);
  });
});

describe('a person', () => {
  test('chooses a goal and says why', async () => {
    const what = dispatch({ goal: 'docs-index', reason: 'New pages' });
    expect(await inputs(what)).toMatchObject({ goal: 'docs-index', reason: 'New pages', stop: '' });
  });

  test('gets the Action of the default branch and nothing else of it, from whichever branch the wake was started', async () => {
    const [job] = await play(WAKE, {
      ...dispatch({}),
      github: { ref_name: 'topic', repository: 'acme/site' },
    });
    const fetch = job?.steps[0]?.with;
    expect(fetch).toMatchObject({ ref: 'main', 'persist-credentials': 'false' });
    // Without a depth the checkout is shallow.
    expect(fetch?.['fetch-depth']).toBeUndefined();
    expect(fetch?.['sparse-checkout-cone-mode']).toBe('false');
    expect(fetch?.['sparse-checkout']?.trim().split(/\s+/)).toEqual(['/action.yml', '/dist/']);
  });
});

describe('the runner', () => {
  test('is ubuntu-slim, and the wake ends before its 15 minutes are over', async () => {
    const [job] = await play(WAKE, schedule());
    const [fetch, wake] = job?.steps ?? [];
    expect(job).toMatchObject({ runsOn: 'ubuntu-slim', timeoutMinutes: 15 });
    expect(wake?.with?.['minutes']).toBe('12');
    expect([fetch?.timeoutMinutes, wake?.timeoutMinutes]).toEqual([2, 13]);
  });

  test('is another one where a variable says so, with more time', async () => {
    const vars = { WAKEFUL_RUNNER: 'ubuntu-24.04', WAKEFUL_MINUTES: '45' };
    const [job] = await play(WAKE, schedule({ vars }));
    expect(job).toMatchObject({ runsOn: 'ubuntu-24.04', timeoutMinutes: 60 });
    expect(job?.steps.at(-1)).toMatchObject({ timeoutMinutes: 58, with: { minutes: '45' } });
  });

  test('is made ready for commands of goals only where a variable asks for it', async () => {
    const scripts = async (vars: Readonly<Record<string, string>>) =>
      (await play(WAKE, schedule({ vars })))[0]?.steps.flatMap(({ run }) => run ?? []);
    expect(await scripts({})).toEqual([]);
    expect(await scripts({ WAKEFUL_SANDBOX: 'true' })).toEqual([expect.stringContaining('sysctl')]);
  });
});

describe('events', () => {
  test('are exactly those that goals may name', () => {
    const own = ['schedule', 'workflow_dispatch'];
    const events = Object.keys(readWorkflow(WAKE).on).filter((name) => !own.includes(name));
    expect(events.toSorted()).toEqual([...WAKE_EVENTS].toSorted());
  });

  test.each([
    'create',
    'delete',
    'release',
    'issues',
    'discussion',
    'discussion_comment',
    'milestone',
    'label',
    'deployment_status',
  ])('%s starts a wake', async (event) => {
    expect(await jobs(happening(event, { payload: { action: 'created' } }))).toEqual(['wake']);
  });

  test('an issue starts one, but the dashboard does not', async () => {
    expect(await jobs(edited({ before: 'Old.', after: 'New.' }))).toEqual(['wake']);
    expect(await jobs(edited())).toEqual([]);
    expect(await jobs(edited({ action: 'closed' }))).toEqual([]);
  });

  test('a push starts one on the default branch only, and never a push of the agent', async () => {
    expect(await jobs(push('main'))).toEqual(['wake']);
    for (const branch of ['topic', 'wakeful-state', 'wakeful/docs-index/x-1']) {
      expect(await jobs(push(branch))).toEqual([]);
    }
    expect(
      await jobs(happening('push', { github: { ref_name: 'main' }, payload: { repository: null } })),
    ).toEqual([]);
  });

  test.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    '%s starts one when it is of this repository, and none from a fork or Dependabot',
    async (event) => {
      expect(await jobs(pullRequest({}, event))).toEqual(['wake']);
      expect(await jobs(pullRequest({ from: 'fork' }, event))).toEqual([]);
      expect(await jobs(pullRequest({ from: 'deleted fork' }, event))).toEqual([]);
      expect(await jobs(pullRequest({ actor: 'dependabot[bot]' }, event))).toEqual([]);
    },
  );

  test('about a branch of the agent start none: a draft, its branch that comes or goes', async () => {
    const head = 'wakeful/docs-index/x-1';
    for (const event of ['pull_request', 'pull_request_review']) {
      expect(await jobs(pullRequest({ head }, event))).toEqual([]);
    }
    for (const event of ['create', 'delete']) {
      expect(await jobs(happening(event, { payload: { ref: head, ref_type: 'branch' } }))).toEqual([]);
    }
  });

  test('of pull requests fetch the Action of the default branch, not that of the pull request', async () => {
    const [job] = await play(WAKE, pullRequest({ base: 'next' }));
    expect(job?.steps[0]?.with).toMatchObject({ ref: 'main' });
  });

  test('a run of CI starts one unless it is that of a fork', async () => {
    expect(await jobs(workflowRun('repository'))).toEqual(['wake']);
    expect(await jobs(workflowRun('fork'))).toEqual([]);
  });

  test('a comment starts one, but a command in a comment does not', async () => {
    expect(await jobs(comment({ body: 'Nice /wakeful' }))).toEqual(['wake']);
    expect(await jobs(comment({ body: '/wakeful run docs-index' }))).toEqual([]);
    expect(await jobs(comment({ body: '/Wakeful stop', by: 'NONE' }))).toEqual([]);
    expect(await jobs(comment({ body: 'Nice', action: 'deleted' }))).toEqual([]);
  });

  test('a tick that Dependabot seems to have made starts one: GitHub names who changed the cron line last', async () => {
    expect(await jobs(schedule({ github: { actor: 'dependabot[bot]' } }))).toEqual(['wake']);
  });
});
