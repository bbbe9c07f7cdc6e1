/** Refusals and lists of GitHub as they are met elsewhere. */
import { describe, expect, it } from 'vitest';
import type { NewDraft } from '../../../src/ports.ts';
import { asMasked } from '../../support/as-masked.ts';
import { openAt, pullAnswer } from '../../support/github/open-adapter.ts';
import { type Asked, type Behaviour, serve } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const DRAFT: NewDraft = {
  ...{ branch: 'wakeful/docs/a-1', base: 'main', labels: [], reviewers: [], readyWhereUnsupported: false },
  ...{ title: asMasked('T'), body: asMasked('B') },
};
const invalid = (message: string) => ({
  message: 'Validation Failed',
  errors: [{ resource: 'PullRequest', code: 'custom', message }],
});

async function opened(answer: (asked: Asked, count: number) => Behaviour) {
  const server = await serve(answer);
  // What is met here is not in GitHub's description.
  return { ...openAt(server, { fetch: (address, init) => fetch(address, init) }), server };
}

describe('a draft that GitHub does not open', () => {
  it.each<[status: number, body: unknown, ending: string, words: RegExp]>([
    [422, invalid('must be a collaborator'), 'forbidden', /must be a collaborator/],
    [422, invalid("You can't perform that action at this time."), 'forbidden', /can't perform that action/],
    [422, { message: 'Pull requests are disabled.' }, 'forbidden', /are disabled/],
    [422, invalid('main has no history in common with a'), 'forbidden', /somebody has rewritten main/],
    [
      422,
      { message: 'You have been temporarily blocked from content creation.' },
      'github_unavailable',
      /content creation/,
    ],
    [
      403,
      { message: 'You have been temporarily blocked from content creation.' },
      'github_unavailable',
      /content creation/,
    ],
    [
      403,
      { message: 'Repository was archived so is read-only.' },
      'forbidden',
      /^GitHub refuses this .* archived/,
    ],
    [451, { message: 'Repository access blocked' }, 'forbidden', /access blocked/],
    [
      422,
      {
        message: 'Validation Failed',
        errors: [{ resource: 'PullRequest', field: 'title', code: 'missing_field' }],
      },
      'unexpected',
      /title missing_field/,
    ],
  ])('by %i %j is told in its words, as what it is', async (status, body, ending, words) => {
    const { github } = await opened(() => ({ status, body }));
    const asked = github.createDraft(DRAFT, signal);
    await expect(asked).rejects.toMatchObject({ ending, detail: expect.stringMatching(words) });
  });

  it('because the branch that it shall go to is not there is an outage, also for a draft that is there', async () => {
    const body = {
      message: 'Validation Failed',
      errors: [{ resource: 'PullRequest', field: 'base', code: 'invalid' }],
    };
    const { github } = await opened(() => ({ status: 422, body }));
    const change = { title: asMasked('T'), body: asMasked('B'), base: 'develop' };
    await expect(github.updateDraft(1, change, signal)).rejects.toMatchObject({
      ...{ ending: 'github_unavailable', detail: 'GitHub knows no branch develop.' },
    });
  });
});

describe('what is closed', () => {
  const locked = { status: 403, body: { message: 'Unable to create comment because issue is locked.' } };

  it('is closed although nobody may comment there', async () => {
    const { github, server } = await opened(({ method }) =>
      method === 'PATCH' ? { status: 200, body: pullAnswer({ number: 1, branch: DRAFT.branch }) } : locked,
    );
    await github.closeDraft(1, asMasked('It landed.'), signal);
    expect(server.asked.map(({ method }) => method)).toEqual(['PATCH', 'POST']);
  });

  it.each([
    ['deleted', { status: 410, body: { message: 'This issue was deleted' } }],
    ['deleted long ago', { status: 404, body: { message: 'Not Found' } }],
  ])('is closed for good where it was %s', async (_, gone) => {
    const { github, server } = await opened(() => gone);
    await github.closeAlertIssue(1, asMasked('It is over.'), signal);
    expect(server.asked).toHaveLength(1);
  });
});

describe('a list', () => {
  const issue = (number: number, fields: object = {}) => {
    const { pull_request: _, ...plain } = sample('issue') as Record<string, unknown>;
    return { ...plain, number, state: 'open', labels: [], comments: 0, ...fields };
  };
  const listed = async (answer: (asked: Asked) => Behaviour) => {
    const { issues, server } = await opened(answer);
    const found = await issues.list({ labels: [], limit: 150 }, signal);
    return { numbers: found.map(({ number }) => number), asked: server.asked.length };
  };
  const page = (next: string, ...numbers: readonly number[]): Behaviour => ({
    ...{ status: 200, body: numbers.map((number) => issue(number)) },
    ...(next !== '' && { headers: { link: `<https://api.github.com/x?${next}>; rel="next"` } }),
  });

  it('goes on by the mark of the server where its pages have no numbers', async () => {
    const { numbers, asked } = await listed(({ path }) =>
      path.includes('after=abc') ? page('', 2) : page('per_page=100&after=abc', 1),
    );
    expect([numbers, asked]).toEqual([[1, 2], 2]);
  });

  it('holds nothing twice that moves to another page while it is read', async () => {
    const { numbers } = await listed(({ path }) =>
      path.includes('page=2') ? page('', 1, 2) : page('page=2', 1),
    );
    expect(numbers).toEqual([1, 2]);
  });

  it('ends where GitHub goes no further back', async () => {
    const message = 'In order to keep the API fast for everyone, pagination is limited for this resource.';
    const { numbers } = await listed(({ path }) =>
      path.includes('page=2') ? { status: 422, body: { message } } : page('page=2', 1),
    );
    expect(numbers).toEqual([1]);
  });
});

it.each([
  ['maintain', 'write'],
  ['triage', 'read'],
  ['a role of their own', 'none'],
])('the permission %j gives the right to %s', async (permission, right) => {
  const body = { permission, role_name: permission, user: sample('simple-user') };
  const { control } = await opened(() => ({ status: 200, body }));
  expect(await control.permissionOf('bob', signal)).toBe(right);
});
