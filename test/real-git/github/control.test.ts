import { describe, expect, it } from 'vitest';
import type { Control } from '../../../src/ports.ts';
import { asMasked } from '../../support/as-masked.ts';
import { portsAt } from '../../support/contract/github-under-test.ts';
import { serveGitHub, TOKEN } from '../../support/git/stand-in.ts';
import { openAt } from '../../support/github/open-adapter.ts';
import { serve } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const WAKE_FILE = { '.github/workflows/wake.yml': 'on:\n  workflow_dispatch:\njobs: {}\n' };

/** What the token of a job may do around the agent. */
async function asJob() {
  const served = await serveGitHub({ files: WAKE_FILE });
  return { ...served, control: portsAt(served.standIn, { token: TOKEN }).control };
}

describe('the token of Actions', () => {
  const acts: readonly (readonly [string, (control: Control) => Promise<unknown>, RegExp])[] = [
    [
      'read a variable',
      (control) => control.readVariable('A', signal),
      /`Variables: read` of a fine-grained token/,
    ],
    [
      'set a variable',
      (control) => control.setVariable('A', asMasked('b'), signal),
      /`Variables: write` .* never have/,
    ],
    ['remove a variable', (control) => control.deleteVariable('A', signal), /`Variables: write`/],
    ['enable a workflow', (control) => control.enableWorkflow('wake.yml', signal), /`actions: write`/],
    ['disable a workflow', (control) => control.disableWorkflow('wake.yml', signal), /`actions: write`/],
    [
      'start a workflow',
      (control) => control.startWorkflow('wake.yml', { branch: 'main', inputs: {} }, signal),
      /`actions: write`/,
    ],
  ];

  it.each(acts)('may not %s, and hears what it lacks', async (_, act, lack) => {
    const { control } = await asJob();
    await expect(act(control)).rejects.toMatchObject({
      ending: 'forbidden',
      detail: expect.stringMatching(lack),
    });
  });

  it('is told of the repository what it may see', async () => {
    const { control } = await asJob();
    expect(await control.repositoryFacts(['main'], signal)).toMatchObject({
      defaultBranch: 'main',
      actionsMayOpenPullRequests: null,
      areActionsEnabled: null,
      secretNames: null,
      rules: { main: [] },
    });
  });
});

describe('the facts of a repository', () => {
  it('name rules by branch and secrets by name', async () => {
    const { standIn } = await serveGitHub({ files: WAKE_FILE });
    await standIn.person.configure({
      secrets: ['OPENAI_API_KEY'],
      actions_may_open_pull_requests: false,
      rules: [
        { type: 'required_signatures', branches: ['*'] },
        { type: 'pull_request', branches: ['main'] },
      ],
    });
    const facts = await portsAt(standIn).control.repositoryFacts(['main', 'bots/state'], signal);
    expect(facts).toMatchObject({ actionsMayOpenPullRequests: false, secretNames: ['OPENAI_API_KEY'] });
    expect(facts.rules['main']?.toSorted()).toEqual(['pull_request', 'required_signatures']);
    expect(facts.rules['bots/state']).toEqual(['required_signatures']);
  });

  it('say whether anything guards the default branch', async () => {
    const { standIn } = await serveGitHub({ files: WAKE_FILE });
    const { control } = portsAt(standIn);
    const isGuarded = async () => (await control.repositoryFacts([], signal)).isDefaultBranchGuarded;
    expect(await isGuarded()).toBe(false);
    await standIn.person.configure({ rules: [{ type: 'update', branches: ['other'] }] });
    expect(await isGuarded()).toBe(false);
    await standIn.person.configure({ rulesets: [{ ...RULESET, include: ['~DEFAULT_BRANCH'] }] });
    expect(await isGuarded()).toBe(true);
  });
});

const RULESET = {
  name: 'a',
  target: 'branch' as const,
  enforcement: 'active' as const,
  include: ['~ALL'],
  exclude: [],
  rules: ['update'],
  roles: [],
};

describe('what keeps the token and the key where they belong', () => {
  it('is told with who is exempt, to a person', async () => {
    const { standIn } = await serveGitHub({ files: WAKE_FILE });
    await standIn.person.configure({
      rulesets: [
        { ...RULESET, exclude: ['refs/heads/wakeful/**/*'], roles: [5] },
        { ...RULESET, name: 'b', target: 'tag', enforcement: 'disabled', rules: ['deletion'] },
      ],
      environments: {
        vault: { branches: ['main'], secrets: ['OPENAI_API_KEY'] },
        open: { branches: null, secrets: [] },
      },
    });
    const { control } = portsAt(standIn);
    expect(await control.rulesets(signal)).toEqual([
      {
        ...{
          name: 'a',
          target: 'branch',
          isActive: true,
          include: ['~ALL'],
          exclude: ['refs/heads/wakeful/**/*'],
        },
        ...{ rules: ['update'], exempt: ['RepositoryRole 5'] },
      },
      {
        ...{ name: 'b', target: 'tag', isActive: false, include: ['~ALL'], exclude: [] },
        ...{ rules: ['deletion'], exempt: [] },
      },
    ]);
    expect(await control.environment('vault', signal)).toEqual({
      branches: ['main'],
      secretNames: ['OPENAI_API_KEY'],
    });
    expect(await control.environment('open', signal)).toEqual({ branches: null, secretNames: [] });
    expect(await control.environment('none', signal)).toBeNull();
  });

  it('is told without them, to a run', async () => {
    const { standIn, control } = await asJob();
    await standIn.person.configure({
      rulesets: [RULESET],
      environments: { vault: { branches: null, secrets: [] } },
    });
    expect((await control.rulesets(signal))?.map(({ exempt }) => exempt)).toEqual([null]);
    expect(await control.environment('vault', signal)).toEqual({ branches: null, secretNames: null });
  });
});

