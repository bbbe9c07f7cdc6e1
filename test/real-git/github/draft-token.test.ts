/** Drafts that an App opens, over the stand-in: which requests have its token, and whose drafts are the agent's. */
import { expect, test } from 'vitest';
import { openGitHub } from '../../../src/adapters/github/open-github.ts';
import { systemClock } from '../../../src/adapters/runner.ts';
import { tokenIn } from '../../../src/rehearsal/github/http/access.ts';
import { asMasked } from '../../support/as-masked.ts';
import { APP_TOKEN, REPOSITORY, serveGitHub, TOKEN } from '../../support/git/stand-in.ts';

const { signal } = new AbortController();

async function opened() {
  const served = await serveGitHub();
  const { standIn, remote } = served;
  for (const branch of ['wakeful/a/one-1', 'wakeful/a/two-1'])
    await remote.commit({
      branch,
      files: { 'work.md': branch },
      parents: [(await remote.tip('main')) ?? ''],
    });
  const { apiUrl, serverUrl } = standIn;
  const options = { apiUrl, serverUrl, repository: REPOSITORY, token: TOKEN, actor: null };
  const open = (draftToken: string | null) =>
    openGitHub({
      ...{ ...options, draftToken, workflow: 'wake.yml', clock: systemClock({ offsetMs: 0 }) },
      pace: { retryMs: 1, writes: 'at_once' },
    });
  return { ...served, before: open(null).github, after: open(APP_TOKEN) };
}

const draft = (branch: string) => ({
  ...{ branch, base: 'main', title: asMasked('A draft'), body: asMasked('Text.') },
  ...{ labels: [asMasked('wakeful')], reviewers: [], readyWhereUnsupported: false },
});

test('an App opens drafts and nothing else, and those of both logins are the agent’s', async () => {
  const { before, after, exchanges } = await opened();
  await before.createDraft(draft('wakeful/a/one-1'), signal);
  const mine = await after.github.createDraft(draft('wakeful/a/two-1'), signal);
  await after.github.updateDraft(mine.number, { title: asMasked('B'), body: asMasked('Text.') }, signal);
  await after.github.openAlertIssue({ title: asMasked('C'), body: asMasked('Text.') }, signal);
  const openers = await Promise.all(
    ['one', 'two'].map(async (name) => {
      const [found] = await after.github.findDrafts(`wakeful/a/${name}-1`, signal);
      return found?.openedBy;
    }),
  );
  expect(openers).toEqual(['agent', 'agent']);
  const [foreign] = await before.findDrafts('wakeful/a/two-1', signal);
  expect(foreign?.openedBy).toBe('stranger');
  const writes = exchanges.flatMap(({ method, url, requestHeaders }) => {
    const secret = tokenIn(String(requestHeaders['authorization']));
    return secret === APP_TOKEN ? [`${method} ${new URL(url).pathname.replace('/api/', '')}`] : [];
  });
  expect(writes).toEqual(['POST v3/repos/acme/site/pulls', 'POST graphql']);
});

test('rules hold for the token of a workflow, and may not hold for an App', async () => {
  const { standIn, before, after } = await opened();
  const parameters = { operator: 'regex', pattern: '^feature/', negate: true, name: 'Names' };
  await standIn.person.configure({
    rules: [
      { type: 'branch_name_pattern', branches: ['wakeful/*'], parameters },
      { type: 'required_signatures', branches: ['wakeful/*'] },
    ],
  });
  expect(await before.bindingRules('wakeful/a/new-1', signal)).toEqual([
    {
      type: 'branch_name_pattern',
      pattern: { operator: 'regex', pattern: '^feature/', isNegated: true },
    },
    { type: 'required_signatures', pattern: null },
  ]);
  expect(await before.bindingRules('main', signal)).toEqual([]);
  expect(await after.github.bindingRules('wakeful/a/new-1', signal)).toEqual([]);
});
