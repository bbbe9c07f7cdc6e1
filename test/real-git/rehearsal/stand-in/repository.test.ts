import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveGitHub } from '../../../support/git/stand-in.ts';
import { ask, askAsAdmin } from './rest.ts';

test('the repository tells its default branch, what it is, and how much is open', async () => {
  const served = await serveGitHub({ defaultBranch: 'trunk' });
  await served.standIn.person.openIssue({ title: 'T' });
  await served.standIn.person.configure({ private: true, fork: true });
  expect((await ask(served, 'GET ')).body).toMatchObject({
    full_name: 'acme/site',
    default_branch: 'trunk',
    private: true,
    visibility: 'private',
    fork: true,
    has_issues: true,
    open_issues_count: 1,
    clone_url: served.standIn.gitUrl,
  });
});

test('rules are told by branch, which may hold slashes', async () => {
  const served = await serveGitHub();
  const rules = [
    { type: 'required_signatures', branches: ['*'] },
    { type: 'pull_request', branches: ['wakeful/*'] },
  ];
  await served.standIn.person.configure({ rules });
  const types = async (branch: string) =>
    (await ask(served, `GET rules/branches/${branch}`)).body.map(({ type }: { type: string }) => type);
  expect(await types('main')).toEqual(['required_signatures']);
  expect(await types('wakeful/state')).toEqual(['required_signatures', 'pull_request']);
  expect(await types('wakeful%2Fstate')).toEqual(['required_signatures', 'pull_request']);
});

test.each([
  ['acme', 'admin', true],
  ['ann', 'write', true],
  ['eve', 'none', false],
  ['somebody', 'read', false],
])('%s has the permission %s', async (login, permission, push) => {
  const served = await serveGitHub();
  await served.standIn.person.configure({ collaborators: { ann: 'write', eve: 'none' } });
  const { body } = await ask(served, `GET collaborators/${login}/permission`);
  expect(body).toMatchObject({ permission, user: { login, permissions: { push } } });
});

test('the settings of Actions and the names of secrets are told to whoever may see them', async () => {
  const served = await serveGitHub();
  await served.standIn.person.configure({
    actions_may_open_pull_requests: false,
    secrets: ['OPENAI_API_KEY'],
  });
  expect((await askAsAdmin(served, 'GET actions/permissions')).body.enabled).toBe(true);
  expect((await askAsAdmin(served, 'GET actions/permissions/workflow')).body).toMatchObject({
    can_approve_pull_request_reviews: false,
  });
  expect((await askAsAdmin(served, 'GET actions/secrets')).body).toMatchObject({
    total_count: 1,
    secrets: [{ name: 'OPENAI_API_KEY' }],
  });
  await served.standIn.person.configure({ actions_enabled: false });
  expect((await askAsAdmin(served, 'GET actions/permissions')).body).toEqual({ enabled: false });
});

test('a person may write settings by hand, and is told what is wrong with them', async () => {
  const served = await serveGitHub();
  await ask(served, 'POST issues', { title: 'T' });
  const file = join(served.folder, 'repository.json');
  writeFileSync(file, '{"variables": {"WAKEFUL_STOP": "trying it"}}');
  expect(await served.standIn.variable('WAKEFUL_STOP')).toBe('trying it');
  writeFileSync(file, '{"private": "yes"}');
  const { status, body } = await ask(served, 'GET ');
  expect([status, body.message]).toEqual([
    500,
    expect.stringMatching(/repository\.json: private: .*Fix the file/),
  ]);
});

test.each([
  ['{"number": 1,', 'it is not JSON'],
  ['[]', 'number: Invalid key'],
  ['{"number": 1, "state": "clsoed"}', 'state: "clsoed" is none of open, closed; did you mean closed\\?'],
])('a record that a person broke is named: %s', async (text, why) => {
  const served = await serveGitHub();
  await ask(served, 'POST issues', { title: 'T' });
  writeFileSync(join(served.folder, 'issues/1.json'), text);
  const { status, body } = await ask(served, 'GET issues');
  expect([status, body.message]).toEqual([
    500,
    expect.stringMatching(new RegExp(`${join('issues', '1.json')}.*${why}`)),
  ]);
});