describe('a variable that somebody else sets at the same moment', () => {
  it('is replaced after all', async () => {
    let isThere = false;
    const server = await serve(({ method }) => {
      if (method === 'PATCH' && isThere) return { status: 204 };
      if (method === 'PATCH') return { status: 404, body: { message: 'Not Found' } };
      isThere = true;
      return { status: 409, body: { message: 'Already exists - Variable already exists' } };
    });
    await openAt(server).control.setVariable('WAKEFUL_STOP', asMasked('tests'), signal);
    expect(server.asked.map(({ method }) => method)).toEqual(['PATCH', 'POST', 'PATCH']);
  });
});

describe('the newest run', () => {
  it('is the one that was created last, in whatever order the list comes', async () => {
    const run = (created_at: string, status: string) =>
      sample('workflow-run', { created_at, status, html_url: created_at });
    const workflow_runs = [
      run('2026-11-21T03:00:00Z', 'completed'),
      run('2026-11-22T03:00:00Z', 'in_progress'),
      run('2026-11-20T03:00:00Z', 'queued'),
    ];
    const server = await serve(() => ({ status: 200, body: { total_count: 3, workflow_runs } }));
    expect(await openAt(server).control.newestRun('wake.yml', signal)).toEqual({
      createdAt: '2026-11-22T03:00:00Z',
      url: '2026-11-22T03:00:00Z',
      status: 'running',
    });
  });
});

describe('what the newest run proves', () => {
  it.each([
    ['completed', 'success', 'finished'],
    ['completed', 'failure', 'failed'],
    ['completed', 'cancelled', 'failed'],
    ['completed', 'timed_out', 'failed'],
    ['completed', 'action_required', 'failed'],
    ['completed', 'startup_failure', 'failed'],
    ['completed', 'stale', 'failed'],
    ['completed', 'neutral', 'failed'],
    ['completed', null, 'failed'],
    ['in_progress', null, 'running'],
    ['waiting', null, 'queued'],
    ['requested', null, 'queued'],
    ['pending', null, 'queued'],
  ])('%s, %s: it is %s', async (status, conclusion, expected) => {
    const run = sample('workflow-run', { created_at: '2026-11-22T03:00:00Z', status, conclusion });
    const server = await serve(() => ({ status: 200, body: { total_count: 1, workflow_runs: [run] } }));
    expect(await openAt(server).control.newestRun('wake.yml', signal)).toMatchObject({ status: expected });
  });
});

describe('the answer to a comment', () => {
  it('is a reaction, and a comment where there is more to say', async () => {
    const { standIn, exchanges } = await serveGitHub();
    const { control, issues } = portsAt(standIn);
    const issue = await standIn.person.openIssue({ title: 'one' });
    const comment = await standIn.person.comment(issue, '/wakeful run docs');
    await control.answerComment({ issue, comment, reaction: '+1', body: null }, signal);
    expect(exchanges.at(-1)).toMatchObject({ status: 201, requestBody: '{"content":"+1"}' });
    await control.answerComment(
      { issue, comment, reaction: '-1', body: asMasked('There is no such goal.') },
      signal,
    );
    expect((await issues.read(issue, signal))?.comments.map(({ body }) => body)).toEqual([
      '/wakeful run docs',
      'There is no such goal.',
    ]);
  });

  it('is given also when the comment is gone meanwhile', async () => {
    const { standIn } = await serveGitHub();
    const { control, issues } = portsAt(standIn);
    const issue = await standIn.person.openIssue({ title: 'one' });
    await control.answerComment({ issue, comment: 17, reaction: '-1', body: asMasked('No.') }, signal);
    expect((await issues.read(issue, signal))?.comments).toHaveLength(1);
  });
});

describe('what a login may do', () => {
  it('is unknown where GitHub does not tell', async () => {
    const server = await serve(() => ({ status: 403, body: { message: 'Must have push access to view.' } }));
    expect(await openAt(server).control.permissionOf('octocat', signal)).toBe('unknown');
  });

  it('is no guess while GitHub does not answer', async () => {
    const server = await serve(() => ({ status: 503 }));
    await expect(openAt(server).control.permissionOf('octocat', signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
    });
  });
});

describe('the releases of another repository', () => {
  const ask = { repository: 'acme/wakeful', tag: null };

  it('are the published ones with their notes, and are not sent again unless they have changed', async () => {
    const { standIn } = await serveGitHub({ files: WAKE_FILE });
    const release = { notes: '### Security', is_draft: false, is_prerelease: false };
    const others = [
      { ...release, tag: 'v2.0.0-beta.1', is_prerelease: true },
      { ...release, tag: 'v3.0.0', is_draft: true },
    ];
    const configure = (...tags: readonly string[]) =>
      standIn.person.configure({
        releases: { 'acme/wakeful': [...others, ...tags.map((tag) => ({ ...release, tag }))] },
      });
    await configure('v1.0.0');
    const { control } = portsAt(standIn, { token: TOKEN });
    const first = await control.releases(ask, signal);
    expect(first?.releases).toEqual([{ name: 'v1.0.0', notes: '### Security' }]);
    const again = { ...ask, tag: first?.tag ?? null };
    expect(await control.releases(again, signal)).toBeNull();
    await configure('v1.1.0', 'v1.0.0');
    expect((await control.releases(again, signal))?.releases.map(({ name }) => name)).toEqual([
      'v1.1.0',
      'v1.0.0',
    ]);
  });

  it('that cannot be seen are a refusal', async () => {
    const { control } = await asJob();
    await expect(control.releases(ask, signal)).rejects.toMatchObject({ ending: 'forbidden' });
  });
});
