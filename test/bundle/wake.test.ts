/** The built Action as a runner starts it: what people, later steps and the repository see of one wake. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BuiltAction, buildAction, filesIn } from './built-action.ts';
import { GOAL, openStage, sorts } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let action: BuiltAction;
beforeAll(async () => {
  action = await buildAction();
});
afterAll(() => action.remove());

test('the first wake of a repository makes the state branch, opens a draft and tells of it', async () => {
  const stage = await openStage(action);
  stage.answer(sorts);
  const before = filesIn(action.folder);
  const step = await stage.run();
  expect([step.code, step.outputs['ending'], step.outputs['tokens']]).toEqual([0, 'worked', '360']);
  const [draft] = JSON.parse(step.outputs['drafts'] ?? '');
  expect(draft).toMatchObject({ goal: 'glossary', number: 1, complete: true });
  expect(draft.url).toBe(`${stage.standIn.serverUrl}/acme/site/pull/1`);
  expect(await stage.remote.git(['show', `${draft.branch}:docs/glossary.md`])).toBe('apple\npear\n');
  const state = await stage.state();
  expect([state.lock.repository, state.lock.leases]).toEqual(['acme/site', {}]);
  expect(state.status.last_wake).toMatchObject({ id: '1-1', trigger: 'schedule', ending: 'worked' });
  expect(step.summary).toContain('## Done: 1 draft to review, 0 problems');
  expect(step.summary).toContain(draft.url);
  expect(step.summary).toContain(`${stage.standIn.serverUrl}/acme/site/tree/wakeful-state`);
  expect(step.lines.join('\n')).toMatch(/^\d\d:\d\d:\d\d glossary: Finished/m);
  expect(step.commands.map(({ name }) => name)).toEqual(['add-mask', 'add-mask', 'add-mask']);
  expect(filesIn(action.folder)).toEqual(before);
});

test.each([
  ['once', 'small', 5_000, 1],
  ['twice', 'larger', 5_001, 2],
  // What GitHub says of a repository whose size it has not counted yet.
  ['twice', 'of a size that is not known', 0, 2],
])(
  'a wake with nothing due asks git %s where the repository is %s, and GitHub nothing',
  async (_, __, size, asked) => {
    const stage = await openStage(action);
    stage.answer(sorts);
    await stage.run();
    const seen = stage.requests().length;
    const repository = { full_name: 'acme/site', default_branch: 'main', size };
    const step = await stage.run({ payload: { repository } });
    expect([step.code, step.outputs['ending']]).toEqual([0, 'nothing_due']);
    expect(step.lines.filter((line) => line !== '')).toEqual(['Nothing was due.']);
    expect(Date.parse(step.outputs['next-due'] ?? '')).toBeGreaterThan(Date.now());
    const requests = stage.requests().slice(seen);
    expect(requests.filter((request) => request.includes('/api/'))).toEqual([]);
    expect(requests.filter((request) => request.includes('receive-pack'))).toEqual([]);
    expect(requests.filter((request) => request.startsWith('GET '))).toHaveLength(asked);
  },
);

test('a run sends its trace where the variables say so, and shows nothing of what the server wants to see', async () => {
  const seen: { readonly authorization: string | undefined; readonly text: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ authorization: request.headers.authorization, text: Buffer.concat(chunks).toString() });
      response.writeHead(503).end('fake-trace-token-0123456789 is not welcome');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stage = await openStage(action);
  stage.answer(sorts);
  const step = await stage.run({
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20fake-trace-token-0123456789',
    },
  });
  server.close();
  expect([step.code, step.outputs['ending']]).toEqual([0, 'worked']);
  expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer fake-trace-token-0123456789']);
  expect(seen[0]?.text).toContain('"name":"chat test-model"');
  expect(step.lines.join('\n')).toContain(
    'The trace of this run was not sent: its server answered with status 503.',
  );
  expect(step.lines.join('\n')).not.toContain('fake-trace-token');
});

test('a person names a goal: it runs, due or not, and the log says who and why', async () => {
  const stage = await openStage(action);
  stage.answer(sorts);
  const inputs = { goal: 'glossary', reason: 'a reader asked' };
  const step = await stage.run({ event: 'workflow_dispatch', inputs, actor: 'bea' });
  expect(step.outputs['ending']).toBe('worked');
  const started = (await stage.log()).find(({ event }) => event === 'wake_started');
  expect(started?.message).toContain('Started by bea: a reader asked');
  expect(step.summary).toContain('Started by bea: a reader asked.');
});

test('a state branch of another name is the one that the settings name', async () => {
  const stage = await openStage(action, {
    files: {
      'goals/glossary.yml': GOAL,
      'docs/glossary.md': 'b\na\n',
      '.github/wakeful.yml': 'state_branch: diary\n',
    },
  });
  stage.answer(sorts);
  expect((await stage.run()).outputs['ending']).toBe('worked');
  expect(await stage.remote.tip('diary')).not.toBeNull();
  expect(await stage.remote.tip('wakeful-state')).toBeNull();
  const again = await stage.run();
  expect(again.outputs['ending']).toBe('nothing_due');
  expect(again.summary).toContain('/tree/diary');
});

describe('an event', () => {
  const files = { 'docs/glossary.md': 'pear\napple\n', 'goals/glossary.yml': `${GOAL}on: [issues, push]\n` };

  test('that only people with write access cause makes a goal due', async () => {
    const stage = await openStage(action, { files });
    stage.answer(sorts);
    const step = await stage.run({ event: 'push', payload: { ref: 'refs/heads/main' } });
    const stored = (await stage.log()).find(({ event }) => event === 'request_stored');
    expect(stored?.message).toContain('The event push makes glossary due.');
    expect(step.outputs['ending']).toBe('worked');
  });

  test.each([
    { author: 'NONE', may: 'write', counts: false, asked: 0 },
    { author: 'MEMBER', may: 'read', counts: false, asked: 1 },
    { author: 'MEMBER', may: 'write', counts: true, asked: 1 },
  ] as const)('of an issue counts when its author may write: %j', async ({ author, may, counts, asked }) => {
    const stage = await openStage(action, { files });
    stage.answer(sorts);
    await stage.standIn.person.configure({ collaborators: { cy: may } });
    const payload = { action: 'opened', issue: { user: { login: 'cy' }, author_association: author } };
    const step = await stage.run({ event: 'issues', payload, actor: 'cy' });
    const permissions = stage.requests().filter((request) => request.includes('/collaborators/'));
    expect(permissions).toHaveLength(asked);
    expect(step.outputs['ending']).toBe(counts ? 'worked' : 'nothing_due');
    if (!counts) expect(step.summary).toContain('comes from outside');
  });

  test('about a branch of the agent itself wakes nobody', async () => {
    const stage = await openStage(action, { files });
    const step = await stage.run({ event: 'push', payload: { ref: 'refs/heads/wakeful/glossary/x-1' } });
    expect(step.outputs['ending']).toBe('nothing_due');
    expect(step.summary).toContain("the agent's own branch");
    expect(await stage.remote.tip('wakeful-state')).toBeNull();
  });
});

describe('a goal file that is not valid', () => {
  const files = { 'goals/bad.yml': 'title: Bad\nschedule: {every: soon}\n' };

  test('is noted at its line, red once, and green from then on with the issue linked', async () => {
    const stage = await openStage(action, { files });
    const first = await stage.run();
    expect([first.code, first.outputs['ending']]).toEqual([1, 'bad_goal']);
    const errors = first.commands.filter(({ name }) => name === 'error');
    expect(errors.map(({ properties }) => [properties['file'], properties['line']])).toContainEqual([
      'goals/bad.yml',
      '2',
    ]);
    const issue = `${stage.standIn.serverUrl}/acme/site/issues/1`;
    expect(JSON.parse(first.outputs['alerts'] ?? '')).toEqual([
      expect.objectContaining({ goal: 'bad', cause: 'bad_goal', issue: 1, url: issue, opened: true }),
    ]);
    const second = await stage.run();
    expect([second.code, second.outputs['ending']]).toEqual([0, 'bad_goal']);
    expect(second.commands.filter(({ name }) => name === 'error')).toEqual([]);
    expect(second.commands.find(({ name }) => name === 'warning')?.data).toContain(issue);
    expect(second.summary).toContain(issue);
  });

  test('stays red as long as its issue cannot be opened', async () => {
    const stage = await openStage(action, { files });
    const up = stage.standIn.inject({
      on: 'POST /repos/{owner}/{repo}/issues',
      fault: 'forbidden',
      times: 'always',
    });
    expect([(await stage.run()).code, (await stage.run()).code]).toEqual([1, 1]);
    up();
    expect([(await stage.run()).code, (await stage.run()).code]).toEqual([1, 0]);
  });
});
