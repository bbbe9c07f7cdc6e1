/** What of the other workflows runs when: by GitHub's own parser and evaluator. */
import { describe, expect, test } from 'vitest';
import {
  comment,
  dispatch,
  edited,
  happening,
  pullRequest,
  push,
  schedule,
} from '../../support/workflows/happenings.ts';
import { type Happening, type PlayedJob, play } from '../../support/workflows/play.ts';
import { workflowText } from '../../support/workflows/workflow-files.ts';

function playOf(name: string): (what: Happening) => Promise<readonly PlayedJob[]> {
  return (what) => play(workflowText(name), what);
}

/** What reaches the Action. */
function inputsOf(job: PlayedJob | undefined): unknown {
  return job?.steps.find(({ uses }) => uses === './')?.with;
}

describe('requests.yml, for a box of the dashboard', () => {
  const requests = playOf('requests');

  test('starts one job, with the rights that it needs and no others, also while the agent is stopped', async () => {
    const what = edited();
    for (const vars of [{}, { WAKEFUL_STOP: 'Stop' }]) {
      const jobs = await requests({ ...what, vars });
      expect(jobs.map(({ id }) => id)).toEqual(['tick']);
      expect(jobs[0]?.permissions).toEqual({ contents: 'write', issues: 'write', actions: 'write' });
      expect(jobs[0]?.steps.at(-1)?.with).toMatchObject({ command: 'request' });
    }
  });

  test.each([
    ['by a bot', { sender: 'helper[bot]', senderType: 'Bot' }],
    ['by the agent itself', { sender: 'github-actions[bot]', senderType: 'Bot' }],
    ['of an issue that a person has opened', { author: 'ada', authorType: 'User' }],
    ['of its title alone', { before: null }],
    ['that brings in all of it', { before: 'Nothing.' }],
    ['of another issue of the agent', { before: 'An alert.', after: 'An alert!' }],
    ['that is none', { action: 'opened' }],
  ] as const)('starts no job at an edit %s', async (_what, facts) => {
    expect(await requests(edited(facts))).toEqual([]);
  });
});

describe('requests.yml', () => {
  const requests = playOf('requests');

  test.each([
    { body: '/wakeful run docs-index' },
    { body: '/wakeful stop It writes nonsense', by: 'COLLABORATOR' },
    { body: '/wakeful pause docs-index', onPullRequest: true },
  ])('answers $body', async (facts) => {
    const [job] = await requests(comment(facts));
    expect(inputsOf(job)).toEqual({ command: 'request', stop: '' });
    expect(job?.steps[0]?.with).toMatchObject({ ref: 'main' });
  });

  test('runs while stopped as well, and tells the Action', async () => {
    const [job] = await requests(comment({ body: '/wakeful resume' }, { WAKEFUL_STOP: 'Stop' }));
    expect(inputsOf(job)).toEqual({ command: 'request', stop: 'Stop' });
  });

  test.each([
    { body: 'see /wakeful' },
    { body: '' },
    { body: '/wakeful run docs-index', by: 'Bot' },
    { body: '/wakeful run docs-index', action: 'edited' as const },
  ])('is quiet at $body', async (facts) => {
    expect(await requests(comment(facts))).toEqual([]);
  });

  test.each(['run docs-index', 'stop Enough', 'resume', 'RUN docs-index'])(
    'may start a run or switch wake.yml for %s only',
    async (words) => {
      const all = await requests(comment({ body: `/wakeful ${words}` }));
      expect(all.map(({ id }) => id)).toEqual(['request']);
    },
  );

  test.each(['pause docs-index', 'help', '', 'please run docs-index'])(
    'may not start a run for %j',
    async (words) => {
      const all = await requests(comment({ body: `/wakeful ${words}` }));
      expect(all.map(({ id }) => id)).toEqual(['answer']);
      expect(all[0]?.permissions).toEqual({ contents: 'write', issues: 'write', 'pull-requests': 'write' });
    },
  );

  test('may store, answer and start a wake, and gets no key', async () => {
    const [job] = await requests(comment({ body: '/wakeful run docs-index' }));
    expect(job?.permissions).toEqual({
      contents: 'write',
      issues: 'write',
      'pull-requests': 'write',
      actions: 'write',
    });
    expect(JSON.stringify(job)).not.toContain('sk-fake');
  });
});

describe('watchdog.yml', () => {
  const watchdog = playOf('watchdog');

  test.each([schedule(), schedule({ vars: { WAKEFUL_STOP: 'false' } }), dispatch({})])(
    'looks after the agent, stopped or not, without a key',
    async (what) => {
      const [job] = await watchdog(what);
      const stop = what.vars['WAKEFUL_STOP'] ?? '';
      expect(inputsOf(job)).toEqual({ command: 'watchdog', stop, 'health-check-url': '' });
      expect(job?.permissions).toEqual({ contents: 'write', issues: 'write', actions: 'write' });
      expect(JSON.stringify(job)).not.toContain('sk-fake');
    },
  );
});

describe('goals.yml', () => {
  const goals = playOf('goals');
  const paths = ['goals/docs-index.yml'];

  test.each(['repository', 'fork', 'deleted fork'] as const)(
    'previews a pull request from a %s: code of the default branch, the proposal as data, a token that only reads',
    async (from) => {
      const [job] = await goals(pullRequest({ from, paths }));
      const [code, proposal, action] = job?.steps ?? [];
      expect(job?.permissions).toEqual({ contents: 'read' });
      expect(code?.with).toMatchObject({ ref: 'main' });
      expect(code?.with?.['path']).toBeUndefined();
      expect(proposal?.with).toEqual({
        path: 'proposed',
        'fetch-depth': '2',
        'persist-credentials': 'false',
      });
      expect(action?.with).toEqual({ command: 'preview', stop: '', folder: 'proposed' });
      expect(JSON.stringify(job)).not.toContain('sk-fake');
    },
  );

  test('previews while stopped as well', async () => {
    const what = { ...pullRequest({ paths }), vars: { WAKEFUL_STOP: 'Stop' } };
    expect(inputsOf((await goals(what))[0])).toMatchObject({ command: 'preview', stop: 'Stop' });
  });

  test.each([
    [['.github/wakeful.yml'], 1],
    [['goals/old/x.yml', 'README.md'], 1],
    [['README.md', '.github/workflows/wake.yml', 'docs/goals/x.yml'], 0],
  ])('at changes of %j it starts %i job', async (changed, started) => {
    expect(await goals(pullRequest({ paths: changed }))).toHaveLength(started);
  });

  test('is quiet where goals do not count: another base branch, a pull request that was closed', async () => {
    expect(await goals(pullRequest({ paths, base: 'next' }))).toEqual([]);
    expect(await goals(pullRequest({ paths, action: 'closed' }))).toEqual([]);
  });
});

describe('ci.yml', () => {
  const ci = playOf('ci');

  /** The same in the repository that people copy. */
  function inTemplate(what: Happening): Happening {
    const repository = { full_name: 'acme/wakeful', default_branch: 'main', is_template: true };
    return { ...what, payload: { ...what.payload, repository } };
  }

  test.each([push('main'), push('topic'), pullRequest({ from: 'fork' })])(
    'checks the code, dist/ and the Action of this commit, with a token that only reads',
    async (what) => {
      const jobs = await ci(inTemplate(what));
      expect(jobs.map(({ id }) => id)).toEqual(['check', 'dist', 'action']);
      for (const job of jobs) expect(job.permissions).toEqual({ contents: 'read' });
      expect(inputsOf(jobs[2])).toEqual({ command: 'rehearse', stop: '' });
      expect(JSON.stringify(jobs)).not.toContain('sk-fake');
    },
  );

  test.each(['wakeful-state', 'wakeful/docs-index/x-1'])('leaves the push to %s alone', async (branch) => {
    expect(await ci(inTemplate(push(branch)))).toEqual([]);
  });

  test('is started by nothing else', async () => {
    expect(await ci(inTemplate(schedule()))).toEqual([]);
    expect(await ci(inTemplate(happening('issues')))).toEqual([]);
  });

  test('starts no job in a copy of the template, unless the variable asks for it', async () => {
    for (const what of [push('main'), pullRequest({ from: 'fork' })]) {
      expect(await ci(what)).toEqual([]);
      expect(await ci({ ...what, vars: { WAKEFUL_CI: 'true' } })).toHaveLength(3);
    }
  });
});

describe('what nobody has asked for', () => {
  const ASKED = [
    ['pages', 'WAKEFUL_PAGES', 'demonstrations', { ...push('main'), paths: ['src/cli.ts'] }],
    ['pages', 'WAKEFUL_PAGES', 'report', schedule()],
    ['pages', 'WAKEFUL_PAGES', 'both', schedule()],
    ['simulate', 'WAKEFUL_SIMULATE', 'weekly', schedule()],
    ['release', 'WAKEFUL_RELEASES', 'tags', push('v1.2.3')],
  ] as const;

  test.each(ASKED)('%s.yml starts no job as long as %s is not set', async (name, variable, _, start) => {
    expect(await playOf(name)(start)).toEqual([]);
    expect(await playOf(name)({ ...start, vars: { [variable]: 'something else' } })).toEqual([]);
  });

  test.each(ASKED)(
    '%s.yml starts where %s asks for it, and has no key',
    async (name, variable, value, start) => {
      const jobs = await playOf(name)({ ...start, vars: { [variable]: value } });
      expect(jobs.length).toBeGreaterThan(0);
      expect(JSON.stringify(jobs)).not.toContain('sk-fake');
    },
  );

  test('pages.yml publishes demonstrations when they change, not each hour', async () => {
    expect(await playOf('pages')({ ...schedule(), vars: { WAKEFUL_PAGES: 'demonstrations' } })).toEqual([]);
  });

  test('only the job that publishes may publish, and the one that reads may read only', async () => {
    const jobs = await playOf('pages')({ ...schedule(), vars: { WAKEFUL_PAGES: 'report' } });
    expect(jobs.map(({ permissions }) => permissions)).toEqual([
      { contents: 'read' },
      { pages: 'write', 'id-token': 'write' },
    ]);
  });
});
